// Words that stand for an item, and how much a subject takes.
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { calledAs, NAME_WHOLE_MIN } from '../../retrieval/names.ts'

/** From here on what is said besides a denial is a subject, in characters of its own. */
export const SUBJECT_MIN = 2

/** Whether the words are a piece of one of the item's names, or hold a whole one. */
export const isPieceOf = (words: string, item: ServiceItem): boolean =>
  calledAs(item).some(
    (name) => name.includes(words) || (name.length >= NAME_WHOLE_MIN && words.includes(name)),
  )
