import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, localDate, makeCalendar } from '../../src/kernel/working-time.ts'
import { clocksOf, dueStages, pendingStages } from '../../src/ticket/alarms.ts'
import { handlingLimitWords } from '../../src/ticket/dates.ts'
import { TIMERS, type Timer } from '../../src/ticket/kinds.ts'
import { dueOf, handlingDays, handlingDue, isTimely } from '../../src/ticket/sla.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aCalendar, local, NOTICE_2026, OFFICE_HOURS, shown } from '../builders/calendar.ts'
import {
  aDispatchedTicket,
  aResolvedTicket,
  aTicket,
  aTicketInProgress,
  instant,
  someLimits,
  staffId,
} from '../builders/ticket.ts'

const calendar = aCalendar()

function due(ticket: Ticket, timer: Timer, now = '2026-11-25 10:00'): string | null {
  const at = dueOf(ticket, timer, calendar, instant(now))
  if (at === null) return null
  return 'at' in at ? shown(new Date(at.at)) : `uncovered ${at.uncoveredYear}`
}

const stages = (ticket: Ticket, now = '2026-11-25 10:00') =>
  pendingStages(ticket, calendar, instant(now)).map(
    ({ timer, stage, at }) => `${shown(new Date(at))} ${timer} ${stage}`,
  )

describe('which limit runs', () => {
  test.each([
    ['created', ['dispatch']],
    ['returned', ['dispatch']],
    ['reopened', ['dispatch']],
    ['dispatched', ['sign_for', 'handling']],
    ['accepted', ['handling']],
    ['in_progress', ['handling']],
    ['in_review', ['handling', 'review']],
    ['waiting_requester', ['waiting']],
    ['resolved', ['follow_up', 'auto_confirm']],
    ['confirmed', ['close']],
    ['closed', []],
    ['withdrawn', []],
  ] as const)('%s: %j', (state, timers) => {
    const at = instant('2026-11-25 10:00')
    const base =
      state === 'resolved' || state === 'confirmed' ? aResolvedTicket() : aTicketInProgress()
    const ticket = {
      ...base,
      state,
      unownedSince: at,
      reviewFrom: at,
      confirmedAt: at,
      confirmedBy: 'requester' as const,
      pauses: [{ from: at, to: null }],
    }
    expect(TIMERS.filter((timer) => due(ticket, timer) !== null)).toEqual(timers)
  })
})

describe('sign-for and dispatch', () => {
  test.each([
    ['urgent_now', '2026-11-25 10:30', '2026-11-25 10:30'],
    ['urgent', '2026-11-25 12:00', '2026-11-25 11:00'],
    ['normal', '2026-11-26 17:30', '2026-11-25 15:30'],
  ] as const)('%s is signed for by %s and dispatched by %s', (urgency, signed, dispatched) => {
    expect(due(aDispatchedTicket({ urgency }), 'sign_for')).toBe(signed)
    expect(due(aTicket({ urgency }), 'dispatch')).toBe(dispatched)
  })

  test('a dispatch after hours counts from the next working day', () => {
    const ticket = aDispatchedTicket({ dispatchedAt: instant('2026-11-27 18:00') })
    expect(due(ticket, 'sign_for')).toBe('2026-12-01 17:30')
  })
})

