// What is said to a ticket of one's own that was just handed in, answered or looked at: then a few words
// are enough, which would mean nothing or any item where no ticket is in hand.
import { ownSubject } from '../own-subject.ts'
import { anyOf, inOrder, without } from '../patterns.ts'
import type { TicketReply } from './ticket-reply.ts'

type Row = Readonly<{
  reply: TicketReply
  pattern: RegExp
  /** So much may stand beside it: a reason, or how the person feels. In characters of its own. */
  besides: number
}>

const FILED = '(?:写|填|打|报|留|输|弄|搞|说|讲|发)'

const ADDITION = anyOf(
  // Something was left out.
  inOrder(
    /(?:忘(?:记|了)?|漏)了?/u,
    /(?:[说讲写填提报]|交代)(?:了|一?[个点件句条])?(?=$|[,，:：。\s我还有那他])/u,
  ),
  // One more line.
  /(?:再|还要?|帮我)(?:加|补|添|备注)(?:充)?(?:上)?(?:[一两几]?[句条点个]|一?下)/u,
  // In English.
  /^(?:please |pls |can you |also )?(?:add|note)\b|i forgot to (?:say|mention|add|tell)|one more thing/u,
)

const PARTICULAR =
  '(?:电话|手机号?码?|号码|地址|地点|位置|联系人|联系方式|名字|姓名|公司名称?|企业名称?|信用代码|内容|描述|信息|诉求)'
const CORRECTION = anyOf(
  // What was wrong.
  new RegExp(`${PARTICULAR}[^,，。?？]{0,4}${FILED}?(?:错|反)了?`, 'u'),
  new RegExp(`${FILED}错了?(?:个|一个)?${PARTICULAR}`, 'u'),
  // What is to be changed.
  new RegExp(`(?:改|更正|修改|换)(?:一?下|个)?(?:我的|刚才的)?${PARTICULAR}`, 'u'),
  new RegExp(`${PARTICULAR}(?:我?要|想|能不能)?(?:改|换|更正)(?:一?下|个|了|成)`, 'u'),
  // In English.
  /wrong (?:phone|number|address|name)|\btypo\b|(?:change|correct|update) (?:my|the) (?:phone|number|address|name|contact)/u,
)

const URGE = anyOf(
  /能不能(?:再)?(?:快|早)|快(?:一?点|一?些)|(?:抓|赶)紧|急(?:死|用|啊|等|得很)|等不[及了起]|催(?!款|收|缴|债|化|芽)|加急/u,
  /\bhurry\b|\burge\b|\burgent\b|\basap\b|speed (?:it )?up|\bfaster\b/u,
)

const BY_WHEN = /(?:什么|啥)时候|几时|何时|多久|多长时间|几天|哪天/u
const PROGRESS = anyOf(
  // When somebody comes, calls or has done it.
  inOrder(
    BY_WHEN,
    /(?:之?内|能|会|可以|才|有人|给我|[来过]){0,4}?(?:来|联系|回复|答复|回(?:音|电|我)|打(?:我)?电话|打给我|处理|解决|修|弄好|有(?:消息|结果|人)|好(?=$|[?？啊呀呢]))/u,
  ),
  // Who has it.
  /(?:谁|哪个|哪位|哪个部门)(?:在|来|帮我)?(?:办|处理|负责|跟进?|管|接)(?:我|这)?/u,
  // Nothing has been heard.
  inOrder(
    /(?:没有?|不见|毫无)(?:一点|任何|个)?/u,
    /动静|反应|消息|回音|音讯|下文|人(?:来|理|管|联系|打|回|找|跟)|(?:给)?(?:我)?(?:打|回)(?:我|过|个)?电话/u,
  ),
  /等了(?:半天|好久|好多天|这么久|很久|[一两三几]天)/u,
  /(?:是不是|怎么|又|都)不(?:管|理|办)|管不管/u,
  // Whether it is done, or has come.
  /(?:好|办|弄|修|处理|解决)(?:好)?了(?:没有?|吗|么)|(?:怎么|咋)样了|(?:收|看)到(?:了)?(?:没有?|吗)/u,
  // In English.
  /any (?:update|news|progress)|still waiting|when (?:will|can|is) (?:some|any|you|they|it)|(?:no ?one|nobody)(?: has| have)? (?:called|contacted|replied|come)/u,
  /(?:have|has|did) you (?:received?|got|get)|is it done|how is it going/u,
)

const DONE_WITH = anyOf(
  /(?:不用|不要|不必|别)(?:再|你们|麻烦)?(?:管|办|处理|来|弄|修|查|跟)了/u,
  /取消(?:掉|吧|了|它|这个)?(?=$|[,，。!！\s])|撤(?:了|掉|回|销|单)(?!.{0,4}(?:处罚|决定))|(?:不|别)(?:办|报|弄)了(?=$|[,，。!！\s吧])/u,
  /(?:弄|搞|报|提|点)错了(?=$|[,，。!！\s啊])/u,
  /\b(?:cancel|withdraw)(?: (?:it|this|that|my request))?[\s.!]*$|\b(?:want|like|need) to (?:cancel|withdraw)\b|not needed any ?more/u,
)

