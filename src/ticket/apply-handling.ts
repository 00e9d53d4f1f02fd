// What the commands between registration and result make of a ticket.
import { type ApplyTable, endPause, staffOf, unchanged, unowned } from './apply-parts.ts'
import type { CommandOf } from './command.ts'
import type { Instant, Ticket } from './ticket.ts'

type Placement = CommandOf<'dispatch'> | CommandOf<'decide_dispute'>

function placed(ticket: Ticket, command: Placement, at: Instant): Ticket {
  return {
    ...ticket,
    state: 'dispatched',
    ownerId: command.to,
    department: command.department,
    section: command.section ?? ticket.section,
    reviewRequired: command.reviewRequired,
    unownedSince: null,
    dispatchedAt: at,
    clockFrom: at,
    acceptedAt: null,
  }
}

/** From the states of work the new handler signs first; where one waits or the result is out, nothing else changes. */
function transferred(ticket: Ticket, command: CommandOf<'transfer'>, at: Instant): Ticket {
  const passed = { ...ticket, ownerId: command.to, department: command.department }
  const signs = ['dispatched', 'accepted', 'in_progress'].includes(ticket.state)
  return signs ? { ...passed, state: 'dispatched', dispatchedAt: at, acceptedAt: null } : passed
}

function resumed(ticket: Ticket, at: Instant): Ticket {
  if (ticket.state !== 'waiting_requester') return ticket
  return { ...ticket, state: 'in_progress', pauses: endPause(ticket.pauses, at) }
}

/** An item brings its section, and whether that is reviewed; where none is told, both stay as they are. */
function sectioned(ticket: Ticket, command: CommandOf<'reclassify'>): Ticket {
  if (!command.section) return ticket
  // A draft that a reviewer has is for them to decide on.
  const reviewRequired = command.reviewRequired || ticket.state === 'in_review'
  return { ...ticket, section: command.section, reviewRequired }
}

type Handling =
  | 'dispatch'
  | 'decide_dispute'
  | 'accept'
  | 'start'
  | 'return'
  | 'transfer'
  | 'request_info'
  | 'supplement'
  | 'resume'
  | 'reply'
  | 'ask_extension'
  | 'approve_extension'
  | 'refuse_extension'
  | 'add_co_handler'
  | 'co_reply'
  | 'release_co_handler'
  | 'reclassify'
  | 'note'
  | 'link_external'
  | 'hear_external'

export const APPLY_HANDLING: ApplyTable<Handling> = {
  dispatch: (ticket, command, { at }) => ({
    ...placed(ticket, command, at),
    routing: command.explanation,
  }),
  decide_dispute: (ticket, command, { at }) => ({
    ...placed(ticket, command, at),
    dispute: 'decided',
    routing: [`争议裁定：${command.basis}`],
  }),
  accept: (ticket, _command, { at }) => ({ ...ticket, state: 'accepted', acceptedAt: at }),
  start: (ticket) => ({ ...ticket, state: 'in_progress' }),
  return: (ticket, _command, { at }) => {
    const returns = ticket.returns + 1
    const dispute = returns >= ticket.limits.returnsBeforeDispute ? 'open' : ticket.dispute
    return { ...unowned(ticket, at), state: 'returned', returns, dispute }
  },
  transfer: (ticket, command, { at }) => transferred(ticket, command, at),
  request_info: (ticket, _command, { at }) => ({
    ...ticket,
    state: 'waiting_requester',
    pauses: [...ticket.pauses, { from: at, to: null }],
  }),
  supplement: (ticket, command, { at }) => ({
    ...resumed(ticket, at),
    attachments: [...ticket.attachments, ...command.attachments],
  }),
  resume: (ticket, _command, { at }) => resumed(ticket, at),
  reply: unchanged,
  ask_extension: (ticket, command, moment) => ({
    ...ticket,
    extension: {
      days: command.days,
      reason: command.reason,
      askedAt: moment.at,
      askedBy: staffOf(moment),
      decision: 'pending',
      decidedAt: null,
    },
  }),
  approve_extension: (ticket, command, { at }) => ({
    ...ticket,
    extension: ticket.extension && {
      ...ticket.extension,
      days: command.days,
      decision: 'approved',
      decidedAt: at,
    },
    extensionsGranted: ticket.extensionsGranted + 1,
    extensionDays: ticket.extensionDays + command.days,
  }),
  refuse_extension: (ticket, _command, { at }) => ({
    ...ticket,
    extension: ticket.extension && { ...ticket.extension, decision: 'refused', decidedAt: at },
  }),
  add_co_handler: (ticket, { staffId, department, task }, { at }) => ({
    ...ticket,
    coHandlers: [
      ...ticket.coHandlers,
      { staffId, department, task, addedAt: at, reply: null, repliedAt: null },
    ],
  }),
  co_reply: (ticket, command, moment) => ({
    ...ticket,
    coHandlers: ticket.coHandlers.map((one) =>
      one.staffId === staffOf(moment) && one.reply === null
        ? { ...one, reply: command.text, repliedAt: moment.at }
        : one,
    ),
  }),
  release_co_handler: (ticket, command) => ({
    ...ticket,
    coHandlers: ticket.coHandlers.filter(
      (one) => one.staffId !== command.staffId || one.reply !== null,
    ),
  }),
  reclassify: (ticket, command) => ({
    ...sectioned(ticket, command),
    kind: command.ticketKind,
    urgency: command.urgency,
    complexity: command.complexity,
    itemCode: command.itemCode,
    // Who was once protected stays so.
    sealed: ticket.sealed || command.ticketKind === 'report',
  }),
  note: unchanged,
  link_external: (ticket, { system, number }) => ({ ...ticket, external: { system, number } }),
  hear_external: unchanged,
}
