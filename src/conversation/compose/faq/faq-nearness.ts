// How near each frequent question of an item is to what was asked. Words are compared, weighed by how
// rare they are among all frequent questions; the weights were found on examples. Pure.
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { areContrary } from './contrary.ts'
import {
  type FaqIndex,
  type FaqRow,
  faqIndexOf,
  type IndexedItem,
  type IndexedRow,
} from './faq-index.ts'
import { isCommon, isMeaning, meaningsIn } from './faq-meanings.ts'
import { areAlike, kindsOf, lastClause, lastClauses } from './question-kind.ts'

/** What a row says counts more than what else a message tells. */
const ROW_SHARE = 0.65
/** The words of the item's names are in most messages about it, and say nothing of what is asked. */
const ASKED_NAME_WEIGHT = 0.25
const ASKED_ALIAS_WEIGHT = 0.75
const ROW_ALIAS_WEIGHT = 0.5
/** What is told before the question matters less. */
const TOLD_WEIGHT = 0.8
/** A word that no frequent question holds tells none from another. */
const UNKNOWN_WEIGHT = 2

const ASKING_CLAUSES = 2

/** Of a row that wants another kind of answer, is about a contrary case, or on another point. */
const OTHER_KIND = 0.6
const CONTRARY = 0.5
const POINT_MISSED = 0.6
const POINT_ADDED = 0.85

/** From here on a token is rare enough to be a row's own. */
const OWN_RARITY_MIN = 2.5
/** A row without words of its own is meant by who says little else but the item's names. */
const BARE_MIN = 0.6

/** What happened: a row that does not say it is about something else. */
export const POINTS: ReadonlySet<string> = new Set(
  `
    遗失 赔偿 处罚 补贴 转让 出借 迁址 填错 停业 去世 泄露 欠付 起诉 代办 退还 未过 离职 改名
    撤销 收费 区别 好处 频次 谁付 跳槽 不服 亏损 逾期 延续 失效 有效期 先营业 开工
    外国人 分公司 个体户 家属`
    .trim()
    .split(/\s+/u),
)

export type Near = Readonly<{
  row: FaqRow
  nearness: number
  /** How much of what is the row's own was said, 0 to 1. */
  ofRow: number
}>

/** All rows of the item, the nearest first. */
export function nearnesses(
  base: KnowledgeBase,
  item: ServiceItem,
  question: string,
): readonly Near[] {
  const index = faqIndexOf(base)
  const indexed = index.itemOf(item)
  const asked = askedIn(index, indexed, question)
  return indexed.rows
    .map((row) => nearnessOf(row, index, indexed, asked))
    .sort((a, b) => b.nearness - a.nearness)
}

type Asked = Readonly<{
  question: string
  weights: ReadonlyMap<string, number>
  whole: number
  points: readonly string[]
  /** What a row must touch: the clause that asks and the one before, which often tells of what. */
  asking: ReadonlySet<string>
  kinds: ReturnType<typeof kindsOf>
}>

function askedIn({ rarity }: FaqIndex, { name, names }: IndexedItem, question: string): Asked {
  const last = meaningsIn(lastClause(question))
  const named = (token: string) => {
    if (name.has(token)) return ASKED_NAME_WEIGHT
    return names.has(token) ? ASKED_ALIAS_WEIGHT : 1
  }
  const weights = new Map(
    [...meaningsIn(question)].map((token): [string, number] => [
      token,
      (rarity(token) ?? UNKNOWN_WEIGHT) * named(token) * (last.has(token) ? 1 : TOLD_WEIGHT),
    ]),
  )
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const points = [...last].filter((token) => POINTS.has(token) && !name.has(token))
  return {
    question,
    weights,
    whole: Math.max(whole, 1),
    points,
    kinds: kindsOf(question),
    asking: meaningsIn(lastClauses(question, ASKING_CLAUSES)),
  }
}

function nearnessOf(row: IndexedRow, index: FaqIndex, item: IndexedItem, asked: Asked): Near {
  const ofRow = shareOfRow(row, index, item, asked)
  const common = row.tokens.map((token) => asked.weights.get(token) ?? 0)
  const ofAsked = common.reduce((sum, weight) => sum + weight, 0) / asked.whole
  const nearness = touches(row, index, item, asked)
    ? ofRow ** ROW_SHARE * ofAsked ** (1 - ROW_SHARE) * apartBy(row, asked)
    : 0
  return { row: row.row, nearness, ofRow }
}

function shareOfRow(
  { tokens }: IndexedRow,
  { rarity }: FaqIndex,
  { name, names }: IndexedItem,
  { weights }: Asked,
): number {
  let [whole, common] = [0, 0]
  for (const token of tokens) {
    if (name.has(token)) continue
    const weight = (rarity(token) ?? 0) * (names.has(token) ? ROW_ALIAS_WEIGHT : 1)
    whole += weight
    if (weights.has(token)) common += weight
  }
  return whole === 0 ? 0 : common / whole
}

/**
 * One word in common that is the row's own. What is done may be the row's own even where another
 * name of the item says it too.
 */
function touches(
  { tokens }: IndexedRow,
  { rarity }: FaqIndex,
  { name, names }: IndexedItem,
  asked: Asked,
): boolean {
  const telling = tokens.filter(
    (token) => !isCommon(token) && !name.has(token) && (rarity(token) ?? 0) >= OWN_RARITY_MIN,
  )
  const own = telling.filter((token) => !names.has(token) || isMeaning(token))
  const needed = own.length > 0 ? own : telling
  if (needed.length > 0) return needed.some((token) => asked.asking.has(token))
  const unnamed = [...asked.weights].filter(([token]) => !names.has(token) && token.length > 1)
  const [said, all] = [unnamed.filter(([token]) => tokens.includes(token)), unnamed].map((some) =>
    some.reduce((sum, [, weight]) => sum + weight, 0),
  )
  return (said ?? 0) >= (all ?? 0) * BARE_MIN
}

/** What lowers the nearness of a row whose words are alike, 0 to 1. */
function apartBy({ row, tokens, kinds }: IndexedRow, asked: Asked): number {
  const kind = areAlike(asked.kinds, kinds) ? 1 : OTHER_KIND
  const point = asked.points.every((token) => tokens.includes(token)) ? 1 : POINT_MISSED
  const added = tokens.some((token) => POINTS.has(token) && !asked.weights.has(token))
  const contrary = areContrary(asked.question, row.q) ? CONTRARY : 1
  return kind * point * contrary * (added ? POINT_ADDED : 1)
}
