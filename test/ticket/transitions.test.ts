import { describe, expect, test } from 'vitest'
import { asId } from '../../src/kernel/ids.ts'
import type { Command, CommandKind } from '../../src/ticket/command.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { TERMINAL_STATES } from '../../src/ticket/ticket.ts'
import { act, commandsFor, refusalOf } from '../../src/ticket/transitions.ts'
import { aCalendar } from '../builders/calendar.ts'
import { A_COMMAND } from '../builders/commands.ts'
import {
  aColleague,
  aDispatchedTicket,
  aDispatcher,
  aResolvedTicket,
  aReviewer,
  aStaffActor,
  aStranger,
  aSupervisor,
  aTicket,
  aTicketInProgress,
  instant,
  staffId,
  theHandler,
  theRequester,
  theSystem,
  ticketId,
} from '../builders/ticket.ts'

const calendar = aCalendar()
const AT = '2026-11-26 09:00'

function outcomeOf(ticket: Ticket, command: Command, actor: Actor, at = AT) {
  return act(ticket, command, { actor, now: instant(at), calendar })
}

function done(ticket: Ticket, command: Command, actor: Actor, at = AT) {
  const outcome = outcomeOf(ticket, command, actor, at)
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
  return outcome
}

const afterwards = (...args: Parameters<typeof done>) => done(...args).ticket
const told = (...args: Parameters<typeof done>) =>
  done(...args).notices.map(
    ({ to, kind }) => `${typeof to === 'string' ? to : to.staffId}: ${kind}`,
  )
const refused = (...args: Parameters<typeof done>) => {
  const outcome = outcomeOf(...args)
  return outcome.ok ? 'done' : outcome.code
}

describe('dispatch', () => {
  test('a dispatched ticket has an owner, a reason and a running clock', () => {
    expect(afterwards(aTicket(), A_COMMAND.dispatch, aDispatcher)).toMatchObject({
      state: 'dispatched',
      ownerId: 's1',
      routing: ['属地:定海区'],
      clockFrom: instant(AT),
      unownedSince: null,
    })
    expect(told(aTicket(), A_COMMAND.dispatch, aDispatcher)).toEqual([
      'handler: dispatched',
      'requester: dispatched',
    ])
  })

  test('only the dispatcher of the district, the supervisor or the routing may dispatch', () => {
    const elsewhere = aStaffActor('d2', ['dispatcher'], { districts: ['putuo'] })
    expect(refused(aTicket(), A_COMMAND.dispatch, elsewhere)).toBe('not_allowed')
    expect(refused(aTicket(), A_COMMAND.dispatch, theHandler)).toBe('not_allowed')
    expect(refused(aTicket(), A_COMMAND.dispatch, theRequester)).toBe('not_allowed')
    expect(refused(aTicket(), A_COMMAND.dispatch, aSupervisor)).toBe('done')
    expect(refused(aTicket(), A_COMMAND.dispatch, theSystem)).toBe('done')
  })

  test('signing within the limit is recorded as timely, later as not', () => {
    expect(
      done(aDispatchedTicket(), A_COMMAND.accept, theHandler, '2026-11-26 17:30').activity.timely,
    ).toBe(true)
    expect(
      done(aDispatchedTicket(), A_COMMAND.accept, theHandler, '2026-11-26 17:31').activity.timely,
    ).toBe(false)
  })

  test('nobody signs for another', () => {
    expect(refused(aDispatchedTicket(), A_COMMAND.accept, aStaffActor('s2'))).toBe('not_allowed')
    expect(refused(aDispatchedTicket(), A_COMMAND.accept, aDispatcher)).toBe('not_allowed')
  })
})

describe('return', () => {
  test('a returned ticket waits to be dispatched again, without its specialist', () => {
    const ticket = afterwards(aDispatchedTicket(), A_COMMAND.return, theHandler)
    expect(ticket).toMatchObject({
      state: 'returned',
      ownerId: null,
      department: null,
      clockFrom: null,
      returns: 1,
      dispute: 'none',
      unownedSince: instant(AT),
    })
    expect(told(aDispatchedTicket(), A_COMMAND.return, theHandler)).toEqual([
      'dispatchers: returned',
      'requester: handler_changed',
    ])
  })

  test('the second return opens a dispute that only the centre can end', () => {
    const ticket = afterwards(aDispatchedTicket({ returns: 1 }), A_COMMAND.return, theHandler)
    expect(ticket).toMatchObject({ state: 'returned', returns: 2, dispute: 'open' })
    expect(refused(ticket, A_COMMAND.dispatch, aDispatcher)).toBe('dispute_open')
    const decided = afterwards(ticket, A_COMMAND.decide_dispute, aDispatcher)
    expect(decided).toMatchObject({ state: 'dispatched', ownerId: 's2', dispute: 'decided' })
    expect(refused(decided, A_COMMAND.return, aStaffActor('s2'))).toBe('return_barred')
  })

  test('a dispute is not decided where there is none', () => {
    expect(refused(aTicket({ state: 'returned' }), A_COMMAND.decide_dispute, aDispatcher)).toBe(
      'no_dispute',
    )
  })

  test('it takes a basis, and whose it is when it is not ours', () => {
    expect(refused(aDispatchedTicket(), { ...A_COMMAND.return, basis: ' ' }, theHandler)).toBe(
      'basis_required',
    )
    const without = { ...A_COMMAND.return, proposedOwner: null }
    expect(refused(aDispatchedTicket(), without, theHandler)).toBe('proposed_owner_required')
    expect(refused(aDispatchedTicket(), { ...without, reason: 'duplicate' }, theHandler)).toBe(
      'done',
    )
  })

  test('after one working day it is too late', () => {
    expect(refused(aDispatchedTicket(), A_COMMAND.return, theHandler, '2026-11-26 17:30')).toBe(
      'done',
    )
    expect(refused(aDispatchedTicket(), A_COMMAND.return, theHandler, '2026-11-27 08:30')).toBe(
      'return_too_late',
    )
  })
})

