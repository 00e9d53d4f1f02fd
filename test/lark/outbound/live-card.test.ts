// Live cards against the stand-in, with the real SDK client between; the store is a stand-in too, whose
// real statements have tests of their own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainMessage } from '../../../src/kernel/message.ts'
import type { LiveCard } from '../../../src/lark/outbound/live-card.ts'
import { createLiveCards, type LiveCards } from '../../../src/lark/outbound/live-cards.ts'
import { createPacer } from '../../../src/lark/outbound/pacing.ts'
import { createPost } from '../../../src/lark/outbound/send.ts'
import { addGroup, addPerson, cardOf, messagesIn } from '../../fakes/lark/world.ts'
import { type Harness, startHarness } from '../harness.ts'

let harness: Harness
let kept: LiveCard | null
let cards: LiveCards
let chatId: string
let waits: number[]
let onNote: () => void

beforeEach(async () => {
  harness = await startHarness()
  kept = null
  waits = []
  onNote = () => {}
  chatId = addGroup(harness.fake.world, '示例群', [addPerson(harness.fake.world, '张示例')]).id
  const sleep = async (ms: number) => {
    waits.push(ms)
    if (kept) kept = { ...kept, ageMs: kept.ageMs + ms }
    await new Promise((go) => setTimeout(go, 0))
  }
  const change = (by: Partial<LiveCard>) => {
    kept = kept && { ...kept, ...by }
    return kept
  }
  const next = () => change({ sequence: (kept?.sequence ?? 0) + 1_000 })
  const { api } = harness
  const pacer = createPacer({ nowMs: () => performance.now(), sleep })
  const store = {
    resume: async () => next(),
    keep: async (_: unknown, cardId: string) => {
      kept = { cardId, messageId: null, sequence: 0, ageMs: 0, givenUp: false }
      return kept
    },
    noteSent: async (_: string, messageId: string) => {
      onNote()
      change({ messageId })
    },
    take: async () => next(),
    giveUp: async () => void change({ givenUp: true }),
  }
  cards = createLiveCards({
    kit: api.cardkit,
    store,
    post: createPost({ api, pacer }),
    recall: api.recall,
    switches: { submitNeedsBehaviors: false },
    sleep,
  })
})
afterEach(() => harness.fake.close())

const turn = () => ({
  turnId: '0190f6a0-0000-8000-8000-000000000001',
  address: { channel: 'lark', to: chatId, toKind: 'chat', replyTo: null } as const,
})
const owed = () => ({ ...turn(), id: 'row-1', message: plainMessage('这是答复。', 'info') })
const open = () => false
const NO_ANSWER = '请以另行发送的答复为准'
const shown = () =>
  messagesIn(harness.fake.world, chatId).map((one) =>
    JSON.stringify(cardOf(harness.fake.world, one)),
  )
const gone = () => harness.fake.world.chats.get(chatId)!

describe('a draft', () => {
  test('is typed on, at a pace that leaves room for the answer', async () => {
    const write = cards.writer(turn(), '正在撰写…')
    for (const draft of ['一。', '一。二。', '一。二。三。']) await write(draft, open)
    expect(shown()).toEqual([expect.stringContaining('一。二。三。')])
    expect([...harness.fake.world.cards.values()][0]?.paints).toEqual(['typed', 'typed'])
    expect(Math.floor(1000 / Math.min(...waits)) + 2).toBeLessThanOrEqual(10)
  })

  test('reads as it was written, whatever is in it', async () => {
    const write = cards.writer(turn(), '正在撰写…')
    await write('<at id=all></at>', open)
    expect(shown().join()).not.toContain('<at')
  })

  test('of an answer that is there already is not begun', async () => {
    expect(await cards.writer(turn(), '')('一。', () => true)).toBe('stop')
    expect(shown()).toEqual([])
  })

  test('whose card may have been sent, though nobody heard of it, is one message', async () => {
    for (let n = 0; n < 4; n++)
      harness.fake.world.faults.push({ path: /\/messages/, action: 'lose-answer' })
    await expect(cards.writer(turn(), '')('一。', open)).rejects.toThrow('lark -1')
    expect(kept).toMatchObject({ messageId: null })
    expect(await cards.finish(owed())).toMatchObject({ kind: 'finished' })
    expect(shown()).toEqual([expect.stringContaining('这是答复。')])
  })

  test('that somebody else goes on with is left to them', async () => {
    const write = cards.writer(turn(), '')
    await write('一。', open)
    ;[...harness.fake.world.cards.values()][0]!.sequence = 5_000
    await expect(write('一。二。', open)).rejects.toThrow('300317')
  })
})

