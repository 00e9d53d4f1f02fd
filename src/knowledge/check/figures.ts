import type { KnowledgeBase } from '../knowledge-base.ts'
import type { ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'

const FIGURE = /\d+(?:\.\d+)?/gu

/** Every figure in an FAQ's answer stands in a field of the same item, where it has a source. */
export function checkFigures({ items }: KnowledgeBase): Finding[] {
  return items.flatMap((item) => {
    const backed = new Set(numbersIn(sourcedTexts(item)))
    return item.faq.flatMap(({ q, a }) =>
      numbersIn([a])
        .filter((figure) => !backed.has(figure))
        .map(
          (figure): Finding => ({
            where: item.code,
            rule: 'faq_figure',
            field: 'faq',
            detail: `「${q}」的答复中的 ${figure} 不在任何有出处的字段里`,
          }),
        ),
    )
  })
}

const numbersIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.normalize('NFKC').match(FIGURE) ?? [])

function sourcedTexts(item: ServiceItem): string[] {
  const { timeLimit, fee } = item
  return [
    item.name,
    item.summary,
    ...item.applicants,
    ...item.conditions.flatMap((row) => [row.text, row.source]),
    ...item.materials.flatMap((row) => [
      row.name,
      row.source,
      row.required === true ? '' : row.required.when,
    ]),
    item.materialsNote ?? '',
    ...item.steps.map((step) => step.text),
    `${timeLimit.statutory?.days ?? ''} ${timeLimit.promised?.days ?? ''}`,
    timeLimit.statutory?.source ?? '',
    timeLimit.note ?? '',
    fee.note ?? '',
    fee.source ?? '',
    item.result ?? '',
    ...item.notThis.map((row) => row.fact),
    ...item.legalBasis.flatMap((basis) => [basis.title, basis.article ?? '', basis.source ?? '']),
  ]
}