describe('transfer', () => {
  test('the new specialist signs, the handling clock runs on', () => {
    const before = aTicketInProgress()
    const ticket = afterwards(before, A_COMMAND.transfer, theHandler)
    expect(ticket).toMatchObject({
      state: 'dispatched',
      ownerId: 's2',
      acceptedAt: null,
      dispatchedAt: instant(AT),
      clockFrom: before.clockFrom,
    })
    expect(told(before, A_COMMAND.transfer, theHandler)).toEqual([
      'handler: dispatched',
      's1: taken_away',
      'requester: handed_on',
    ])
  })

  test('the enterprise is told when what it knows of who has it no longer holds', () => {
    const { transfer } = A_COMMAND
    const elsewhere = { ...transfer, department: '舟山市市场监督管理局' }
    const tells = (ticket: Ticket, command: Command) =>
      told(ticket, command, theHandler).includes('requester: handed_on')
    // Before anybody has signed, all it knows is the department.
    expect(tells(aDispatchedTicket(), transfer)).toBe(false)
    expect(tells(aDispatchedTicket(), elsewhere)).toBe(true)
    expect(tells(aResolvedTicket(), transfer)).toBe(false)
    expect(tells(aResolvedTicket(), elsewhere)).toBe(true)
  })

  test('it is kept whether the time was over when another got it', () => {
    const timely = (ticket: Ticket, at: string) =>
      done(ticket, A_COMMAND.transfer, theHandler, at).activity.timely
    expect(timely(aTicketInProgress(), '2026-12-02 17:30')).toBe(true)
    expect(timely(aTicketInProgress(), '2026-12-03 08:30')).toBe(false)
    expect(timely(aResolvedTicket(), '2026-12-20 09:00')).toBeNull()
  })

  test('where one waits for the enterprise only the owner changes', () => {
    const waiting = afterwards(aTicketInProgress(), A_COMMAND.request_info, theHandler)
    expect(afterwards(waiting, A_COMMAND.transfer, theSystem)).toMatchObject({
      state: 'waiting_requester',
      ownerId: 's2',
    })
  })

  test('not to oneself, not without a reason, not to who is barred', () => {
    const ticket = aTicketInProgress({ barredIds: [staffId('s4')] })
    expect(refused(ticket, { ...A_COMMAND.transfer, to: staffId('s1') }, theHandler)).toBe(
      'same_person',
    )
    expect(refused(ticket, { ...A_COMMAND.transfer, to: staffId('s4') }, theHandler)).toBe(
      'barred_person',
    )
    expect(refused(ticket, { ...A_COMMAND.transfer, reason: '' }, theHandler)).toBe(
      'reason_required',
    )
  })
})

describe('waiting for the enterprise', () => {
  const waiting = afterwards(aTicketInProgress(), A_COMMAND.request_info, theHandler)

  test('the clock stands still until it answers', () => {
    expect(waiting).toMatchObject({
      state: 'waiting_requester',
      pauses: [{ from: instant(AT), to: null }],
    })
    const attachment = { id: 'a1', name: '通知书.pdf', mediaType: 'application/pdf', bytes: 10 }
    const command = { ...A_COMMAND.supplement, attachments: [attachment] }
    const ticket = afterwards(waiting, command, theRequester, '2026-11-27 09:00')
    expect(ticket).toMatchObject({
      state: 'in_progress',
      attachments: [attachment],
      pauses: [{ from: instant(AT), to: instant('2026-11-27 09:00') }],
    })
    expect(told(waiting, command, theRequester)).toEqual(['handler: supplemented'])
  })

  test('a colleague of the same enterprise may answer, a stranger may not', () => {
    expect(refused(waiting, A_COMMAND.supplement, aColleague)).toBe('done')
    expect(refused(waiting, A_COMMAND.supplement, aStranger)).toBe('not_allowed')
  })

  test('of a sealed report not even a colleague may know', () => {
    expect(refused({ ...waiting, sealed: true }, A_COMMAND.supplement, aColleague)).toBe(
      'not_allowed',
    )
    expect(refused({ ...waiting, sealed: true }, A_COMMAND.supplement, theRequester)).toBe('done')
  })

  test('a supplement that nobody asked for changes no state, and reaches who has it', () => {
    expect(afterwards(aTicketInProgress(), A_COMMAND.supplement, theRequester).state).toBe(
      'in_progress',
    )
    expect(told(aTicket(), A_COMMAND.supplement, theRequester)).toEqual([
      'dispatchers: supplemented',
    ])
    expect(refused(aTicket(), { ...A_COMMAND.supplement, text: ' ' }, theRequester)).toBe(
      'text_required',
    )
  })

  test('the specialist may go on without it', () => {
    expect(afterwards(waiting, A_COMMAND.resume, theHandler)).toMatchObject({
      state: 'in_progress',
    })
  })
})