describe('an answer', () => {
  const begun = async () => {
    await cards.writer(turn(), '正在撰写…')('一。', open)
    return kept!.messageId!
  }

  test('takes the place of its draft, twice as well as once', async () => {
    const messageId = await begun()
    for (let n = 0; n < 2; n++) {
      expect(await cards.finish(owed())).toEqual({ kind: 'finished', messageId })
    }
    expect(shown()).toEqual([expect.stringContaining('这是答复。')])
    expect(shown().join()).not.toContain('正在撰写')
  })

  test('waits while somebody is at the card', async () => {
    const messageId = await begun()
    const busy = { status: 400, body: { code: 200810, msg: 'card is interacting' } }
    harness.fake.world.faults.push({ path: /\/cards\/[^/]+$/, action: busy })
    expect(await cards.finish(owed())).toEqual({ kind: 'finished', messageId })
  })

  test('without a draft has no card', async () => {
    expect(await cards.finish(owed())).toEqual({ kind: 'no_card' })
  })

  test('waits a moment for a card that is just being sent, then sends it: one message', async () => {
    const messageId = await begun()
    kept = { ...kept!, messageId: null, ageMs: 0 }
    expect(await cards.finish(owed())).toEqual({ kind: 'finished', messageId })
    expect(waits.filter((ms) => ms === 200).length).toBeGreaterThan(0)
    expect(shown()).toHaveLength(1)
  })

  test('on a card that was sent so long ago that Lark has forgotten it goes out by itself', async () => {
    await begun()
    kept = { ...kept!, messageId: null, ageMs: 3_600_000 }
    harness.fake.world.uuids.clear()
    expect(await cards.finish(owed())).toMatchObject({ kind: 'given_up', messageId: null })
    await cards.takeBack(owed(), null)
    expect(shown()).toEqual([expect.stringContaining(NO_ANSWER)])
  })

  test('waits while it cannot be noted that its card was sent', async () => {
    const messageId = await begun()
    kept = { ...kept!, messageId: null, ageMs: 10_000 }
    onNote = () => {
      throw new Error('no database')
    }
    await expect(cards.finish(owed())).rejects.toThrow('no database')
    expect(kept).toMatchObject({ givenUp: false })
    onNote = () => {}
    expect(await cards.finish(owed())).toEqual({ kind: 'finished', messageId })
    expect(shown()).toHaveLength(1)
  })

  test('whose card is yet to be sent waits for what passes, and for nothing else', async () => {
    await begun()
    const unsent = { ...kept!, messageId: null, ageMs: 10_000 }
    kept = unsent
    const busy = { status: 429, body: { code: 99991400, msg: 'limit' } }
    for (let n = 0; n < 4; n++) {
      harness.fake.world.faults.push({ path: /\/messages/, action: busy })
    }
    await expect(cards.finish(owed())).rejects.toThrow('99991400')
    harness.fake.world.uuids.clear()
    gone().hasBot = false
    expect(await cards.finish(owed())).toMatchObject({ kind: 'given_up', messageId: null })
    expect(await cards.finish(owed())).toMatchObject({ kind: 'given_up' })
  })

  const tooLarge = () => ({
    ...owed().message,
    blocks: Array.from({ length: 40 }, () => ({
      kind: 'form' as const,
      name: 'f',
      fields: [],
      submit: { label: '提交', value: { a: 'x', data: '长'.repeat(1_000) } },
    })),
  })

  test('that does not fit on a card goes out by itself, and the draft is taken back', async () => {
    const messageId = await begun()
    const answer = { ...owed(), message: tooLarge() }
    expect(await cards.finish(answer)).toMatchObject({ kind: 'given_up', messageId })
    await cards.takeBack(answer, messageId)
    expect(shown()).toEqual([])
  })

  test('whose draft cannot be recalled has it say that it is none', async () => {
    const messageId = await begun()
    const answer = { ...owed(), message: tooLarge() }
    await cards.finish(answer)
    const refused = { status: 400, body: { code: 230026, msg: 'no permission to recall' } }
    for (let n = 0; n < 2; n++) {
      harness.fake.world.faults.push({ path: /\/messages\//, action: refused })
      await cards.takeBack(answer, messageId)
      expect(shown()).toEqual([expect.stringContaining(NO_ANSWER)])
    }
    const [card] = [...harness.fake.world.cards.values()]
    expect(card?.streamingSinceMs).toBeNull()
    expect(shown().join()).not.toContain('正在撰写')
    for (const path of [/\/messages\//, /\/settings$/]) {
      harness.fake.world.faults.push({ path, action: refused })
    }
    await expect(cards.takeBack(answer, messageId)).rejects.toThrow('230026')
  })

  test('that comes late to its card does not stand there beside itself', async () => {
    await begun()
    const { world } = harness.fake
    const [card] = [...world.cards.values()]
    card!.sequence = 1_500
    world.faults.push({ path: /\/settings$/, action: { answerAfterMs: 4_500 } })
    const finished = await cards.finish(owed())
    expect(finished).toMatchObject({ kind: 'given_up' })
    await new Promise((go) => setTimeout(go, 1_000))
    expect(shown().join()).not.toContain('这是答复。')
  })
})
