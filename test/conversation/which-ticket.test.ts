import { expect, test } from 'vitest'
import {
  ANSWERED_FIRST,
  likeliest,
  pointedAt,
  UNSOLVED_FIRST,
} from '../../src/conversation/incoming/which-ticket.ts'
import type { TicketState } from '../../src/ticket/ticket.ts'
import { aTicket } from '../builders/ticket.ts'

test.each([
  ['what is still to be solved', UNSOLVED_FIRST, ['confirmed', 'in_progress', 'closed'], 1],
  [
    'what is still to be solved, answered or not',
    UNSOLVED_FIRST,
    ['in_progress', 'resolved'],
    null,
  ],
  ['what was solved, where there is nothing else', UNSOLVED_FIRST, ['withdrawn', 'confirmed'], 1],
  ['what waits to be confirmed', ANSWERED_FIRST, ['in_progress', 'confirmed', 'resolved'], 2],
  ['what was solved before', ANSWERED_FIRST, ['in_progress', 'confirmed'], 1],
  ['what is at work, where nothing has been answered', ANSWERED_FIRST, ['created', 'closed'], 0],
] as const)('is %s', (_, likely, states: readonly TicketState[], at) => {
  const tickets = states.map((state) => aTicket({ state }))
  expect(likeliest(tickets, likely)).toBe(at === null ? 'unclear' : tickets[at])
})

test('is none where all have ended', () => {
  expect(likeliest([aTicket({ state: 'closed' })], UNSOLVED_FIRST)).toBe('none')
})

const ABOUT = ['码头岸电桩坏了', '园区门口的路坑洼', '冷库停电']
const several = ABOUT.map((title) => aTicket({ title, description: title }))
test.each([
  ['第二个催一下', 1],
  ['2', 1],
  ['选第三件', 2],
  ['最早那个怎么样了', 2],
  ['刚提的那个撤了', 0],
  ['码头那个补充一句', 0],
  ['路的那个撤了', 1],
  ['停电那件', 2],
  // None of them, all of them, or no place among them.
  ['第九个', null],
  ['食堂那个', null],
  ['都撤了', null],
  ['2号码头', null],
  ['有两个', null],
])('「%s」 points at %j', (said, at) => {
  expect(pointedAt(several, said)).toBe(at === null ? null : several[at])
})