describe('extension', () => {
  // Five days from 11-25 end on 12-02; asked a day before means by 12-01 17:30.
  const ticket = aTicketInProgress()

  test('is asked a working day before at the latest', () => {
    expect(refused(ticket, A_COMMAND.ask_extension, theHandler, '2026-12-01 17:30')).toBe('done')
    expect(refused(ticket, A_COMMAND.ask_extension, theHandler, '2026-12-01 17:31')).toBe(
      'extension_too_late',
    )
  })

  test('is decided by another, told to both, and keeps the reason', () => {
    const asked = afterwards(ticket, A_COMMAND.ask_extension, theHandler)
    const self = aStaffActor('s1', ['specialist', 'dispatcher'], { districts: ['city'] })
    expect(refused(asked, A_COMMAND.approve_extension, self)).toBe('own_work')
    expect(refused(asked, A_COMMAND.ask_extension, theHandler)).toBe('extension_pending')
    expect(refused(asked, { ...A_COMMAND.approve_extension, days: 6 }, aDispatcher)).toBe(
      'extension_days_invalid',
    )
    expect(afterwards(asked, A_COMMAND.approve_extension, aDispatcher)).toMatchObject({
      extensionDays: 5,
      extensionsGranted: 1,
      extension: { decision: 'approved' },
    })
    expect(done(asked, A_COMMAND.approve_extension, aDispatcher).notices).toEqual([
      { to: 'handler', kind: 'extension_approved', days: 5, reason: '需现场踏勘' },
      { to: 'requester', kind: 'extension_approved', days: 5, reason: '需现场踏勘' },
    ])
  })

  test('is granted once; one that was refused may be asked again', () => {
    const granted = afterwards(
      afterwards(ticket, A_COMMAND.ask_extension, theHandler),
      A_COMMAND.approve_extension,
      aDispatcher,
    )
    expect(refused(granted, A_COMMAND.ask_extension, theHandler)).toBe('extension_used_up')
    const denied = afterwards(
      afterwards(ticket, A_COMMAND.ask_extension, theHandler),
      A_COMMAND.refuse_extension,
      aDispatcher,
    )
    expect(refused(denied, A_COMMAND.ask_extension, theHandler)).toBe('done')
    expect(refused(denied, A_COMMAND.approve_extension, aDispatcher)).toBe('no_extension_pending')
  })

  test.each([0, -1, 2.5, 11])('%d days are not granted', (days) => {
    expect(refused(ticket, { ...A_COMMAND.ask_extension, days }, theHandler)).toBe(
      'extension_days_invalid',
    )
  })
})

describe('several departments', () => {
  const shared = afterwards(aTicketInProgress(), A_COMMAND.add_co_handler, theHandler)

  test('the co-handler answers to the lead, not to the enterprise', () => {
    const ticket = afterwards(shared, A_COMMAND.co_reply, aStaffActor('s3'))
    expect(ticket.coHandlers).toMatchObject([
      { staffId: 's3', reply: '规划条件无误。', repliedAt: instant(AT) },
    ])
    expect(done(shared, A_COMMAND.co_reply, aStaffActor('s3')).notices).toEqual([
      {
        to: 'handler',
        kind: 'co_replied',
        text: '规划条件无误。',
        department: '舟山市自然资源和规划局',
      },
    ])
  })

  test('there is one answer, and not before all have replied or been released', () => {
    expect(refused(shared, A_COMMAND.resolve, theHandler)).toBe('co_handlers_open')
    const released = afterwards(shared, A_COMMAND.release_co_handler, theHandler)
    expect(refused(released, A_COMMAND.resolve, theHandler)).toBe('done')
    const replied = afterwards(shared, A_COMMAND.co_reply, aStaffActor('s3'))
    expect(refused(replied, A_COMMAND.resolve, theHandler)).toBe('done')
  })

  test('nobody is asked twice at once, and the lead does not co-handle', () => {
    expect(refused(shared, A_COMMAND.add_co_handler, theHandler)).toBe('already_co_handler')
    const self = { ...A_COMMAND.add_co_handler, staffId: staffId('s1') }
    expect(refused(shared, self, theHandler)).toBe('same_person')
    const answered = afterwards(shared, A_COMMAND.co_reply, aStaffActor('s3'))
    expect(refused(answered, A_COMMAND.co_reply, aStaffActor('s3'))).toBe('not_co_handler')
    expect(refused(shared, A_COMMAND.resolve, aStaffActor('s3'))).toBe('not_allowed')
  })
})

