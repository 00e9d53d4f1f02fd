// A grievance may come with a question that the record answers: 「注销登记要几天，你们窗口态度太差了」. The
// grievance goes to a person, and the question is answered beside it.

import { ASKS, actsIn } from '../../retrieval/acts/speech-acts.ts'
import { clausesOf } from '../../retrieval/clauses.ts'
import { askedField } from '../asked-field.ts'
import { sureItem } from '../decide.ts'
import type { Decision, TicketReason } from '../decision.ts'
import { AGGRIEVED } from '../intent/aggrieved.ts'
import { freshState } from './dialogue-state.ts'
import { QUESTION_WORD } from './question-word.ts'
import { foundFor, type Turn } from './read-in-dialogue.ts'

/** What somebody is aggrieved about; whoever wants a person has asked the record nothing. */
const GRIEVANCES: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'complaint',
  'stuck_case',
  'coordination',
])
/** Clauses looked up; more are a story. */
const CLAUSES_MAX = 3

/** The decision with what was asked besides, where one clause by itself asks for a part of one item. */
export async function withAskedBesides(
  turn: Turn,
  normalized: string,
  decided: Decision,
): Promise<Decision> {
  if (decided.kind !== 'ticket' || !GRIEVANCES.has(decided.reason)) return decided
  if (decided.matter !== undefined) return decided
  const { deps } = turn
  const clauses = clausesOf(normalized).map(({ text }) => text)
  for (const clause of clauses.filter(asksOnly).slice(0, CLAUSES_MAX)) {
    const code = sureItem(await foundFor(turn, clause), deps.policy)
    if (code === null) continue
    const asking = { normalized: clause, state: freshState(deps.now()), code } as const
    const { field } = askedField(deps.snapshot, { ...asking, dependence: 'new' })
    if (field === null || field === 'overview') continue
    return { ...decided, code: decided.code ?? code, besides: { code, field } }
  }
  return decided
}

/**
 * A clause of a grievance tells what went wrong, whatever it asks; and a part that is named without a
 * question word may be told of: 「材料交上去了」.
 */
function asksOnly(clause: string): boolean {
  if (!QUESTION_WORD.test(clause)) return false
  const acts = actsIn(clause)
  return acts.includes(ASKS) && !acts.some((act) => AGGRIEVED.has(act))
}
