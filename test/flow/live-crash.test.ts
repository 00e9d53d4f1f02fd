// Killed while an answer is being written: the next process goes on with the same card.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Engine, SERVER_URL } from '../database.ts'
import { say } from '../fakes/lark/people.ts'
import type { FakeLark } from '../fakes/lark/platform.ts'
import {
  addPerson,
  cardOf,
  type FaultAction,
  messagesIn,
  type Person,
  p2pChat,
} from '../fakes/lark/world.ts'
import { type FakeLlm, type Say, startFakeLlm } from '../fakes/llm/server.ts'
import { startPatientLark, until } from './harness.ts'
import { larkProductOn, type Product, startProduct } from './processes.ts'
import { makeProgramRoot } from './small-root.ts'

/** On a server the lease of a killed worker has to run out first. */
const RECOVERY_MS_MAX = 60_000
const LONG = 300_000

const QUESTION = '介绍一下公司设立登记这个事项'
const DRAFT = [
  '有限责任公司由1个以上50个以下股东出资设立。[2]',
  '材料齐全、符合法定形式的当场登记。[5]',
  '不能当场登记的，3个工作日内登记。[5]',
  '公司设立登记免费。[6]',
]
/** Says the rest when, after so many sentences, something has been reached. */
const pausing = (count: number, reached: () => Promise<void>): Say => ({
  ...{ kind: 'text', text: DRAFT.join(''), pauseMs: 40 },
  waitFor: async (said) => {
    if (said.length > DRAFT.slice(0, count).join('').length) await reached()
  },
})
/** The rest is never said: it is killed before. */
const BROKEN_OFF = pausing(2, () => new Promise(() => {}))
const WHOLE: Say = { kind: 'text', text: DRAFT.join('') }

let root: string
beforeAll(() => {
  root = makeProgramRoot()
})

describe.each<[Engine, boolean]>([
  ['embedded', true],
  ['postgres', SERVER_URL !== undefined],
])('killed while it writes an answer, on %s', (engine, here) => {
  describe.skipIf(!here)('the product', () => {
    let fake: FakeLark
    let llm: FakeLlm
    let settings: Record<string, string>
    let clean = async () => {}
    let product: Product
    let person: Person

    beforeAll(async () => {
      fake = await startPatientLark()
      llm = await startFakeLlm()
      const made = await larkProductOn(engine, fake)
      clean = made.clean
      settings = { ...made.settings, LLM_BASE_URL: llm.url, LLM_MODEL: 'test-model' }
      product = startProduct(root, settings)
      await product.ready()
    }, LONG)
    afterAll(async () => {
      await product.kill()
      await fake.close()
      await llm.close()
      await clean()
    })
    beforeEach(() => {
      person = addPerson(fake.world, '示例企业')
      fake.world.cards.clear()
      llm.script(BROKEN_OFF, WHOLE)
    })
    afterEach(() => {
      fake.world.faults.length = 0
      fake.world.requests.length = 0
    })

    const requestsTo = (path: RegExp) => fake.world.requests.filter((one) => path.test(one.path))
    const drafts = () => requestsTo(/\/content$/)
    const cards = () =>
      messagesIn(fake.world, p2pChat(fake.world, person.openId).id)
        .filter((one) => one.senderType === 'app')
        .map((one) => JSON.stringify(cardOf(fake.world, one)))
    const isAnswered = () => cards().some((card) => card.includes('转人工'))

    /** Where its card took too long, an answer goes out by itself, and the draft is taken back after. */
    async function untilAlone(isThere: () => boolean, what: string): Promise<void> {
      await until(isThere, what, RECOVERY_MS_MAX)
      await until(() => cards().length === 1, `${what} alone`)
    }

    async function killed(): Promise<void> {
      await product.kill()
      product = startProduct(root, settings)
      await product.ready()
    }

    async function expectOneAnswer(prose: boolean): Promise<void> {
      await untilAlone(isAnswered, 'the answer is there')
      const [card = ''] = cards()
      expect(card).toContain('QYKB-002')
      expect(card).not.toContain('正在撰写')
      expect(card.includes('人工智能')).toBe(prose)
      expect([...fake.world.cards.values()].filter((one) => one.sentIn !== null)).toHaveLength(1)
      // What was sent and lost with the process was numbered lower than what came after it.
      const numbers = requestsTo(/\/cards\/[^/]+/).map(
        (one) => (one.body as { sequence: number }).sequence,
      )
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    }

    test(
      'after some sentences: the same card goes on to the end',
      async () => {
        const isGoneOnWith = () =>
          drafts().some((one) => (one.body as { sequence: number }).sequence > 1_000)
        const goingOn = pausing(2, () => until(isGoneOnWith, 'the card is gone on with'))
        llm.script(BROKEN_OFF, goingOn)
        await say(fake.world, person.openId, QUESTION)
        await until(() => drafts().length > 0, 'a second sentence is shown')
        await killed()
        await expectOneAnswer(true)
        expect(isGoneOnWith()).toBe(true)
      },
      LONG,
    )

    // On a server each kill waits for a lease to run out; what happens then is the same on both.
    if (engine === 'embedded') {
      test(
        'and the model is down then: the card holds what the record says',
        async () => {
          llm.script(BROKEN_OFF, { kind: 'status', status: 500 })
          await say(fake.world, person.openId, QUESTION)
          await until(() => drafts().length > 0, 'a second sentence is shown')
          await killed()
          await expectOneAnswer(false)
        },
        LONG,
      )

      test(
        'and more is said, so that something else is decided: it stands on that card',
        async () => {
          await say(fake.world, person.openId, QUESTION)
          await until(() => drafts().length > 0, 'a second sentence is shown')
          await say(fake.world, person.openId, '算了,帮我转人工')
          await killed()
          const isOffered = () => cards().some((card) => card.includes('提交诉求'))
          await untilAlone(isOffered, 'a ticket is offered')
          expect(cards().join()).not.toContain('正在撰写')
        },
        LONG,
      )

      const moments: readonly (readonly [string, RegExp])[] = [
        ['making the card', /\/cardkit\/v1\/cards$/],
        ['sending the card', /\/im\/v1\/messages/],
        ['ending the typing', /\/settings$/],
        ['putting the answer on it', /\/cards\/[^/]+$/],
      ]
      test.each(moments)(
        'between %s and noting it',
        async (_, path) => {
          llm.script(pausing(1, () => until(() => cards().length > 0, 'the card is sent')))
          const action: FaultAction = { answerAfterMs: 60_000 }
          fake.world.faults.push({ path, action })
          await say(fake.world, person.openId, QUESTION)
          await until(() => requestsTo(path).length > 0, 'it is asked for')
          await new Promise((resolve) => setTimeout(resolve, 100))
          await killed()
          await until(() => requestsTo(path).length > 1, 'it is asked for again', RECOVERY_MS_MAX)
          await expectOneAnswer(true)
        },
        LONG,
      )
    }
  })
})
