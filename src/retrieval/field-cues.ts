// Which part of an item's record a message asks for. Later clauses count more: people tell first and ask
// last.
import type { Field } from '../knowledge/field.ts'
import { FIELD_CUES } from './field-cue-rows.ts'
import { withoutDecoys } from './field-decoys.ts'
import { shows } from './patterns.ts'

/** What a clause counts for, beside the next. */
const EARLIER_FACTOR = 0.55

export type FieldScore = Readonly<{ field: Field; score: number }>

/** Every field that the normalised text shows, strongest first. */
export function scoreFields(normalized: string): readonly FieldScore[] {
  const clauses = clausesOf(withoutDecoys(normalized))
  const scores = new Map<Field, number>()
  for (const [n, clause] of clauses.entries()) {
    const share = EARLIER_FACTOR ** (clauses.length - 1 - n)
    for (const cue of FIELD_CUES) {
      if (!shows(cue, clause)) continue
      scores.set(cue.field, Math.max(scores.get(cue.field) ?? 0, cue.weight * share))
    }
  }
  return [...scores].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score)
}

/** A weaker cue may stand in any message. */
const CUED_MIN = 1

/** Whether the normalised text asks for a part of a record in so many words. */
export const isCued = (normalized: string): boolean =>
  scoreFields(normalized).some(({ score }) => score >= CUED_MIN)

// English keeps its spaces, also beside Chinese: only Chinese is cut at them.
const CHINESE_BREAK = /[,，。.!！?？;；\n~…]+|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u
const ENGLISH_BREAK = /[.!?;\n]+/u

function clausesOf(normalized: string): readonly string[] {
  const isChinese = /\p{Script=Han}/u.test(normalized)
  const parts = normalized.split(isChinese ? CHINESE_BREAK : ENGLISH_BREAK)
  return parts.map((part) => part.trim()).filter((part) => part.length > 0)
}