describe('handling', () => {
  test.each([
    ['consultation', 'simple', 1],
    ['help', 'simple', 5],
    ['consultation', 'complex', 10],
    ['complaint', 'joint', 20],
  ] as const)('a %s, %s, has %i days', (kind, complexity, days) => {
    expect(handlingDays(aTicket({ kind, complexity }))).toBe(days)
  })

  test.each([
    ['consultation', 'simple', 2],
    ['help', 'simple', 3],
    ['help', 'complex', 5],
  ] as const)('a second handling of a %s, %s, has %i', (kind, complexity, days) => {
    expect(handlingDays(aTicket({ kind, complexity, halved: true }))).toBe(days)
  })

  test('a limit of a hard case that is shorter than the kind’s does not shorten it', () => {
    const limits = someLimits({ handling: { ...someLimits().handling, complex: 3 } })
    expect(handlingDays(aTicket({ kind: 'help', complexity: 'complex', limits }))).toBe(5)
  })

  test('runs from the dispatch, whether or not anybody signed', () => {
    expect(due(aDispatchedTicket(), 'handling')).toBe('2026-12-02 17:30')
    expect(due(aTicketInProgress(), 'handling')).toBe('2026-12-02 17:30')
  })

  test('an extension moves the limit', () => {
    const ticket = aTicketInProgress({ extensionDays: 5 })
    expect(due(ticket, 'handling')).toBe('2026-12-09 17:30')
  })

  test('what one waits for the enterprise is added, working time only', () => {
    const pause = (from: string, to: string | null) => ({
      from: instant(from),
      to: to === null ? null : instant(to),
    })
    const day = aTicketInProgress({ pauses: [pause('2026-11-26 10:00', '2026-11-27 10:00')] })
    expect(due(day, 'handling')).toBe('2026-12-03 17:30')
    const weekend = aTicketInProgress({ pauses: [pause('2026-11-27 18:00', '2026-11-30 08:30')] })
    expect(due(weekend, 'handling')).toBe('2026-12-02 17:30')
    const short = aTicketInProgress({ pauses: [pause('2026-11-26 10:00', '2026-11-26 10:30')] })
    expect(due(short, 'handling')).toBe('2026-12-03 09:00')
    const before = aTicketInProgress({ pauses: [pause('2026-11-20 10:00', '2026-11-24 10:00')] })
    expect(due(before, 'handling')).toBe('2026-12-02 17:30')
  })

  test('keeping it is judged with the time still waited', () => {
    const waiting = aTicketInProgress({
      state: 'waiting_requester',
      pauses: [{ from: instant('2026-11-26 10:00'), to: null }],
    })
    expect(isTimely(waiting, 'handling', calendar, instant('2026-12-10 10:00'))).toBe(true)
    expect(isTimely(aTicketInProgress(), 'handling', calendar, instant('2026-12-02 17:30'))).toBe(
      true,
    )
    expect(isTimely(aTicketInProgress(), 'handling', calendar, instant('2026-12-02 17:31'))).toBe(
      false,
    )
    expect(isTimely(aTicket(), 'handling', calendar, instant('2026-12-02 17:31'))).toBeNull()
  })
})

test('an extension that was asked for is to be decided within a day', () => {
  const extension = {
    days: 5,
    reason: '需现场踏勘',
    askedAt: instant('2026-11-26 10:00'),
    askedBy: staffId('s1'),
    decision: 'pending',
    decidedAt: null,
  } as const
  expect(due(aTicketInProgress({ extension }), 'extension')).toBe('2026-11-27 17:30')
  const decided = {
    ...extension,
    decision: 'refused',
    decidedAt: instant('2026-11-26 11:00'),
  } as const
  expect(due(aTicketInProgress({ extension: decided }), 'extension')).toBeNull()
})

describe('co-handling', () => {
  const co = (addedAt: string) => ({
    staffId: staffId('s3'),
    department: '舟山市自然资源和规划局',
    task: '核对',
    addedAt: instant(addedAt),
    reply: null,
    repliedAt: null,
  })

  test('is due two days before the lead', () => {
    const ticket = aTicketInProgress({ coHandlers: [co('2026-11-25 11:00')] })
    expect(due(ticket, 'co_handling')).toBe('2026-11-30 17:30')
  })

  test('leaves a day to who was asked late, but never more than the lead has', () => {
    expect(due(aTicketInProgress({ coHandlers: [co('2026-11-30 16:00')] }), 'co_handling')).toBe(
      '2026-12-01 17:30',
    )
    expect(due(aTicketInProgress({ coHandlers: [co('2026-12-02 16:00')] }), 'co_handling')).toBe(
      '2026-12-02 17:30',
    )
  })

  test('ends when all have answered', () => {
    const answered = {
      ...co('2026-11-25 11:00'),
      reply: '无误',
      repliedAt: instant('2026-11-26 11:00'),
    }
    expect(due(aTicketInProgress({ coHandlers: [answered] }), 'co_handling')).toBeNull()
  })
})