describe('review', () => {
  const ticket = aTicketInProgress({ reviewRequired: true })

  test('where it is required nothing goes out without it', () => {
    expect(refused(ticket, A_COMMAND.resolve, theHandler)).toBe('review_required')
    expect(refused(aTicketInProgress(), A_COMMAND.submit_review, theHandler)).toBe(
      'no_review_required',
    )
    const submitted = afterwards(ticket, A_COMMAND.submit_review, theHandler)
    expect(submitted).toMatchObject({ state: 'in_review', resolution: null })
    expect(told(ticket, A_COMMAND.submit_review, theHandler)).toEqual(['reviewers: review_asked'])
    expect(afterwards(submitted, A_COMMAND.approve_review, aReviewer)).toMatchObject({
      state: 'resolved',
      outcome: 'solved',
      draft: null,
    })
    expect(told(submitted, A_COMMAND.approve_review, aReviewer)).toEqual([
      'requester: resolved',
      'handler: resolved',
    ])
  })

  test('nobody reviews their own work, nor that of another department', () => {
    const submitted = afterwards(ticket, A_COMMAND.submit_review, theHandler)
    const self = aStaffActor('s1', ['specialist', 'reviewer'], {
      departments: ['舟山市住房和城乡建设局'],
    })
    const elsewhere = aStaffActor('r2', ['reviewer'], { departments: ['舟山市市场监督管理局'] })
    expect(refused(submitted, A_COMMAND.approve_review, self)).toBe('own_work')
    expect(refused(submitted, A_COMMAND.approve_review, elsewhere)).toBe('not_allowed')
  })

  test('what is sent back is worked on again', () => {
    const submitted = afterwards(ticket, A_COMMAND.submit_review, theHandler)
    expect(afterwards(submitted, A_COMMAND.send_back, aReviewer)).toMatchObject({
      state: 'in_progress',
      draft: null,
    })
    expect(refused(submitted, { kind: 'send_back', reason: '' }, aReviewer)).toBe('reason_required')
  })
})

describe('resolution and confirmation', () => {
  test('what the law does not allow is told with the law', () => {
    const resolution = { outcome: 'not_lawful', text: '依法不能办理。', basis: null } as const
    expect(refused(aTicketInProgress(), { kind: 'resolve', resolution }, theHandler)).toBe(
      'basis_required',
    )
    const withBasis = { ...resolution, basis: '《建筑法》第八条' }
    expect(
      afterwards(aTicketInProgress(), { kind: 'resolve', resolution: withBasis }, theHandler)
        .outcome,
    ).toBe('not_lawful')
  })

  test('the enterprise confirms, not the specialist', () => {
    expect(refused(aResolvedTicket(), A_COMMAND.confirm, theHandler)).toBe('not_allowed')
    expect(afterwards(aResolvedTicket(), A_COMMAND.confirm, theRequester)).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'requester',
    })
  })

  test('silence confirms only what has arrived, and only when the time is over', () => {
    const unseen = aResolvedTicket({ deliveredAt: null })
    expect(refused(unseen, A_COMMAND.auto_confirm, theSystem, '2026-12-20 09:00')).toBe(
      'not_delivered',
    )
    // Delivered on 11-26: five working days end on 12-03 17:30.
    expect(refused(aResolvedTicket(), A_COMMAND.auto_confirm, theSystem, '2026-12-03 17:29')).toBe(
      'too_early',
    )
    expect(
      afterwards(aResolvedTicket(), A_COMMAND.auto_confirm, theSystem, '2026-12-03 17:30'),
    ).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'timeout',
    })
    expect(refused(aResolvedTicket(), A_COMMAND.auto_confirm, theHandler, '2026-12-20 09:00')).toBe(
      'not_allowed',
    )
  })

  test('a call-back confirms, and the handler does not call for himself', () => {
    const self = aStaffActor('s1', ['specialist', 'dispatcher'], { districts: ['city'] })
    expect(refused(aResolvedTicket(), A_COMMAND.follow_up, self)).toBe('own_work')
    expect(afterwards(aResolvedTicket(), A_COMMAND.follow_up, aDispatcher)).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'follow_up',
      followUps: 1,
    })
    const missed = { ...A_COMMAND.follow_up, result: 'unreached' } as const
    expect(afterwards(aResolvedTicket(), missed, aDispatcher)).toMatchObject({
      state: 'resolved',
      followUps: 0,
    })
  })

  test('a poor rating reaches the supervisors, a good one nobody', () => {
    expect(told(aResolvedTicket(), { ...A_COMMAND.rate, level: 2 }, theRequester)).toEqual([
      'supervisors: rated',
    ])
    expect(told(aResolvedTicket(), { ...A_COMMAND.rate, level: 3 }, theRequester)).toEqual([])
  })

  test('a resolution by the system is only that of the lead ticket it follows', () => {
    expect(refused(aTicketInProgress(), A_COMMAND.resolve, theSystem)).toBe('not_allowed')
    expect(refused(aTicketInProgress(), A_COMMAND.resolve_with_lead, theSystem)).toBe('no_lead')
    const follower = aTicket({ leadId: asId('t9') })
    expect(afterwards(follower, A_COMMAND.resolve_with_lead, theSystem)).toMatchObject({
      state: 'resolved',
      unownedSince: null,
    })
  })
})

