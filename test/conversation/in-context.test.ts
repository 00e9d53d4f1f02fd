import { describe, expect, test } from 'vitest'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { joinContext } from '../../src/conversation/dialogue/in-context.ts'
import { asId, type ItemCode, type TurnId } from '../../src/kernel/ids.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import type { Hit, Retrieved } from '../../src/retrieval/retrieve.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const LAST = code('QYKB-002')
const OTHER = code('QYKB-007')
const THIRD = code('QYKB-016')
const NOW = new Date('2026-11-25T02:00:00Z')

type Scores = Readonly<{ fit?: number; share?: number; l?: number; a?: number }>

/** One reading: what it says of each item, and how sure it is. */
function reading(scores: Readonly<Record<string, Scores>>): Retrieved {
  const hits = Object.entries(scores).map(
    ([of, { fit = 0, share = 0, l = 0, a = 0 }]): Hit => ({
      code: code(of),
      score: fit,
      share,
      channels: { a, b: 0, l, e: 0 },
    }),
  )
  const fits = new Map(Object.entries(scores).map(([of, { fit = 0 }]) => [code(of), fit]))
  return { hits, fits, confidence: 0, learnt: {}, proposed: new Map() } as unknown as Retrieved
}

const NOTHING = reading({ [LAST]: {}, [OTHER]: {}, [THIRD]: {} })
const state = (overrides: Partial<DialogueState> = {}): DialogueState => ({
  ...freshState(NOW),
  items: [LAST],
  ...overrides,
})

/** Items of sections and departments of their own, so that only what a test says stands beside another. */
const apart = (of: ItemCode, overrides: Partial<ServiceItem> = {}) =>
  anItem({ code: of, section: `of-${of}` as ServiceItem['section'], department: of, ...overrides })

type Asked = Readonly<{
  alone?: Retrieved
  joined?: Retrieved
  said?: string
  dialogue?: DialogueState
  items?: readonly ServiceItem[]
  denied?: readonly ItemCode[]
  barred?: readonly ItemCode[]
}>

const LONG = '我想了解工程师上外轮修主机的登轮证件'

function join(asked: Asked) {
  const { alone = NOTHING, joined = NOTHING, said = LONG, dialogue, items = [] } = asked
  const known = new Map(
    [apart(LAST), apart(OTHER), apart(THIRD), ...items].map((item) => [item.code, item]),
  )
  return joinContext(alone, joined, dialogue ?? state({ items: [] }), {
    normalized: said,
    itemOf: (one) => known.get(one),
    denied: new Set(asked.denied),
    barred: new Set(asked.barred),
  })
}

const firstOf = (asked: Asked) => join(asked).hits[0]?.code

describe('a message and its dialogue', () => {
  test.each<[string, Asked]>([
    ['fits best by itself', { alone: reading({ [LAST]: {}, [OTHER]: { fit: 1 } }) }],
    [
      'is found first for sure by itself',
      { alone: { ...reading({ [OTHER]: {}, [LAST]: {} }), confidence: 1 } },
    ],
    ['is meant by the item model', { alone: reading({ [LAST]: {}, [OTHER]: { l: 0.5 } }) }],
    ['is likely with the context', { joined: reading({ [LAST]: {}, [OTHER]: { share: 0.5 } }) }],
    ['is meant with the context', { joined: reading({ [LAST]: {}, [OTHER]: { l: 0.5 } }) }],
    ['has the words of the context', { joined: reading({ [LAST]: {}, [OTHER]: { a: 1 } }) }],
  ])('speak for the item that %s', (_, asked) => {
    expect(firstOf({ alone: reading({ [LAST]: {}, [OTHER]: {} }), ...asked })).toBe(OTHER)
  })

  test('what is no hit of either reading is weighed by how it fits', () => {
    const hit = reading({ [LAST]: {} })
    const alone = { ...hit, fits: new Map([...hit.fits, [OTHER, 0.1], [THIRD, 0.9]]) }
    const items = [apart(LAST, { related: [OTHER, THIRD] })]
    const { hits } = join({ alone, joined: hit, dialogue: state(), items })
    const found = hits.map((one) => one.code)
    expect(found).toHaveLength(3)
    expect(found.indexOf(THIRD)).toBeLessThan(found.indexOf(OTHER))
  })

  test('the confidence is the share of the first, and no neighbour stays open', () => {
    const even = join({ alone: reading({ [LAST]: {}, [OTHER]: {} }), joined: reading({}) })
    expect(even.confidence).toBeCloseTo(1 / 2)
    const clear = join({
      alone: reading({ [LAST]: { fit: 12 }, [OTHER]: {} }),
      joined: reading({}),
    })
    expect(clear.confidence).toBeGreaterThan(0.9)
    expect(clear).toMatchObject({ care: 0, doubt: null })
  })
})

