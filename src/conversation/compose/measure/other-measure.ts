// Money that is not the fee of doing the item, and time that is not the authority's for deciding: to
// answer either with 「免费」 or with the time for the decision would mislead. Pure.
import { folded } from '../../../kernel/folded.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { scoreFields } from '../../../retrieval/field-cues.ts'
import { cutIntoMeasures } from '../../cuts.ts'
import type { Field } from '../../decision.ts'
import type { Measure } from './measure.ts'
import { MEASURES } from './measures.ts'

/** 「不是办事收费」, 「只会说免费」: what was said before, and not asked again. */
const NOT_ASKED =
  /(?:不是|没问|[别不]要说|只会说|老说)[^多几怎]{0,6}(?:收费|费用|免费|时限|审批?)|\bnot (?:about )?(?:the )?(?:fees?|cost|time)\b/gu

const clausesOf = (question: string): readonly string[] =>
  cutIntoMeasures(folded(question).replace(NOT_ASKED, ' '))

type Named = Pick<ServiceItem, 'name'>

const measureIn = (clause: string, { name }: Named): Measure | undefined =>
  MEASURES.find(
    ({ asks, ofItems }) => (ofItems === undefined || ofItems.test(name)) && asks.test(clause),
  )

/** The measure asked for last of this item that is not the item's own; null for all others. */
export const otherMeasure = (question: string, item: Named): Measure | null =>
  clausesOf(question)
    .flatMap((clause) => measureIn(clause, item) ?? [])
    .at(-1) ?? null

const OWN = { money: 'fee', time: 'time_limit' } as const
/** These may bear on any measure; others are shown when they are asked for. */
const BEARING: readonly Field[] = ['conditions', 'result']

type Asked = Readonly<{ question: string; measure: Measure; item: Named }>

/** The parts to show without the item's own figure, unless that is asked for besides. */
export function withoutOwn(
  fields: readonly Field[],
  { question, measure, item }: Asked,
): readonly Field[] {
  const own = OWN[measure.of]
  const clauses = clausesOf(question).filter((clause) => measureIn(clause, item) === undefined)
  const asked = new Set(clauses.map((clause) => scoreFields(clause)[0]?.field))
  const isOverview = fields.includes('overview')
  return fields.filter(
    (field) => asked.has(field) || (field !== own && (isOverview || BEARING.includes(field))),
  )
}
