import { describe, expect, test } from 'vitest'
import type { LedgerFact } from '../../src/ticket/figure-facts.ts'
import { type FigureRow, figureRow } from '../../src/ticket/figure-row.ts'
import { casesOf, figuresBy, figuresOf, RATES } from '../../src/ticket/figures.ts'
import type { Rating, Ticket } from '../../src/ticket/ticket.ts'
import { aCalendar } from '../builders/calendar.ts'
import {
  aDispatchedTicket,
  aResolvedTicket,
  aTicket,
  aTicketInProgress,
  instant,
} from '../builders/ticket.ts'
import { HOUSING, MARKET } from '../builders/world.ts'

const fact = (kind: LedgerFact['kind'], more: Partial<LedgerFact> = {}): LedgerFact => ({
  kind,
  at: instant('2026-11-25 10:00'),
  from: null,
  to: 'in_progress',
  bySystem: false,
  timely: null,
  department: null,
  ...more,
})
const dispatched = (department = HOUSING) => fact('dispatch', { department })
const register = fact('register')

function row(ticket: Ticket, ledger: readonly LedgerFact[], now = '2026-11-26 10:00'): FigureRow {
  return figureRow(ticket, [register, ...ledger], aCalendar(), instant(now))
}

const rating = (level: Rating['level'], solved: Rating['solved'] = 'yes'): Rating => ({
  level,
  solved,
  comment: null,
  at: instant('2026-11-26 11:00'),
})
const confirmed = (overrides: Partial<Ticket> = {}) =>
  aResolvedTicket({ state: 'confirmed', confirmedBy: 'requester', ...overrides })

describe('首派准确率', () => {
  test.each([
    ['signed for by the first', [dispatched(), fact('accept')], 'right'],
    ['not yet signed for', [dispatched()], null],
    ['never dispatched', [], null],
    ['returned', [dispatched(), fact('return')], 'wrong'],
    [
      'transferred within the department',
      [dispatched(), fact('accept'), fact('transfer', { department: HOUSING })],
      'right',
    ],
    [
      'transferred to another',
      [dispatched(), fact('accept'), fact('transfer', { department: MARKET })],
      'wrong',
    ],
    [
      'decided in a dispute',
      [
        dispatched(),
        fact('return'),
        fact('decide_dispute', { department: HOUSING }),
        fact('accept'),
      ],
      'wrong',
    ],
  ] as const)('%s: %s', (_what, ledger, firstDispatch) => {
    expect(row(aDispatchedTicket(), ledger).firstDispatch).toBe(firstDispatch)
  })
})

describe('limits kept', () => {
  test('one late signature spoils it, and so does one that is due', () => {
    const ledger = [
      dispatched(),
      fact('accept', { timely: true }),
      fact('accept', { timely: false }),
    ]
    expect(row(aTicketInProgress(), ledger).signedOnTime).toBe(false)
    expect(row(aTicketInProgress(), ledger.slice(0, 2)).signedOnTime).toBe(true)
    expect(row(aDispatchedTicket(), [dispatched()], '2026-11-26 17:30').signedOnTime).toBeNull()
    expect(row(aDispatchedTicket(), [dispatched()], '2026-11-26 17:31').signedOnTime).toBe(false)
  })

  test('a resolution on time, one late, one overdue, one still running', () => {
    expect(row(aResolvedTicket(), [fact('resolve', { timely: true })]).resolvedOnTime).toBe(true)
    expect(row(aResolvedTicket(), [fact('approve_review', { timely: false })]).resolvedOnTime).toBe(
      false,
    )
    expect(row(aTicketInProgress(), [dispatched()], '2026-12-03 09:00')).toMatchObject({
      resolvedOnTime: false,
      overdue: true,
    })
    expect(row(aTicketInProgress(), [dispatched()])).toMatchObject({
      resolvedOnTime: null,
      overdue: false,
    })
  })
})

describe('closed is not solved', () => {
  const resolved = [fact('resolve', { timely: true })]
  test.each([
    ['confirmed by the enterprise', confirmed(), true],
    ['confirmed on a call', confirmed({ confirmedBy: 'follow_up' }), true],
    ['closed by silence', confirmed({ confirmedBy: 'timeout' }), false],
    ['confirmed, but rated as half solved', confirmed({ rating: rating(3, 'partly') }), false],
    ['not lawful', confirmed({ outcome: 'not_lawful' }), false],
    ['awaiting the enterprise', aResolvedTicket(), null],
    ['objected to', aResolvedTicket({ objected: true }), false],
  ] as const)('%s', (_what, ticket, solved) => {
    expect(row(ticket, resolved).confirmedSolved).toBe(solved)
  })

  test('an anonymous ticket is not in the base of follow-ups', () => {
    expect(row(aResolvedTicket({ anonymous: true }), resolved).followedUp).toBeNull()
    expect(row(aResolvedTicket(), resolved).followedUp).toBe(false)
    expect(row(aResolvedTicket(), [...resolved, fact('rate')]).followedUp).toBe(true)
  })
})

