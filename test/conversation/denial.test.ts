import { describe, expect, test } from 'vitest'
import { afterDenial, keptLast } from '../../src/conversation/dialogue/after-denial.ts'
import { denialIn, deniedOptions } from '../../src/conversation/dialogue/denial.ts'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { doneOptions } from '../../src/conversation/dialogue/done.ts'
import { type Outcome, UNREAD } from '../../src/conversation/outcome.ts'
import type { ItemCode } from '../../src/kernel/ids.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const PERMIT = code('RCFW-044')
const STAY = code('RCFW-045')
const ACCOUNT = code('QYKB-030')
const items = [
  anItem({ code: PERMIT, name: '外国人来华工作许可', aliases: ['工作证'] }),
  anItem({ code: STAY, name: '外国人工作类居留证件签发', aliases: ['居留许可'] }),
  anItem({ code: ACCOUNT, name: '单位社会保险登记', aliases: ['社保开户'] }),
]
const fresh = freshState(new Date('2026-11-25T02:00:00Z'))
const answered = { ...fresh, items: [STAY], brought: asId<TurnId>('t'), field: 'fee' } as const
const open = (options: readonly ItemCode[]): DialogueState => ({
  ...fresh,
  clarification: { options, denied: [], field: null, question: '招外国人', round: 1 },
})
const finds = (found: ItemCode | null) => async () => found
const denied = (said: string, state: DialogueState = answered, found: ItemCode | null = null) =>
  denialIn(said, { state, items, find: finds(found) })

describe('the last item', () => {
  test.each(['不是居留证,我问工作许可', '我问工作许可 不是居留许可'])(
    'is denied by its name: %s',
    async (said) => {
      expect(await denied(said)).toMatchObject({ codes: [STAY], isOfLast: true, hasSubject: true })
    },
  )

  test('is denied by words that find it, unless the rest finds it as well', async () => {
    const find = async (words: string) => (words.includes('签证') ? STAY : PERMIT)
    const said = '不是签证,我问来上班的手续'
    const state = answered
    expect(await denialIn(said, { state, items, find })).toMatchObject({ isOfLast: true })
    expect(await denied(said, state, STAY)).toMatchObject({ isOfLast: false, codes: [] })
  })

  test('is looked for a few times only, however much is denied', async () => {
    const asked: string[] = []
    const find = async (words: string) => {
      asked.push(words)
      return words.includes('签证') ? STAY : null
    }
    const others = Array.from({ length: 300 }, (_, n) => `不是${n}号手续`)
    const said = ['不是签证', '不是签证', ...others].join(',')
    expect(await denialIn(said, { state: answered, items, find })).toMatchObject({ isOfLast: true })
    expect(asked.length).toBeLessThanOrEqual(4)
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('stays where another is denied', async () => {
    const denial = await denied('不是社保开户')
    expect(denial).toMatchObject({ isOfLast: false, rest: '' })
    expect(keptLast(denial!, answered)?.decision).toMatchObject({ code: STAY, field: 'fee' })
  })

  test('is no matter before anything was said', async () => {
    expect(await denied('不是居留证', fresh)).toBeNull()
    expect(await denied('居留证要几天')).toBeNull()
  })
})

describe('options', () => {
  test('are denied by any of their names', async () => {
    const state = open([PERMIT, STAY])
    const denial = await denied('不是居留许可', state)
    expect(deniedOptions(denial, state)).toMatchObject({ kind: 'denied', codes: [STAY] })
    expect(deniedOptions(denial, open([PERMIT]))).toBeNull()
  })

  test.each(['已经开过户了,加两个人', '户早就开好了 就是加两个人'])(
    'are not meant when they are done: %s',
    (said) => {
      const state = open([ACCOUNT, PERMIT])
      expect(doneOptions(said, { state, items })).toMatchObject({ codes: [ACCOUNT] })
    },
  )

  test.each(['已经开过户了', '开户要几天,加两个人', '已经三年了,加两个人'])(
    'may be meant: %s',
    (said) => {
      expect(doneOptions(said, { state: open([ACCOUNT, PERMIT]), items })).toBeNull()
    },
  )
})

describe('what is owed after a denial', () => {
  const state = answered
  const label = String
  const retrieved = { hits: [], fits: new Map(), proposed: new Map(), intents: { broad: 0 } }
  const read = {
    ...UNREAD,
    retrieved,
    dependence: 'leaning',
    rule: null,
    decision: { kind: 'answer', code: PERMIT, field: 'fee', also: null, offerTicket: false },
  } as unknown as Outcome
  const denial = { rest: '', codes: [STAY], isOfLast: true, hasSubject: true, isAngry: false }
  const owed = (changes: Partial<typeof denial>) =>
    afterDenial(read, { denial: { ...denial, ...changes }, state, label })

  test('the other matter, which counts as a complaint', () => {
    expect(owed({})).toMatchObject({ complained: true, decision: { code: PERMIT } })
    expect(owed({ isOfLast: false }).complained).toBe(false)
  })

  test('a question where no other matter is named, and a person in anger', () => {
    expect(owed({ hasSubject: false }).decision.kind).not.toBe('answer')
    expect(owed({ hasSubject: false, isAngry: true }).decision).toMatchObject({ reason: 'upset' })
    expect(owed({ isAngry: true }).decision).toMatchObject({ code: PERMIT })
  })
})
