import type { KnowledgeBase } from '../knowledge-base.ts'
import { isInForce, type Law, lawKey } from '../law.ts'
import { CUSTOMARY_SOURCE, type ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'

const CITED = /《((?:[^《》]|《[^《》]*》)+)》/gu

/** Every cited law is listed in `laws.yaml` and in force on the given local date. */
export function checkLaws(
  { items, uncovered }: KnowledgeBase,
  laws: readonly Law[],
  today: string,
): Finding[] {
  const known = new Map(laws.map((law) => [lawKey(law.title), law]))
  const citing = [
    ...items.map((item) => ({ where: item.code as string, titles: [...citedBy(item)] })),
    ...uncovered.map(({ source }) => ({ where: 'uncovered.yaml', titles: titlesIn(source ?? '') })),
  ]
  return citing.flatMap(({ where, titles }) =>
    titles.flatMap((title): Finding[] => {
      const law = known.get(lawKey(title))
      if (law === undefined) {
        return [{ where, rule: 'law_unknown', detail: `laws.yaml 中没有《${title}》` }]
      }
      if (isInForce(law, today)) return []
      return [{ where, rule: 'law_not_in_force', detail: `《${title}》今日不在施行期` }]
    }),
  )
}

const titlesIn = (source: string) => [...source.matchAll(CITED)].map((match) => match[1]!)

/** Titles that an item cites, in its legal basis and in the sources of its fields. */
export function citedBy(item: ServiceItem): ReadonlySet<string> {
  const sources = [
    ...item.conditions.map((row) => row.source),
    ...item.materials.map((row) => row.source),
    ...item.faq.map((row) => row.source),
    item.timeLimit.statutory?.source ?? '',
    item.timeLimit.promised?.source ?? '',
    item.fee.source ?? '',
  ]
  const named = sources.flatMap(titlesIn)
  const titles = item.legalBasis.map((basis) => basis.title)
  return new Set([...titles.filter((title) => title !== CUSTOMARY_SOURCE), ...named])
}
