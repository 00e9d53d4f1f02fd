// An item as searchable passages: its name, summary, aliases and every question it answers.
import type { ItemCode } from '../kernel/ids.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import { textHash } from './text-hash.ts'

const PASSAGE_KINDS = ['name', 'summary', 'aliases', 'question', 'facts'] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]

export type Passage = Readonly<{
  /** Stable while the text is: `<code>:<kind>:<hash>`. */
  id: string
  code: ItemCode
  kind: PassageKind
  text: string
  hash: string
}>

/** The passages of one item, without repetitions, in a fixed order. */
export function passagesOf(item: ServiceItem): readonly Passage[] {
  const texts: (readonly [PassageKind, string])[] = [
    ['name', item.name],
    ['summary', item.summary],
    ['aliases', item.aliases.join('，')],
    ...[...item.questions, ...item.faq.map((row) => row.q)].map((q) => ['question', q] as const),
    ['facts', factsOf(item)],
  ]
  const seen = new Set<string>()
  const passages: Passage[] = []
  for (const [kind, text] of texts) {
    const hash = textHash(text)
    if (text === '' || seen.has(hash)) continue
    seen.add(hash)
    passages.push({ id: `${item.code}:${kind}:${hash}`, code: item.code, kind, text, hash })
  }
  return passages
}

/** What the record says beyond name and questions, as one text. */
function factsOf(item: ServiceItem): string {
  return [
    item.department,
    ...item.applicants,
    ...item.conditions.map((row) => row.text),
    ...item.materials.map((row) => row.name),
    ...item.steps.map((row) => row.title),
    item.result ?? '',
    ...item.legalBasis.map((row) => row.title),
    ...item.faq.map((row) => row.a),
  ]
    .filter((text) => text !== '')
    .join('；')
}