describe('figures', () => {
  const rows = [
    row(confirmed({ number: 'A', rating: rating(5) }), [
      dispatched(),
      fact('accept', { timely: true }),
      fact('resolve', { timely: true }),
    ]),
    row(confirmed({ number: 'B', rating: rating(2, 'no'), reopenings: 1, district: 'putuo' }), [
      dispatched(),
      fact('return'),
      dispatched(MARKET),
      fact('accept', { timely: false }),
      fact('resolve', { timely: true }),
    ]),
    row(
      aTicketInProgress({ number: 'C' }),
      [dispatched(), fact('accept', { timely: true })],
      '2026-12-08 10:00',
    ),
    row(aTicket({ number: 'D', state: 'withdrawn' }), []),
  ]

  test('count hits over their base', () => {
    const { registered, ...rates } = figuresOf(rows)
    expect(registered).toBe(4)
    expect(
      Object.fromEntries(
        Object.entries(rates).map(([name, { hit, of }]) => [name, `${hit}/${of}`]),
      ),
    ).toEqual({
      first_dispatch: '2/3',
      signed_on_time: '2/3',
      resolved_on_time: '2/3',
      resolved: '2/3',
      overdue: '1/1',
      returned: '1/3',
      reopened: '1/2',
      corrected: '0/2',
      followed_up: '0/2',
      satisfied: '1/2',
      confirmed_solved: '1/2',
    })
  })

  test('a base without cases has no share, rather than nought or all', () => {
    expect(figuresOf([]).satisfied).toEqual({ hit: 0, of: 0, share: null })
  })

  test('the cases behind a figure are those it counted', () => {
    const numbers = (which: 'all' | 'hit' | 'missed') =>
      casesOf(rows, 'resolved_on_time', which).map((one) => one.number)
    expect(numbers('all')).toEqual(['A', 'B', 'C'])
    expect(numbers('hit')).toEqual(['A', 'B'])
    expect(numbers('missed')).toEqual(['C'])
  })

  test('groups add up to the whole', () => {
    const groups = figuresBy(rows, 'district')
    expect(groups.map(({ key, figures }) => [key, figures.registered])).toEqual([
      ['dinghai', 3],
      ['putuo', 1],
    ])
    expect(figuresBy(rows, 'month')).toEqual([{ key: '2026-11', figures: figuresOf(rows) }])
  })

  test('what happened under one department is not counted against the next', () => {
    const late = { timely: false } as const
    const ticket = confirmed({ department: MARKET, rating: rating(5), reopenings: 1 })
    const ledger = [
      dispatched(),
      fact('accept', late),
      fact('transfer', { ...late, department: MARKET }),
      fact('accept', { timely: true }),
      // It was over when it came.
      fact('resolve', { ...late, to: 'resolved' }),
      fact('dissatisfied', { from: 'resolved', to: 'reopened' }),
      dispatched(MARKET),
      fact('resolve', { timely: true, to: 'resolved' }),
    ]
    const of = (rows: readonly FigureRow[], department: string) =>
      figuresBy(rows, 'department').find(({ key }) => key === department)?.figures
    const rows = [row(ticket, ledger)]
    expect(of(rows, HOUSING)).toMatchObject({
      registered: 0,
      first_dispatch: { hit: 0, of: 1 },
      signed_on_time: { hit: 0, of: 1 },
      resolved_on_time: { hit: 0, of: 1 },
      reopened: { of: 0 },
      satisfied: { of: 0 },
    })
    expect(of(rows, MARKET)).toMatchObject({
      registered: 1,
      first_dispatch: { of: 0 },
      signed_on_time: { hit: 1, of: 1 },
      resolved_on_time: { hit: 1, of: 1 },
      reopened: { hit: 1, of: 1 },
      satisfied: { hit: 1, of: 1 },
    })
    expect(figuresOf(rows)).toMatchObject({
      registered: 1,
      resolved_on_time: { hit: 0, of: 1 },
    })
  })

  test('a return counts for who returned, and leaving it unsigned too long for who left it', () => {
    const back = { at: instant('2026-11-27 10:00'), from: 'dispatched', to: 'returned' } as const
    const ledger = [
      dispatched(),
      fact('return', back),
      dispatched(MARKET),
      fact('accept', { timely: true }),
    ]
    const [housing, market] = row(aTicketInProgress({ department: MARKET }), ledger).byDepartment
    expect(housing).toMatchObject({ department: HOUSING, wasReturned: true, signedOnTime: false })
    expect(market).toMatchObject({ department: MARKET, wasReturned: false, signedOnTime: true })
  })

  test('standing in for who is on leave, or another after the answer, makes no dispatch wrong', () => {
    const ledger = [
      dispatched(),
      fact('accept'),
      fact('transfer', { department: MARKET, bySystem: true }),
      fact('resolve', { timely: true }),
      dispatched('示例第三局'),
    ]
    expect(row(aTicketInProgress(), ledger).firstDispatch).toBe('right')
  })

  test('what was late before the enterprise was asked is late while it is waited for', () => {
    const asked = (from: string) => {
      const pauses = [{ from: instant(from), to: null }]
      return row(aTicketInProgress({ state: 'waiting_requester', pauses }), [], '2026-12-20 09:00')
    }
    expect(asked('2026-12-03 09:00').overdue).toBe(true)
    expect(asked('2026-12-01 09:00').overdue).toBe(false)
  })

  test('a correction is counted, and changes nothing about the time', () => {
    const resolve = fact('resolve', { timely: false })
    const approved = fact('approve_review', { from: 'resolved', to: 'resolved' })
    for (const correction of [fact('correct'), approved]) {
      expect(row(aResolvedTicket(), [dispatched(), resolve, correction])).toMatchObject({
        wasCorrected: true,
        resolvedOnTime: false,
        wasReopened: false,
      })
    }
    expect(row(aResolvedTicket(), [dispatched(), resolve]).wasCorrected).toBe(false)
  })

  test('every figure says how it is reckoned', () => {
    for (const { label, meaning } of Object.values(RATES)) {
      expect(label).toMatch(/率$/u)
      expect(meaning).toContain('÷')
      expect(meaning.length).toBeGreaterThan(8)
    }
  })
})
