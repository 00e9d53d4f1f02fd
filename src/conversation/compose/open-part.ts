// What stands open in an answer: what was asked for with the law below it, then what may be asked for
// besides. It is kept short enough to be read at a glance; the rest of a long list is folded below it.
import type { Block } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Field } from '../decision.ts'
import { basisLine } from './basis-line.ts'
import { type Fact, type FactGroup, FIELD_LABEL, factGroups } from './facts.ts'
import { headOf } from './faq/faq-fold.ts'
import type { Lead } from './faq/faq-index.ts'
import { addsNothing } from './faq/said.ts'
import { sharedSource, shownLines } from './shown-lines.ts'

/** Characters, not counting sources: about what a phone shows at once. */
const OPEN_LENGTH_MAX = 400

type Part = FactGroup & Readonly<{ field: Field }>

/** What the answer begins with, where it does not begin with the whole of the part asked for. */
export type Begun = Readonly<{
  /** The frequent question that was asked; the record's own words follow it. */
  lead: Lead | null
  /** The conditions that bear on what was asked; the others are folded. */
  bearing: readonly Fact[]
}>

/**
 * `fields` in the order asked, the first of them the one asked for; with a `lead` that is said
 * instead, and the parts only as far as it leaves something unsaid.
 */
export function openPart(
  item: ServiceItem,
  fields: readonly Field[],
  { lead, bearing }: Begun,
): Block[] {
  const parts = fields.flatMap((field) =>
    factGroups(item, field).map((group): Part => ({ ...group, field })),
  )
  const asked = parts.filter(({ field }) => lead === null && field === fields[0])
  const besides = parts
    .filter((part) => !asked.includes(part))
    .flatMap((part) => unsaid(part, lead))
  const source = lead?.source ?? sharedSource(asked.flatMap(({ facts }) => facts))
  const room = { left: OPEN_LENGTH_MAX - (lead?.a.length ?? 0) }
  return [
    ...(lead === null ? [] : [leadBlock(lead)]),
    ...askedBlocks(asked, bearing, { source, room }),
    ...basisBlocks(item, fields, source),
    ...besides.flatMap((part) => partBlocks(part, room)),
  ]
}

const leadBlock = (lead: Lead): Block => ({
  kind: 'field',
  label: headOf(lead),
  lines: [lead.a],
})

/** Steps are counted, so none of them is left out. */
function unsaid(part: Part, lead: Lead | null): Part[] {
  if (lead === null || part.field === 'process' || part.field === 'overview') return [part]
  const facts = part.facts.filter(({ text }) => !addsNothing(text, lead.a))
  return facts.length === 0 ? [] : [{ ...part, facts }]
}

function basisBlocks(item: ServiceItem, fields: readonly Field[], source: string | null): Block[] {
  const line = basisLine(item, source)
  return line === null || fields[0] === 'legal_basis' ? [] : [{ kind: 'note', text: line }]
}

type Room = { left: number }

function askedBlocks(
  asked: readonly Part[],
  bearing: readonly Fact[],
  { source, room }: Readonly<{ source: string | null; room: Room }>,
): Block[] {
  const parts = asked.map((part) => ({
    label: part.label,
    first: part.facts.filter((fact) => bearing.includes(fact)),
    others: part.facts.filter((fact) => !bearing.includes(fact)),
  }))
  if (parts.every(({ first }) => first.length === 0)) {
    return asked.flatMap((part) => partBlocks(source === null ? part : unsourced(part), room))
  }
  const shown = parts.filter(({ first }) => first.length > 0)
  const folded = parts.filter(({ others }) => others.length > 0)
  const count = folded.reduce((sum, { others }) => sum + others.length, 0)
  return [
    ...shown.map(
      ({ label, first }): Block => ({
        kind: 'field',
        label,
        lines: shownLines(source === null ? first : bare(first)),
      }),
    ),
    {
      kind: 'fold',
      title: `${FIELD_LABEL.conditions}：其余 ${count} 项`,
      blocks: folded.map(
        ({ label, others }): Block => ({ kind: 'field', label, lines: shownLines(others) }),
      ),
    },
  ]
}

/** Said once below instead. */
const unsourced = (part: Part): Part => ({
  ...part,
  facts: bare(part.facts),
})

const bare = (facts: readonly Fact[]): readonly Fact[] =>
  facts.map(({ text }) => ({ text, source: null }))

function partBlocks({ field, label, facts }: Part, room: Room): Block[] {
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
