// Whether a message asks one of the frequent questions of the matter in hand, in whatever words.
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { wordedRows } from '../compose/faq/worded-rows.ts'

/** From here on a message asks the row, however little of the matter it names (measured on dialogues). */
const ASKED_MIN = 0.34
/** What is found as surely as this for the words alone is meant: it is another matter (measured). */
const FOUND_MAX = 0.15

/**
 * Not where the words alone lead to another item, or one that was found for them has a frequent question
 * that is nearer.
 */
export function asksRow(
  normalized: string,
  last: ServiceItem,
  { found, confidence }: Readonly<{ found: readonly ServiceItem[]; confidence: number }>,
): boolean {
  if (confidence >= FOUND_MAX) return false
  const near = nearestIn(last, normalized)
  return near >= ASKED_MIN && found.every((item) => nearestIn(item, normalized) <= near)
}

const nearestIn = (item: ServiceItem, normalized: string): number =>
  wordedRows(item, normalized)[0]?.nearness ?? 0
