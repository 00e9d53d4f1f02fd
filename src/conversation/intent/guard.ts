// What guards are made of: what they hear, and what one is.
import type { OwnTickets } from '../answer-ports.ts'
import { isEnglish } from '../compose/english.ts'
import type { Decision, DecisionKind, TicketReason } from '../decision.ts'
import type { Rule } from '../outcome.ts'

export type Utterance = Readonly<{
  normalized: string
  /** As it is kept with the decision. */
  text: string
  /** As it was sent: signs of alarm are no text. */
  raw: string
  /** What the turn before came to. */
  decided?: DecisionKind | null
  /** What was asked before, as it was understood. */
  before?: string | null
  tickets: OwnTickets
}>

export type Guard = Readonly<{ rule: Rule; decide: (heard: Utterance) => Decision | null }>

/** A guard that decides the same whenever a message fits. */
export const always = (
  rule: Rule,
  decision: Decision,
  fits: (heard: Utterance) => boolean,
): Guard => ({
  rule,
  decide: (heard) => (fits(heard) ? decision : null),
})

export const ticketFor = (reason: TicketReason): Decision => ({
  kind: 'ticket',
  reason,
  code: null,
})

/** A longer message says more than what it wants of us. */
const FILING_MAX = 48
/** Of letters, as many more say the same. */
const FILING_MAX_ENGLISH = 120

export const saysLittle = (normalized: string) =>
  normalized.length <= (isEnglish(normalized) ? FILING_MAX_ENGLISH : FILING_MAX)

/** Whether a request was just offered, or one that was handed in was shown. */
export const isOfTicket = ({ decided = null }: Utterance): boolean =>
  decided === 'ticket' || decided === 'status'
