// What must not be missed, as rows of tables: attempts to turn the assistant against its rules, other
// people's data, the wish for a person, small talk, anger, an answer that was of no use; danger has a
// file of its own. The route model weighs them as acts (speech-acts.ts). In short messages all but
// the refusals also decide by themselves (conversation/intent/guards.ts).

export type RefusalSignal = 'promise' | 'inside_information' | 'forgery' | 'privacy' | 'injection'

export type SmalltalkSignal =
  | 'chat'
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'identity'
  | 'opener'
  | 'empty'

type Row<T> = Readonly<{ what: T; pattern: RegExp; unless?: RegExp }>

const REFUSALS: readonly Row<RefusalSignal>[] = [
  {
    what: 'injection',
    pattern:
      /(?:忽略|无视|忘(?:记|掉)|抛开|绕过|跳过|解除|关闭)(?:了|掉)?(?:(?:你|您|之前|此前|前面|以上|上面|上述|先前|所有|全部|一切|任何|系统|开发者|预设|原来|内置|内部|自己|身上|那些|这些|现有|刚才|的|和|与|[,，、\s]).{0,12})?(?:规则|指令|指示|设定)|(?:忽略|无视|忘(?:记|掉)|抛开|绕过|跳过|解除|关闭)(?:了|掉)?.{0,4}(?:你|您|之前|此前|前面的|以上|上面|上述|先前|一切|所有|任何|身上).{0,8}(?:规定|限制|要求|提示|约束|安全|审查|过滤)|(?:忽略|无视|忘(?:记|掉))(?:上文|前文|上下文|(?:以上|前面的?|之前的?)(?:内容|对话))|系统(?:提示词|指令)|提示词|你的(?:后台)?(?:指令|设定|配置|源码|源代码|prompt)|(?:后台|内部|原始)(?:的)?(?:指令|提示|配置)|(?:扮演|假装)(?:你是|成|一个|一下)|(?:假设|模拟)(?:你|成)|(?:你(?:现在|开始)|从现在(?:开始|起).{0,3}你).{0,6}(?:是(?!不是|否|什么)|扮演|变成|叫)|开发者模式|越狱|system ?prompt|jailbreak|\bdan\b|(?:ignore|disregard|forget|override|bypass).{0,30}(?:instruction|rule|prompt|previous|above|polic|restriction|guideline)|you are now|pretend|act as|developer mode|reveal your|(?:drop|delete|truncate|alter) (?:table|from)|union select|select .{1,40} from|\bor 1=1|<script|"role"\s*:|\{\{|api[_ -]?key|管理员(?:口令|密码)|(?:给我|切换|开放|进入|你的).{0,4}管理员权限|root(?:权限|密码)/u,
  },
  {
    what: 'privacy',
    pattern:
      /(?:举报|投诉)(?:了)?(?:我|我们|咱).{0,14}(?:谁|名字|电话|哪个|哪家|是不是)|(?:是)?谁(?:举报|投诉|告)(?:的|了)(?:我|我们)|(?:谁|哪个|哪家).{0,6}(?:举报|投诉|告)(?:了)?(?:我|我们)|(?:老板|法人|经理|科长|局长|主任|科员|领导|负责人|业主|员工|同事|股东|人家|他|她|举报人|投诉人|专员)(?:的)?(?:私人)?(?:手机|电话|微信|住址|家庭地址|身份证|住哪|工资|银行卡)|(?:别人|别家|人家|他们|那家|隔壁|同行|对手|竞争对手|对方)(?:的|家|公司|厂)?.{0,14}(?:工单|诉求|申报材料|报税|账户|流水|营业额|税交|纳税额|社保名单|客户名单)/u,
    unless: /企业信用|公示(?:信息|系统)|怎么(?:查|申请)公开/u,
  },
  {
    what: 'promise',
    pattern:
      /(?:给|要|求)(?:我|我们)?(?:个|一句|句)?(?:准话|准数|痛快话|保证|承诺|包票)|打包票|百分(?:之)?百.{0,6}(?:能|会|过|批)|(?:保证|承诺|担保|答应).{0,10}(?:能|过|批|拿到|下来|通过|给我|让我)|包(?:过|批|拿)|一定(?:能|会)(?:批|过|给|拿)(?:.{0,4})(?:吧|不|吗|伐)|(?:肯定|铁定|稳)(?:能|会|有|可以)?.{0,6}(?:吧|对吧)|guarantee(?: me| us| that)?/u,
    unless:
      /保证金|担保|履约保证|质保|承诺制|告知承诺|书面承诺|签(?:个|了|署)?承诺|质量保证|保证保险/u,
  },
  {
    what: 'forgery',
    pattern:
      /(?:做|弄|搞|造|编|开|整|办|买|伪造|补)(?:点|个|几|份|张|一)?.{0,6}假(?:的|证|章|合同|社保|发票|材料|资料|流水|报告|执照|数据)|造假|伪造|假(?:社保|合同|发票|章|证明|报告|材料|流水)|编(?:一|几|个|点|造|份).{0,6}(?:合同|材料|数据|台账|报告|名单|记录)|(?:润色|(?<!整)改(?!造|建)|修改|调|p)(?:一下|成|到)?.{0,12}(?:达标|合格(?!证)|日期|数据)|(?:润色|(?<!整)改(?!造|建)|修改)(?:一下|成|到)?.{0,6}报告|挂靠(?:个|一|谁|哪)|(?:哪里|去哪|帮我).{0,6}挂靠|虚开|偷税|逃税|少报.{0,6}(?:收入|营业额)|倒签|fake|forge/u,
    unless:
      /打假|被假|被(?:人)?(?:冒用|伪造|虚开)|(?:不|别)(?:能|要)?造假|举报|投诉|原来一直挂靠|维权/u,
  },
  {
    what: 'inside_information',
    pattern:
      /(?:透|漏|泄)(?:个|点|露|一)?(?:风|底|口风|题|消息)|(?:底价|标底|评委|评审专家|专家).{0,10}(?:是谁|哪几|名单|多少|电话|拜访|认识)|内(?:部|幕)(?:消息|信息|名单|文件|价)|(?<!转)走(?:个|点|走)?(?:后门|关系|门路)|找(?:个|点|找)?(?:关系|熟人|门路)|(?:托(?:人|门路)|有门路|(?<=[局科处室里头部面])有人)(?:吗|不|么|伐)|托关系|(?:好处|意思|表示|孝敬|打点|红包|购物卡|回扣|茶水费|辛苦费|感谢费)(?:费|一下|少不了|给)|少不了(?:你|您)|(?:请|约).{0,8}(?:科长|局长|处长|主任|领导|评委|专家|审批).{0,6}(?:吃|喝|坐坐|聚)|(?:科长|局长|处长|主任|领导).{0,12}(?:喜欢|爱喝|爱好|吃饭|说话管用|搭个线)|bribe|under the table|insider/u,
    unless: /举报|索要|投诉|(?:被|有人)要(?:好处|红包|回扣)/u,
  },
]

/** Why the message is refused, or null. */
export function refusalIn(normalized: string): RefusalSignal | null {
  const row = REFUSALS.find(
    ({ pattern, unless }) => pattern.test(normalized) && unless?.test(normalized) !== true,
  )
  return row?.what ?? null
}

// Where the wish ends: another noun behind it makes it another matter (人工鱼礁, 客服外包).
const PAUSE = '$|[,，。.!！?？;；:：、~…\\s]|[吧呀啊哈哦呢吗嘛么伐了]|在(?:吗|么|不|伐|线)'
const ENDS = `(?=${PAUSE}|[来接帮处解回跟和联讲说问谈行])`
/**
 * 「不要转人工」「我不要人工」「没叫客服」 are no wish. A bare 不 denies only what the person does:
 * 「怎么不转人工」「还不给我转人工」 ask for one.
 */
const DENIAL =
  '(?:(?:不(?:要|用|想|许|准|必|需要?)|别|勿要?|莫|甭)(?:再|给|帮|替)?(?:我|我们|阿拉)?|(?<=^|[,，。.!！?？\\s]|我|我们|阿拉|先|就|才|又)(?:不|不是(?:想|要)?)|没(?=要|叫))'
const TO_PERSON = `(?:转|要|找|叫|接|来|换|给|请|有)(?:我|我们|到|一下|你们)*(?:一?个|位)?(?:人工|真人|活人|客服)`
const DESK = '(?:客服|服务|坐席|座席|热线|台)?'

const DENIES_PERSON = new RegExp(
  `${DENIAL}${TO_PERSON}|(?<!需)不(?:需要|用|必)(?:你们的?)?(?:人工|真人|客服)${DESK}${ENDS}`,
  'u',
)

// In English, of whoever wants none: not of whoever misses one (“no person answers?”).
const NO_PERSON = '(?:persons?|people|humans?|agents?|staff|operators?)(?: beings?)?'
const DENIES_PERSON_IN_ENGLISH = new RegExp(
  `(?:^|[,.!;]\\s*|\\bbut )(?:please |pls |ok |sorry )*(?:no|not|without)(?: an?| any| real| live| the)* ${NO_PERSON}(?=\\s*(?:$|[,.!;]|please\\b|pls\\b|needed\\b|necessary\\b|i just\\b|just\\b))|\\b(?:do not|don['’]?t) (?:want|need|transfer|connect|put|give|call)[^,.!?;]{0,30}\\b(?:${NO_PERSON})\\b`,
  'gu',
)
const ONLY_ASKS =
  /\b(?:i |we )?(?:just|only) (?:want to |wanna |need to |have to )?(?:ask|asking|a question|question)\b(?: you)?/gu

const PERSON: readonly RegExp[] = [
  // To be put through.
  new RegExp(`(?<!${DENIAL})${TO_PERSON}${DESK}${ENDS}`, 'u'),
  new RegExp(`(?:(?<!不)需要|可以|直接|马上)(?:人工|真人)${DESK}${ENDS}`, 'u'),
  new RegExp(`^(?:人工|真人|客服)+${DESK}(?=${PAUSE})|[,，。.!！?？\\s](?:人工|真人)${DESK}$`, 'u'),
  /别跟我(?:机器人|绕)|不(?:要|想)(?:再)?(?:跟|和|同)(?:你(?:个|这个)?)?机器人|不(?:要|想)机器人/u,
  /(?:real|human|live) (?:person|agent|being|staff)|(?:speak|talk) (?:to|with) (?:a |some)?(?:human|person|someone|agent|staff)/u,
  // To be called.
  /(?:让|(?<!申)请(?!问|了|过)|叫|安排|派(?!来))个?[^,，。\s]{0,10}(?:回|打)(?:个|我)?电话?(?!话|的|(?:通知|问|找|给|联系)?(?:谁|哪|什么|多少))/u,
  /登个?记(?:一下)?[,，\s]*(?:(?:让|叫|请)人)?(?:给|跟)?我?(?:打个?电话|回个?电话?|联系)(?:给)?我/u,
  /^(?:我的?)?(?:手机|电话)?(?:号码?)?[是:：\s]*(?:\+?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})[。.!！~\s]*$/u,
  /call me (?:back|at|on)/u,
  // To call, or to be helped without typing.
  /(?:客服|人工|你们|中心|专员|工作人员|^服务)(?:这里|那里|这边)?的?(?:联系|服务|咨询)?(?:电话|热线)(?:号码?)?(?:是|打)?(?:多少|几号|哪个|有(?:吗|伐|没有)|告诉我|给我|发我|[?？]|$)/u,
  /(?:给|留|发)(?:我|个|我?一个)(?:你们的?)?(?:联系|客服|人工)?电话(?:号码?)?(?:给我)?(?:吧|呀|好吗|好伐|行吗)?[。!！?？~]*$|^(?:联系)?电话(?:号码?)?(?:给|发|报)(?:我|一下)一?个?/u,
  /^(?=.*(?:[找叫让派来]个?人|电话|怎么办|咋办|帮我(?:登|填|写)|语音|口头)).*(?:不(?:太|怎么)?会打字|打字.{0,3}(?:不会|不来|不动|不方便|慢|吃力|费劲)|字(?:都|也)?(?:打不来|不会打|打不了|打不动))/u,
  /(?:can'?t|cannot|hard to) type|(?:what(?:'s| is)|give me|have) (?:you|the|a|an)r? ?(?:phone|telephone|hotline)(?: number)?/u,
]

