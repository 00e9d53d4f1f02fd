import type { KnowledgeBase } from '../knowledge-base.ts'
import type { Finding } from './finding.ts'

/** Every code that an item or an example names exists, and is not its own. */
export function checkReferences({ items, routes, calibration }: KnowledgeBase): Finding[] {
  const known = new Set<string>(items.map((item) => item.code))
  const named = items.flatMap((item) => [
    ...item.related.map((code) => ({ item, code, field: 'related' })),
    ...item.parts.map((code) => ({ item, code, field: 'parts' })),
    ...item.notThis.map(({ code }) => ({ item, code, field: 'not_this' })),
  ])
  return [
    ...named
      .filter(({ item, code }) => !known.has(code) || code === item.code)
      .map(
        ({ item, code, field }): Finding => ({
          where: item.code,
          rule: 'reference',
          field,
          detail: `${field} 中的 ${code} ${code === item.code ? '是本事项' : '不存在'}`,
        }),
      ),
    ...[
      ...routes.map(({ q, candidates }) => ({ q, codes: candidates })),
      ...calibration.map(({ q, items: codes }) => ({ q, codes })),
    ].flatMap(({ q, codes }) =>
      codes
        .filter((code) => !known.has(code))
        .map((code): Finding => ({ where: q, rule: 'reference', detail: `${code} 不存在` })),
    ),
  ]
}