describe('after the resolution', () => {
  test('a resolution that nobody has read becomes a phone task, and does not confirm itself', () => {
    const unread = aResolvedTicket({ deliveredAt: null })
    expect(due(unread, 'delivery')).toBe('2026-11-26 15:30')
    expect(due(unread, 'auto_confirm')).toBeNull()
  })

  test('an anonymous requester is not called back, nor one who has rated', () => {
    expect(due(aResolvedTicket(), 'follow_up')).toBe('2026-12-01 17:30')
    expect(due(aResolvedTicket({ anonymous: true }), 'follow_up')).toBeNull()
    expect(due(aResolvedTicket({ followUps: 1 }), 'follow_up')).toBeNull()
    const rating = {
      level: 4,
      solved: 'yes',
      comment: null,
      at: instant('2026-11-26 11:00'),
    } as const
    expect(due(aResolvedTicket({ rating }), 'follow_up')).toBeNull()
  })

  test('where there is nobody to tell, silence counts from the answer, and nobody is reminded', () => {
    const nameless = aResolvedTicket({ anonymous: true, source: 'hotline', deliveredAt: null })
    expect(due(nameless, 'delivery')).toBeNull()
    expect(due(nameless, 'auto_confirm')).toBe('2026-12-03 17:30')
    expect(stages(nameless)).toEqual(['2026-12-03 17:30 auto_confirm 2'])
    const passedOn = aResolvedTicket({ anonymous: true, source: 'exchange', deliveredAt: null })
    expect(due(passedOn, 'delivery')).toBe('2026-11-26 15:30')
    expect(due(passedOn, 'auto_confirm')).toBeNull()
  })

  test('one closed by silence still is', () => {
    const silent = aResolvedTicket({
      state: 'confirmed',
      confirmedBy: 'timeout',
      confirmedAt: instant('2026-12-04 08:30'),
    })
    expect(due(silent, 'follow_up')).toBe('2026-12-01 17:30')
  })

  test('an objection stops the clock of silence and starts the supervisor’s', () => {
    const objected = aResolvedTicket({ objected: true, objectedAt: instant('2026-11-27 10:00') })
    expect(due(objected, 'auto_confirm')).toBeNull()
    expect(due(objected, 'objection')).toBe('2026-12-02 17:30')
  })
})

describe('alarms', () => {
  test('of a dispatched ticket, in order', () => {
    expect(stages(aDispatchedTicket())).toEqual([
      '2026-11-26 13:45 sign_for 1',
      '2026-11-26 17:30 sign_for 2',
      '2026-11-27 17:30 sign_for 3',
      '2026-12-01 17:30 sign_for 4',
      '2026-12-02 08:30 handling 1',
      '2026-12-02 17:30 handling 2',
      '2026-12-03 17:30 handling 3',
      '2026-12-03 17:30 sign_for 5',
      '2026-12-07 17:30 handling 4',
      '2026-12-09 17:30 handling 5',
    ])
  })

  test('a limit of hours is supervised after multiples of itself', () => {
    expect(stages(aDispatchedTicket({ urgency: 'urgent_now' })).slice(0, 5)).toEqual([
      '2026-11-25 10:15 sign_for 1',
      '2026-11-25 10:30 sign_for 2',
      '2026-11-25 11:00 sign_for 3',
      '2026-11-25 12:00 sign_for 4',
      '2026-11-25 14:30 sign_for 5',
    ])
  })

  test('a resolution that nobody takes to the enterprise comes before the supervisor', () => {
    const unread = stages(aResolvedTicket({ deliveredAt: null }))
    expect(unread.filter((one) => / (delivery|follow_up) /.test(one))).toEqual([
      '2026-11-26 15:30 delivery 2',
      '2026-11-27 10:30 delivery 3',
      '2026-11-30 11:00 delivery 4',
      '2026-12-01 08:30 follow_up 1',
      '2026-12-01 11:30 delivery 5',
      '2026-12-01 17:30 follow_up 2',
      '2026-12-02 17:30 follow_up 3',
      '2026-12-04 17:30 follow_up 4',
      '2026-12-08 17:30 follow_up 5',
    ])
  })

  test('what has gone off is not repeated, unless the limit has moved', () => {
    const alerts = { handling: { due: instant('2026-12-02 17:30'), stage: 2 } }
    expect(stages(aTicketInProgress({ alerts }))[0]).toBe('2026-12-03 17:30 handling 3')
    expect(stages(aTicketInProgress({ alerts, extensionDays: 1 }))[0]).toBe(
      '2026-12-03 08:30 handling 1',
    )
  })

  test('after a stop each timer goes off once, at its furthest step', () => {
    const late = dueStages(aDispatchedTicket(), calendar, instant('2026-12-08 09:00'))
    expect(late.map(({ timer, stage }) => `${timer} ${stage}`)).toEqual([
      'sign_for 5',
      'handling 4',
    ])
  })

  test('the next one is what the store is asked for', () => {
    expect(clocksOf(aDispatchedTicket(), calendar, instant('2026-11-25 10:00'))).toEqual({
      nextDueAt: instant('2026-11-26 13:45'),
      dueAt: instant('2026-12-02 17:30'),
      uncoveredYear: null,
    })
  })

  test('while the enterprise owes material it is reminded, then the specialist has it again', () => {
    const waiting = aTicketInProgress({
      state: 'waiting_requester',
      pauses: [{ from: instant('2026-11-26 10:00'), to: null }],
    })
    expect(stages(waiting)).toEqual(['2026-12-01 17:30 waiting 1', '2026-12-10 17:30 waiting 2'])
  })

  test('silence is reminded, then confirms', () => {
    const timers = stages(aResolvedTicket({ followUps: 1 }))
    expect(timers).toEqual(['2026-12-01 17:30 auto_confirm 1', '2026-12-03 17:30 auto_confirm 2'])
  })
})

