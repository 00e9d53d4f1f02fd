// What the commands from the result to the end make of a ticket.
import {
  type ApplyTable,
  ended,
  endPause,
  lapsed,
  staffOf,
  unchanged,
  unowned,
} from './apply-parts.ts'
import type { Timer } from './kinds.ts'
import type { Alert, Instant, Resolution, Ticket } from './ticket.ts'

function resolved(ticket: Ticket, resolution: Resolution, at: Instant): Ticket {
  return {
    ...lapsed(ticket, at),
    state: 'resolved',
    resolution,
    outcome: resolution.outcome,
    draft: null,
    reviewFrom: null,
    resolvedAt: at,
    deliveredAt: null,
    unownedSince: null,
    pauses: endPause(ticket.pauses, at),
  }
}

/** The same answer put right: its time stays, its delivery and what was said of it begin anew. */
function corrected(ticket: Ticket, resolution: Resolution, reason: string, at: Instant): Ticket {
  if (ticket.resolution === null) throw new Error('only a result that was sent is corrected')
  return {
    ...ticket,
    state: 'resolved',
    resolution,
    outcome: resolution.outcome,
    correction: { at, reason, instead: ticket.resolution },
    draft: null,
    reviewFrom: null,
    deliveredAt: null,
    confirmedAt: null,
    confirmedBy: null,
    followUps: 0,
  }
}

function confirmed(ticket: Ticket, by: NonNullable<Ticket['confirmedBy']>, at: Instant): Ticket {
  return {
    ...ticket,
    state: 'confirmed',
    confirmedBy: by,
    confirmedAt: at,
    // Whoever confirms has read it; by silence nothing arrives.
    deliveredAt: by === 'timeout' ? ticket.deliveredAt : (ticket.deliveredAt ?? at),
    objected: false,
    objectedAt: null,
  }
}

/** Back to a person, and to another one: the result is void, the handling begins anew. */
function reopened({ correction: _void, ...ticket }: Ticket, at: Instant): Ticket {
  const barred = ticket.ownerId === null ? [] : [ticket.ownerId]
  return {
    ...unowned(ticket, at),
    state: 'reopened',
    barredIds: [...new Set([...ticket.barredIds, ...barred])],
    reopenings: ticket.reopenings + 1,
    halved: true,
    objected: false,
    objectedAt: null,
    leadId: null,
    dispute: 'none',
    coHandlers: [],
    extension: null,
    extensionsGranted: 0,
    extensionDays: 0,
    alerts: {},
    resolution: null,
    outcome: null,
    resolvedAt: null,
    deliveredAt: null,
    confirmedAt: null,
    confirmedBy: null,
    rating: null,
    followUps: 0,
  }
}

/** Once more while the count allows; after that the objection stands until a supervisor decides. */
function disagreed(ticket: Ticket, at: Instant): Ticket {
  if (!ticket.objected && ticket.reopenings < ticket.limits.reopen.times)
    return reopened(ticket, at)
  return {
    ...ticket,
    state: 'resolved',
    // A correction that nobody has approved is for whoever decides on the objection.
    draft: null,
    reviewFrom: null,
    objected: true,
    objectedAt: ticket.objectedAt ?? at,
    confirmedAt: null,
    confirmedBy: null,
    deliveredAt: ticket.deliveredAt ?? at,
  }
}

function alerted(ticket: Ticket, timer: Timer | null, alert: Alert | null): Ticket {
  if (timer === null || alert === null) return ticket
  return { ...ticket, alerts: { ...ticket.alerts, [timer]: alert } }
}

type Result =
  | 'submit_review'
  | 'approve_review'
  | 'send_back'
  | 'resolve'
  | 'resolve_with_lead'
  | 'correct'
  | 'submit_correction'
  | 'record_delivery'
  | 'confirm'
  | 'auto_confirm'
  | 'dissatisfied'
  | 'decide_objection'
  | 'follow_up'
  | 'rate'
  | 'urge'
  | 'withdraw'
  | 'merge'
  | 'absorb'
  | 'follow'
  | 'decline'
  | 'transfer_out'
  | 'close'
  | 'remind'
  | 'supervise'