describe('correction of a result that was sent', () => {
  const sent = A_COMMAND.resolve.resolution
  const answered = (overrides: Partial<Ticket> = {}) =>
    aResolvedTicket({ resolution: sent, ...overrides })

  test('is sent as such, and begins nothing anew but its delivery and its judgement', () => {
    const ticket = answered({ rating: { level: 2, solved: 'no', comment: null, at: instant(AT) } })
    const { ticket: after, activity } = done(ticket, A_COMMAND.correct, theHandler)
    expect(after).toEqual({
      ...ticket,
      resolution: A_COMMAND.correct.resolution,
      outcome: 'not_lawful',
      correction: { at: instant(AT), reason: A_COMMAND.correct.reason, instead: sent },
      deliveredAt: null,
      lastActAt: instant(AT),
    })
    expect(activity.timely).toBeNull()
    expect(told(ticket, A_COMMAND.correct, theHandler)).toEqual(['requester: corrected'])
  })

  test('what was confirmed was another result: it is to be confirmed again', () => {
    const ticket = answered({ state: 'confirmed', confirmedBy: 'follow_up', followUps: 1 })
    expect(afterwards(ticket, A_COMMAND.correct, theHandler)).toMatchObject({
      state: 'resolved',
      confirmedBy: null,
      confirmedAt: null,
      followUps: 0,
      resolvedAt: ticket.resolvedAt,
    })
  })

  test('only its handler corrects, with a reason, what was sent last and is not archived', () => {
    const { correct } = A_COMMAND
    expect(refused(answered(), correct, aDispatcher)).toBe('not_allowed')
    expect(refused(answered(), { ...correct, reason: ' ' }, theHandler)).toBe('reason_required')
    expect(refused(answered(), { ...correct, resolution: sent }, theHandler)).toBe(
      'nothing_corrected',
    )
    const once = afterwards(answered(), correct, theHandler)
    expect(refused(once, correct, theHandler)).toBe('corrected_meanwhile')
    for (const state of ['in_progress', 'reopened', 'closed'] as const) {
      expect(refused(answered({ state }), correct, theHandler)).toBe('wrong_state')
    }
    expect(refused(answered({ objected: true }), correct, theHandler)).toBe('objection_undecided')
  })

  test('a result that is worked on anew has been corrected by nobody', () => {
    const once = afterwards(answered(), A_COMMAND.correct, theHandler)
    expect(afterwards(once, A_COMMAND.dissatisfied, theRequester)).not.toHaveProperty('correction')
  })

  test('where answers are reviewed it goes out reviewed, and the first stands until then', () => {
    const ticket = answered({ reviewRequired: true })
    expect(refused(ticket, A_COMMAND.correct, theHandler)).toBe('review_required')
    expect(refused(answered(), A_COMMAND.submit_correction, theHandler)).toBe('no_review_required')
    const submitted = afterwards(ticket, A_COMMAND.submit_correction, theHandler)
    expect(submitted).toMatchObject({ state: 'resolved', resolution: sent })
    expect(told(ticket, A_COMMAND.submit_correction, theHandler)).toEqual([
      'reviewers: review_asked',
    ])
    expect(refused(submitted, A_COMMAND.submit_correction, theHandler)).toBe('correction_in_review')
    const { ticket: after, activity } = done(submitted, A_COMMAND.approve_review, aReviewer)
    expect(after).toMatchObject({
      state: 'resolved',
      resolution: A_COMMAND.correct.resolution,
      resolvedAt: ticket.resolvedAt,
      correction: { instead: sent },
      draft: null,
    })
    expect(activity.timely).toBeNull()
    expect(told(submitted, A_COMMAND.approve_review, aReviewer)).toEqual([
      'requester: corrected',
      'handler: corrected',
    ])
    expect(afterwards(submitted, A_COMMAND.send_back, aReviewer)).toMatchObject({
      state: 'resolved',
      resolution: sent,
      draft: null,
    })
    expect(refused(ticket, A_COMMAND.approve_review, aReviewer)).toBe('no_review_pending')
  })

  test('nothing ends by itself while one is reviewed, and an objection overtakes it', () => {
    const ticket = answered({ reviewRequired: true, reopenings: 9 })
    const submitted = afterwards(ticket, A_COMMAND.submit_correction, theHandler)
    expect(refused(submitted, A_COMMAND.auto_confirm, theSystem, '2026-12-20 09:00')).toBe(
      'correction_in_review',
    )
    const confirmed = afterwards(submitted, A_COMMAND.confirm, theRequester)
    expect(refused(confirmed, A_COMMAND.close, aDispatcher)).toBe('correction_in_review')
    expect(afterwards(confirmed, A_COMMAND.approve_review, aReviewer)).toMatchObject({
      state: 'resolved',
      confirmedBy: null,
    })
    expect(afterwards(submitted, A_COMMAND.dissatisfied, theRequester)).toMatchObject({
      objected: true,
      draft: null,
    })
  })
})