/** Whether the person asks for a human being: to be put through, to be called, or whom to call. */
export const wantsPerson = (normalized: string): boolean =>
  anyIn(PERSON, normalized.replace(DENIES_PERSON_IN_ENGLISH, ' '))

/** Whether the message says that no person is wanted, and nothing in it that one is. */
export const deniesPerson = (normalized: string): boolean =>
  (DENIES_PERSON.test(normalized) || normalized.search(DENIES_PERSON_IN_ENGLISH) !== -1) &&
  !wantsPerson(normalized)

/** What is said beside that no person is wanted. */
export const beyondDenial = (normalized: string): string =>
  normalized
    .replace(DENIES_PERSON, ' ')
    .replace(DENIES_PERSON_IN_ENGLISH, ' ')
    .replace(ONLY_ASKS, ' ')

// How people are spoken to.
const VOCATIVE = '(?:老师|师傅|领导|小舟|客服|同志|大哥|大姐|小姐姐|小哥哥?|美女|帅哥|亲|各位)'

const SMALLTALK: readonly Row<SmalltalkSignal>[] = [
  {
    what: 'thanks',
    pattern: new RegExp(
      `^(?:好的?|好嘞|嗯+|哦+|行|知道了|明白了?|收到|ok)?[,，!。\\s]*${VOCATIVE}?[,，\\s]*(?:谢谢|谢了|多谢|感谢|辛苦)(?:你们?|您|侬|了|啦|啊|呀|哈|哦|[,，\\s]|${VOCATIVE}|谢谢|辛苦)*[~!！。.\\s]*$`,
      'u',
    ),
  },
  {
    what: 'thanks',
    pattern:
      /^(?:好的?|好吧|嗯+|哦+|噢|ok(?:ay)?|行吧?|晓得了|知道了|明白了?|了解|收到|懂了|清楚了|great|perfect|awesome|cool|excellent|nice|wonderful|brilliant|all ?right|got it|understood|many)?[,，!。\s]*(?:谢谢|谢了|多谢|感谢|辛苦|thanks?|thank you|thx|3q|谢)(?:\s?(?:你|您|侬|了|啦|哈|哦|小舟|大家|so much|a lot|very much|you|bro|mate|man|sir|dear|buddy|friend|my friend|boss))*[~!！。.,\s]*(?:讲得.{0,6}|说得.{0,6}|解释得.{0,6})?$/u,
  },
  {
    what: 'thanks',
    pattern:
      /^(?:好的?|嗯+|哦+|行)?[,，\s]*(?:好的?|好嘞|好滴|嗯+|哦|噢|ok|okay|great|perfect|cool|all ?right|got it|understood|noted|行|行吧|晓得了?|知道了?|明白了?|了解了?|收到|懂了|清楚了|可以了|没事了|没了)[啊呀哈啦哦!！。~.\s]*$/u,
  },
  {
    what: 'farewell',
    pattern:
      /^(?:好嘞?|那|嗯|行)?[,，\s]*(?:先这样|就这样|那先这样)?[,，\s]*(?:再见|拜拜|拜|bye(?: bye)?|goodbye|88|晚安|回头聊|下次再聊|先这样)[啦了吧哈!！。~\s]*$/u,
  },
  {
    what: 'greeting',
    pattern: new RegExp(
      `^(?:请问)?${VOCATIVE}?[,，\\s]*(?:你好|您好|侬好|好)(?:呀|啊|哈|哦|[,，\\s])*${VOCATIVE}?[啊呀哦,，!！。~\\s]*(?:在吗|在不在?|在伐|在线吗|有人(?:在)?[吗伐不])?[?？!！。~\\s]*$|^(?:请问|[,，\\s]|${VOCATIVE})*(?:在吗|在不在?|在伐|在线吗|有人(?:在)?[吗伐不没])[啊呀]?[?？!！。~\\s]*${VOCATIVE}?[?？!！。~\\s]*$|^(?:hi|hello|hey)?[ ,]*(?:there)?[ ,]*(?:is )?any(?:one|body) (?:here|there|in)[?!. ]*$`,
      'u',
    ),
  },
  {
    what: 'greeting',
    pattern:
      /^(?:小舟)?[,，\s]*(?:你好|您好|侬好|哈喽|哈罗|嗨|hi|hello|hey|早|早上好|上午好|中午好|下午好|晚上好|good (?:morning|afternoon|evening))(?:呀|啊|哈|小舟|哦|there)*[,，!！。~.\s]*(?:在吗|在不|在伐|在线吗|有人吗|有人在吗)?[?？!！。~\s]*$/u,
  },
  {
    what: 'greeting',
    pattern:
      /^(?:请问)?(?:老师|客服|小舟|同志)?[,，\s]*(?:在吗|在不在?|在伐|在线吗|有人吗|有人在吗|有人伐|喂+|嘿|您在吗|亲)(?:老师|亲|客服|小舟|同志|呀|啊)?[?？!！。~\s]*$/u,
  },
  {
    what: 'identity',
    pattern:
      /^(?:请问)?(?:你|您|侬)(?:到底)?(?:是|叫)(?:谁|啥|什么(?!时|地|材料|证|手续|情况)|哪位|真人|人工|机器人|人还是机器|ai)|你(?:都|到底)?(?:会|能|可以)(?:帮我|帮忙|为我)?(?:干|做|帮|办|回答|解决)?(?:点|些)?(?:啥|什么|哪些)(?:事情?|忙|问题|业务)?[呢呀啊吗么嘛?？!！。~\s]*$|你是(?:不是)?(?:真人|机器人|人|ai)|你是(?:哪|谁|什么|啥)(?:家|个|种)?.{0,6}(?:开发|做|造|模型|公司)|^你?(?:是)?(?:不是)?(?:deepseek|chatgpt|豆包|文心|通义|kimi|gpt)(?:还是.{1,12})?[吗么吧?？!！。~\s]*$|who are you|what can you do|are you (?:a )?(?:real|robot|bot|human|ai)/u,
  },
  {
    what: 'opener',
    pattern:
      /^(?:你好|您好|喂)?[,，\s]*(?:我)?(?:想|要)?(?:请?问|咨询|请教|打听)(?:一下|个|下|一个|点|件|你|您)*(?:事|问题|事情)?[啊呀吧哈,，。!！~.\s]*$/u,
  },
  {
    what: 'chat',
    pattern:
      /^(?:好的?|嗯|那|你)?[,，\s]*(?:(?:等(?:我)?(?:一下|下|等|会儿?)|稍等|先等等)(?:哈|啊|哦)?[,，。\s]*(?:我(?:去|先)?.{0,10})?|测试(?:一下|测试|下)?[,，\s]*(?:能)?(?:收到|听到|看到)?(?:吗|没|不)?|(?:能|会)?.{0,6}聊(?:两句|几句|聊|会儿?|天)(?:吗|伐|不|吧)?)[!！?？。~\s]*$/u,
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

// Words of anger that are also parts of ordinary ones (操作, 滚装, 建筑垃圾, 妈祖) count where they stand
// alone or are said of us.
const US =
  '(?:你们?|系统|机器人?|客服|助手|平台|网站|小舟|中心|服务|回答|答复|ai)(?:们|这(?:个|帮|群)|都|就|还|全|真|太|也|简直|纯粹?|是|一(?:群|帮|堆)|些|什么|个|的)*'
const BAD =
  '(?:垃圾|废物|差劲|太?差(?!异|别|额|价|旅|不多|一)|太?烂|没(?:什么|啥)?用(?!过|完)|笨|蠢|傻|摆设|骗子|骗人的|废话|扯淡|吃干饭|一塌糊涂|过分)'

const ABUSE: readonly RegExp[] = [
  /他妈的|(?:我|你们?|真|太|这|都|怎么|什么)他妈(?!妈|祖)|(?:^|[,，。.!！?？\s])(?:妈的|操|滚(?:蛋|开|远点)?)(?=$|[,，。.!！?？\s])|(?<![a-z])tmd(?![a-z])|卧槽|我操(?!作)|操(?:蛋|你)|傻(?:逼|b)|狗屁|放屁|王八蛋|混蛋|脑子(?:有病|进水|坏|不好使)|神经病(?:吧|啊|$|[!！])|有(?:毛)?病吧|吃干饭|去死吧|人工智障|岂有此理|欺人太甚/u,
  /\bfuck|\b(?:bull)?shit\b|\bwtf\b|\bidiots?\b|you .{0,24}(?:useless|stupid|garbage|a joke)|(?:useless|stupid|damn) (?:bot|robot|system|machine|website|service|app|thing)|what a (?:joke|mess)/u,
  // A verdict on us.
  new RegExp(`${US}${BAD}`, 'u'),
  /(?:^|[,，。.!！?？\s])(?:真|太|就|都|全|是|一群|一帮|一堆|什么)*(?:垃圾|废物|差劲|骗子|废话)(?=$|[,，。.!！~\s了啊呀吧]|系统|机器|客服|助手|平台|玩意|东西|网站|连篇)/u,
  /什么(?:破(?!产|损|坏|碎|拆|冰)|烂(?!尾)|狗屁|(?:鬼|垃圾)(?:系统|东西|玩意|机器|网站|平台|服务|客服))|(?:这|你们)(?:个|种)?破(?:系统|网站|机器|平台|软件|助手|客服|东西|服务|玩意)|什么玩意|什么态度|(?:太|真)差劲|(?:^|[,，。.!！\s]|你们?|真是)没用的东西|(?:服务|态度|效率|水平|体验).{0,3}太差|(?:怎么|咋|为什么)(?:就|都)?这么(?:笨|蠢|傻|烂|难用|垃圾|没用|差劲)/u,
  /敷衍(?:谁|人|我|了事|老百姓)|糊弄(?:谁|人|我|鬼|老百姓)|忽悠(?:谁|人|我|鬼)|耍(?:我|人|猴)|(?:说|讲|问)了?(?:等于|也是|跟)(?:没说|没讲|没问|白)|全是废话|你们?(?:到底|究竟)?(?:行不行|还行不行|有没有用|是不是傻|好意思|对得起|有没有良心|是?干什么吃|搞什么鬼)/u,
  // A threat, or a complaint about the assistant itself.
  /再不.{1,12}(?:我|我们)?就(?:去|要|给你|发|上|找|告|投诉|举报|曝光)|(?:就|要|去|给你们?).{0,8}曝光|投诉你们?(?:这个?)?(?:助手|机器人|系统|平台|客服|小舟)/u,
]

const FURY: readonly RegExp[] = [
  /气死|气炸|烦死|烦透|受够|受不了你们|忍无可忍|忍不(?:了|下去)|气人(?=$|[,，。.!！~\s])|抓狂|窝火|(?:我|好|很|真|太|非常|实在|都)(?:是)?(?:生气|恼火|气愤|愤怒|火大|来气)|(?:我|人|心态)(?:真的|都|快|要)*(?:崩溃|疯了)|被你们?.{0,3}疯|有完没完|没完没了/u,
  /(?:am|so|very|really|getting) (?:angry|furious|frustrated)|fed up|sick of/u,
]

const anyIn = (patterns: readonly RegExp[], normalized: string) =>
  patterns.some((pattern) => pattern.test(normalized))

/** Whether the message abuses or threatens: us, as a rule. */
export const isAbusive = (normalized: string): boolean => anyIn(ABUSE, normalized)

/** Whether the message is angry, at us or at something else. */
export const isUpset = (normalized: string): boolean =>
  isAbusive(normalized) || anyIn(FURY, normalized)

/** What the message says beside the words of anger. */
export const withoutAnger = (normalized: string): string =>
  [...ABUSE, ...FURY].reduce(
    (rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ' '),
    normalized,
  )

const UNHELPED =
  /(?:^|[,，。.!！?？~…\s])(?:还是|又|都|你|这个?|那|根本|完全|一点|回答|答|说|讲|哎|唉|得|的)*(?:没(?:有|什么|啥)?(?:用|帮助)(?:的|处)?(?=$|[,，。.!！?？~\s啊呀吧呢嘛])|不管用(?=$|[,，。.!！?？~\s])|没(?:有)?帮(?:到|上)(?:我|忙)?|一点用(?:都|也)?没有|(?:看|听)不懂你|(?:和|跟)我问的.{0,4}(?:不|没|无)|没(?:有)?一个(?:是|对)的?(?=$|[,，。!！\s])|答非所问|(?:驴唇|牛头)不对马(?:嘴|面)|不对题|(?:搞|弄|答|理解|听|看)错(?:了|我)|没(?:有)?(?:回答|答到|听懂|看懂|理解|搞懂|弄懂|明白)(?:我的?(?:意思|问题)?|问题|意思|$)|听不懂(?:我|人话|$)|不是(?:我|阿拉|俺)(?:想|要)?(?:问|说|讲|找|要|办)的|不是这个(?:意思|问题|答案)?(?=$|[,，。.!！?？~\s])|(?:都|全)不是(?=$|[,，。.!！?？~\s])|不对(?:不对|的|啊|呀|吧)*[。!！~]*$)|not (?:helpful|useful|what i (?:asked|meant|want))|(?:doesn'?t|didn'?t|does not|did not) (?:help|answer)|wrong answer|irrelevant|you(?:'re| are)? (?:misunderst|got it wrong)/u

/** Whether the message says that our answer was of no use. */
export const isUnhelped = (normalized: string): boolean => UNHELPED.test(normalized)

/** What is said beside that our answer was of no use. */
export const beyondUnhelped = (normalized: string): string =>
  normalized.replace(new RegExp(UNHELPED, 'gu'), ' ')
