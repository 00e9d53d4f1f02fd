// What a person should look at: nothing here is an error by itself.
import type { KnowledgeBase } from '../knowledge-base.ts'
import { bigrams, likeness } from '../likeness.ts'
import type { ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'
import { citedBy } from './laws.ts'

const NAME_LIKENESS_MIN = 0.7

/** Near-identical names, and different limits under the same article of the same law. */
export function reportContradictions({ items }: KnowledgeBase): readonly Finding[] {
  return [...likeNames(items), ...unlikeLimits(items)]
}

function likeNames(items: readonly ServiceItem[]): Finding[] {
  const grams = items.map((item) => bigrams(item.name))
  return items.flatMap((item, n) =>
    items.slice(n + 1).flatMap((other, k): Finding[] => {
      const alike = likeness(grams[n]!, grams[n + 1 + k]!)
      if (alike < NAME_LIKENESS_MIN) return []
      const detail = `与 ${other.code} 名称相近：${item.name} / ${other.name}`
      return [{ where: item.code, rule: 'like_names', detail }]
    }),
  )
}

function unlikeLimits(items: readonly ServiceItem[]): Finding[] {
  const bySource = new Map<string, ServiceItem[]>()
  for (const item of items) {
    const source = item.timeLimit.statutory?.source
    if (source?.startsWith('《') === true) {
      bySource.set(source, [...(bySource.get(source) ?? []), item])
    }
  }
  return [...bySource].flatMap(([source, same]): Finding[] => {
    const limits = new Set(
      same.map(({ timeLimit }) => `${timeLimit.statutory?.days}${timeLimit.statutory?.unit}`),
    )
    if (limits.size < 2) return []
    const codes = same.map((item) => item.code).join('、')
    const detail = `${source} 下的时限不一致：${[...limits].join('、')}（${codes}）`
    return [{ where: same[0]!.code, rule: 'unlike_limits', detail }]
  })
}

/** How often each law is cited, the most cited first; for the list of laws to watch. */
export function citations({ items }: KnowledgeBase): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    for (const title of citedBy(item)) counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}