describe('a year without a notice', () => {
  const ticket = aTicketInProgress({ clockFrom: instant('2026-12-29 10:00') })

  test('gives no date, and an alarm', () => {
    expect(due(ticket, 'handling')).toBe('uncovered 2027')
    expect(clocksOf(ticket, calendar, instant('2026-12-29 10:00'))).toEqual({
      nextDueAt: null,
      dueAt: null,
      uncoveredYear: 2027,
    })
    expect(handlingLimitWords(ticket, calendar, instant('2026-12-29 10:00'))).toEqual([
      '办理期限跨入2027年，待该年度放假安排公布后告知具体日期。',
    ])
  })

  test('gets its date when the notice is loaded', () => {
    const year2027 = {
      year: 2027,
      holidays: [{ from: '2027-01-01', to: '2027-01-03' }],
      workdays: [],
    }
    const both = makeCalendar([NOTICE_2026, year2027], OFFICE_HOURS)
    expect(handlingDue(ticket, both, instant('2026-12-29 10:00'))).toEqual({
      at: instant('2027-01-06 17:30'),
    })
  })
})

describe('what the enterprise is told of the limit', () => {
  const words = (ticket: Ticket, now = '2026-11-26 10:00') =>
    handlingLimitWords(ticket, calendar, instant(now))

  test('nothing before somebody has signed', () => {
    expect(words(aDispatchedTicket())).toEqual([])
  })

  test('then the date with its arithmetic', () => {
    expect(words(aTicketInProgress())).toEqual([
      '12月2日 17:30前答复',
      '自11月25日派单起5个工作日：11月26日、11月27日、11月30日、12月1日、12月2日。',
    ])
  })

  test('make-up days are named', () => {
    const ticket = aTicketInProgress({ kind: 'complaint', clockFrom: instant('2026-09-29 10:00') })
    expect(words(ticket)[1]).toBe(
      '自9月29日派单起5个工作日：9月30日、10月8日、10月9日、10月10日（周六调休上班）、10月12日；10月1日、10月2日、10月5日、10月6日、10月7日不是工作日，不计入。',
    )
  })

  test.each([
    [
      '2026-11-27 18:10',
      '11月27日 18:10派单，非工作时间派单的自下一工作日11月30日起算，5个工作日：',
    ],
    [
      '2026-11-28 10:00',
      '11月28日 10:00派单，非工作时间派单的自下一工作日11月30日起算，5个工作日：',
    ],
    ['2026-11-27 17:00', '自11月27日派单起5个工作日：'],
    ['2026-11-27 07:00', '自11月27日派单起5个工作日：'],
  ])('the day of dispatch is the true one: %s', (at, begins) => {
    const ticket = aTicketInProgress({ clockFrom: instant(at) })
    expect(words(ticket)[1]?.startsWith(begins)).toBe(true)
  })

  test('with extension and waiting it says so', () => {
    const pauses = [{ from: instant('2026-11-26 10:00'), to: instant('2026-11-27 10:00') }]
    const ticket = aTicketInProgress({ extensionDays: 2, pauses })
    expect(words(ticket)).toEqual([
      '12月7日 17:30前答复',
      '自11月25日派单起7个工作日（含经批准延期2个工作日）：11月26日、11月27日、11月30日、12月1日、12月2日、12月3日、12月4日；等待补充材料的时间不计入。',
    ])
    const waiting = { ...ticket, state: 'waiting_requester' as const }
    expect(words(waiting)).toEqual(['等待补充材料期间暂停计时，收到材料后继续计算并告知新的期限。'])
  })

  test('many days are told by their number', () => {
    expect(words(aTicketInProgress({ complexity: 'joint' }))[1]).toBe(
      '自11月25日派单起20个工作日。',
    )
  })
})

