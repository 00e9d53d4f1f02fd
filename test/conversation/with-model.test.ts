import { describe, expect, test } from 'vitest'
import type { Model } from '../../src/conversation/answer-ports.ts'
import type { Decision } from '../../src/conversation/decision.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import type { Outcome } from '../../src/conversation/outcome.ts'
import { proseFromModel, surerWithModel } from '../../src/conversation/with-model.ts'
import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import type { Hit } from '../../src/retrieval/retrieve.ts'
import { anItem } from '../builders/service-item.ts'

const code = (text: string) => asId<ItemCode>(text)
const FIRST = code('QYKB-002')
const SECOND = code('QYKB-007')
const hit = (of: ItemCode): Hit => ({
  code: of,
  score: 1,
  share: 1,
  channels: { a: 1, b: 1, l: 1, e: 0 },
})

const found = (confidence: number) =>
  ({ hits: [hit(FIRST), hit(SECOND)], confidence }) as unknown as Outcome['retrieved']

const askedBack: Decision = {
  kind: 'clarify',
  field: 'fee',
  reason: 'several_fit',
  options: [FIRST, SECOND].map((one) => ({ code: one, label: one })),
}
const answer = (of: ItemCode): Decision => ({
  kind: 'answer',
  code: of,
  field: 'overview',
  also: null,
  offerTicket: false,
})

function anOutcome(decision: Decision, overrides: Partial<Outcome> = {}): Outcome {
  return {
    decision,
    field: null,
    also: null,
    question: '办执照到底要不要花钱',
    normalized: '办执照到底要不要花钱',
    retrieved: found(0.6),
    dependence: 'new',
    rule: null,
    complained: false,
    denied: [],
    ...overrides,
  }
}

const aModel = (overrides: Partial<Model> = {}): Model => ({
  rewrite: async () => null,
  choose: async () => null,
  draft: async () => null,
  ...overrides,
})

function helpBy(model: Model, understood: Decision = askedBack) {
  const texts: string[] = []
  return {
    texts,
    help: {
      model,
      state: { ...freshState(new Date()), items: [FIRST] },
      itemOf: (one: ItemCode) => anItem({ code: one }),
      understandAlone: async (text: string) => {
        texts.push(text)
        return anOutcome(understood)
      },
    },
  }
}