describe('dissatisfaction', () => {
  test('brings it to another person, who has half the time', () => {
    const ticket = afterwards(
      aResolvedTicket({ rating: { level: 1, solved: 'no', comment: null, at: instant(AT) } }),
      A_COMMAND.dissatisfied,
      theRequester,
    )
    expect(ticket).toMatchObject({
      state: 'reopened',
      ownerId: null,
      barredIds: ['s1'],
      halved: true,
      reopenings: 1,
      resolution: null,
      outcome: null,
      rating: null,
      alerts: {},
    })
    expect(refused(ticket, A_COMMAND.dispatch, aDispatcher)).toBe('barred_person')
    expect(refused(ticket, { ...A_COMMAND.dispatch, to: staffId('s2') }, aDispatcher)).toBe('done')
    expect(told(aResolvedTicket(), A_COMMAND.dissatisfied, theRequester)).toEqual([
      'requester: reopened',
      'supervisors: reopened',
      'dispatchers: needs_dispatch',
      's1: reopened',
    ])
  })

  test('also after a confirmation by silence, until it is closed', () => {
    const confirmed = afterwards(
      aResolvedTicket(),
      A_COMMAND.auto_confirm,
      theSystem,
      '2026-12-04 09:00',
    )
    expect(afterwards(confirmed, A_COMMAND.dissatisfied, theRequester).state).toBe('reopened')
  })

  test('after the last time it goes to a supervisor, and nothing confirms by itself', () => {
    const ticket = afterwards(
      aResolvedTicket({ reopenings: 1 }),
      A_COMMAND.dissatisfied,
      theRequester,
    )
    expect(ticket).toMatchObject({ state: 'resolved', objected: true })
    expect(refused(ticket, A_COMMAND.auto_confirm, theSystem, '2026-12-20 09:00')).toBe(
      'objection_open',
    )
    expect(refused(ticket, A_COMMAND.dissatisfied, theRequester)).toBe('objection_open')
    expect(afterwards(ticket, A_COMMAND.decide_objection, aSupervisor)).toMatchObject({
      state: 'reopened',
      complexity: 'joint',
      halved: false,
    })
    const close = { ...A_COMMAND.decide_objection, decision: 'close' } as const
    expect(afterwards(ticket, close, aSupervisor)).toMatchObject({
      state: 'closed',
      confirmedBy: null,
    })
    expect(refused(aResolvedTicket(), close, aSupervisor)).toBe('no_objection')
    expect(refused(ticket, close, aDispatcher)).toBe('not_allowed')
  })

  test('told on the phone counts the same', () => {
    const unsolved = { ...A_COMMAND.follow_up, result: 'unsolved', text: '仍未解决' } as const
    expect(afterwards(aResolvedTicket(), unsolved, aDispatcher).state).toBe('reopened')
    expect(afterwards(aResolvedTicket({ reopenings: 1 }), unsolved, aDispatcher)).toMatchObject({
      objected: true,
    })
  })
})

describe('urging', () => {
  test('is limited by day and in all, and reaches who has the ticket', () => {
    const once = afterwards(aTicketInProgress(), A_COMMAND.urge, theRequester)
    expect(refused(once, A_COMMAND.urge, theRequester)).toBe('urged_today')
    const twice = afterwards(once, A_COMMAND.urge, theRequester, '2026-11-27 09:00')
    const thrice = afterwards(twice, A_COMMAND.urge, theRequester, '2026-11-30 09:00')
    expect(refused(thrice, A_COMMAND.urge, theRequester, '2026-12-01 09:00')).toBe(
      'urged_too_often',
    )
    expect(told(aTicket(), A_COMMAND.urge, theRequester)).toEqual(['dispatchers: urged'])
  })

  test('the day is that of Zhoushan, not of Greenwich', () => {
    const late = afterwards(aTicketInProgress(), A_COMMAND.urge, theRequester, '2026-11-26 23:30')
    expect(refused(late, A_COMMAND.urge, theRequester, '2026-11-27 00:30')).toBe('done')
  })

  test('nobody is urged while the enterprise itself owes material', () => {
    const waiting = aTicketInProgress({ state: 'waiting_requester' })
    expect(refused(waiting, A_COMMAND.urge, theRequester)).toBe('wrong_state')
  })
})

describe('ends', () => {
  test('declining needs a basis and names the lawful way', () => {
    const command = { ...A_COMMAND.decline, lawfulChannel: ' ' }
    expect(refused(aTicket(), command, aDispatcher)).toBe('lawful_channel_required')
    expect(refused(aTicket(), { ...A_COMMAND.decline, basis: '' }, aDispatcher)).toBe(
      'basis_required',
    )
    expect(afterwards(aTicket(), A_COMMAND.decline, aDispatcher)).toMatchObject({
      state: 'declined',
      referredTo: '行政复议机关',
      outcome: 'declined',
    })
  })

  test('a transfer out names the body', () => {
    expect(refused(aTicket(), { ...A_COMMAND.transfer_out, body: '' }, aDispatcher)).toBe(
      'body_required',
    )
    expect(afterwards(aTicket(), A_COMMAND.transfer_out, aDispatcher)).toMatchObject({
      state: 'transferred_out',
      referredTo: '舟山海事局',
    })
  })

  test('those at work are told that it is over', () => {
    const shared = afterwards(aTicketInProgress(), A_COMMAND.add_co_handler, theHandler)
    expect(told(shared, A_COMMAND.withdraw, theRequester)).toEqual([
      'requester: withdrawn',
      's1: taken_away',
      's3: taken_away',
    ])
  })

  test('what is answered is confirmed or disputed, not withdrawn', () => {
    expect(refused(aResolvedTicket(), A_COMMAND.withdraw, theRequester)).toBe('wrong_state')
  })

  test.each(TERMINAL_STATES)(
    'nothing can be done to a ticket that is %s but note its number elsewhere',
    (state) => {
      const ticket = aTicket({ state, endedAt: instant(AT) })
      const everybody = aStaffActor('s1', ['specialist', 'dispatcher', 'reviewer', 'supervisor'], {
        districts: ['city'],
      })
      const kinds = Object.keys(A_COMMAND) as CommandKind[]
      for (const kind of kinds.filter((one) => one !== 'link_external')) {
        for (const actor of [everybody, theRequester, theSystem]) {
          expect(refused(ticket, A_COMMAND[kind], actor)).toMatch(/wrong_state|not_allowed/)
        }
      }
      expect(commandsFor(ticket, everybody)).toEqual(['link_external'])
      const linked = afterwards(ticket, A_COMMAND.link_external, theSystem)
      expect({ ...linked, external: null, lastActAt: ticket.lastActAt }).toEqual(ticket)
    },
  )
})

