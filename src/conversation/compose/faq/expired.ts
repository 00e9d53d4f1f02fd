// Whether one may go on with what has expired: the record's "no" must not be looked for among conditions.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { anyIn, anyOf, inOrder } from '../../../retrieval/patterns.ts'
import type { Lead } from './faq-index.ts'
import { type InDialogue, nearnessWithin } from './within-item.ts'

const EXPIRED = anyOf(
  // A paper, not what is sold.
  /过期(?!的?(?:食品|商品|货|药|产品|饲料|农药|化妆品|危|废|试剂))/u,
  /超期|失效/u,
  // It has come to its end, and is not only about to.
  /(?:已经|都)到期|(?<!快|快要|要|即将|马上|就)到期(?:了|没续|未续|忘)/u,
)
const GO_ON = anyOf(
  // Business.
  /营业|经营|开(?:门|店|业|船|工|着|下去)|运营|接单|卖|销售/u,
  // Work.
  /用|使用|干|做|生产|施工|作业|装[卸货]|卸|出海|上船|跑|养|捕/u,
)
const MAY = /(?:还|仍|继续|照常|照样|能不能|可不可以|能否|能|可以|行不行)+/u
const ASKS: readonly RegExp[] = [
  inOrder(EXPIRED, /.{0,12}/u, MAY, /[^，,。]{0,4}/u, GO_ON),
  inOrder(
    EXPIRED,
    /.{0,12}(?:还在|接着|照样|照常|一直在)?/u,
    GO_ON,
    /.{0,6}(?:行|可以|违法|犯法|要紧|罚)/u,
  ),
]

export const asksIfExpired = (question: string): boolean => anyIn(ASKS, question)

const ENDED = /过期|到期|期满|届满|失效/u
const MUST_NOT = /不得|不能|不可以|停止/u
const STOPS = anyOf(
  inOrder(anyOf(ENDED, /有效期|未获准延续|未延续|没有延续/u), /[^。；]{0,24}/u, MUST_NOT),
  inOrder(MUST_NOT, /[^。；]{0,12}/u, ENDED),
)
const NO = /^(?:一般|原则上)?(?:不得|不能|不可以|不行)/u

/** The frequent question that says so, the nearest of several; null where none does. */
export function expiredOf(item: ServiceItem, asked: InDialogue): Lead | null {
  const near = nearnessWithin(item, asked)
  const rank = (row: Lead) => near(row) + (ENDED.test(row.q) && NO.test(row.a) ? 1 : 0)
  const rows = item.faq.filter(({ q, a }) => STOPS.test(a) || (ENDED.test(q) && NO.test(a)))
  return [...rows].sort((one, other) => rank(other) - rank(one))[0] ?? null
}
