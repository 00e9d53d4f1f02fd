// What stands open in an answer: what was asked for with the law below it, then what may be asked for
// besides. It is kept short enough to be read at a glance; the rest of a long list is folded below it.
import type { Block } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Field } from '../decision.ts'
import { basisLine } from './basis-line.ts'
import { type Fact, type FactGroup, factGroups } from './facts.ts'
import { questionOf } from './faq-fold.ts'
import type { FaqRow } from './nearest-faq.ts'
import { sharedSource, shownLines } from './shown-lines.ts'

/** Characters, not counting sources: about what a phone shows at once. */
const OPEN_LENGTH_MAX = 400

type Part = FactGroup & Readonly<{ field: Field }>

/** `lead` is the frequent question that was asked; the record's own words follow it. */
export function openPart(
  item: ServiceItem,
  fields: readonly Field[],
  lead: FaqRow | null,
): Block[] {
  const parts = fields.flatMap((field) =>
    factGroups(item, field).map((group): Part => ({ ...group, field })),
  )
  const asked = parts.filter(({ field }) => lead === null && field === fields[0])
  const besides = parts.filter((part) => !asked.includes(part))
  const source = lead?.source ?? sharedSource(asked.flatMap(({ facts }) => facts))
  const room = { left: OPEN_LENGTH_MAX - (lead?.a.length ?? 0) }
  return [
    ...(lead === null ? [] : [leadBlock(lead)]),
    ...asked.flatMap((part) => partBlocks(source === null ? part : unsourced(part), room)),
    ...basisBlocks(item, fields, source),
    ...besides.flatMap((part) => partBlocks(part, room)),
  ]
}

const leadBlock = ({ q, a }: FaqRow): Block => ({ kind: 'field', label: questionOf(q), lines: [a] })

function basisBlocks(item: ServiceItem, fields: readonly Field[], source: string | null): Block[] {
  const line = basisLine(item, source)
  return line === null || fields[0] === 'legal_basis' ? [] : [{ kind: 'note', text: line }]
}

/** Said once below instead. */
const unsourced = (part: Part): Part => ({
  ...part,
  facts: part.facts.map(({ text }) => ({ text, source: null })),
})

function partBlocks({ field, label, facts }: Part, room: { left: number }): Block[] {
  const shown = fitting(facts, room.left)
  const rest = facts.slice(shown.length)
  room.left -= lengthOf(shown)
  if (field === 'overview') return [{ kind: 'text', text: shownLines(shown).join('\n') }]
  const block: Block = { kind: 'field', label, lines: shownLines(shown) }
  if (rest.length === 0) return [block]
  const more: Block = { kind: 'field', label: `${label}（续）`, lines: shownLines(rest) }
  return [block, { kind: 'fold', title: `${label}：其余 ${rest.length} 项`, blocks: [more] }]
}

/** The first facts that fit, at least one; a single one left over is not worth a fold. */
function fitting(facts: readonly Fact[], left: number): readonly Fact[] {
  const fits = facts.filter((_, n) => n === 0 || lengthOf(facts.slice(0, n + 1)) <= left)
  return facts.length - fits.length <= 1 ? facts : fits
}

const lengthOf = (facts: readonly Fact[]): number =>
  facts.reduce((sum, { text }) => sum + text.length, 0)