describe('what must be written', () => {
  const working = aTicketInProgress()
  const asked = afterwards(working, A_COMMAND.ask_extension, theHandler)
  const shared = afterwards(working, A_COMMAND.add_co_handler, theHandler)
  const reviewed = afterwards(
    aTicketInProgress({ reviewRequired: true }),
    A_COMMAND.submit_review,
    theHandler,
  )
  const disputed = aTicket({ state: 'returned', dispute: 'open' })
  const rows: [string, Ticket, Actor, Command, string][] = [
    [
      'a department to dispatch to',
      aTicket(),
      aDispatcher,
      { ...A_COMMAND.dispatch, department: ' ' },
      'department_required',
    ],
    [
      'a basis for the ruling',
      disputed,
      aDispatcher,
      { ...A_COMMAND.decide_dispute, basis: '' },
      'basis_required',
    ],
    [
      'a department for the ruling',
      disputed,
      aDispatcher,
      { ...A_COMMAND.decide_dispute, department: '' },
      'department_required',
    ],
    [
      'a department to transfer to',
      working,
      theHandler,
      { ...A_COMMAND.transfer, department: '' },
      'department_required',
    ],
    ['what is missing', working, theHandler, { kind: 'request_info', text: ' ' }, 'text_required'],
    [
      'why work goes on',
      { ...working, state: 'waiting_requester' },
      theHandler,
      { kind: 'resume', reason: '' },
      'reason_required',
    ],
    ['a reply', working, theHandler, { ...A_COMMAND.reply, text: '' }, 'text_required'],
    [
      'why more time',
      working,
      theHandler,
      { ...A_COMMAND.ask_extension, reason: '' },
      'reason_required',
    ],
    [
      'why no more time',
      asked,
      aDispatcher,
      { kind: 'refuse_extension', reason: '' },
      'reason_required',
    ],
    [
      'the co-handler’s department',
      working,
      theHandler,
      { ...A_COMMAND.add_co_handler, department: '' },
      'department_required',
    ],
    [
      'the co-handler’s task',
      working,
      theHandler,
      { ...A_COMMAND.add_co_handler, task: '' },
      'text_required',
    ],
    [
      'the co-handler’s answer',
      shared,
      aStaffActor('s3'),
      { kind: 'co_reply', text: '' },
      'text_required',
    ],
    [
      'why a co-handler is released',
      shared,
      theHandler,
      { ...A_COMMAND.release_co_handler, reason: '' },
      'reason_required',
    ],
    [
      'who is released',
      shared,
      theHandler,
      { ...A_COMMAND.release_co_handler, staffId: staffId('s4') },
      'not_co_handler',
    ],
    [
      'a resolution',
      working,
      theHandler,
      { kind: 'resolve', resolution: { outcome: 'solved', text: ' ', basis: null } },
      'text_required',
    ],
    ['what to mend', reviewed, aReviewer, { kind: 'send_back', reason: ' ' }, 'reason_required'],
    [
      'why it is not solved',
      aResolvedTicket(),
      theRequester,
      { kind: 'dissatisfied', reason: ' ' },
      'reason_required',
    ],
    [
      'why it ends',
      aResolvedTicket({ objected: true }),
      aSupervisor,
      { ...A_COMMAND.decide_objection, reason: '' },
      'reason_required',
    ],
    [
      'what was said on the call',
      aResolvedTicket(),
      aDispatcher,
      { ...A_COMMAND.follow_up, text: '' },
      'text_required',
    ],
    [
      'why it is the same',
      working,
      aDispatcher,
      { ...A_COMMAND.merge, reason: '' },
      'reason_required',
    ],
    [
      'another ticket',
      working,
      aDispatcher,
      { ...A_COMMAND.merge, into: working.id },
      'same_ticket',
    ],
    [
      'another lead',
      working,
      aDispatcher,
      { ...A_COMMAND.follow, leadId: working.id },
      'same_ticket',
    ],
    [
      'why another body',
      aTicket(),
      aDispatcher,
      { ...A_COMMAND.transfer_out, reason: '' },
      'reason_required',
    ],
    [
      'why another class',
      working,
      aDispatcher,
      { ...A_COMMAND.reclassify, reason: '' },
      'reason_required',
    ],
    ['a note', working, theHandler, { kind: 'note', text: '' }, 'text_required'],
    [
      'an external number',
      working,
      theSystem,
      { ...A_COMMAND.link_external, number: '' },
      'text_required',
    ],
  ]
  test.each(rows)('%s', (_what, ticket, actor, command, code) => {
    expect(refused(ticket, command, actor)).toBe(code)
  })
})

