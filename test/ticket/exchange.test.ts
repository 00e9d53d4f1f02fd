import { expect, test } from 'vitest'
import { withBackground } from '../../src/ticket/background.ts'
import type { Command } from '../../src/ticket/command.ts'
import { commandOf, EXCHANGE_EVENTS, exchangeBodyOf, PLATFORM } from '../../src/ticket/exchange.ts'
import type { TicketChange } from '../../src/ticket/ports.ts'
import { mayOn } from '../../src/ticket/relation.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { aTicket, instant, ticketId } from '../builders/ticket.ts'

const platform: Actor = { kind: 'exchange', system: PLATFORM, keeps: aTicket().id }
const theirs = { source: 'exchange', external: { system: PLATFORM, number: 'PT-1' } } as const
const DUE = instant('2026-12-02 17:30')

/** As the store would be given it; only what the exchange looks at. */
function aChange(act: Command | { kind: 'register' }, ticket: Ticket, more = {}): TicketChange {
  const activity = { act, actor: { kind: 'system' }, from: null, ...more }
  return { ticket, activity, clocks: { dueAt: DUE } } as unknown as TicketChange
}

test('a new ticket is told with its words and without the person', () => {
  const body = exchangeBodyOf(aChange({ kind: 'register' }, aTicket()))
  expect(body).toMatchObject({ kind: 'create', title: aTicket().title, contact: null })
})

test('what was said to the assistant before is not told', () => {
  const own = '码头照明坏了，请修。'
  const description = withBackground(own, ['问：路灯归谁管', '答：引导登记诉求'])
  const body = exchangeBodyOf(aChange({ kind: 'register' }, aTicket({ description })))
  expect(body).toMatchObject({ kind: 'create', description: own })
})

test('no phone number of ours goes out, in whatever words it stands', () => {
  const title = '请打13800000000'
  const ours = aTicket({ title, description: `${title}，谢谢`, state: 'in_progress' })
  const text = '电话改为 138 0000 0001'
  const bodies = [
    exchangeBodyOf(aChange({ kind: 'register' }, ours)),
    exchangeBodyOf(aChange({ kind: 'supplement', text, attachments: [] }, ours)),
    exchangeBodyOf(aChange({ kind: 'reply', text, attachments: [] }, ours)),
    exchangeBodyOf(aChange({ kind: 'request_info', text }, ours)),
  ]
  expect(bodies).not.toContain(null)
  expect(JSON.stringify(bodies)).not.toMatch(/13800000000|0000 0001/)
  const came = aTicket({ ...theirs, state: 'in_progress' })
  const reply = exchangeBodyOf(
    aChange({ kind: 'reply', text: '请拨打 0580-2345678', attachments: [] }, came),
  )
  expect(reply, 'the enterprise there has to reach us').toMatchObject({
    text: expect.stringContaining('0580-2345678'),
  })
})

test('a report under seal stays here, whatever happens to it', () => {
  const sealed = aTicket({ kind: 'report', sealed: true })
  expect(exchangeBodyOf(aChange({ kind: 'register' }, sealed))).toBeNull()
  const accepted = { ...sealed, state: 'accepted' } as const
  expect(exchangeBodyOf(aChange(A_COMMAND.accept, accepted, { from: 'dispatched' }))).toBeNull()
  const came = { ...accepted, ...theirs }
  expect(exchangeBodyOf(aChange(A_COMMAND.accept, came, { from: 'dispatched' }))).toMatchObject({
    event: 'accepted',
  })
})

test('no date is told before somebody has signed for the ticket', () => {
  const dispatched = aTicket({ state: 'dispatched' })
  expect(exchangeBodyOf(aChange(A_COMMAND.dispatch, dispatched, { from: 'created' }))).toEqual({
    kind: 'status',
    event: 'dispatched',
    text: '已派单，待签收',
    dueAt: null,
  })
  const accepted = aTicket({ state: 'accepted', acceptedAt: instant('2026-11-25 11:00') })
  expect(exchangeBodyOf(aChange(A_COMMAND.accept, accepted, { from: 'dispatched' }))).toMatchObject(
    { event: 'accepted', dueAt: DUE },
  )
})

