// Small talk: a message that says nothing but hello, thanks or goodbye, or asks who is speaking.
import { anyOf, inOrder } from '../patterns.ts'

export type SmalltalkSignal =
  | 'chat'
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'identity'
  | 'opener'
  | 'empty'

// How people are spoken to.
const VOCATIVE = '(?:老师|师傅|领导|小舟|客服|同志|大哥|大姐|小姐姐|小哥哥?|美女|帅哥|亲|各位)'

const UNDERSTOOD = anyOf(
  /好的?|好吧|嗯+|哦+|噢|ok(?:ay)?|行吧?|晓得了|知道了|明白了?|了解|收到|懂了|清楚了/u,
  // In English; “many thanks”.
  /great|perfect|awesome|cool|excellent|nice|wonderful|brilliant|all ?right|got it|understood|many/u,
)
const WHOM = anyOf(
  /你|您|侬|了|啦|哈|哦|小舟|大家/u,
  // In English, and how much.
  /so much|a lot|very much|you|bro|mate|man|sir|dear|buddy|friend|my friend|boss/u,
)
const WAIT = inOrder(
  /(?:等(?:我)?(?:一下|下|等|会儿?)|稍等|先等等)(?:哈|啊|哦)?/u,
  // Who keeps one, and what for.
  /[,，。\s]*(?:(?:我(?:去|先)?|老板|领导|客户|有人).{0,10})?/u,
)
const TEST = /测试(?:一下|测试|下)?[,，\s]*(?:能)?(?:收到|听到|看到)?(?:吗|没|不)?/u
/** What people say between having understood and taking leave: 「我跟股东商量下」, 「不给就不给」. */
const THINKS_ABOUT = inOrder(
  // Who, and with whom.
  /(?:我们?|阿拉)?(?:先|再|回去|自己)?(?:(?:跟|和|与|去)[^,，。?？]{1,8})?/u,
  /商量|合计|讨论|考虑|想想|看看|琢磨|消化|核对?|研究|试试|问问/u,
  /(?:一下|一遍|下|看|再说)?[^,，。?？]{0,4}/u,
)
const LEFT_AT_THAT = anyOf(
  THINKS_ABOUT,
  /不.{1,4}就不.{1,4}|没事了?|算了|不(?:麻烦|打扰)[你您侬]?了/u,
)
const LET_US_CHAT = /(?:能|会)?.{0,6}聊(?:两句|几句|聊|会儿?|天)(?:吗|伐|不|吧)?/u

