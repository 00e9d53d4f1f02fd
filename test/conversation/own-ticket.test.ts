import { describe, expect, test } from 'vitest'
import type { OwnTickets } from '../../src/conversation/answer-ports.ts'
import type { Decision } from '../../src/conversation/decision.ts'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { aboutOwnTicket, asTicketReply } from '../../src/conversation/intent/own-ticket.ts'
import { type Outcome, UNREAD } from '../../src/conversation/outcome.ts'
import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import type { Retrieved } from '../../src/retrieval/retrieve.ts'
import { type Phase, phaseOf } from '../../src/ticket/phase.ts'
import { isTerminal, TICKET_STATES } from '../../src/ticket/ticket.ts'

const chat: Decision = { kind: 'smalltalk', reason: 'chat' }

const outcomeOf = (decision: Decision): Outcome => ({
  ...UNREAD,
  decision,
  dependence: 'new',
  rule: null,
})
/** Something else has been talked of. */
const elsewhere: DialogueState = {
  ...freshState(new Date(0)),
  items: [asId<ItemCode>('QYKB-002')],
  decided: 'answer',
}
const nothingElse = freshState(new Date(0))
const replied = (text: string, phases: readonly Phase[], decision: Decision = chat) =>
  asTicketReply(outcomeOf(decision), { text, tickets: new Set(phases), state: elsewhere })

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

describe('with a ticket in hand', () => {
  const inHand = (text: string, standing: readonly (Phase | 'fresh')[], state = nothingElse) =>
    asTicketReply(lookedUp(chat), { text, tickets: new Set(standing), state }).decision
  const lookedUp = (decision: Decision): Outcome => ({
    ...outcomeOf(decision),
    retrieved: { confidence: 0.2 } as unknown as Retrieved,
  })

  test.each([
    ['对了，忘了讲，仓库在二楼', ['at_work'], { act: 'supplement' }],
    ['联系人填错了', ['at_work'], { act: 'supplement', text: '' }],
    ['联系人填错了，应该是李示例', ['at_work'], { act: 'supplement', text: /李示例/ }],
    ['怎么还没有人来看', ['at_work'], { act: 'progress' }],
    ['能不能快些，鱼等着装船', ['at_work'], { act: 'urge' }],
    ['已经来电了，不用管了', ['at_work'], { act: 'withdraw' }],
    ['please cancel it', ['at_work'], { act: 'withdraw' }],
    ['any news?', ['at_work'], { act: 'progress' }],
    ['搞定了，辛苦你们', ['answered'], { act: 'confirm' }],
    ['给个好评', ['answered'], { act: 'confirm' }],
    // Nothing is reopened by a word: it is asked what is wrong.
    ['压根没人修', ['answered'], { act: 'dissatisfied', isDraft: true }],
    ['it is not fixed', ['answered'], { act: 'dissatisfied', isDraft: true }],
    ['还有几个没办', ['at_work'], { act: 'list' }],
  ] as const)('「%s」 to whom has one that is %j', (text, standing, done) => {
    const { text: noted, ...act } = { text: undefined, ...done }
    expect(inHand(text, standing)).toMatchObject({ kind: 'status', ...act })
    if (noted === '') expect(inHand(text, standing)).toMatchObject({ text: '' })
    if (noted instanceof RegExp)
      expect(inHand(text, standing)).toMatchObject({ text: expect.stringMatching(noted) })
  })

  test('the same is said of what was talked of since', () => {
    expect(inHand('怎么还没有人来看', ['at_work'], elsewhere)).toBe(chat)
    expect(inHand('怎么还没有人来看', [])).toBe(chat)
    const shown = { ...elsewhere, decided: 'status' } as const
    expect(inHand('怎么还没有人来看', ['at_work'], shown)).toMatchObject({ act: 'progress' })
  })

  test('what says nothing that is known is asked back while the ticket is fresh', () => {
    const asked = { kind: 'status', act: 'supplement', isDraft: true }
    expect(inHand('就是这一段', ['at_work', 'fresh'])).toMatchObject(asked)
    expect(inHand('就是这一段', ['at_work'])).toBe(chat)
    expect(inHand('就是这一段', ['at_work', 'fresh'], elsewhere)).toBe(chat)
  })

  test('what is surely asked of an item is answered, and what several may fit is asked', () => {
    const of = (text: string, decision: Decision) =>
      asTicketReply(lookedUp(decision), {
        text,
        tickets: new Set(['at_work', 'fresh']),
        state: nothingElse,
      }).decision
    const answer = { kind: 'answer', code: 'QYKB-002' } as unknown as Decision
    const several = { kind: 'clarify', reason: 'several_fit', options: [] } as unknown as Decision
    expect(of('开个店要什么证', answer)).toBe(answer)
    expect(of('招大学生有补贴吗', several)).toBe(several)
    expect(of('门牌是远洋路七号', several)).toMatchObject({ isDraft: true })
  })

  test('one of several is picked only where they were shown', () => {
    const shown = { ...nothingElse, decided: 'status' } as const
    expect(inHand('第二个', ['at_work'], shown)).toMatchObject({ act: 'progress', text: '第二个' })
    expect(inHand('第二个', ['at_work'])).toBe(chat)
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
