import type { KnowledgeBase } from '../knowledge-base.ts'
import type { Finding } from './finding.ts'

/** Every section has as many items as the catalogue lists, and codes and names are unique. */
export function checkCounts({ sections, items }: KnowledgeBase): Finding[] {
  const found: Finding[] = []
  for (const section of sections) {
    const count = items.filter((item) => item.section === section.code).length
    if (count !== section.itemCount) {
      const detail = `${section.name}应有 ${section.itemCount} 项，实有 ${count} 项`
      found.push({ where: 'sections.yaml', rule: 'section_count', detail })
    }
  }
  return [
    ...found,
    ...repeated(items.map(({ code }) => ({ code, value: code }))).map(
      ({ code, value }): Finding => ({ where: code, rule: 'unique_code', detail: value }),
    ),
    ...repeated(items.map(({ code, name }) => ({ code, value: name }))).map(
      ({ code, value }): Finding => ({ where: code, rule: 'unique_name', detail: value }),
    ),
  ]
}

type Entry = Readonly<{ code: string; value: string }>

function repeated(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ value }) => {
    const again = seen.has(value)
    seen.add(value)
    return again
  })
}
