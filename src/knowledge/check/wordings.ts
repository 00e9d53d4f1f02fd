import type { KnowledgeBase } from '../knowledge-base.ts'
import { squashed } from './claims.ts'
import type { Finding } from './finding.ts'

/** What is said in the same words by two rows of an item would lead to either. */
export function checkWordings({ items }: KnowledgeBase): Finding[] {
  return items.flatMap(({ code, faq }) => {
    const rowOf = new Map<string, number>()
    return faq.flatMap(({ q, wordings = [] }, row) =>
      [q, ...wordings].flatMap((text): Finding[] => {
        const key = squashed(text)
        const other = rowOf.get(key)
        rowOf.set(key, row)
        if (other === undefined) return []
        const detail = `「${text}」重复${other === row ? '' : `，「${faq[other]!.q}」下也有`}`
        return [{ where: code, rule: 'repeated_wording', field: 'faq', detail }]
      }),
    )
  })
}
