// Whom the acts between registration and result are told to.

import { nobody, type TellingTable, tell } from './telling-parts.ts'
import type { Ticket } from './ticket.ts'

/**
 * Whether what the enterprise was told last no longer holds: of another department always; within one,
 * when it had been signed for and now waits for a signature again. Persons are not named to it.
 */
const isNewsToRequester = (before: Ticket, after: Ticket): boolean =>
  before.department !== after.department ||
  (before.acceptedAt !== null && after.acceptedAt === null)

export const TELL_HANDLING: TellingTable<
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
> = {
  dispatch: ({ explanation }) => [
    ...tell({ kind: 'dispatched', explanation }, 'handler'),
    ...tell({ kind: 'dispatched', explanation: [] }, 'requester'),
  ],
  decide_dispute: ({ basis }) => [
    ...tell({ kind: 'dispute_decided', basis }, 'handler'),
    ...tell({ kind: 'dispatched', explanation: [] }, 'requester'),
  ],
  accept: () => tell({ kind: 'accepted' }, 'requester'),
  start: ({ plan }) => tell({ kind: 'started', plan }, 'requester'),
  return: ({ reason, basis, proposedOwner }, { after }) =>
    after.dispute === 'open'
      ? [
          ...tell({ kind: 'dispute_opened', reason, basis }, 'dispatchers', 'supervisors'),
          ...tell({ kind: 'handler_changed' }, 'requester'),
        ]
      : [
          ...tell({ kind: 'returned', reason, basis, proposedOwner }, 'dispatchers'),
          ...tell({ kind: 'handler_changed' }, 'requester'),
        ],
  transfer: ({ reason }, { before, after }) => [
    // The triage chat reads it too, and the reason may say what a sealed report says.
    ...tell(
      { kind: 'dispatched', explanation: after.sealed ? [] : [`转派：${reason}`] },
      'handler',
    ),
    ...(before.ownerId === null
      ? []
      : tell({ kind: 'taken_away', why: 'transferred' }, { staffId: before.ownerId })),
    ...(isNewsToRequester(before, after) ? tell({ kind: 'handed_on' }, 'requester') : []),
  ],
  request_info: ({ text }) => tell({ kind: 'info_requested', text }, 'requester'),
  supplement: ({ text, attachments }, { after }) =>
    tell(
      { kind: 'supplemented', text, attachments },
      after.ownerId === null ? 'dispatchers' : 'handler',
    ),
  resume: ({ reason }) => tell({ kind: 'resumed', reason }, 'handler', 'requester'),
  reply: ({ text, attachments }) => tell({ kind: 'reply', text, attachments }, 'requester'),
  ask_extension: ({ days, reason }) =>
    tell({ kind: 'extension_asked', days, reason }, 'dispatchers'),
  approve_extension: ({ days }, { before }) =>
    tell(
      { kind: 'extension_approved', days, reason: before.extension?.reason ?? '' },
      'handler',
      'requester',
    ),
  refuse_extension: ({ reason }) => tell({ kind: 'extension_refused', reason }, 'handler'),
  add_co_handler: ({ staffId, task }) => tell({ kind: 'co_handling_asked', task }, { staffId }),
  co_reply: ({ text }, { before, after }) => {
    const answered = after.coHandlers.find(
      (one, index) => one.reply !== null && before.coHandlers[index]?.reply === null,
    )
    return tell({ kind: 'co_replied', text, department: answered?.department ?? '' }, 'handler')
  },
  release_co_handler: ({ staffId, reason }) => tell({ kind: 'co_released', reason }, { staffId }),
  reclassify: ({ reason }, { after }) =>
    after.ownerId === null ? [] : tell({ kind: 'reclassified', reason }, 'handler'),
  note: nobody,
  link_external: nobody,
  hear_external: ({ system, news, text }, { after }) =>
    tell(
      { kind: 'external_news', system, news, text },
      ...(after.ownerId === null || news === 'return' ? (['dispatchers'] as const) : []),
      ...(after.ownerId === null ? [] : (['handler'] as const)),
    ),
}