describe('another item', () => {
  const moved = { ...A_COMMAND.reclassify, section: 'open', reviewRequired: true }

  test('brings its section, and whether its answers are reviewed', () => {
    const ticket = afterwards(aTicketInProgress(), moved, aDispatcher)
    expect(ticket).toMatchObject({ section: 'open', reviewRequired: true })
    expect(refused(ticket, A_COMMAND.resolve, theHandler)).toBe('review_required')
    const back = { ...moved, section: 'project', reviewRequired: false }
    expect(afterwards(ticket, back, aDispatcher)).toMatchObject({
      section: 'project',
      reviewRequired: false,
    })
  })

  test('takes no draft from its reviewer', () => {
    const drafted = done(
      aTicketInProgress({ reviewRequired: true }),
      A_COMMAND.submit_review,
      theHandler,
    )
    const unreviewed = { ...moved, reviewRequired: false }
    expect(afterwards(drafted.ticket, unreviewed, aDispatcher).reviewRequired).toBe(true)
  })

  test('that is none leaves both, as does an act recorded before it told of them', () => {
    const reviewed = aTicketInProgress({ reviewRequired: true })
    const { section: _section, reviewRequired: _review, ...old } = moved
    const none = { ...moved, section: null, reviewRequired: false }
    for (const command of [none, old as typeof moved]) {
      expect(afterwards(reviewed, command, aDispatcher)).toMatchObject({
        section: 'project',
        reviewRequired: true,
      })
    }
  })
})

test('a ticket that becomes a report is sealed, and stays so', () => {
  const report = afterwards(
    aTicketInProgress(),
    { ...A_COMMAND.reclassify, ticketKind: 'report' },
    aDispatcher,
  )
  expect(report.sealed).toBe(true)
  expect(afterwards(report, A_COMMAND.reclassify, aDispatcher).sealed).toBe(true)
})

test('a sealed report joins no wave; one that became a report in a wave may leave it', () => {
  const report = aTicketInProgress({ kind: 'report', sealed: true })
  expect(refused(report, A_COMMAND.follow, aDispatcher)).toBe('sealed_report')
  expect(commandsFor(report, aDispatcher)).not.toContain('follow')
  const leaves = { kind: 'follow', leadId: null, leadNumber: null } as const
  const follower = { ...report, leadId: ticketId('t9') }
  expect(refused(follower, A_COMMAND.follow, aDispatcher)).toBe('sealed_report')
  expect(afterwards(follower, leaves, aDispatcher).leadId).toBeNull()
})

describe('alarms', () => {
  const due = instant('2026-12-02 17:30')

  test('an alarm is sounded once per step and limit', () => {
    const command = { ...A_COMMAND.remind, due }
    const once = afterwards(aTicketInProgress(), command, theSystem)
    expect(once.alerts).toEqual({ handling: { due, stage: 1 } })
    expect(refused(once, command, theSystem)).toBe('stale_alarm')
    expect(refused(once, { ...command, stage: 2 }, theSystem)).toBe('done')
  })

  test('an alarm about a limit that no longer stands is dropped', () => {
    const extended = aTicketInProgress({ extensionDays: 3 })
    expect(refused(extended, { ...A_COMMAND.remind, due }, theSystem)).toBe('stale_alarm')
    expect(refused(aResolvedTicket(), { ...A_COMMAND.remind, due }, theSystem)).toBe('stale_alarm')
  })

  test('a supervisor may step in by hand, with a word', () => {
    expect(told(aTicketInProgress(), A_COMMAND.supervise, aSupervisor)).toEqual([
      'supervisors: supervision',
      'handler: supervision',
    ])
    expect(refused(aTicketInProgress(), { ...A_COMMAND.supervise, text: '' }, aSupervisor)).toBe(
      'text_required',
    )
  })
})

test('what is offered is what state and role allow', () => {
  expect(commandsFor(aDispatchedTicket(), theHandler)).toEqual([
    'accept',
    'return',
    'transfer',
    'supplement',
    'reply',
    'note',
  ])
  expect(commandsFor(aResolvedTicket(), theRequester)).toEqual([
    'supplement',
    'confirm',
    'dissatisfied',
    'rate',
  ])
  expect(commandsFor(aTicketInProgress(), aStranger)).toEqual([])
  const context = { actor: theHandler, now: instant(AT), calendar }
  expect(refusalOf(aDispatchedTicket(), A_COMMAND.accept, context)).toBeNull()
})

test('the ledger entry says who did what, from where to where', () => {
  expect(done(aDispatchedTicket(), A_COMMAND.accept, theHandler).activity).toEqual({
    ticketId: 't1',
    at: instant(AT),
    actor: { kind: 'staff', id: 's1' },
    from: 'dispatched',
    to: 'accepted',
    act: { kind: 'accept' },
    timely: true,
  })
})
