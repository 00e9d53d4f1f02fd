import { describe, expect, test } from 'vitest'
import type { OwnTickets } from '../../src/conversation/answer-ports.ts'
import type { Decision } from '../../src/conversation/decision.ts'
import { aboutOwnTicket, asTicketReply } from '../../src/conversation/intent/own-ticket.ts'
import { type Outcome, UNREAD } from '../../src/conversation/outcome.ts'
import { type Phase, phaseOf } from '../../src/ticket/phase.ts'
import { isTerminal, TICKET_STATES } from '../../src/ticket/ticket.ts'

const chat: Decision = { kind: 'smalltalk', reason: 'chat' }

const outcomeOf = (decision: Decision): Outcome => ({
  ...UNREAD,
  decision,
  dependence: 'new',
  rule: null,
})
const replied = (text: string, phases: readonly Phase[], decision: Decision = chat) =>
  asTicketReply(outcomeOf(decision), { text, tickets: new Set(phases) })

describe('a message that names no ticket', () => {
  test.each([
    ['已解决', ['answered'], 'confirm'],
    ['已解决', ['at_work', 'answered'], 'confirm'],
    ['未解决', ['answered'], 'dissatisfied'],
    ['未解决', ['confirmed'], 'dissatisfied'],
    ['路灯还是不亮', ['answered'], 'dissatisfied'],
    ['有进展吗', ['at_work'], 'progress'],
    ['补充一下，门牌是十二号', ['at_work'], 'supplement'],
  ] as const)('「%s」 to whom has one that is %j is to %s', (text, phases, act) => {
    expect(replied(text, phases)).toMatchObject({
      decision: { kind: 'status', reason: 'own_ticket', act, ticketNumber: null, text },
      rule: 'own_ticket',
    })
  })

  test.each([
    ['已解决', []],
    ['已解决', ['at_work']],
    ['已解决', ['confirmed']],
    // Of one that is still worked at nobody has said that it is solved.
    ['未解决', ['confirmed', 'at_work']],
    ['路灯还是不亮', ['confirmed']],
    ['有进展吗', ['answered']],
    ['补充一下，门牌是十二号', ['ended']],
    ['公司注销要几天', ['answered']],
  ] as const)('「%s」 is none of one that is %j', (text, phases) => {
    expect(replied(text, phases).decision).toBe(chat)
  })

  test('fills in a form where it may be about something else, and does nothing by itself', () => {
    expect(replied('路灯还是不亮', ['answered']).decision).toMatchObject({ isDraft: true })
    expect(replied('未解决', ['answered']).decision).not.toHaveProperty('isDraft')
  })

  test('is about danger first, and about a ticket that it is known to be about', () => {
    const danger = { kind: 'emergency' } as unknown as Decision
    const named: Decision = {
      kind: 'status',
      reason: 'number_named',
      act: 'progress',
      ticketNumber: 'ZSQS-20261103-0012',
      text: '未解决',
    }
    expect(replied('未解决', ['answered'], danger).decision).toBe(danger)
    expect(replied('未解决', ['answered'], named).decision).toBe(named)
  })
})

describe('a message that is known to be about a ticket', () => {
  const about = (text: string, tickets: OwnTickets) => aboutOwnTicket(text, { text, tickets })

  test('says of one that is answered that it is not solved', () => {
    expect(about('我那个单子没解决', new Set(['answered']))).toMatchObject({
      kind: 'status',
      act: 'dissatisfied',
    })
  })

  test('is written down anew where none is', () => {
    const anew = { kind: 'ticket', reason: 'not_solved', code: null }
    expect(about('我那个单子没解决', new Set())).toEqual(anew)
    expect(about('我那个单子没解决', new Set(['at_work']))).toEqual(anew)
  })

  test('asks how it stands where it says nothing else', () => {
    expect(about('我那个单子', new Set())).toMatchObject({ kind: 'status', act: 'progress' })
  })
})

test('a ticket is at work until it is answered or has ended', () => {
  const atWork = TICKET_STATES.filter((state) => phaseOf(state) === 'at_work')
  const others = TICKET_STATES.filter((state) => !atWork.includes(state))
  expect(others.filter((state) => !isTerminal(state))).toEqual(['resolved', 'confirmed'])
  expect(others.filter((state) => phaseOf(state) === 'ended')).toEqual(others.filter(isTerminal))
})
