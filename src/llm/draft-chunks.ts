// An item's record as numbered chunks: what a model may draw on, in the words of the rendered answer.
import { FIELD_LABEL, hasFacts, namedFacts, shownSource } from '../conversation/compose/facts.ts'
import { FIELDS, type Field } from '../conversation/decision.ts'
import { type Chunk, chunkText } from '../knowledge/record-chunk.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import type { VerifiedSentence } from '../knowledge/verify-figures/verify-draft.ts'
import { isAddressedToModel } from './addressed-to-model.ts'

const FAQ_LABEL = '常见问题'

/** The part that was asked for first, then the others in their order, then what is often asked. */
export function draftChunks(item: ServiceItem, asked: Field): readonly Chunk[] {
  const order = [asked, ...FIELDS.filter((field) => field !== asked)]
  const of = item.name
  const fields = order
    .filter((field) => hasFacts(item, field))
    .map((field) => ({ of, field, label: FIELD_LABEL[field], lines: linesOf(item, field) }))
  const answers = item.faq.map((row) => ({
    of,
    field: null,
    label: `${FAQ_LABEL}：${row.q}`,
    lines: [{ text: row.a, source: row.source }],
  }))
  return [...fields, ...answers].filter(
    (chunk) => !isAddressedToModel(`${chunk.label}\n${chunkText(chunk)}`),
  )
}

function linesOf(item: ServiceItem, field: Field): Chunk['lines'] {
  const facts = namedFacts(item, field).map(({ text, source }) => ({
    text,
    source: source === null ? null : shownSource(source),
  }))
  const named = { text: `${item.name}(${item.code}、${item.kind})`, source: null }
  return field === 'overview' ? [named, ...facts] : facts
}

/** Numbered, as an author is given them. */
export const numbered = (chunks: readonly Chunk[], first = 1) =>
  chunks.map((chunk, n) => ({ n: first + n, label: chunk.label, text: chunkText(chunk) }))

/** Sentences with what they rest on: `……当场登记。〔办理时限〕`; an answer is shown with its question. */
export function withSources(
  sentences: readonly VerifiedSentence[],
  chunks: readonly Chunk[],
): string {
  return sentences
    .map(({ text, cites }) => {
      const labels = cites.map((n) => chunks[n - 1]?.label ?? '')
      return `${text}〔${[...new Set(labels)].join('、')}〕`
    })
    .join('')
}