const SOLVED = anyOf(
  inOrder(
    /(?:已经?|都|刚刚?|全部?|总算|终于|也)?/u,
    /(?:解决|修好|弄好|搞好|搞定|处理好|办好|放行|恢复|来电|来水)(?:了|啦|咯|喽)(?!一半|一部分|部分|吗|么|没|[^,，。]{0,4}[?？])/u,
  ),
  /(?<!not |n['’]t |never )\b(?:been |is |was |all )?(?:solved|fixed|resolved|sorted)\b(?! yet)/u,
)
const NOT_DONE = anyOf(
  inOrder(
    /(?:根本|一点都?|压根|还是|完全|到现在都?)(?:没有?|不)人?(?:来|给|帮)?/u,
    /弄|修|办|管|解决|处理|动|改|来|好/u,
  ),
  /\b(?:not|never|n['’]t)(?: been)? (?:yet )?(?:solved|fixed|resolved|done|sorted)/u,
)
const BLAMED =
  /差评|(?:一|1)(?:颗|个)?星|(?:太|真|很)差(?!不多)|敷衍|糊弄|踢皮球|只(?:说|讲)[^,，。]{0,6}(?:计划|研究|考虑)/u
const PRAISED = anyOf(
  /(?:五|5|四|4)(?:颗|个)?星|好评|点个?赞|(?<!不|没|谁)满意(?!度|率)|(?:办|做|服务|处理)得?(?:很|真|挺|蛮)(?:好|不错|快)/u,
  /^(?:行|好|可以)(?:吧|的)?[,，\s]*(?:那)?就这样(?:吧|了)?[。!！]?$|没(?:什么|啥)?事了/u,
)

const ALL = anyOf(
  /(?:有|还有|还剩|剩)(?:下)?几[个件条](?:诉求|单子?|没|在)?/u,
  /(?:两|三|四|几)[个件条](?:诉求|单子?)?(?:都|分别|各)?(?:是)?(?:什么|啥|怎么|咋)(?:样|情况|进展|进度)?/u,
)

/** One of several, and nothing else. */
const ONE_OF = anyOf(
  /^(?:选|是|就)?(?:第?[1-9一二三四五六七八九](?:个|件|条)?|(?:最[早新后近]|[前后上下]面|刚才)(?:的)?(?:那|这)?一?(?:个|件|条)?)(?:吧|的)?[。.]?$/u,
  /^[^,，。?？]{1,8}(?<!的|是)(?:的)?那一?[个件条](?:吧)?[。.]?$/u,
)

const ANYTHING = Number.POSITIVE_INFINITY

/** The first that fits counts. */
const ROWS: readonly Row[] = [
  { reply: 'one_of', pattern: ONE_OF, besides: ANYTHING },
  { reply: 'addition', pattern: ADDITION, besides: ANYTHING },
  { reply: 'correction', pattern: CORRECTION, besides: 16 },
  { reply: 'blamed', pattern: anyOf(NOT_DONE, BLAMED), besides: 10 },
  { reply: 'solved', pattern: SOLVED, besides: 6 },
  { reply: 'done_with', pattern: DONE_WITH, besides: 8 },
  { reply: 'all', pattern: ALL, besides: 2 },
  { reply: 'praised', pattern: PRAISED, besides: 4 },
  { reply: 'urge', pattern: URGE, besides: 8 },
  { reply: 'progress', pattern: PROGRESS, besides: 3 },
]

/** So many letters say as much as one character. */
const LETTERS = 4

const FEELING =
  /急死(?:了|人)?|烦死|真的?|谢谢?(?:你们?|您)?|好的?|对了|哎|唉|喂|你们|到底|怎么|都|一直|还|ok\b|thanks?(?: you)?|hello/u
const LENGTH_MAX = 120

/** What the normalised text does to the ticket in hand, or null. */
export function replyInHand(normalized: string): TicketReply | null {
  if (normalized.length > LENGTH_MAX) return null
  const scale = isLatin(normalized) ? LETTERS : 1
  const row = ROWS.find(
    ({ pattern, besides }) =>
      pattern.test(normalized) &&
      ownSubject(without([pattern, FEELING], normalized)) <= besides * scale,
  )
  return row?.reply ?? null
}

const isLatin = (normalized: string) => /^[\x20-\x7e]*$/u.test(normalized)

const NEW_VALUE = /\d{5,}|(?:改成|改为|换成|应该?是|正确的?(?:是)?|改到)[^,，。]{2,}/u

/** Whether a correction says what is right. */
export const tellsRight = (normalized: string): boolean => NEW_VALUE.test(normalized)
