// Clauses that say nothing of the matter: how people greet, excuse and present themselves, ask to be
// helped, and say how they would like it told. Each row is one thing they do.

/** How the one asked is called. */
const VOCATIVE =
  '(?:小舟|师傅|老师|领导|同志|客服|大姐|大哥|美女|帅哥|亲|小姐姐|工作人员|各位|大家)'
const SOFT =
  '(?:一下下?|下|这个|那个|个|件|事情?|问题|点|你们|你|您|侬|帮忙|哪位|啦|了|哈|呀|啊|哦|哎|嘛|呢|各位|大家|先|就|也|又|so much|a lot|very much|in advance|\\s)'
const ASKER = '(?:老板|领导|公司|单位|厂里|经理|同事|朋友|客户|老公|老婆|家里)'
const STAFF =
  '(?:会计|财务|出纳|人事|行政|文员|办事员|助理|前台|老板|经理|负责人|法人|业务员?|小白|新手|新人|外行)'
const HELP = '(?:看看?|查查?|问问?|解答|解释|答复|回答|回复|指点|指教|说说?|讲讲?|告知|告诉|科普)'

const ROWS: readonly Readonly<{ what: string; words: string }>[] = [
  {
    what: 'greets',
    words: `${VOCATIVE}?(?:你|您|侬|大家|各位)好${VOCATIVE}?|早上好|上午好|中午好|下午好|晚上好|哈喽|嗨|喂喂?|hi|hello|hey(?: there)?|在吗|在不在|有人吗|${VOCATIVE}`,
  },
  {
    what: 'excuses itself',
    words:
      '(?:真|很|实在)?(?:不好意思|抱歉|对不起)|(?:实在)?(?:又|再)?来?(?:打扰|麻烦)|sorry to bother you',
  },
  {
    what: 'thanks',
    words: `(?:先|非常|十分|万分)?(?:谢谢|多谢|感谢|谢过|谢啦|谢了|感恩|辛苦|麻烦|拜托)${VOCATIVE}?|thanks?|thank you|please`,
  },
  {
    what: 'says that it asks',
    words:
      '请问|请教|(?:我|我们)?(?:就|只|先|主要|来)?(?:想|要|来)?(?:跟|向)?(?:你们?|您)?(?:请)?(?:问|咨询|请教|打听|了解|问问)|(?:我|我们)?(?:有|问)(?:个|件|一个)(?:小)?(?:事情?|问题)(?:想|要)?(?:问|请教|咨询)?|我的问题是|问题是|想问的是|quick question|i have a question',
  },
  {
    what: 'says for whom it asks',
    words: `(?:我)?(?:帮|替)(?:我们?)?${ASKER}(?:来)?(?:问|打听|咨询)(?:问|个事)?|(?:我们?)?${ASKER}(?:让|叫|要|派|喊)我们?(?:过?来)?(?:问问?|打听|咨询|了解)`,
  },
  {
    what: 'presents itself',
    words: `(?:我|我们|阿拉)?(?:就|只)?(?:是|做|干)(?:一)?[家个名]?(?:新来的|刚来的|小微?|中小|本地)*(?:公司|企业|厂|单位|店)?(?:里)?的?(?:新来的|刚来的|小)*(?:公司|企业|厂|${STAFF})(?:的)?`,
  },
  {
    what: 'says that it is new to this',
    words:
      "(?:我|我们)?(?:是|也是)?(?:头一回|第一次|头一次)(?:用|来|问|咨询|弄|用这个|问这个)|(?:我|我们|阿拉)?(?:也|真|对?[这那](?:个|些|方面|一?块))*(?:不太|不大|不怎么|不是很|搞不|弄不|完全不|啥都不|啥也不|什么都不|什么也不|不)(?:懂|清楚|明白|了解|会)(?:这些|这个|这方面|政策|规定|的)*|(?:我)?刚(?:接手|入行|开始做)|没(?:什么)?经验|不懂就问|问得?(?:可能)?(?:有点)?(?:傻|幼稚)|i am new to this|i'm new to this",
  },
  {
    what: 'leads up to it',
    words:
      '(?:事情|情况)?(?:是|就是)?这样(?:子)?的?|(?:我)?有这么个(?:事情?|情况)|就是说|(?:就是)?那个|嗯|呃|额|哦|啊|对',
  },
  {
    what: 'asks to be helped',
    words: `(?:能不能|能否|可不可以|可以|能|请|求|望|还请|麻烦)*(?:帮忙|帮我们?|帮|给我们?|跟我们?|为我们?|让我)?${HELP}(?:我们?)?(?:吗|呗|吧|好吗|行吗|可以吗)?|(?:有|有没有)(?:人|谁|哪位)(?:知道|懂|晓得|清楚)(?:的)?吗?|(?:你们?|您)(?:知道|晓得|清楚)吗`,
  },
  {
    what: 'says how it would like it told',
    words:
      '(?:请|麻烦)?(?:你们?|您)?(?:尽量|能不能|可不可以)?(?:说|讲|写|回答|答|解释)?(?:得|的)?(?:简单|简短|详细|清楚|具体|直白|通俗|明白|仔细)(?:点|一点|些|一些)(?:说|讲|回答|的)?(?:就行|就好|就可以)?|简单(?:说|讲)|说人话|用大白话(?:说|讲)?|长话短说|(?:别|不要)(?:太|说得?太|讲得?太)(?:复杂|啰嗦|专业|官方)|(?:别|不要)(?:说|讲|打)(?:官话|官腔|套话|空话)|直接(?:说|告诉我|讲)(?:就行|就好|就可以)?|(?:我)?(?:听|看)不懂(?:官话|术语|那些)?|keep it simple|in plain words|briefly',
  },
]

/** Who is in a hurry says so beside the matter. */
const HASTE_WORDS =
  "急死(?:我|人)?|急用|急等|(?:真的?|非常|特别|十分|比较|挺|很|有点|事情)*(?:着?急|紧急)|十万火急|在线等|坐等|等(?:着)?(?:回复?|答复|消息|用|你们?)|(?:请|麻烦|拜托|希望|求|望|能不能|可不可以)*(?:你们?|您)?(?:快点|快些|尽快|赶紧|赶快|速|早点|马上|立刻)(?:给?我?们?)?(?:回复?|答复|回答|告诉|处理)(?:我们?)?|求?[速秒]回|(?:it is |it's )?(?:very )?urgent|asap"

const COURTESY = new RegExp(`^(?:${ROWS.map(({ words }) => words).join('|')})${SOFT}*`, 'u')
const HASTE = new RegExp(`^(?:${HASTE_WORDS})(?:的|了|啊|呀|哦|吧|吗|一下|下|各位|\\s)*`, 'u')

const bare = (clause: string) => clause.replace(/[,，、。.;；:：!！?？~～\s]+$/u, '').trim()

/** What a clause does beside the matter; null when it says something of it. */
export function asideIn(clause: string): 'courtesy' | 'haste' | null {
  let rest = bare(clause)
  let isHasty = false
  while (rest !== '') {
    const unhurried = rest.replace(HASTE, '')
    isHasty ||= unhurried !== rest
    const next = unhurried.replace(COURTESY, '')
    if (next === rest) return null
    rest = next
  }
  return isHasty ? 'haste' : 'courtesy'
}
