// The parts that a short message asks for one after the other: 「收费吗 要等多久」, "how long? how much?".
import { scoreFields } from '../retrieval/field-cues.ts'
import type { Field } from './decision.ts'

/** A longer message tells more than it asks; a Latin word counts as two characters. */
const ASKING_MAX = 40
/** From here on a clause asks for a part in so many words. */
const PLAIN_MIN = 3
/** English keeps its spaces, also beside Chinese. */
const AND =
  /[,，。.!！?？;；、]+|还有|另外|以及|和|跟|\b(?:and|also|plus)\b|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u
const LATIN_WORD = /\s*[a-z']+/gu

export function partsIn(normalized: string): readonly Field[] {
  if (normalized.replace(LATIN_WORD, 'xx').length > ASKING_MAX) return []
  const asked = normalized.split(AND).flatMap((clause) => scoreFields(clause)[0] ?? [])
  return [...new Set(asked.filter(({ score }) => score >= PLAIN_MIN).map(({ field }) => field))]
}