describe('in the dialogue stands out', () => {
  test('the last item, while the message says little of its own', () => {
    expect(firstOf({ said: '要几天', dialogue: state({ items: [OTHER] }) })).toBe(OTHER)
  })

  test('the last item, the more the barer the message, unless it says that another is meant', () => {
    const lead = (said: string) => {
      const { hits } = join({ said, dialogue: state({ items: [OTHER] }) })
      return hits.find(({ code }) => code === OTHER)!.score
    }
    expect(lead('那个')).toBeGreaterThan(lead('贻贝养殖'))
    expect(lead('贻贝养殖')).toBeGreaterThan(lead(LONG))
    expect(lead('要几天')).toBeGreaterThan(lead('那个'))
    expect(lead('贻贝养殖')).toBeGreaterThan(lead('贻贝养殖呢'))
  })

  test('the last item, where what it needs is asked, whatever other item fits the word', () => {
    const alone = reading({ [LAST]: {}, [OTHER]: { fit: 8 } })
    const dialogue = state({ items: [LAST] })
    const answeredOf = (said: string) => join({ said, alone, dialogue }).hits[0]?.code
    expect(answeredOf('要律师吗')).toBe(LAST)
    expect(answeredOf('律师怎么请')).toBe(OTHER)
  })

  test.each([
    ['was just answered', { brought: asId<TurnId>('t') }, LONG, LONG],
    ['is asked on about', {}, '不识字也可以申请养殖贻贝吗', '不识字也可以申请养殖贻贝'],
    ['a figure is told for', {}, '承包的海面有三百亩贻贝', '承包的海面有好些贻贝'],
    ['might go wrong', {}, '如果海面不批呢', '如果海面外资呢'],
  ])('the last item, the more when it %s', (_, overrides, said, less) => {
    const lead = (words: string, dialogue: DialogueState) => {
      const { hits } = join({ said: words, dialogue })
      return hits.find(({ code }) => code === OTHER)!.score
    }
    const before = state({ items: [OTHER] })
    expect(lead(said, { ...before, ...overrides })).toBeGreaterThan(lead(less, before))
  })

  test('nothing that was denied', () => {
    const alone = reading({ [LAST]: {}, [OTHER]: { fit: 1 } })
    const { hits } = join({ alone, denied: [OTHER] })
    expect(hits.map(({ code }) => code)).not.toContain(OTHER)
  })

  test('nothing for sure where the last, which was denied, fits best all the same', () => {
    const alone = reading({ [LAST]: { fit: 9 }, [OTHER]: { fit: 2 }, [THIRD]: {} })
    const sureOf = (items: readonly ItemCode[]) =>
      join({ alone, denied: [LAST], dialogue: state({ items }) }).confidence
    expect(sureOf([LAST])).toBeLessThan(0.05)
    expect(sureOf([])).toBeGreaterThan(0.5)
  })

  test('an earlier one, when it is taken up again', () => {
    const dialogue = state({ items: [LAST, OTHER], brought: asId<TurnId>('t') })
    expect(firstOf({ said: '回到刚才那个,工程师上外轮的事', dialogue })).toBe(OTHER)
    expect(firstOf({ said: LONG, dialogue })).not.toBe(OTHER)
  })

  test.each<[string, Partial<ServiceItem>, Partial<ServiceItem>]>([
    ['what the last names as related', { related: [OTHER] }, {}],
    ['what names the last as related', {}, { related: [LAST] }],
    ['what is of its section', { section: 'open' }, { section: 'open' }],
  ])('%s', (_, last, other) => {
    const items = [apart(LAST, last), apart(OTHER, other)]
    const scoreOf = (asked: Asked) =>
      join({ ...asked, dialogue: state() }).hits.find((hit) => hit.code === OTHER)!.score
    expect(scoreOf({ items })).toBeGreaterThan(scoreOf({}))
  })

  test('what joins others, when all is asked for in one go', () => {
    const scoreFor = (said: string) =>
      join({ said, dialogue: state(), items: [apart(OTHER, { parts: [THIRD] })] }).hits.find(
        ({ code }) => code === OTHER,
      )!.score
    expect(scoreFor(`${LONG}能不能一次办`)).toBeGreaterThan(scoreFor(LONG))
  })

  test('what was offered, and next to it what stands beside it', () => {
    const clarification = { options: [LAST], denied: [], field: null, question: '办执照', round: 1 }
    const beside = { code: OTHER, fact: '', wordsHere: [], wordsThere: [] }
    const { hits } = join({
      dialogue: state({ items: [], clarification }),
      items: [apart(LAST, { notThis: [beside], section: 'opening' })],
    })
    expect(hits.map(({ code }) => code)).toEqual([LAST, OTHER, THIRD])
  })

  test('never what may not be found', () => {
    const alone = reading({ [LAST]: {}, [THIRD]: {} })
    const dialogue = state({ items: [LAST, OTHER] })
    const items = [apart(LAST, { related: [OTHER] })]
    const { hits } = join({ alone, joined: alone, said: '刚才那个', dialogue, items })
    expect(hits.map((hit) => hit.code).sort()).toEqual([LAST, THIRD])
  })
})

