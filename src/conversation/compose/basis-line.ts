// The law that what was asked rests on, in one line.
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { lawAndArticle, shownSource } from './facts.ts'

/** The source that was given, else the first law of the record; null where it names none. */
export function basisLine({ legalBasis }: ServiceItem, source: string | null): string | null {
  if (source !== null) return `依据：${inFull(shownSource(source), legalBasis)}`
  const [first] = legalBasis
  if (first === undefined) return null
  return `办理依据：${lawAndArticle(first)}${legalBasis.length > 1 ? '等' : ''}`
}

const NATIONAL = '中华人民共和国'

/** Sources shorten the names of national laws; an answer gives them in full. */
function inFull(source: string, legalBasis: ServiceItem['legalBasis']): string {
  const titles = legalBasis.map(({ title }) => title)
  return source.replace(/《([^《》]+)》/gu, (named, title: string) =>
    titles.includes(`${NATIONAL}${title}`) ? `《${NATIONAL}${title}》` : named,
  )
}
