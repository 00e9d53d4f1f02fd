// Whom the acts from the result to the end are told to.

import { FIRST_SUPERVISION_STAGE } from './alarms.ts'
import type { Timer } from './kinds.ts'
import type { Audience, Notice } from './notice.ts'
import { nobody, type TellingTable, type Transition, tell } from './telling-parts.ts'
import type { Resolution } from './ticket.ts'

/** Who is reminded when the limit of a timer draws near or is reached. */
const REMINDED: Readonly<Record<Timer, Audience>> = {
  dispatch: 'dispatchers',
  sign_for: 'handler',
  handling: 'handler',
  co_handling: 'co_handlers',
  review: 'reviewers',
  extension: 'dispatchers',
  waiting: 'requester',
  delivery: 'handler',
  follow_up: 'dispatchers',
  objection: 'supervisors',
  auto_confirm: 'requester',
  close: 'dispatchers',
}

const toResult = (resolution: Resolution): readonly Notice[] =>
  tell({ kind: 'resolved', resolution }, 'requester')

const toCorrected = ({ after }: Transition, ...others: readonly Audience[]): readonly Notice[] => {
  const { resolution, correction } = after
  if (resolution === null || correction === undefined) return []
  return tell({ kind: 'corrected', resolution, reason: correction.reason }, 'requester', ...others)
}

/** Those at work on a ticket that is at an end. */
function toThoseAtWork({ before }: Transition): readonly Notice[] {
  const co = before.coHandlers.filter((one) => one.reply === null)
  const people = [before.ownerId, ...co.map((one) => one.staffId)].filter((id) => id !== null)
  return people.flatMap((staffId) => tell({ kind: 'taken_away', why: 'ended' }, { staffId }))
}

function toDisagreement(reason: string, { before, after }: Transition): readonly Notice[] {
  if (after.state !== 'reopened') {
    return tell({ kind: 'objection', reason }, 'supervisors', 'requester')
  }
  return [
    ...tell({ kind: 'reopened', reason }, 'requester', 'supervisors'),
    ...tell({ kind: 'needs_dispatch', why: 'reopened', reasons: [reason] }, 'dispatchers'),
    ...(before.ownerId === null
      ? []
      : tell({ kind: 'reopened', reason }, { staffId: before.ownerId })),
  ]
}

export const TELL_RESULT: TellingTable<
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
> = {
  submit_review: ({ resolution }) =>
    tell({ kind: 'review_asked', resolution, correctionReason: null }, 'reviewers'),
  approve_review: (_command, change) => {
    const { before, after } = change
    if (before.state !== 'in_review') return toCorrected(change, 'handler')
    return after.resolution === null
      ? []
      : [
          ...toResult(after.resolution),
          ...tell({ kind: 'resolved', resolution: after.resolution }, 'handler'),
        ]
  },
  send_back: ({ reason }) => tell({ kind: 'sent_back', reason }, 'handler'),
  resolve: ({ resolution }) => toResult(resolution),
  resolve_with_lead: ({ resolution }, change) => [
    ...toResult(resolution),
    ...toThoseAtWork(change),
  ],
  correct: (_command, change) => toCorrected(change),
  submit_correction: ({ resolution, reason }) =>
    tell({ kind: 'review_asked', resolution, correctionReason: reason }, 'reviewers'),
  record_delivery: nobody,
  confirm: (_command, { before }) => [
    ...tell({ kind: 'confirmed', by: 'requester' }, 'requester'),
    ...(before.ownerId === null ? [] : tell({ kind: 'confirmed', by: 'requester' }, 'handler')),
  ],
  auto_confirm: (_command, { before }) => [
    ...tell({ kind: 'confirmed', by: 'timeout' }, 'requester'),
    ...(before.ownerId === null ? [] : tell({ kind: 'confirmed', by: 'timeout' }, 'handler')),
  ],
  dissatisfied: ({ reason }, change) => toDisagreement(reason, change),
  decide_objection: ({ decision, reason }, { before }) => [
    ...tell({ kind: 'objection_decided', decision, reason }, 'requester'),
    ...(before.ownerId === null
      ? []
      : tell({ kind: 'objection_decided', decision, reason }, { staffId: before.ownerId })),
    ...(decision === 'joint'
      ? tell({ kind: 'needs_dispatch', why: 'reopened', reasons: [reason] }, 'dispatchers')
      : []),
  ],
  follow_up: ({ result, text }, change) => {
    if (result === 'unsolved') return toDisagreement(text, change)
    const confirmedNow = change.after.state === 'confirmed' && change.before.state === 'resolved'
    return confirmedNow ? tell({ kind: 'confirmed', by: 'follow_up' }, 'requester', 'handler') : []
  },
  rate: (_command, { after }) => {
    if (after.rating === null) return []
    const poor = after.rating.level <= 2 || after.rating.solved === 'no'
    return tell({ kind: 'rated', rating: after.rating }, ...(poor ? ['supervisors' as const] : []))
  },
  urge: ({ text }, { after }) => {
    const to = after.ownerId === null ? 'dispatchers' : 'handler'
    return tell({ kind: 'urged', text, count: after.urges.length }, to)
  },
  withdraw: ({ reason }, change) => [
    ...tell({ kind: 'withdrawn', reason }, 'requester'),
    ...toThoseAtWork(change),
  ],
  merge: ({ intoNumber, reason }, change) => [
    ...tell({ kind: 'merged', intoNumber, reason }, 'requester'),
    ...toThoseAtWork(change),
  ],
  absorb: ({ fromNumber, text }, { after }) => [
    ...tell(
      { kind: 'absorbed', fromNumber, text },
      after.ownerId === null ? 'dispatchers' : 'handler',
    ),
    ...tell({ kind: 'absorbed', fromNumber, text: null }, 'requester'),
  ],
  follow: ({ leadNumber }, { before, after }) => {
    if (leadNumber !== null) return tell({ kind: 'joined_wave', leadNumber }, 'requester')
    if (before.leadId === null) return []
    return tell({ kind: 'left_wave' }, after.ownerId === null ? 'dispatchers' : 'handler')
  },
  decline: ({ reason, basis, lawfulChannel }, change) => [
    ...tell({ kind: 'declined', reason, basis, lawfulChannel }, 'requester'),
    ...toThoseAtWork(change),
  ],
  transfer_out: ({ body, reason, contact }, change) => [
    ...tell({ kind: 'transferred_out', body, reason, contact }, 'requester'),
    ...toThoseAtWork(change),
  ],
  close: () => tell({ kind: 'closed' }, 'requester'),
  remind: ({ timer, due, stage }, { after }) => {
    const owner = REMINDED[timer] === 'handler' && after.ownerId === null
    return tell({ kind: 'reminder', timer, due, stage }, owner ? 'dispatchers' : REMINDED[timer])
  },
  supervise: ({ timer, due, stage, text }, { after }) => {
    const level = timer === null ? stage : stage - FIRST_SUPERVISION_STAGE + 1
    const body = { kind: 'supervision', timer, due, level, text } as const
    const owner = after.ownerId === null ? 'dispatchers' : 'handler'
    return tell(body, 'supervisors', owner)
  },
}
