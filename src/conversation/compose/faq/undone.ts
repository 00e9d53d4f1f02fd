// Whether one may begin before the item is done, and what follows if one did: the record says so in a
// frequent question, whose words are few and seldom those of the message.
import { folded } from '../../../kernel/folded.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { anyIn, anyOf, inOrder } from '../../../retrieval/patterns.ts'
import type { Lead } from './faq-index.ts'
import { isCommon, meaningsIn } from './faq-meanings.ts'
import { lastClause, lastClauses } from './question-kind.ts'
import { asksForSentence } from './shape.ts'
import { type InDialogue, nearnessWithin } from './within-item.ts'

/** What an item ends with. */
const PAPER = /证(?!据|明|书[丢掉])|许可|批|备案|登记|报告|上牌|手续|执照|牌照/u
const LACK = anyOf(
  // The paper is not there.
  inOrder(/[没未](?!问题|事)[有被]?[^，,。；？?吗]{0,6}/u, PAPER),
  // It was not done.
  /[没未](?:有)?(?:去)?(?:下来|拿|办|领|取得|批|报|备|登记|申请|申报|检|审)|无证|无照|不(?:办|报|备案)/u,
)
const BEFOREHAND = /先|就(?!业)|直接|提前|偷偷|擅自|已经/u
const FOLLOWS = anyOf(
  // A penalty.
  /罚|违法|犯法|处理|后果|查(?:到|处|封)|被查|抓/u,
  // What becomes of it.
  /会怎(?:么)?样|会咋样|怎么样(?=[？?]?$)|有事吗|要紧|出事/u,
)
const MAY =
  /(?:行|可以|能)(?:吗|么|不|伐)|行不行|能不能|可不可以|能.{1,10}(?:吗|么|不|伐)[？?]?$|(?:了|的话)?呢[？?]?$/u
/** Whoever lacks another paper asks whether this one is to be had. */
const FOR_IT = /能(?:不能)?(?:去)?(?:申请|办|报名|享受|认定|注册|抵押|评|领|备案|登记)/u

const ASKS: readonly RegExp[] = [
  inOrder(LACK, /[^。；]{0,16}/u, FOLLOWS),
  inOrder(LACK, /[^。；]{0,6}/u, BEFOREHAND, /[^。；]{0,12}/u, MAY),
  // 「没下来能先卖吗」
  inOrder(
    LACK,
    /[^。；]{0,4}(?:能|可以|好)(?:不能)?/u,
    BEFOREHAND,
    /[^。；]{1,10}(?:吗|么|不|伐)[？?]?$/u,
  ),
  // 「先开工再补证」
  inOrder(
    /先[^，,。；]{1,8}[，,]?(?:再|后|回头)(?:去|来)?(?:补|办|拿|申请|领|报)/u,
    /[^。；]{0,8}/u,
    anyOf(MAY, FOLLOWS),
  ),
  // Done too late, if the record says nothing of that.
  inOrder(/[晚迟](?:了)?[办报领备补登]/u, /[^。；]{0,6}/u, FOLLOWS),
]

/** People tell what they lack and ask in the next clause; what comes after that is another question. */
export function asksIfUndone(question: string): boolean {
  const said = folded(lastClauses(question, 2))
  const last = folded(lastClause(question))
  if (!anyIn(ASKS, said) || FOR_IT.test(said)) return false
  return FOLLOWS.test(last) || MAY.test(last) || asksForSentence(last)
}

const FINED = /罚|责令|没收|赔偿金|违法/u
const REFUSED = /^(?:一般|原则上)?(?:不能|不得|不可以|不行)/u

/** The nearest of the frequent questions that say so; null where none does. */
export function undoneOf(item: ServiceItem, asked: InDialogue): Lead | null {
  const near = nearnessWithin(item, asked)
  const wantsFine = /罚|处理|后果/u.test(asked.question)
  const rank = (row: Lead) =>
    near(row) +
    (BEFOREHAND.test(row.q) ? 0.1 : 0) +
    (wantsFine && FINED.test(row.a) ? FINED_BONUS : 0)
  const rows = item.faq.filter((row) => isOfUndone(row) && !isOfOther(row.q, item, asked))
  return [...rows].sort((one, other) => rank(other) - rank(one))[0] ?? null
}

const FINED_BONUS = 0.3

const isOfUndone = ({ q, a }: Lead): boolean =>
  LACK.test(q) && !FOR_IT.test(q) && (FINED.test(a) || (BEFOREHAND.test(q) && REFUSED.test(a)))

/** 「没签合同」, 「没交社保」 */
const isOfOther = (row: string, { name }: ServiceItem, { question }: InDialogue): boolean => {
  const known = new Set([...meaningsIn(question), ...meaningsIn(name)])
  return (
    OTHER.test(row) && ![...meaningsIn(row)].some((token) => !isCommon(token) && known.has(token))
  )
}
const OTHER = /变更|延续|注销|换证|年报|保险|合同/u
