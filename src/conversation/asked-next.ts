// What people usually ask about next, as offered below an answer.
import type { ItemCode } from '../kernel/ids.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'

/** The items that people went on to right after this one, the most often first; none while few have asked. */
export type AskedNext = (code: ItemCode) => readonly ItemCode[]

/** Where no log is kept, as on the command line. */
export const nothingAskedNext: AskedNext = () => []

/** The neighbours actually asked next, then those that the record names. */
export const likelyNext = ({ code, related }: ServiceItem, askedNext: AskedNext): ItemCode[] => [
  ...new Set([...askedNext(code), ...related]),
]
