// What is often asked about an item, folded.
import type { Block } from '../../../kernel/message.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { sourced } from '../facts.ts'
import type { Lead } from './faq-index.ts'

/** All rows but the one that stands open already. */
export function faqFold({ faq }: ServiceItem, open: Lead | null): Block[] {
  const rows = faq.filter(({ q }) => q !== open?.q)
  if (rows.length === 0) return []
  const blocks = rows.map(
    ({ q, a, source }): Block => ({
      kind: 'field',
      label: questionOf(q),
      lines: [`${a}${sourced(source)}`],
    }),
  )
  return [{ kind: 'fold', title: '常见问题', blocks }]
}

/** Records write some questions without their mark. */
export const questionOf = (q: string): string => (/[？?]$/u.test(q) ? q : `${q}？`)

/** What stands above a lead, as sure as it is. */
export function headOf({ q, isStatement, isGuess }: Lead): string {
  if (isStatement === true) return q
  return isGuess === true ? `可能与您问的有关：${questionOf(q)}` : questionOf(q)
}
