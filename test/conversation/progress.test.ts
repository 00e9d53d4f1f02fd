import { expect, test } from 'vitest'
import { progressOf } from '../../src/conversation/incoming/own-ticket-words.ts'
import type { Message } from '../../src/kernel/message.ts'
import type { Activity } from '../../src/ticket/activity.ts'
import { handlingLimitWords } from '../../src/ticket/dates.ts'
import { LEDGER_START, seal } from '../../src/ticket/ledger.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { stepWords } from '../../src/ticket/timeline.ts'
import { aCalendar } from '../builders/calendar.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { aDispatchedTicket, aTicketInProgress, instant } from '../builders/ticket.ts'
import { sha256 } from '../builders/world.ts'

const NOW = instant('2026-11-26 10:00')

const done = (kind: keyof typeof A_COMMAND, at: string, seq: number) => {
  const activity: Omit<Activity, 'seq'> = {
    ticketId: aTicketInProgress().id,
    at: instant(at),
    actor: { kind: 'system' },
    from: 'dispatched',
    to: 'accepted',
    act: A_COMMAND[kind],
    timely: null,
  }
  return seal(activity, { ...LEDGER_START, seq: seq - 1 }, sha256)
}
const LEDGER = [
  done('dispatch', '2026-11-25 10:05', 1),
  done('note', '2026-11-25 10:10', 2),
  done('accept', '2026-11-25 11:00', 3),
]

const told = (ticket: Ticket) =>
  progressOf(ticket, {
    limit: handlingLimitWords(ticket, aCalendar(), NOW),
    steps: stepWords(LEDGER, 5),
  })
const field = ({ blocks }: Message, label: string) => {
  const found = blocks.find((block) => block.kind === 'field' && block.label === label)
  return found?.kind === 'field' ? found.lines : null
}
const buttons = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))

test('progress tells with whom the ticket is, until when and why then, and what was done', () => {
  const ticket = aTicketInProgress()
  const message = told(ticket)
  expect(field(message, '承办单位')).toEqual([ticket.department])
  expect(field(message, '办理期限')?.join('')).toMatch(
    /12月2日 17:30前答复.*自11月25日派单起5个工作日/,
  )
  expect(field(message, '最近办理记录')).toEqual(['11月25日 10:05 派单', '11月25日 11:00 签收'])
})

test('before somebody has signed for it no date is told', () => {
  expect(field(told(aDispatchedTicket()), '办理期限')).toBeNull()
})

test('who is reading the progress is not offered it again', () => {
  const acts = buttons(told(aTicketInProgress())).map((one) => one.value['act'])
  expect(acts).toContain('supplement')
  expect(acts).not.toContain('progress')
})