describe('a question that was asked back', () => {
  test('is answered when the model chooses what the evidence puts first', async () => {
    const { help } = helpBy(aModel({ choose: async () => FIRST }))
    const { decision } = await surerWithModel(anOutcome(askedBack, { also: 'materials' }), help)
    expect(decision).toEqual({
      kind: 'answer',
      code: FIRST,
      field: 'fee',
      also: 'materials',
      offerTicket: false,
    })
  })

  test('is still asked back when the model chooses anything else', async () => {
    for (const chosen of [SECOND, code('QYKB-999'), null]) {
      const { help } = helpBy(aModel({ choose: async () => chosen }))
      expect((await surerWithModel(anOutcome(askedBack), help)).decision).toEqual(askedBack)
    }
  })

  test('is not put to the model when the evidence itself is not sure enough', async () => {
    const { help } = helpBy(aModel({ choose: async () => FIRST }))
    for (const [confidence, kind] of [
      [0.49, 'clarify'],
      [0.5, 'answer'],
    ] as const) {
      const outcome = anOutcome(askedBack, { retrieved: found(confidence) })
      expect((await surerWithModel(outcome, help)).decision.kind).toBe(kind)
    }
    const nothing = anOutcome(askedBack, { retrieved: null })
    expect((await surerWithModel(nothing, help)).decision).toEqual(askedBack)
  })

  describe('to a model that looks at the place only', () => {
    const asked = Array.from({ length: 400 }, (_, n) => `第${n}家店办执照要不要花钱`)
    const places = [
      ['first', 0],
      ['last', -1],
    ] as const

    test.each(places)('and picks the %s option is a lottery', async (_, place) => {
      const { help } = helpBy(aModel({ choose: async ({ options }) => options.at(place)!.code }))
      const turns = await Promise.all(
        asked.map((question) => surerWithModel(anOutcome(askedBack, { question }), help)),
      )
      const answers = turns.map(({ decision }) => decision).filter(({ kind }) => kind === 'answer')
      expect(answers.length / asked.length).toBeGreaterThan(0.4)
      expect(answers.length / asked.length).toBeLessThan(0.6)
      // Never another item than the one that the evidence puts first.
      expect(answers.filter((one) => one.kind === 'answer' && one.code !== FIRST)).toEqual([])
    })

    test.each(places)(
      'and picks the %s option turns nothing where nothing is sure',
      async (_, place) => {
        const { help } = helpBy(aModel({ choose: async ({ options }) => options.at(place)!.code }))
        for (const question of asked) {
          const outcome = anOutcome(askedBack, { question, retrieved: found(0.3) })
          expect((await surerWithModel(outcome, help)).decision).toEqual(askedBack)
        }
      },
    )

    test('shows the same order for the same question', async () => {
      const orders = new Set<string>()
      const choose: Model['choose'] = async ({ options }) => {
        orders.add(options.map((option) => option.code).join())
        return null
      }
      const { help } = helpBy(aModel({ choose }))
      for (let n = 0; n < 5; n++) await surerWithModel(anOutcome(askedBack), help)
      expect(orders.size).toBe(1)
    })
  })

  test('is not put to the model when it was broad', async () => {
    const broad: Decision = { ...askedBack, reason: 'broad' }
    const { help } = helpBy(aModel({ choose: async () => FIRST }))
    expect((await surerWithModel(anOutcome(broad), help)).decision).toEqual(broad)
  })

  test('is read again as a whole when it hung on what was said before', async () => {
    const model = aModel({ rewrite: async () => '公司设立登记收费吗' })
    const { help, texts } = helpBy(model, answer(FIRST))
    const outcome = anOutcome(askedBack, { dependence: 'dependent' })
    expect((await surerWithModel(outcome, help)).decision).toEqual(answer(FIRST))
    expect(texts).toEqual(['公司设立登记收费吗'])
  })

  test('is still asked back when the whole is what was said not to be meant', async () => {
    const model = aModel({ rewrite: async () => '公司设立登记收费吗' })
    const { help } = helpBy(model, answer(FIRST))
    const outcome = anOutcome(askedBack, { dependence: 'leaning', denied: [FIRST] })
    expect((await surerWithModel(outcome, help)).decision).toEqual(askedBack)
    const clarification = { options: [], denied: [FIRST], field: null, question: '执照', round: 1 }
    const denying = { ...help, state: { ...help.state, clarification } }
    const before = anOutcome(askedBack, { dependence: 'leaning' })
    expect((await surerWithModel(before, denying)).decision).toEqual(askedBack)
  })

  test('keeps what the person said besides when it is read again', async () => {
    const { help } = helpBy(aModel({ rewrite: async () => '公司设立登记收费吗' }), answer(FIRST))
    const said = { normalized: '没用,我问的是它', complained: true, denied: [SECOND] }
    const outcome = anOutcome(askedBack, { dependence: 'dependent', ...said })
    expect(await surerWithModel(outcome, help)).toMatchObject({ decision: answer(FIRST), ...said })
  })

  test('is still asked back when the whole is no clearer', async () => {
    const model = aModel({ rewrite: async () => '公司设立登记收费吗' })
    const { help } = helpBy(model)
    const outcome = anOutcome(askedBack, { dependence: 'dependent' })
    expect((await surerWithModel(outcome, help)).decision).toEqual(askedBack)
  })
})

test('what was decided otherwise is never put to the model', async () => {
  const refuses = () => Promise.reject(new Error('asked'))
  const { help } = helpBy(aModel({ rewrite: refuses, choose: refuses }))
  const others: readonly Decision[] = [
    answer(FIRST),
    { kind: 'refuse', reason: 'promise', code: null },
    {
      kind: 'emergency',
      reason: 'fire',
      hotlines: ['fire'],
      inEnglish: false,
      ashore: false,
      code: null,
    },
    { kind: 'ticket', reason: 'complaint', code: null },
  ]
  for (const decision of others) {
    expect((await surerWithModel(anOutcome(decision), help)).decision).toEqual(decision)
  }
})

describe('prose', () => {
  const writes = aModel({ draft: async () => '说明。' })

  test('is asked for where no part of the record was', async () => {
    for (const field of [null, 'overview'] as const) {
      expect(await proseFromModel(anOutcome(answer(FIRST), { field }), writes)).toBe('说明。')
    }
  })

  test.each([
    ['a part of the record was asked for', anOutcome(answer(FIRST), { field: 'fee' })],
    ['only the item was named', anOutcome(answer(FIRST), { question: '公司设立' })],
    ['nothing was typed', anOutcome(answer(FIRST), { question: null })],
    ['nothing is answered', anOutcome(askedBack)],
  ])('is not where %s', async (_, outcome) => {
    expect(await proseFromModel(outcome, writes)).toBeNull()
  })
})
