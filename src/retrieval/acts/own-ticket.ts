// What a message does to a ticket of the person's own. Each act is a row; a row is only believed when
// its clause says so now: neither asked, nor denied, nor supposed, nor told of what others said.
import { folded } from '../../kernel/folded.ts'

/** What a requester may do to a ticket of their own from the chat. */
export const OWN_TICKET_ACTS = [
  'list',
  'progress',
  'supplement',
  'withdraw',
  'urge',
  'confirm',
  'dissatisfied',
] as const
export type OwnTicketAct = (typeof OWN_TICKET_ACTS)[number]

type ActRow = Readonly<{
  what: OwnTicketAct
  /** Found with all its places, so it carries the flag g. */
  pattern: RegExp
  /**
   * Which questions do it all the same: those that beg (「能帮我催一下吗」), those that ask leave as
   * well (「能撤回吗」, which is asked back before it is done), or all.
   */
  asked: 'never' | 'begging' | 'leave' | 'always'
  /** Clauses that have the words and do not mean them. */
  unless?: RegExp
}>

const ACTS: readonly ActRow[] = [
  {
    what: 'withdraw',
    asked: 'leave',
    pattern:
      /撤(?:回|掉|销|单|诉|下|了|吧)|不(?:用|要|需要?|必|想)(?:再|你们|麻烦|继续)*(?:办|处理|管|弄|跟|查|解决|协调)(?:下去)?(?:了|吧|啦|$)|(?:不|别)(?:办|弄|搞|反映|投诉|追究)了|取消|作废|当我没(?:说|提|报)|withdraw|\bcancel|call (?:it )?off|\bdrop (?:it|my|the)\b/gu,
    unless: /如果|要是|假如|万一|的话|除非|等.{0,8}(?:再|才)|\bif\b/u,
  },
  {
    what: 'dissatisfied',
    asked: 'begging',
    pattern:
      /(?:不(?!是不)|没|未|谈不上|算不上|说不上|称不上|难以|无法|哪(?:里|来|能)).{0,4}满意|满意(?:才怪|个(?:鬼|屁|头)|不(?:了|起来))|不(?:认(?!识|为)|服|接受)|(?:没|没有|未|不算|不叫)(?:真正|彻底|完全|根本|给我|帮我|能)?(?:解决|处理好|办好|弄好|修好)|解决不了|白办|等于没|打回重|重新?(?:给我|帮我|再)?(?:办|处理|派|打开)|re-?open|(?:not|n['’]t|never)(?: been| really| yet| at all| be| get| very| quite){0,2} (?:satisf|happy|resolved|solved|fixed|settled)|unsatisf|dissatisf|unresolved|still (?:broken|the same|not|there)/gu,
    unless: /不接受(?:申请|材料|办理)/u,
  },
  {
    what: 'confirm',
    asked: 'never',
    pattern:
      /确认(?:解决|办结|完成|没问题|无误)|(?:解决|处理好|办好|办妥|修好|弄好|搞定|落实)了(?!一半|一部分|部分|一点|一些|几|其中)|可以(?:结|关|归档)|[结关]了吧|结(?:案|了|单|掉)|关掉|满意(?!度|率|的|为止)|没(?:什么|啥|有)?(?:问题|事)了|(?:resolved|solved|fixed|settled|sorted)\b|\bclose (?:it|this|that|my|the)\b|(?:^|\b(?:i|we) )confirm(?:ed)?\b|\b(?:i['’]?m|i am|we are|very|quite) (?:satisfied|happy)/gu,
    unless:
      /如果|要是|假如|万一|的话|除非|等.{0,8}(?:再|才)|\b(?:if|once|until)\b|(?:显示|写着?|说|讲|通知|告诉|短信|状态|回复|标).{0,10}(?:解决|办结|结案|结了|办好|处理好|关)|confirm (?:receipt|the|when|whether|that you)/u,
  },
  {
    what: 'supplement',
    asked: 'begging',
    pattern:
      /补(?:充|一?下|[一两几]句|个|交|传|几|给|上|点|发)|(?:加|说|讲)上?[一两几](?:句|条|点)|更正|漏(?:说|写|填|报|交|传)|漏了(?:一|个|几)|(?:写|填|打|报|输|留|传)错|改(?:一?下|个|成|为)|附上|(?:照片|图片?|截图|附件|文件|视频|录音).{0,6}(?:传|发|补|交|给)|(?:电话|手机|号码|联系人|地址).{0,4}(?:换|改|变)了|换(?:个|了)?(?:电话|号码|手机|联系人)|忘(?:了|记)?(?:说|写|填|提|讲)|supplement|\badd (?:to|some|more|one|a|that)\b|\battach|typo|\b(?:correct|change|update) (?:the|my|our)\b|forgot to (?:mention|say|add|tell)|one more thing/gu,
  },
  {
    what: 'urge',
    asked: 'begging',
    pattern:
      /催(?!款|收|缴|债|化|芽)|加急|抓(?:紧|点紧)|赶(?:紧|快)|快(?:点|一点|些)|尽(?:快|早)|急死|等不及|\burg(?:e|ing|ent)\b|hurry|speed (?:it |this |things )?up|\basap\b|expedite|\bnudge\b|push (?:it|them|this)/gu,
  },
  {
    what: 'list',
    asked: 'always',
    pattern:
      /我们?(?:公司|厂|店|单位|企业)?(?:的|有|一共有?)?(?:哪些|哪几|几|多少|全部|所有).{0,5}(?:工单|诉求|单)|我们?的(?:工单|诉求|单子?)$|有几个单|列(?:出|一下|个|表|给|清)|(?:提|报|登记|反映|提交)过?了?(?:哪些|哪几|几|多少)(?:个|件|条|张)|(?:所有|全部)的?(?:诉求|工单|单子)|\bmy (?:tickets|requests|cases)\b|(?:list|show|see) .{0,12}(?:tickets|requests|cases)/gu,
  },
  {
    what: 'progress',
    asked: 'always',
    pattern:
      /进度|进展|到哪|哪一步|怎么样了|咋样了|有(?:没有)?(?:结果|回复|回音|消息|动静|人接)|处理(?:的|得|到|好)|办(?:好|得|到|的)|回(?:话|复|信)|在谁|谁(?:在|接)|登记上|编号|状态|待签收|查(?:一下|下|查|询|到)?|status|progress|update on/gu,
  },
]

// A clause ends at a mark, after a particle that ends a sentence, and after 「补充一句」: what follows
// that is the supplement, whatever it says.
const CLAUSE_ENDS =
  /[,，。.!！;；:：\n]+\s*|(?<=[?？])|(?<=[了吗呢伐吧]) +(?!没|吗|么|呢|不)|(?<=[补充加说讲]上?[一两几][句点条])/u

/** Words that hold a mark of questions or of denial and are neither. */
const NEITHER =
  /(?:没有?|不)(?:什么|啥|怎么|咋)|什么的|怎么(?:也|都|说)|[谁哪](?:里|儿|个)?(?:也|都)|不好意思|对不起|差不多|不过|要不(?!要)|[等来]不及|受不了|没(?:人|办法|意思|时间|关系|问题|事)|没有(?:人|办法|问题)/gu
/** 「能不能」, 「有没有」. */
const A_OR_NOT = /(.)[不没]\1/gu

const ASKING =
  /[?？]|吗|么\s*$|呢\s*$|(?:没有?|不|否|伐|勿)[呀啊哦]?\s*$|怎么|咋|怎样|为(?:什么|啥|何)|凭(?:什么|啥)|干嘛|什么|啥|几时|何时|多久|多长|几天|多少|(?:能|可以|要).{0,4}几次|哪|谁|是否|能否|可否|(.)[不没]\1|阿(?:好|能|有|是)|^\s*(?:and |so |but |hi |hello )?(?:is|are|was|were|can|could|will|would|when|why|how|what|who|where|which|does|do|did|has|have|should|may|any)\b/u

/** Questions that want to know, whatever courtesy they begin with. */
const WANTS_TO_KNOW =
  /怎么|咋|怎样|为(?:什么|啥|何)|凭(?:什么|啥)|干嘛|什么|啥|几时|何时|多久|几天|多少|几次|哪|谁|[了过]没|[了过](?:吗|么)|是不是|是否|有没有|\b(?:when|why|how|what|who|where|which|whether)\b/u
const BEGS =
  /帮|麻烦|请(?!问)|劳驾|拜托|替(?:我|阿拉)|给(?:我|阿拉)|能不能|能否|可不可以|可否|能|可以|\b(?:can|could|would|will) (?:you|i|we)\b|please/u
const BEGS_AFTER = /^.{0,6}(?:好|行|可以|成)(?:吗|么|不|伐)/u
/** Asking leave alone (「能催吗」): nobody has been asked for anything, unless it is said softly. */
const ONLY_LEAVE = /^[^帮麻烦请]*(?:能|可以)$/u
const SOFTLY = /^.{0,4}(?:一|下|点|些|紧)/u

const DENIED_BEFORE =
  /(?:不|没|别|未|甭|谈不上|算不上|难以|无法|只|仅|被)[^了吧啦,]{0,4}$|\b(?:not|never|no|don['’]?t|didn['’]?t|isn['’]?t|wasn['’]?t|without)\b.{0,12}$/u
const DENIED_AFTER = /^(?:不(?:了|掉|动|成|得|上|下)|个(?:鬼|屁|头)|才怪|也?(?:没用|白搭))/u

const clausesOf = (normalized: string) =>
  normalized.split(CLAUSE_ENDS).filter((clause) => clause.trim() !== '')

const isAsking = (clause: string) => ASKING.test(clause.replace(NEITHER, ''))

type Found = Readonly<{ before: string; words: string; after: string }>

/** Whether the clause, here and now, does what the row's words say. */
function does(row: ActRow, clause: string): boolean {
  if (row.unless?.test(clause)) return false
  return [...clause.matchAll(row.pattern)].some((match) => {
    const [words] = match
    const end = match.index + words.length
    const found = { before: clause.slice(0, match.index), words, after: clause.slice(end) }
    return !isDenied(found) && (!isAsking(clause) || isAskedFor(row, clause, found))
  })
}

const isDenied = ({ before, after }: Found) =>
  DENIED_BEFORE.test(before.replace(NEITHER, '').replace(A_OR_NOT, '$1')) ||
  DENIED_AFTER.test(after)

function isAskedFor({ asked }: ActRow, clause: string, { before, words, after }: Found): boolean {
  if (asked === 'always') return true
  if (asked === 'never' || WANTS_TO_KNOW.test(clause.replace(NEITHER, ''))) return false
  if (asked === 'begging' && ONLY_LEAVE.test(before)) return SOFTLY.test(words + after)
  return BEGS.test(before) || BEGS_AFTER.test(after)
}

const UNSOLVED =
  /不(?:接受|认账?|认可|服)|没(?:有)?(?:给我)?解决|重(?:新)?(?:给我)?办|换个人来|(?:办结|结案|结(?:掉|了)|修好).{0,20}(?:还是|根本|可|一点没|照样|没)|这叫(?:答复|办好)|只字不提|白办/u

/** Whether what is told, questions apart, says that what was done has not solved the matter. */
const isUnsolved = (clauses: readonly string[]) =>
  UNSOLVED.test(clauses.filter((clause) => !isAsking(clause)).join(','))

const SHOWING: ReadonlySet<OwnTicketAct> = new Set(['list', 'progress'])

/**
 * The act of a message that is known to be about a ticket of the person's own. Act words that are only
 * asked or denied come to `progress`, which shows the buttons; null when there are none.
 */
export function ownActIn(normalized: string): OwnTicketAct | null {
  const clauses = clausesOf(normalized)
  const done = ACTS.find((row) => clauses.some((clause) => does(row, clause)))?.what ?? null
  const isShown = done === null || SHOWING.has(done)
  if (isShown && isUnsolved(clauses)) return 'dissatisfied'
  if (done !== null) return done
  return ACTS.some(({ pattern }) => normalized.search(pattern) !== -1) ? 'progress' : null
}

const PREFIXED = /zsqs[-–—_\s]*(\d{8})[-–—_\s]*(\d{4})(?!\d)/u
/** A day and four digits: a ticket's number without its letters, if the words around it say so. */
const BARE = /(?<![\d-])(20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))([-–—_]?)(\d{4})(?![\d-])/u
const TICKET_BEFORE =
  /(?:编号|单号|工单|诉求|公单|单子|ticket(?: no\.?| number)?)(?:是|为|号)?[:\s]*$/u
const OTHER_PAPER_BEFORE =
  /(?:合同|发票|报关单|提单|运单|订单|许可证?|证书?|执照|文|批复|流水|账|订|快递)(?:的)?(?:编|单)?号?(?:是|为)?[:\s]*$/u

/** The number of a ticket as people write it, in the form in which it is kept; null without one. */
function ticketNumberIn(normalized: string): string | null {
  const prefixed = PREFIXED.exec(normalized)
  if (prefixed !== null) return `ZSQS-${prefixed[1]}-${prefixed[2]}`
  const bare = BARE.exec(normalized)
  if (bare === null) return null
  const before = normalized.slice(0, bare.index)
  const after = normalized.slice(bare.index + bare[0].length)
  if (OTHER_PAPER_BEFORE.test(before)) return null
  const isNamed = TICKET_BEFORE.test(before)
  const isAlone = (before + after).trim() === '' || ownActIn(before + after) !== null
  return isNamed || (bare[2] !== '' && isAlone) ? `ZSQS-${bare[1]}-${bare[3]}` : null
}

const OWN_TICKET =
  /zsqs|工单|公单|单号|(?:我|那|这|上回|上次|之前|前几天|昨天)(?:的|个|张|那个|这个|那张|这张|那条)?(?:单|诉求)|(?:报|提|登记|反映|提交)(?:上去|过|了)?的.{0,12}(?:事|件|诉求|问题|单)|我(?:报|提)的|(?:提|报|登记|反映)过(?:一)?(?:个|件|张|条).{0,6}(?:诉求|工单|单子|事|问题)|\bmy tickets?\b|\b(?:ticket|request|complaint) (?:that )?(?:i|we) (?:filed|submitted|lodged|made)\b/u

/** What the message does to a ticket of the person's own, or null when it names none. */
export function ownTicketIn(
  normalized: string,
): Readonly<{ act: OwnTicketAct; number: string | null }> | null {
  const number = ticketNumberIn(normalized)
  if (number === null && !OWN_TICKET.test(normalized)) return null
  const act = ownActIn(normalized)
  if (act === null) return number === null ? null : { act: 'progress', number }
  return { act, number }
}

/** Words that announce something, which is then still to be sent. */
const ANNOUNCED =
  /(?:照片|图片?|截图|附件|文件|视频|录音)[^,，。]{0,8}(?:传|发|补|交|给)[^,，。]{0,6}|(?:传|发|补|附)[上个几张给你们一下]{0,5}(?:照片|图片?|截图|附件|文件|视频|录音)|(?:改|更正|修改|换)(?:一?下|个)?[^\d,，。:：是为成]{0,8}$/gu
const ACT_WORDS =
  /zsqs[-–—_\s\d]*|补(?:充|一?下|[一两几]句|交|传|给|上|点)?|(?:加|说|讲)上?[一两几](?:句|条|点)|更正|[写填报]错|改(?:一?下)?|(?:不|没|未).{0,3}(?:满意|解决|认可|接受|服)|重新?办理?|为什么|怎么/gu
const EMPTY_WORDS =
  /我们?|你们?|您|请|帮|麻烦|给|把|那|这|之前|上次|上回|刚才|昨天|前天|前几天|的|了|再|还|也|要|想|就|个|张|件|条|单子?|工单|诉求|事情?|问题|内容|材料|资料|信息|情况|一下|一点|一些|吧|啊|呢|吗|到|里|能|不能|可以|需要|对|很|太|非常|真|是|结果|答复|处理|办理?|忘|说|有/gu
const EMPTY_LATIN =
  /\b(?:my|the|this|that|ticket|request|i|we|am|is|was|it|a|an|want|to|would|like|please|add|something|more|supplement|reopen|not|with|satisfied|happy|resolved|solved|fixed|still|answer|result)\b/gu
const DETAIL_MIN = 2

/** Whether a sentence says what is to be noted, beside naming the act and the ticket. */
export function saysMore(text: string): boolean {
  const rest = [ANNOUNCED, ACT_WORDS, EMPTY_WORDS, EMPTY_LATIN].reduce(
    (left, words) => left.replace(words, ' '),
    folded(text),
  )
  return (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= DETAIL_MIN
}
