import { describe, expect, test } from 'vitest'
import { composeDecision } from '../../src/conversation/compose/compose-decision.ts'
import type { Decision } from '../../src/conversation/decision.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { notTwice } from '../../src/conversation/dialogue/patience.ts'
import { uncoveredMatter } from '../../src/conversation/intent/uncovered.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import type { Retrieved } from '../../src/retrieval/retrieve.ts'
import { aKnowledgeBase, code } from '../builders/knowledge-base.ts'
import { anUncoveredMatter } from '../builders/uncovered.ts'

const MATTERS = [anUncoveredMatter({ item: code('QYKB-002') })]
const SAID = '放风筝要许可吗'

type Routes = Retrieved['routes']
const decide = (
  intent: Parameters<typeof uncoveredMatter>[0]['intent'],
  routes = {},
  said = SAID,
) =>
  uncoveredMatter(
    {
      normalized: said,
      intent,
      called: null,
      retrieved: { routes: routes as Routes, confidence: 1 } as Retrieved,
    },
    MATTERS,
  )
const HONEST = {
  kind: 'ticket',
  reason: 'not_covered',
  code: null,
  matter: 'kite',
} as const

describe('a matter that no item covers', () => {
  test.each([
    ['question', {}],
    ['broad', {}],
    ['smalltalk', {}],
    ['ticket', { uncovered: 0.9 }],
    ['ticket', { coordination: 0.9 }],
    ['redirect', { personal: 0.9, elsewhere: 0.1 }],
    ['redirect', { personal: 0.1, elsewhere: 0.9 }],
    ['refuse', {}],
  ] as const)('is said to be one where it is taken for %s %o', (intent, routes) => {
    expect(decide(intent, shares(routes))).toEqual(HONEST)
  })

  test.each([
    ['emergency', {}],
    ['status', {}],
    ['ticket', { person: 0.9 }],
  ] as const)('does not stand in the way of %s %o', (intent, routes) => {
    expect(decide(intent, shares(routes))).toBeNull()
  })

  test.each([
    [{ complaint: 0.9 }, '放风筝的许可窗口态度太差，我要投诉'],
    [{ stuck: 0.9 }, '放风筝的许可提交上去半个月了还没批'],
  ] as const)('does not stand in the way of a case: %o', (routes, said) => {
    expect(decide('ticket', shares(routes), said)).toBeNull()
  })

  test('does not stand in the way of another place’s, where that is named', () => {
    const said = '杭州放风筝要许可吗'
    expect(decide('redirect', shares({ personal: 0.1, elsewhere: 0.9 }), said)).toBeNull()
  })

  test('is no way round a refusal of what is improper', () => {
    expect(decide('refuse', shares({}), '塞个红包，放风筝的许可给批一下')).toBeNull()
  })

  test('is one however sure a look-alike is, where the question is taken for one without an item', () => {
    const sure = { ...MATTERS[0]!, unlessSure: true }
    const asked = (intent: 'ticket' | 'question') =>
      uncoveredMatter(
        {
          normalized: SAID,
          intent,
          called: null,
          retrieved: { routes: shares({ uncovered: 0.9 }), confidence: 1 } as Retrieved,
        },
        [sure],
      )
    expect(asked('ticket')).toEqual(HONEST)
    expect(asked('question')).toBeNull()
  })

  test('is none where the message is about something else', () => {
    expect(decide('question', {}, '公司设立登记要几天')).toBeNull()
  })

  test.each([
    ['an item surely fits', { confidence: 0.9, called: null }, false],
    ['an item is called by its name', { confidence: 0.1, called: 'by_name' }, false],
    ['an item fits perhaps', { confidence: 0.8, called: 'in_pieces' }, true],
  ] as const)('that is named among many says so unless %s', (_, { confidence, called }, is) => {
    const retrieved = { routes: shares({}) as Routes, confidence } as Retrieved
    const heard = { normalized: SAID, intent: 'question', called, retrieved } as const
    const decided = uncoveredMatter(heard, [anUncoveredMatter({ unlessSure: true })])
    expect(decided !== null).toBe(is)
  })

  test('is no turn that brought nothing', () => {
    const state = { ...freshState(new Date(0)), misses: 1 }
    const turn = (decision: Decision) => ({ decision, rule: null, complained: false })
    expect(notTwice(turn(HONEST), state).decision).toEqual(HONEST)
    const { matter: _, ...nothing } = HONEST
    expect(notTwice(turn(nothing), state).decision).toMatchObject({ reason: 'missed_twice' })
  })
})

const NOTHING = {
  complaint: 0,
  stuck: 0,
  coordination: 0,
  uncovered: 0,
  person: 0,
  personal: 0,
  elsewhere: 0,
}
function shares(routes: object) {
  return { ...NOTHING, ...routes }
}

describe('what is said of it', () => {
  const said = (decision: Decision, overrides = {}) =>
    composeDecision({
      decision,
      base: aKnowledgeBase({ uncovered: [anUncoveredMatter(overrides)] }),
      version: '7',
      turnId: asId<TurnId>('t1'),
      askedNext: () => [],
    })

  test('is the honest sentence, who may know, the form and the nearest item', () => {
    const message = said(HONEST, {
      item: code('QYKB-002'),
      source: '《风筝条例》第二条',
      department: '舟山市风筝局',
    })
    expect(message.title).toBe('放风筝')
    expect(message.blocks).toEqual([
      { kind: 'text', text: '事项库没有放风筝的事项。' },
      { kind: 'note', text: '依据：《风筝条例》第二条' },
      {
        kind: 'field',
        label: '可以咨询',
        lines: ['主管部门：舟山市风筝局', expect.stringContaining('12345')],
      },
      {
        kind: 'actions',
        actions: [
          expect.objectContaining({
            label: '提交诉求',
            value: { a: 'ticket_form', reason: 'not_covered', code: '' },
          }),
          expect.objectContaining({ value: { a: 'choose', code: 'QYKB-002', field: 'overview' } }),
        ],
      },
    ])
  })

  test('has no button where no item is near', () => {
    const actions = said(HONEST).blocks.flatMap((block) =>
      block.kind === 'actions' ? block.actions : [],
    )
    expect(actions.map(({ label }) => label)).toEqual(['提交诉求'])
  })

  test('begins with an apology to somebody who is angry', () => {
    const [first] = said({ ...HONEST, reason: 'upset' }).blocks
    expect(first).toEqual({ kind: 'text', text: aKnowledgeBase().replies.ticket.upset })
  })

  test('is the usual word where the version no longer has the matter', () => {
    expect(said({ ...HONEST, matter: 'gone' }).title).toBe('为您登记诉求')
  })
})
