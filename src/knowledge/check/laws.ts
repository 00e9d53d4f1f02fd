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
    ...items.flatMap((item) =>
      [...citationsIn(item)].map(([title, field]) => ({ at: { where: item.code, field }, title })),
    ),
    ...uncovered.flatMap(({ source }) =>
      titlesIn(source ?? '').map((title) => ({ at: { where: 'uncovered.yaml' }, title })),
    ),
  ]
  return citing.flatMap(({ at, title }): Finding[] => {
    const law = known.get(lawKey(title))
    if (law === undefined) {
      return [{ ...at, rule: 'law_unknown', detail: `laws.yaml 中没有《${title}》` }]
    }
    if (isInForce(law, today)) return []
    return [{ ...at, rule: 'law_not_in_force', detail: `《${title}》今日不在施行期` }]
  })
}

const titlesIn = (source: string) => [...source.matchAll(CITED)].map((match) => match[1]!)

/** Titles that an item cites, in its legal basis and in the sources of its fields. */
export const citedBy = (item: ServiceItem): ReadonlySet<string> => new Set(citationsIn(item).keys())

/** Each title that an item cites, with the field where it is cited first. */
function citationsIn(item: ServiceItem): ReadonlyMap<string, string> {
  const { legalBasis, conditions, materials, faq, timeLimit, fee } = item
  const sources: readonly (readonly [field: string, source: string])[] = [
    ...conditions.map(({ source }) => ['conditions', source] as const),
    ...materials.map(({ source }) => ['materials', source] as const),
    ...faq.map(({ source }) => ['faq', source] as const),
    ['time_limit', timeLimit.statutory?.source ?? ''],
    ['time_limit', timeLimit.promised?.source ?? ''],
    ['fee', fee.source ?? ''],
  ]
  const cited = [
    ...legalBasis
      .filter(({ title }) => title !== CUSTOMARY_SOURCE)
      .map(({ title }) => [title, 'legal_basis'] as const),
    ...sources.flatMap(([field, source]) =>
      titlesIn(source).map((title) => [title, field] as const),
    ),
  ]
  return new Map([...cited].reverse())
}
