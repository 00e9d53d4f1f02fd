// How soon one is answered who hands in a request: a promise of the centre, and no item's time limit.
import { ownSubject } from '../own-subject.ts'
import { anyIn, anyOf, inOrder, without } from '../patterns.ts'

const HOW_SOON =
  '(?:多久|几天|多少天|多长时间|(?:几|多少)个工作日|什么时候|啥时候|何时|几时|多少时间)'
const WITHIN = '[之以内能会才给可以一定必须有]*'
const ANSWERED =
  '(?:回复|答复|答|回音|回话|回信|回电|回应|回|处理|办结|办完|办好|结果|受理|联系|解决|说法)'
const HANDED = '(?:投诉|诉求|工单|意见|建议|反映|登记|举报)(?:上去|完|好|了|过|之后|以后|后)*'
const SOON: readonly RegExp[] = [
  new RegExp(
    `${HANDED}[你们一般大概要会能得到最快至少才后提登记交报了,，\\s]{0,6}${HOW_SOON}[^,，。]{0,8}${ANSWERED}`,
    'u',
  ),
  new RegExp(
    `(?:你们?|您|中心|专员|小舟|这里)[^,，。]{0,6}${HOW_SOON}${WITHIN}(?:人)?${ANSWERED}`,
    'u',
  ),
  /(?:投诉|诉求|工单|意见|反映)的?(?:回复|答复|办理|处理|办结)的?(?:期限|时限|时间|多久)/u,
  new RegExp(`${HOW_SOON}${WITHIN}(?:人|你们)(?:来)?(?:联系|回复|答复|回(?=我|电|$))`, 'u'),
]
const HOW_SOON_IN_ENGLISH = '\\b(?:how (?:long|soon|many days)|when)\\b'
const SOON_IN_ENGLISH = anyOf(
  new RegExp(
    `${HOW_SOON_IN_ENGLISH}.{0,60}\\b(?:complaints?|requests?|tickets?)\\b.{0,30}(?:answer|repl|respon|handl|process|deal|resol)`,
    'u',
  ),
  new RegExp(
    `${HOW_SOON_IN_ENGLISH}.{0,40}(?:answer|repl|respon|get back|deal|handl).{0,20}\\b(?:complaints?|requests?|tickets?|me|us)\\b`,
    'u',
  ),
)
const CALLS =
  '(?:回复|答复|回音|回话|回电|回应|联系|打(?:个)?(?:电话)?(?:过)?(?:来|给)|来电话?|回(?:个)?(?:电话)?|有(?:消息|结果))'
const SOON_BARE = inOrder(
  /(?:^|[,，。\s])(?:那|大概|一般|最快|最晚|要|得|你们|[\s,，])*/u,
  new RegExp(`(?:${HOW_SOON}|几点(?:钟)?|哪天)(?:${WITHIN}[要得]*)(?:人)?(?:来)?`, 'u'),
  new RegExp(`${CALLS}(?:给)?(?:我们?)?[的啊呀呢吗\\s?？!！。]*$`, 'u'),
)
/** The rule is asked for, whatever request it is asked of: 「你们规定几天要答复」. */
const SOON_BY_RULE = inOrder(
  /(?:你们?|中心|诉求|工单|单子?)[^,，。]{0,6}(?:规定|要求|承诺|一般|标准)(?:的)?(?:是)?/u,
  new RegExp(`${HOW_SOON}${WITHIN}[要得]*(?:回|答|办|处理|解决|联系)`, 'u'),
)
/** 「提交了会有人联系我吗」, where a form has just been offered. */
const SOON_AFTER =
  /(?:提交|登记|填|交)[了好完之以后上去]*[,，]?[会能就才]*(?:有人)?来?(?:联系|回复|答复|找)我/u
const OWN_ONE = anyOf(
  // One that was spoken of.
  inOrder(
    /我们?的|我们?[这那](?![边里儿])|那个|那件|那条|这个|这件|上次|上回|上周|之前|昨天|前天|前面|刚才/u,
    /[^,，。]{0,8}(?:诉求|工单|投诉|意见|事|单)/u,
  ),
  // One that was handed in.
  /(?:提|报|登|登记|反映|提交)的/u,
  // When it was.
  /(?:上周|上次|上回|昨天|前天|之前)[^,，。]{0,4}(?:提|登记|报|反映|投诉|交)/u,
)
const SOON_WORDS = anyOf(
  // That one wants to know.
  /先|告诉|说清楚|想|知道|请问|有没有|什么|说|问|啥/gu,
  // What is promised.
  /一定|规定|必须|承诺|期限|时限|工作日|三|未公开|会/gu,
  // What was handed in, and what comes back.
  /提|完|上次|上去|答复|回复|回音/gu,
)

/** Whose complaint it is (外资, 采购) makes it an item's. */
const OTHER_LIMIT_MIN = 2

/** Whether the message asks how soon requests are answered; `offered` when one has just been offered. */
export function asksHowSoon(normalized: string, offered: boolean): boolean {
  if (SOON_BY_RULE.test(normalized)) return true
  if (OWN_ONE.test(normalized)) return false
  const isBare = SOON_BARE.test(normalized) || SOON_AFTER.test(normalized)
  if (SOON_IN_ENGLISH.test(normalized) || (offered && isBare)) return true
  return (
    anyIn(SOON, normalized) &&
    ownSubject(without([...SOON, SOON_WORDS], normalized)) < OTHER_LIMIT_MIN
  )
}