const SMALLTALK: readonly Readonly<{ what: SmalltalkSignal; pattern: RegExp }>[] = [
  {
    what: 'thanks',
    pattern: inOrder(
      /^(?:好的?|好嘞|嗯+|哦+|行|知道了|明白了?|收到|ok)?[,，!。\s]*/u,
      new RegExp(`${VOCATIVE}?[,，\\s]*(?:谢谢|谢了|多谢|感谢|辛苦)`, 'u'),
      new RegExp(`(?:你们?|您|侬|了|啦|啊|呀|哈|哦|[,，\\s]|${VOCATIVE}|谢谢|辛苦)*`, 'u'),
      /[~!！。.\s]*$/u,
    ),
  },
  {
    what: 'thanks',
    pattern: inOrder(
      new RegExp(`^(?:${UNDERSTOOD.source})?[,，!。\\s]*`, 'u'),
      /谢谢|谢了|多谢|感谢|辛苦|thanks?|thank you|thx|3q|谢/u,
      new RegExp(`(?:\\s?(?:${WHOM.source}))*[~!！。.,\\s]*`, 'u'),
      /(?:讲得.{0,6}|说得.{0,6}|解释得.{0,6})?$/u,
    ),
  },
  {
    what: 'thanks',
    pattern: inOrder(
      /^(?:好的?|嗯+|哦+|行)?[,，\s]*/u,
      // Understood, and nothing else.
      anyOf(
        /好的?|好嘞|好滴|嗯+|哦|噢/u,
        /ok|okay|great|perfect|cool|all ?right|got it|understood|noted/u,
        /行|行吧|晓得了?|知道了?|明白了?|了解了?|收到|懂了|清楚了|可以了|没事了|没了/u,
      ),
      /[啊呀哈啦哦!！。~.\s]*$/u,
    ),
  },
  {
    what: 'farewell',
    // 「晓得了，我跟股东商量下，麻烦侬了」, 「行，不给就不给，拜拜」
    pattern: inOrder(
      /^/u,
      UNDERSTOOD,
      /[,，\s]+/u,
      LEFT_AT_THAT,
      /[,，\s]+/u,
      anyOf(
        new RegExp(`(?:麻烦|谢谢|多谢|辛苦)(?:${WHOM.source}|们)*`, 'u'),
        /再见|拜拜|88|先这样|就这样/u,
      ),
      /[啦了吧哈!！。~\s]*$/u,
    ),
  },
  {
    what: 'farewell',
    pattern: inOrder(
      /^(?:好嘞?|那|嗯|行)?[,，\s]*(?:先这样|就这样|那先这样)?[,，\s]*/u,
      // By its word.
      /再见|拜拜|拜|bye(?: bye)?|goodbye|88|晚安|回头聊|下次再聊|先这样/u,
      /[啦了吧哈!！。~\s]*$/u,
    ),
  },
  {
    what: 'farewell',
    // 「我回去翻翻材料，明天再来找你」
    pattern: inOrder(
      // Nothing is asked.
      /^(?!.*(?:什么|啥|几|多少|怎么|咋|如何|哪|吗|伐|[?？])).*/u,
      // They are off, or will be back.
      anyOf(
        /先(?:下|撤|走|忙)了/u,
        // When, and for what.
        inOrder(
          /(?:明天|明朝|后天|改天|改日|回头|下次|下回|下周|过两天|晚点|下午)(?:我)?/u,
          /再(?:来)?(?:找|问|请教|麻烦|打扰|聊|说)(?:你们?|您|侬)?/u,
        ),
      ),
      /[吧哈啊了。!！~\s]*$/u,
    ),
  },
  {
    what: 'greeting',
    pattern: anyOf(
      // Hello, and is anybody there.
      inOrder(
        new RegExp(`^(?:请问)?${VOCATIVE}?[,，\\s]*(?:你好|您好|侬好|好)`, 'u'),
        new RegExp(`(?:呀|啊|哈|哦|[,，\\s])*${VOCATIVE}?[啊呀哦,，!！。~\\s]*`, 'u'),
        /(?:在吗|在不在?|在伐|在线吗|有人(?:在)?[吗伐不])?[?？!！。~\s]*$/u,
      ),
      // Is anybody there.
      inOrder(
        new RegExp(`^(?:请问|[,，\\s]|${VOCATIVE})*`, 'u'),
        /(?:在吗|在不在?|在伐|在线吗|有人(?:在)?[吗伐不没])[啊呀]?[?？!！。~\s]*/u,
        new RegExp(`${VOCATIVE}?[?？!！。~\\s]*$`, 'u'),
      ),
      // In English.
      /^(?:hi|hello|hey)?[ ,]*(?:there)?[ ,]*(?:is )?any(?:one|body) (?:here|there|in)[?!. ]*$/u,
    ),
  },
  {
    what: 'greeting',
    pattern: inOrder(
      /^(?:小舟)?[,，\s]*/u,
      // A greeting.
      anyOf(
        /你好|您好|侬好|哈喽|哈罗|嗨|hi|hello|hey/u,
        /早|早上好|上午好|中午好|下午好|晚上好|good (?:morning|afternoon|evening)/u,
      ),
      /(?:呀|啊|哈|小舟|哦|there)*[,，!！。~.\s]*/u,
      // Is anybody there.
      /(?:在吗|在不|在伐|在线吗|有人吗|有人在吗)?[?？!！。~\s]*$/u,
    ),
  },
  {
    what: 'greeting',
    pattern: inOrder(
      /^(?:请问)?(?:老师|客服|小舟|同志)?[,，\s]*/u,
      /在吗|在不在?|在伐|在线吗|有人吗|有人在吗|有人伐|喂+|嘿|您在吗|亲/u,
      /(?:老师|亲|客服|小舟|同志|呀|啊)?[?？!！。~\s]*$/u,
    ),
  },
  {
    what: 'identity',
    pattern: anyOf(
      // Who are you.
      /^(?:请问)?(?:你|您|侬)(?:到底)?(?:是|叫)(?:谁|啥|什么(?!时|地|材料|证|手续|情况)|哪位|真人|人工|机器人|人还是机器|ai)/u,
      // What can you do.
      inOrder(
        /你(?:都|到底)?(?:会|能|可以)(?:帮我|帮忙|为我)?(?:干|做|帮|办|回答|解决)?/u,
        /(?:点|些)?(?:啥|什么|哪些|嘛)(?:事情?|忙|问题|业务)?[呢呀啊吗么嘛?？!！。~\s]*$/u,
      ),
      // Are you a machine, and whose.
      /你是(?:不是)?(?:真人|机器人|人|ai)|你是(?:哪|谁|什么|啥)(?:家|个|种)?.{0,6}(?:开发|做|造|模型|公司)/u,
      // Which one.
      /^你?(?:是)?(?:不是)?(?:deepseek|chatgpt|豆包|文心|通义|kimi|gpt)(?:还是.{1,12})?[吗么吧?？!！。~\s]*$/u,
      // 「不会是真人吧」
      inOrder(
        /(?:^|[,，。\s])(?:你|您|侬)?(?:不会|该不会|莫非|难道)(?:就)?是个?/u,
        /(?:真人|活人|机器人|人工智能|ai)(?:吧|吗|伐|么)?[?？!！。~\s]*$/u,
      ),
      // In English.
      /who are you|what can you do|are you (?:a )?(?:real|robot|bot|human|ai)/u,
    ),
  },
  {
    what: 'opener',
    pattern: anyOf(
      inOrder(
        /^(?:你好|您好|喂)?[,，\s]*(?:我)?(?:想|要)?/u,
        /(?:请?问|咨询|请教|打听)(?:一下|个|下|一个|点|件|你|您)*(?:事|问题|事情)?[啊呀吧哈,，。!！~.\s]*$/u,
      ),
      // There is something to be asked.
      inOrder(
        /^(?:你好|您好|喂)?[,，\s]*(?:我们?|这[里边])?(?:还)?有(?:一?[个件点些]|几个)?(?:小)?(?:事情?|问题|疑问)/u,
        /(?:想|要|需要)?(?:请?[问教]|咨询|打听)?(?:[问教]|一?下|你们?|您)*[啊呀吧哈,，。!！~.\s]*$/u,
      ),
      // In English.
      inOrder(
        /^(?:hi|hello|hey|excuse me)?[ ,.!]*/u,
        /(?:i(?: have|['’]ve got|['’]d like to ask| want to ask| need to ask)(?: you)?|(?:can|may|could) i ask(?: you)?)/u,
        /(?: an?| some| one| you)* ?(?:(?:quick|small) )?(?:questions?|something)?(?:[ ,]{0,2}please)?[.!? ]*$/u,
      ),
    ),
  },
  {
    what: 'chat',
    pattern: inOrder(
      /^(?:好的?|嗯|那|你)?[,，\s]*/u,
      anyOf(WAIT, TEST, LET_US_CHAT),
      /[!！?？。~\s]*$/u,
    ),
  },
  { what: 'empty', pattern: /^[\p{P}\p{S}\s]*$/u },
]

/** Thanks, beside whatever else: nothing is thanked for beforehand here (「先谢谢」「谢谢了,帮我」). */
const THANKS =
  /(?<!先|不(?:用|要|必)?)(?:谢谢|谢了|多谢|感谢|谢啦|谢侬)(?!公司)|\b(?:thanks|thank you|thank u|thx|cheers)\b/u

/** Whether what is no more than chat thanks us. */
export const thanks = (normalized: string): boolean => THANKS.test(normalized)

/** What is longer says more, or is not worth the time that its sounds (嗯嗯嗯) take. */
const SMALLTALK_MAX = 60

/** What kind of small talk the whole message is, or null when it says more than that. */
export function smalltalkIn(normalized: string): SmalltalkSignal | null {
  if (normalized.length > SMALLTALK_MAX) return null
  return SMALLTALK.find(({ pattern }) => pattern.test(normalized))?.what ?? null
}
