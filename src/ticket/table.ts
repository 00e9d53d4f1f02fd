// The transition table: in which states each command may be given, and where it may lead. Who may
// give it stands in `staff/permissions.ts`, under which conditions in `rules.ts`.
import type { CommandKind } from './command.ts'
import { isTerminal, TICKET_STATES, type TicketState } from './ticket.ts'

/** All states but the terminal ones. */
const OPEN = TICKET_STATES.filter((state) => !isTerminal(state))
const UNOWNED = ['created', 'returned', 'reopened'] as const
const WORKING = ['accepted', 'in_progress'] as const
/** Somebody has it and the result is not out yet. */
const OWNED = ['dispatched', 'accepted', 'in_progress', 'waiting_requester', 'in_review'] as const
export const BEFORE_RESULT: readonly TicketState[] = [...UNOWNED, ...OWNED]
export const ANSWERED = ['resolved', 'confirmed'] as const satisfies readonly TicketState[]

/** `same`: the state stays as it is. */
type Target = TicketState | 'same'

type Row = Readonly<{
  from: readonly TicketState[]
  to: readonly Target[]
  /** Where it leads elsewhere from some of the states. */
  but?: Readonly<Partial<Record<TicketState, readonly Target[]>>>
}>

export const TRANSITIONS: Readonly<Record<CommandKind, Row>> = {
  dispatch: { from: UNOWNED, to: ['dispatched'] },
  decide_dispute: { from: ['returned'], to: ['dispatched'] },
  accept: { from: ['dispatched'], to: ['accepted'] },
  start: { from: ['accepted'], to: ['in_progress'] },
  return: { from: ['dispatched', 'accepted'], to: ['returned'] },
  transfer: {
    from: [...OWNED, ...ANSWERED],
    to: ['dispatched'],
    but: {
      waiting_requester: ['same'],
      in_review: ['same'],
      resolved: ['same'],
      confirmed: ['same'],
    },
  },
  request_info: { from: WORKING, to: ['waiting_requester'] },
  supplement: { from: OPEN, to: ['same'], but: { waiting_requester: ['in_progress'] } },
  resume: { from: ['waiting_requester'], to: ['in_progress'] },
  reply: { from: OPEN, to: ['same'] },
  ask_extension: { from: WORKING, to: ['same'] },
  approve_extension: { from: OWNED, to: ['same'] },
  refuse_extension: { from: OWNED, to: ['same'] },
  add_co_handler: { from: [...WORKING, 'waiting_requester'], to: ['same'] },
  co_reply: { from: [...WORKING, 'waiting_requester', 'dispatched'], to: ['same'] },
  release_co_handler: { from: [...WORKING, 'waiting_requester', 'dispatched'], to: ['same'] },
  submit_review: { from: WORKING, to: ['in_review'] },
  // Of a correction too: what was sent stays until then, and afterwards.
  approve_review: { from: ['in_review', ...ANSWERED], to: ['resolved'] },
  send_back: {
    from: ['in_review', ...ANSWERED],
    to: ['in_progress'],
    but: { resolved: ['same'], confirmed: ['same'] },
  },
  resolve: { from: WORKING, to: ['resolved'] },
  resolve_with_lead: { from: BEFORE_RESULT, to: ['resolved'] },
  // What was confirmed was another result.
  correct: { from: ANSWERED, to: ['resolved'] },
  submit_correction: { from: ANSWERED, to: ['same'] },
  record_delivery: { from: ['resolved'], to: ['same'] },
  confirm: { from: ['resolved'], to: ['confirmed'] },
  auto_confirm: { from: ['resolved'], to: ['confirmed'] },
  dissatisfied: {
    from: ANSWERED,
    to: ['reopened', 'same'],
    but: { confirmed: ['reopened', 'resolved'] },
  },
  decide_objection: { from: ['resolved'], to: ['reopened', 'closed'] },
  follow_up: {
    from: ANSWERED,
    to: ['same', 'confirmed', 'reopened'],
    but: { confirmed: ['same', 'reopened', 'resolved'] },
  },
  rate: { from: ANSWERED, to: ['same'] },
  urge: {
    from: ['created', 'returned', 'reopened', 'dispatched', ...WORKING, 'in_review'],
    to: ['same'],
  },
  withdraw: { from: BEFORE_RESULT, to: ['withdrawn'] },
  merge: { from: BEFORE_RESULT, to: ['merged'] },
  absorb: { from: BEFORE_RESULT, to: ['same'] },
  follow: { from: BEFORE_RESULT, to: ['same'] },
  decline: { from: ['created', 'returned', 'dispatched'], to: ['declined'] },
  transfer_out: { from: [...UNOWNED, 'dispatched', ...WORKING], to: ['transferred_out'] },
  close: { from: ['confirmed'], to: ['closed'] },
  reclassify: { from: BEFORE_RESULT, to: ['same'] },
  note: { from: OPEN, to: ['same'] },
  // The number may come, or be typed in, after the end.
  link_external: { from: TICKET_STATES, to: ['same'] },
  hear_external: { from: OPEN, to: ['same'] },
  remind: { from: OPEN, to: ['same'] },
  supervise: { from: OPEN, to: ['same'] },
}

/** The states that a command may lead to from `state`; empty when it may not be given there. */
export function targetsOf(kind: CommandKind, state: TicketState): readonly TicketState[] {
  const { from, to, but } = TRANSITIONS[kind]
  if (!from.includes(state)) return []
  return (but?.[state] ?? to).map((target) => (target === 'same' ? state : target))
}
