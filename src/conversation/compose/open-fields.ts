// Which parts of a record stand open in an answer, and in which order.
import { folded } from '../../kernel/folded.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { scoreFields } from '../../retrieval/field-cues.ts'
import { cutInOrder } from '../cuts.ts'
import type { Decision, Field } from '../decision.ts'
import { partsIn } from '../parts-asked.ts'
import { hasFacts } from './facts.ts'

type Answer = Extract<Decision, { kind: 'answer' }>

const KEY_FIELDS: readonly Field[] = ['department', 'time_limit', 'fee', 'channel']

/** The parts of the record that stand open in an answer; the others are folded. */
export function openFields(item: ServiceItem, { field, also }: Answer): readonly Field[] {
  const besides = also !== null && hasFacts(item, also) ? [also] : []
  return [...new Set([field, ...besides, ...(field === 'overview' ? KEY_FIELDS : [])])]
}

const PARTS_MAX = 3

/** A short message may ask for more than two: 「材料、多久、收费吗」. */
export function withAllAsked(
  item: ServiceItem,
  fields: readonly Field[],
  question: string,
): readonly Field[] {
  const parts = partsIn(folded(question))
  const [first] = fields
  if (first === undefined || !parts.includes(first)) return fields
  const shown = parts.filter((field) => field === first || hasFacts(item, field))
  return shown.length <= fields.length ? fields : shown.slice(0, PARTS_MAX)
}

/** In the order asked (「要多久，收钱吗」), whichever is the likelier; what a matter is before its conditions and steps. */
export function inOrderAsked(fields: readonly Field[], question: string | null): readonly Field[] {
  const [first, second, ...others] = fields
  if (second === 'overview' && (first === 'process' || first === 'conditions')) {
    return [second, first, ...others]
  }
  if (question === null || first === undefined || second === undefined) return fields
  const [at, before] = [clauseAsking(first, question), clauseAsking(second, question)]
  const isReversed = at >= 0 && before >= 0 && before < at
  return isReversed ? [second, first, ...others] : fields
}

/** The number of the first clause that asks for this part more than for any other, or -1. */
const clauseAsking = (field: Field, question: string): number =>
  cutInOrder(folded(question)).findIndex((clause) => scoreFields(clause)[0]?.field === field)