export const APPLY_RESULT: ApplyTable<Result> = {
  submit_review: (ticket, { resolution }, moment) => ({
    ...ticket,
    state: 'in_review',
    draft: { resolution, by: staffOf(moment) },
    reviewFrom: moment.at,
  }),
  approve_review: (ticket, _command, { at }) => {
    if (ticket.draft === null) throw new Error('a ticket in review has a draft')
    const { resolution, correctionReason } = ticket.draft
    return correctionReason === undefined
      ? resolved(ticket, resolution, at)
      : corrected(ticket, resolution, correctionReason, at)
  },
  send_back: (ticket) => ({
    ...ticket,
    state: ticket.state === 'in_review' ? 'in_progress' : ticket.state,
    draft: null,
    reviewFrom: null,
  }),
  resolve: (ticket, { resolution }, { at }) => resolved(ticket, resolution, at),
  resolve_with_lead: (ticket, { resolution }, { at }) => resolved(ticket, resolution, at),
  correct: (ticket, { resolution, reason }, { at }) => corrected(ticket, resolution, reason, at),
  submit_correction: (ticket, { resolution, reason }, moment) => ({
    ...ticket,
    draft: { resolution, by: staffOf(moment), correctionReason: reason },
    reviewFrom: moment.at,
  }),
  record_delivery: (ticket, _command, { at }) => ({ ...ticket, deliveredAt: at }),
  confirm: (ticket, _command, { at }) => confirmed(ticket, 'requester', at),
  auto_confirm: (ticket, _command, { at }) => confirmed(ticket, 'timeout', at),
  dissatisfied: (ticket, _command, { at }) => disagreed(ticket, at),
  decide_objection: (ticket, { decision }, { at }) =>
    decision === 'joint'
      ? { ...reopened(ticket, at), complexity: 'joint', halved: false }
      : { ...ended(ticket, at), state: 'closed', objected: false, objectedAt: null },
  follow_up: (ticket, { result }, { at }) => {
    if (result === 'unreached') return ticket
    const called = { ...ticket, followUps: ticket.followUps + 1 }
    if (result === 'unsolved') return disagreed(called, at)
    return ticket.state === 'resolved' ? confirmed(called, 'follow_up', at) : called
  },
  rate: (ticket, { level, solved, comment }, { at }) => ({
    ...ticket,
    rating: { level, solved, comment, at },
  }),
  urge: (ticket, _command, { at }) => ({ ...ticket, urges: [...ticket.urges, at] }),
  withdraw: (ticket, _command, { at }) => ({
    ...ended(ticket, at),
    state: 'withdrawn',
    outcome: 'withdrawn',
  }),
  merge: (ticket, { intoNumber }, { at }) => ({
    ...ended(ticket, at),
    state: 'merged',
    outcome: 'duplicate',
    mergedIntoNumber: intoNumber,
  }),
  absorb: unchanged,
  follow: (ticket, { leadId }) => ({ ...ticket, leadId }),
  decline: (ticket, { lawfulChannel }, { at }) => ({
    ...ended(ticket, at),
    state: 'declined',
    outcome: 'declined',
    referredTo: lawfulChannel,
  }),
  transfer_out: (ticket, { body }, { at }) => ({
    ...ended(ticket, at),
    state: 'transferred_out',
    outcome: 'other_body',
    referredTo: body,
  }),
  close: (ticket, _command, { at }) => ({ ...ended(ticket, at), state: 'closed' }),
  remind: (ticket, { timer, due, stage }) => alerted(ticket, timer, { due, stage }),
  supervise: (ticket, { timer, due, stage }) =>
    alerted(ticket, timer, due === null ? null : { due, stage }),
}
