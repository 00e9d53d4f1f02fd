// Which of an item's own frequent questions a message asks. Words are compared, weighed by how rare
// they are among all frequent questions; nothing is written. Pure.
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { scoreFields } from '../../retrieval/field-cues.ts'
import type { Field } from '../decision.ts'
import { meaningsIn } from './faq-meanings.ts'

export type FaqRow = ServiceItem['faq'][number]

/** From here on a row is what was asked (found on examples; see the test). */
const NEAR_MIN = 0.4
/** Two rows that are about as near leave open which is meant. */
const LEAD_MIN = 0.1
/** What a row says counts more than what else a message tells. */
const ROW_SHARE = 0.65
/** The words of the item's name are in most messages about it, and say nothing of what is asked. */
const NAME_WEIGHT = 0.25
/** Who asks for one of these in so many words asks for nothing else. */
const PLAIN_FIELDS: readonly Field[] = ['materials', 'channel', 'department', 'legal_basis']
/** Nor does who asks for one of these, but a row may say it in other words. */
const MEASURES: readonly Field[] = ['time_limit', 'fee']

/** The row nearest to the question, when it is near enough and no other is as near. */
export function nearestFaq(
  base: KnowledgeBase,
  item: ServiceItem,
  question: string,
): FaqRow | null {
  const [first, second] = nearnesses(base, item, question)
  if (first === undefined || first.nearness < NEAR_MIN) return null
  if (first.nearness - (second?.nearness ?? 0) < LEAD_MIN) return null
  return asksElse(question, first.row.q) ? null : first.row
}

/** Answered by yes or no: it may name a part of the record without asking for it. */
const YES_OR_NO =
  /(?:吗|么|伐|不|没|行)[？?。！!\s]*$|要不要|能不能|是不是|有没有|可不可以|行不行|用不用/u

/** 「在哪填」 is not 「什么时候填」, however alike the two are. */
function asksElse(question: string, row: string): boolean {
  const last =
    question
      .split(/[，,。；;\s]+/u)
      .filter(Boolean)
      .at(-1) ?? ''
  if (YES_OR_NO.test(last)) return false
  const asked = scoreFields(question)[0]?.field
  const answered = scoreFields(row)[0]?.field
  if (asked === undefined || asked === answered) return false
  return PLAIN_FIELDS.includes(asked) || (MEASURES.includes(asked) && answered !== undefined)
}

type Near = Readonly<{ row: FaqRow; nearness: number }>
type Weigh = (token: string) => number

function nearnesses(base: KnowledgeBase, item: ServiceItem, question: string): Near[] {
  const rarity = rarityIn(base)
  const name = meaningsIn(item.name)
  const asked = meaningsIn(question)
  const own = (token: string) => (name.has(token) ? 0 : rarity(token))
  const all = (token: string) => rarity(token) * (name.has(token) ? NAME_WEIGHT : 1)
  return item.faq
    .map((row) => {
      const said = meaningsIn(row.q)
      const ofRow = share(said, asked, own)
      return { row, nearness: ofRow ** ROW_SHARE * share(asked, said, all) ** (1 - ROW_SHARE) }
    })
    .sort((a, b) => b.nearness - a.nearness)
}

/** How much of `some` is in `others`, 0 to 1. */
function share(some: ReadonlySet<string>, others: ReadonlySet<string>, weigh: Weigh): number {
  const whole = weightOf([...some], weigh)
  const common = [...some].filter((token) => others.has(token))
  return whole === 0 ? 0 : weightOf(common, weigh) / whole
}

const weightOf = (tokens: readonly string[], weigh: Weigh) =>
  tokens.reduce((sum, token) => sum + weigh(token), 0)

const rarities = new WeakMap<KnowledgeBase, Weigh>()

// One per base: it never changes, and every question needs it.
function rarityIn(base: KnowledgeBase): Weigh {
  const known = rarities.get(base)
  if (known !== undefined) return known
  const rows = base.items.flatMap((item) => item.faq.map((row) => meaningsIn(row.q)))
  const counts = new Map<string, number>()
  for (const token of rows.flatMap((row) => [...row])) {
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const made = (token: string) => Math.log((rows.length + 1) / ((counts.get(token) ?? 0) + 0.5))
  rarities.set(base, made)
  return made
}
