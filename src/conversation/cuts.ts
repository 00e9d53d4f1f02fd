// Where a message is cut into pieces for those who read it piece by piece. What a piece is depends on
// the reader; what each clause of a message is there for is told in `retrieval/clauses.ts`.
import { anyOf } from '../retrieval/patterns.ts'

/** English keeps its spaces, also beside Chinese. */
const SPACE_BESIDE_HAN = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u

const BETWEEN_PARTS = anyOf(
  /[,，。.!！?？;；、]+/u,
  /还有|另外|以及|和|跟|\b(?:and|also|plus)\b/u,
  SPACE_BESIDE_HAN,
)
/** Parts of a record that are asked for one after the other: 「收费吗 要等多久」. */
export const cutIntoParts = (text: string): readonly string[] => text.split(BETWEEN_PARTS)

const ORDERED = anyOf(/[？?，,。；;！!、\s]+/u, /还有|另外|以及|和/u)
/** The same by their order only, so that every space may end one. */
export const cutInOrder = (text: string): readonly string[] => text.split(ORDERED)

const BETWEEN_MEASURES = anyOf(/[,，。.!！?？;；\n~…]+/u, /\band\b/u, SPACE_BESIDE_HAN)
/** Sums and times that are asked for: 「利息和本金」 is asked for as one. */
export const cutIntoMeasures = (text: string): readonly string[] => text.split(BETWEEN_MEASURES)

const PAUSE = /[，,。；;？?\s]+/u
/** What is told, and what is asked at the end. */
export const cutAtPauses = (text: string): readonly string[] => text.split(PAUSE).filter(Boolean)
