// Where a request can be taken instead of being written.
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { isOfReport, type TicketReason } from '../decision.ts'
import { callInstead, hotlineLine, hotlinesOf } from './to-compose.ts'

/** Reasons of people who would rather speak to somebody than write. */
const WOULD_CALL: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'complaint',
  'person_wanted',
  'upset',
  'missed_twice',
  'other_office',
])
/** Who takes what somebody wants to report. */
const TAKE_REPORTS = ['citizen', 'consumer', 'police'] as const

/** Where else a grievance can be taken, in lines. */
export const channelsBeside = (reason: TicketReason, base: KnowledgeBase): readonly string[] =>
  isOfReport(reason) || WOULD_CALL.has(reason) ? channelsFor(reason, base) : []

function channelsFor(reason: TicketReason, base: KnowledgeBase): readonly string[] {
  if (isOfReport(reason)) return hotlinesOf(base, TAKE_REPORTS).map(hotlineLine)
  const call = callInstead(base)
  return call === null ? [] : [call]
}

/** What is said above the fields, as the knowledge base has it for the reason. */
export type FormWords = Readonly<{
  reply: string
  /** Where to turn instead of filling it in, in lines. */
  channels: readonly string[]
}>

/** The same words as without a form, and whom to call instead of filling it in. */
export const formWords = (reason: TicketReason, base: KnowledgeBase): FormWords => ({
  reply: base.replies.ticket[reason],
  channels: channelsFor(reason, base),
})
