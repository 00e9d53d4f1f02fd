// Whether a command makes sense as the ticket stands, before anything is written: conditions on the
// ticket and the actor alone. Buttons are offered by these, so that none is dead.
import type { CommandKind } from './command.ts'
import type { RefusalCode } from './rules-parts.ts'
import { silentSince } from './sla.ts'
import type { Actor, Ticket } from './ticket.ts'

type Standing = (ticket: Ticket, actor: Actor) => RefusalCode | null

/** The actor is somebody other than `id`: four eyes. */
const another = (actor: Actor, id: string | null | undefined) =>
  actor.kind === 'staff' && actor.id === id ? 'own_work' : null

const openDispute: Standing = ({ dispute }) => (dispute === 'open' ? null : 'no_dispute')

const pendingExtension: Standing = ({ extension }, actor) =>
  extension?.decision === 'pending' ? another(actor, extension.askedBy) : 'no_extension_pending'

/** A merge tells the one side of the other; a whistle-blower is not told of. */
const unsealed: Standing = ({ sealed }) => (sealed ? 'sealed_report' : null)

const byReviewer: Standing = ({ draft }, actor) =>
  draft === null ? 'no_review_pending' : another(actor, draft.by)

/** Those who wait for an answer of a lead get its correction as well: it has been reviewed there. */
const correctable: Standing = ({ objected, draft, reviewRequired }, actor) => {
  if (objected) return 'objection_undecided'
  if (draft !== null) return 'correction_in_review'
  return reviewRequired && actor.kind === 'staff' ? 'review_required' : null
}

const STANDING: Readonly<Partial<Record<CommandKind, Standing>>> = {
  dispatch: ({ dispute }) => (dispute === 'open' ? 'dispute_open' : null),
  decide_dispute: openDispute,
  return: ({ dispute }) => (dispute === 'decided' ? 'return_barred' : null),
  ask_extension: ({ extension, extensionsGranted, limits }) => {
    if (extension?.decision === 'pending') return 'extension_pending'
    return extensionsGranted >= limits.extension.times ? 'extension_used_up' : null
  },
  approve_extension: pendingExtension,
  refuse_extension: pendingExtension,
  co_reply: ({ coHandlers }, actor) =>
    actor.kind === 'staff' &&
    coHandlers.some((one) => one.staffId === actor.id && one.reply === null)
      ? null
      : 'not_co_handler',
  release_co_handler: ({ coHandlers }) =>
    coHandlers.some((one) => one.reply === null) ? null : 'not_co_handler',
  submit_review: ({ reviewRequired }) => (reviewRequired ? null : 'no_review_required'),
  approve_review: byReviewer,
  send_back: byReviewer,
  resolve: ({ reviewRequired }) => (reviewRequired ? 'review_required' : null),
  resolve_with_lead: ({ leadId }) => (leadId === null ? 'no_lead' : null),
  correct: correctable,
  submit_correction: (ticket, actor) => {
    const refusal = correctable(ticket, actor)
    if (refusal !== 'review_required') return refusal ?? 'no_review_required'
    return null
  },
  record_delivery: ({ deliveredAt }) => (deliveredAt === null ? null : 'already_delivered'),
  auto_confirm: (ticket) => {
    if (ticket.objected) return 'objection_open'
    if (ticket.draft !== null) return 'correction_in_review'
    return silentSince(ticket) === null ? 'not_delivered' : null
  },
  dissatisfied: ({ objected }) => (objected ? 'objection_open' : null),
  decide_objection: ({ objected }) => (objected ? null : 'no_objection'),
  close: ({ draft }) => (draft === null ? null : 'correction_in_review'),
  merge: unsealed,
  absorb: unsealed,
  // One that became a report in a wave may still leave it.
  follow: ({ sealed, leadId }) => (sealed && leadId === null ? 'sealed_report' : null),
  follow_up: ({ ownerId }, actor) => another(actor, ownerId),
}

/**
 * Null when nothing about the ticket stands against it; whether the state and the role allow it, the
 * transition table says.
 */
export function standingRefusal(kind: CommandKind, ticket: Ticket, actor: Actor) {
  return STANDING[kind]?.(ticket, actor) ?? null
}