describe('what was asked to be done', () => {
  const open = (question: string) =>
    state({
      items: [],
      clarification: { options: [LAST], denied: [], field: null, question, round: 1 },
    })
  const items = [apart(OTHER, { name: '公司设立登记' }), apart(THIRD, { name: '公司注销登记' })]
  const alone = reading({ [OTHER]: { fit: 9 }, [THIRD]: { fit: 6 }, [LAST]: {} })

  test('stays as it was while the reply says nothing of it', () => {
    expect(firstOf({ alone, said: '有限公司', dialogue: open('想注销执照'), items })).toBe(THIRD)
    expect(firstOf({ alone, said: '有限公司', dialogue: open('想办执照'), items })).toBe(OTHER)
  })

  test('is changed by a reply that names it', () => {
    const dialogue = open('想注销执照')
    expect(firstOf({ alone, said: '不是，是新设立一家', dialogue, items })).toBe(OTHER)
  })

  test('holds for another case that is supposed, and for no other question', () => {
    const dialogue = state({ question: '公司怎么注销' })
    expect(firstOf({ alone, said: 'what if it has debts', dialogue, items })).toBe(THIRD)
    expect(firstOf({ alone, said: '有限公司几个人', dialogue, items })).toBe(OTHER)
  })
})

describe('who picked one of the options', () => {
  const dialogue = state({ offered: { options: [LAST, OTHER], turns: 2 } })
  const alone = reading({ [OTHER]: { fit: 4 }, [LAST]: {} })

  test('goes on about it with little words', () => {
    expect(firstOf({ alone, said: '公告几天', dialogue })).toBe(LAST)
    expect(firstOf({ alone, said: '公告几天' })).toBe(OTHER)
  })

  test('may name another, suppose another case, or say more', () => {
    const items = [apart(OTHER, { aliases: ['普通注销'] })]
    expect(firstOf({ alone, said: '普通注销呢', dialogue, items })).toBe(OTHER)
    expect(firstOf({ alone, said: '普通注销几天', dialogue, items })).toBe(OTHER)
    expect(firstOf({ alone, said: LONG, dialogue })).toBe(OTHER)
  })
})

describe('what was said not to be meant in an earlier turn', () => {
  const alone = reading({ [LAST]: { fit: 1 }, [OTHER]: {} })
  const barred = [LAST]
  const dialogue = state({ items: [OTHER] })

  test('is neither answered nor offered, nor proposed', () => {
    const { hits, proposed } = join({
      alone: { ...alone, proposed: new Map([[LAST, 1]]) },
      barred,
      dialogue,
    })
    expect(hits.map(({ code: one }) => one)).not.toContain(LAST)
    expect(proposed.has(LAST)).toBe(false)
  })

  test('comes back where it is found for sure by itself', () => {
    const sure = {
      ...reading({ [LAST]: { fit: 9, share: 1, l: 0.9 }, [OTHER]: {} }),
      confidence: 0.95,
    }
    expect(firstOf({ alone: sure, joined: sure, barred, dialogue })).toBe(LAST)
  })
})
