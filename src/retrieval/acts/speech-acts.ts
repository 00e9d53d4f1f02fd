// What a message does besides asking: it begs, chases, accuses, offers, hints. Each act is a row; the
// route model sees the acts as features beside the words and learns what they are worth together.

import { scoreFields } from '../field-cues.ts'
import { shows } from '../patterns.ts'
import type { ActRow } from './act-row.ts'
import { isUpset } from './anger.ts'
import { COMPLAINT_ACTS } from './complaint-acts.ts'
import { dangerIn } from './danger.ts'
import { DANGER_ACTS } from './danger-acts.ts'
import { IMPROPER_ACTS } from './improper-acts.ts'
import { OTHER_MATTERS } from './other-matters.ts'
import type { OwnTicketAct } from './own-act-rows.ts'
import { ownTicketIn } from './own-ticket.ts'
import { wantsPerson } from './person.ts'
import { type RefusalSignal, refusalIn } from './refusals.ts'
import { type SmalltalkSignal, smalltalkIn } from './smalltalk.ts'

type RowOf<Rows extends readonly ActRow[]> = Rows[number]['act']
type SpeechAct =
  | RowOf<typeof COMPLAINT_ACTS>
  | RowOf<typeof IMPROPER_ACTS>
  | RowOf<typeof OTHER_MATTERS>
  | RowOf<typeof DANGER_ACTS>

/** All that `actsIn` may name. */
export type Act =
  | SpeechAct
  | `own_${OwnTicketAct}`
  | `refusal_${RefusalSignal}`
  | `small_${SmalltalkSignal}`
  | 'danger'
  | 'person'
  | 'upset'
  | typeof ASKS
  | 'asks_nothing'

const ACTS: readonly (ActRow & Readonly<{ act: SpeechAct }>)[] = [
  ...COMPLAINT_ACTS,
  ...IMPROPER_ACTS,
  ...OTHER_MATTERS,
  ...DANGER_ACTS,
]

/** How many times an act stands beside the words: their features are many, the acts few. */
const TIMES = 6

/** All acts that the normalised text shows. */
export function actsIn(normalized: string): readonly Act[] {
  const acts: Act[] = ACTS.filter((row) => shows(row, normalized)).map(({ act }) => act)
  const own = ownTicketIn(normalized)
  const refusal = refusalIn(normalized)
  const small = smalltalkIn(normalized)
  if (own !== null) acts.push(`own_${own.act}`)
  if (refusal !== null) acts.push(`refusal_${refusal}`)
  if (small !== null) acts.push(`small_${small}`)
  if (dangerIn(normalized) !== null) acts.push('danger')
  if (wantsPerson(normalized)) acts.push('person')
  if (isUpset(normalized)) acts.push('upset')
  acts.push(asksFor(normalized) ? ASKS : 'asks_nothing')
  return acts
}

/** The acts as tokens of the route model. */
export const actTokens = (acts: readonly Act[]): string[] =>
  acts.flatMap((act) => Array.from({ length: TIMES }, () => `s${act}`))

/** The act of asking for a part of a record: how long, how much, where, may I. */
export const ASKS = 'asks'
const ASKS_MIN = 2.5

function asksFor(normalized: string): boolean {
  const [field] = scoreFields(normalized)
  return field !== undefined && field.score >= ASKS_MIN
}
