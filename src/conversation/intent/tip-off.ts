// A report of wrongdoing by others: what the act of telling on somebody makes of a message. Only the
// person who reports is protected by it, so it is taken for one rather once too often.
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import type { TicketReason } from '../decision.ts'

export const tipsOff = (acts: readonly string[]): boolean => acts.includes('tip_off')

/** Who reports an offence hands it in, whatever else the words remind of, but no wish to commit one. */
export const handsInTipOff = (acts: readonly string[]): boolean =>
  tipsOff(acts) && !acts.some((act) => act.startsWith('refusal_'))

/** What is told on somebody is no mere complaint; other reasons say more of what is wanted. */
export const complaintOrTipOff = <R extends TicketReason>(
  reason: R,
  normalized: string,
): R | 'tip_off' => (reason === 'complaint' && tipsOff(actsIn(normalized)) ? 'tip_off' : reason)