test('a correction is told as the result once more, and as what it is', () => {
  const { resolution, reason, instead } = A_COMMAND.correct
  const correction = { at: DUE, reason, instead }
  const ticket = aTicket({ state: 'resolved', resolution, correction })
  const body = {
    kind: 'resolution',
    outcome: 'not_lawful',
    text: `【更正】${reason}\n${resolution.text}`,
    basis: resolution.basis,
  }
  const from = { from: 'resolved' }
  expect(exchangeBodyOf(aChange(A_COMMAND.correct, ticket, from))).toEqual(body)
  expect(exchangeBodyOf(aChange(A_COMMAND.approve_review, ticket, from))).toEqual(body)
  expect(exchangeBodyOf(aChange(A_COMMAND.submit_correction, ticket, from))).toBeNull()
})

test('inner steps, and what the platform did itself, are not told', () => {
  const working = aTicket({ state: 'in_progress' })
  for (const kind of ['note', 'add_co_handler', 'co_reply', 'remind', 'link_external'] as const) {
    expect(exchangeBodyOf(aChange(A_COMMAND[kind], working, { from: 'in_progress' }))).toBeNull()
  }
  const review = aTicket({ state: 'in_review' })
  expect(
    exchangeBodyOf(aChange(A_COMMAND.submit_review, review, { from: 'in_progress' })),
  ).toBeNull()
  const actor = { kind: 'exchange', system: PLATFORM }
  expect(exchangeBodyOf(aChange(A_COMMAND.supplement, working, { actor }))).toBeNull()
})

test('the answer goes out once it is an answer, and a refusal with where to turn', () => {
  const resolution = { outcome: 'solved', text: '已送电。', basis: null } as const
  const resolved = aTicket({ state: 'resolved', resolution })
  expect(exchangeBodyOf(aChange(A_COMMAND.resolve, resolved, { from: 'in_progress' }))).toEqual({
    kind: 'resolution',
    ...resolution,
  })
  const declined = aTicket({ state: 'declined' })
  expect(exchangeBodyOf(aChange(A_COMMAND.decline, declined, { from: 'created' }))).toMatchObject({
    kind: 'return',
    text: expect.stringContaining('行政复议机关'),
  })
})

test('the platform speaks for the enterprise only where the ticket came from it', () => {
  const status = { kind: 'status', text: '企业表示已解决', dueAt: null } as const
  expect(commandOf({ ...status, event: 'confirmed' }, aTicket(theirs)).kind).toBe('confirm')
  expect(commandOf({ ...status, event: 'withdrawn' }, aTicket(theirs)).kind).toBe('withdraw')
  for (const event of EXCHANGE_EVENTS) {
    expect(commandOf({ ...status, event }, aTicket()).kind).toBe('hear_external')
  }
})

test('what the platform may do ends at its own and the tickets that it keeps', () => {
  const kept = aTicket()
  const another = aTicket({ id: ticketId('t2') })
  for (const kind of ['confirm', 'withdraw', 'urge', 'dissatisfied', 'rate'] as const) {
    expect(mayOn(aTicket(theirs), platform, kind), kind).toBe(true)
    expect(mayOn(kept, platform, kind), kind).toBe(false)
  }
  for (const kind of ['supplement', 'hear_external'] as const) {
    expect(mayOn(kept, platform, kind), kind).toBe(true)
    expect(mayOn(another, platform, kind), kind).toBe(false)
  }
  for (const kind of ['dispatch', 'resolve', 'close', 'link_external', 'transfer'] as const) {
    expect(mayOn(aTicket(theirs), platform, kind), kind).toBe(false)
  }
  const strange: Actor = { ...platform, keeps: null }
  expect(mayOn(aTicket(theirs), strange, 'supplement')).toBe(false)
})
