// An item's record as numbered chunks: what a model may draw on, in the words of the rendered answer.
import { FIELD_LABEL, factLines, hasFacts } from '../conversation/compose/facts.ts'
import { FIELDS, type Field } from '../conversation/decision.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import type { Chunk, VerifiedSentence } from '../knowledge/verify-figures.ts'
import { isAddressedToModel } from './addressed-to-model.ts'

const FAQ_LABEL = '常见问题'

/** The part that was asked for first, then the others in their order, then what is often asked. */
export function draftChunks(item: ServiceItem, asked: Field): readonly Chunk[] {
  const order = [asked, ...FIELDS.filter((field) => field !== asked)]
  const fields = order
    .filter((field) => hasFacts(item, field))
    .map((field) => ({ label: FIELD_LABEL[field], text: factsOf(item, field) }))
  const chunks = [
    ...fields,
    ...item.faq.map((row) => ({
      label: `${FAQ_LABEL}：${row.q}`,
      text: `${row.a}〔${row.source}〕`,
    })),
  ]
  return chunks.filter(({ label, text }) => !isAddressedToModel(`${label}\n${text}`))
}

function factsOf(item: ServiceItem, field: Field): string {
  const lines = factLines(item, field)
  const named = field === 'overview' ? [`${item.name}(${item.code}、${item.kind})`] : []
  return [...named, ...lines].join('\n')
}

/** Sentences with the parts of the record they rest on: `……当场登记。〔办理时限〕`. */
export function withSources(
  sentences: readonly VerifiedSentence[],
  chunks: readonly Chunk[],
): string {
  return sentences
    .map(({ text, cites }) => {
      const labels = cites.map((n) => chunks[n - 1]?.label.split('：')[0] ?? '')
      return `${text}〔${[...new Set(labels)].join('、')}〕`
    })
    .join('')
}