describe('properties', () => {
  const starts = fc
    .integer({ min: local('2026-01-05 09:00').getTime(), max: local('2026-08-31 17:00').getTime() })
    .map((ms) => new Date(ms - (ms % 60_000)))
  const minutes = fc.integer({ min: 0, max: 20_000 })
  const kinds = fc.constantFrom('consultation' as const, 'help' as const, 'complaint' as const)

  const anyTicket = fc.record({
    start: starts,
    kind: kinds,
    extensionDays: fc.integer({ min: 0, max: 10 }),
    pauseAfter: minutes,
    pauseFor: minutes,
  })

  type Made = typeof anyTicket extends fc.Arbitrary<infer One> ? One : never

  function made({ start, kind, extensionDays, pauseAfter, pauseFor }: Made) {
    const from = new Date(start.getTime() + pauseAfter * 60_000)
    const to = new Date(from.getTime() + pauseFor * 60_000)
    return aTicketInProgress({
      kind,
      extensionDays,
      clockFrom: start.toISOString(),
      pauses: [{ from: from.toISOString(), to: to.toISOString() }],
    })
  }

  function at(ticket: Ticket): string {
    const found = handlingDue(ticket, calendar, ticket.lastActAt)
    if (found === null || 'uncoveredYear' in found) throw new Error('not reckoned')
    return found.at
  }

  test('nothing is ever due on a day off', () => {
    fc.assert(
      fc.property(anyTicket, (one) => {
        expect(isWorkingDay(calendar, localDate(new Date(at(made(one)))))).toEqual({
          ok: true,
          working: true,
        })
      }),
    )
  })

  test('waiting for the enterprise never brings the limit nearer, and longer never nearer than shorter', () => {
    fc.assert(
      fc.property(anyTicket, minutes, (one, more) => {
        const unpaused = { ...made(one), pauses: [] }
        expect(at(made(one)) >= at(unpaused)).toBe(true)
        expect(at(made({ ...one, pauseFor: one.pauseFor + more })) >= at(made(one))).toBe(true)
      }),
    )
  })

  test('an extension always moves the limit', () => {
    fc.assert(
      fc.property(anyTicket, (one) => {
        const ticket = made({ ...one, extensionDays: 0 })
        const extended = { ...ticket, extensionDays: one.extensionDays + 1 }
        expect(at(extended) > at(ticket)).toBe(true)
      }),
    )
  })

  test('every alarm goes off while people are at work, and in the order of its steps', () => {
    fc.assert(
      fc.property(anyTicket, (one) => {
        const found = pendingStages(made(one), calendar, one.start.toISOString())
        for (const { at: when } of found) {
          expect(isWorkingDay(calendar, localDate(new Date(when)))).toEqual({
            ok: true,
            working: true,
          })
          expect(shown(new Date(when)).slice(11) >= '08:30').toBe(true)
          expect(shown(new Date(when)).slice(11) <= '17:30').toBe(true)
        }
        expect(found.map(({ stage }) => stage)).toEqual(found.map(({ stage }) => stage).toSorted())
      }),
    )
  })
})
