// Answers that are seen while they are written: what is shown has been verified, and in the end there
// is one message with the answer, whatever went wrong on the way.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DRAFTING } from '../../src/conversation/compose/drafting.ts'
import { buttonsIn } from '../fakes/lark/card-validator.ts'
import type { Json } from '../fakes/lark/payloads.ts'
import { addGroup, type CardEntity, cardOf, messagesIn } from '../fakes/lark/world.ts'
import { type FakeLlm, type Say, startFakeLlm } from '../fakes/llm/server.ts'
import { type LarkFlow, onOneEngine, startFlow, startLarkFlow, until } from './harness.ts'
import { aPerson, type LarkPerson } from './people.ts'
import { aVisitor } from './web-visitor.ts'

const QUESTION = '介绍一下公司设立登记这个事项'
const CITED = [
  '有限责任公司由1个以上50个以下股东出资设立。[2]',
  '材料齐全、符合法定形式的当场登记。[5]',
  '不能当场登记的，3个工作日内登记。[5]',
  '公司设立登记免费。[6]',
]
const SOURCES = ['〔办理条件〕', '〔办理时限〕', '〔办理时限〕', '〔收费〕']
const SHOWN = CITED.map((sentence, n) => sentence.replace(/\[\d\]/, SOURCES[n] ?? ''))
const beginning = (count: number) => SHOWN.slice(0, count).join('')
const INVENTED = [CITED[0], CITED[1], '收费500元。[6]', CITED[3]].join('')
const slowly = (text: string) => ({ kind: 'text', text, pauseMs: 40 }) as const satisfies Say

/**
 * Says more only when what it said before has been seen, up to that many sentences. Of a draft only the newest
 * is shown, and where the draft ends first nothing more of it: on a slow machine the rest would be overtaken.
 */
const toWhomReads = (text: string, count: number, isSeen: (draft: string) => boolean): Say => ({
  ...slowly(text),
  waitFor: async (said) => {
    // A sentence is whole once something follows it.
    const isWhole = (n: number) => said.length > CITED.slice(0, n).join('').length
    const whole = [1, 2, 3].filter((n) => n <= count && isWhole(n)).length
    if (whole > 0) await until(() => isSeen(beginning(whole)), `sentence ${whole} is seen`)
  },
})

const modelSettings = (llm: FakeLlm) => ({ LLM_BASE_URL: llm.url, LLM_MODEL: 'test-model' })

onOneEngine('an answer that is seen while it is written', (engine) => {
  let llm: FakeLlm
  beforeEach(async () => {
    llm = await startFakeLlm()
  })
  afterEach(() => llm.close())

  describe('in Lark', () => {
    let flow: LarkFlow
    let zhang: LarkPerson
    beforeEach(async () => {
      flow = await startLarkFlow(engine, { env: modelSettings(llm) })
      zhang = aPerson(flow, '张示例')
    })
    afterEach(() => flow.stop())

    const operations = () =>
      flow.fake.world.requests
        .filter((one) => one.path.startsWith('/open-apis/cardkit/v1/cards/'))
        .map((one) => ({ ...one, ...(one.body as { sequence: number; uuid: string }) }))
    const written = () =>
      operations()
        .filter((one) => one.path.endsWith('/content'))
        .map((one) => (one.body as { content: string }).content)
    const messages = (chat = zhang.chat) =>
      messagesIn(flow.fake.world, chat.id).filter((one) => one.senderType === 'app')
    const buttonTexts = (card: Json) =>
      buttonsIn(card['body'] as Json).map((one) => (one['text'] as Json)['content'])
    const entities = () => [...flow.fake.world.cards.values()] as CardEntity[]
    const isShown = (draft: string) =>
      messages().length > 0 && (draft === beginning(1) || written().includes(draft))
    const readAlong = (text: string, count: number) => toWhomReads(text, count, isShown)
    /** The one message, and it holds the whole answer, with or without the model's prose. */
    function expectOneAnswer(prose: boolean): void {
      expect(messages()).toHaveLength(1)
      const card = cardOf(flow.fake.world, messages()[0]!) ?? {}
      expect(card['config']).not.toHaveProperty('streaming_mode', true)
      expect(buttonTexts(card)).toEqual(expect.arrayContaining(['有用', '没用', '转人工']))
      const text = zhang.last()
      expect(text).toContain('QYKB-002')
      expect(text).not.toContain('正在撰写')
      expect(text.includes('人工智能')).toBe(prose)
      expect(text).not.toContain('500')
    }

    test('grows on one card, which then holds the answer and can be pressed', async () => {
      llm.script(readAlong(CITED.join(''), 3))
      await zhang.says(QUESTION)
      expectOneAnswer(true)
      expect(zhang.last()).toContain(beginning(4))
      const [entity] = entities()
      expect(entities()).toHaveLength(1)
      expect(JSON.parse(messages()[0]!.content)).toEqual({
        type: 'card',
        data: { card_id: entity?.id },
      })
      expect(written()).toEqual([2, 3].map(beginning))
      expect(entity?.paints.every((paint) => paint === 'typed')).toBe(true)
      const steps = operations()
      expect(steps.map((one) => one.sequence)).toEqual(
        [...new Set(steps.map((one) => one.sequence))].sort((a, b) => a - b),
      )
      expect(new Set(steps.map((one) => one.uuid)).size).toBe(steps.length)
      expect(steps.slice(-2).map((one) => [one.method, one.path.split('/').at(-1)])).toEqual([
        ['PATCH', 'settings'],
        ['PUT', entity?.id],
      ])
      for (const [n, one] of steps.entries()) {
        const next = steps[n + 1]
        if (next?.path.endsWith('/content'))
          expect(next.atMs - one.atMs).toBeGreaterThanOrEqual(100)
      }
      await zhang.presses('有用')
      const { rows } = await flow.database.pool.query('select feedback from turn')
      expect(rows).toEqual([{ feedback: 1 }])
    })

    test('is begun with what has been verified, and says that it is being written', async () => {
      llm.script({ kind: 'stall', text: CITED.join('') })
      await zhang.says(QUESTION)
      const created = flow.fake.world.requests.find((one) => one.path.endsWith('/cardkit/v1/cards'))
      const card = JSON.parse((created!.body as { data: string }).data)
      expect(card.config.streaming_mode).toBe(true)
      expect(card.body.elements[0].content).toBe(beginning(1))
      expect(JSON.stringify(card)).toContain(DRAFTING.slice(0, 4))
      expectOneAnswer(false)
    })

    test('with an invented figure shows what was verified, then the answer without it', async () => {
      llm.script(readAlong(INVENTED, 2))
      await zhang.says(QUESTION)
      expect(written().at(-1)).toBe(beginning(2))
      expect(JSON.stringify(flow.fake.world.requests)).not.toContain('500元')
      expectOneAnswer(false)
      const metrics = await flow.app.parts.metrics.registry.metrics()
      expect(metrics).toContain('zhuqi_model_uses_total{use="draft",outcome="figure"} 1')
    })

    test('in a group stands where the question was asked', async () => {
      const group = addGroup(flow.fake.world, '企业服务群', [zhang.person])
      llm.script(toWhomReads(CITED.join(''), 1, () => messages(group).length > 0))
      const said = await zhang.says(QUESTION, { chat: group, mentionBot: true })
      const [answer, ...others] = messages(group)
      expect(others).toEqual([])
      expect(answer?.parentId).toBe(said.message.id)
      expect(entities()[0]?.sentIn).toBe(answer?.id)
      expect(zhang.last(group)).toContain('QYKB-002')
    })

    // What Lark refuses has nothing to do with the database.
    if (engine === 'embedded') {
      describe('is sent as a message of its own', () => {
        test('where the app may not make cards', async () => {
          flow.fake.world.app.scopes.delete('cardkit:card:write')
          llm.script(slowly(CITED.join('')))
          await zhang.says(QUESTION)
          expectOneAnswer(true)
          expect(entities()).toEqual([])
        })

        test.each([
          ['too many requests', { status: 429, body: { code: 99991400, msg: 'limit' } }],
          ['silence', 'hang'],
          ['an error', { status: 500, body: {} }],
        ] as const)('while making a card meets %s', async (_, action) => {
          for (let n = 0; n < 8; n++) flow.fake.world.faults.push({ path: /\/cardkit\//, action })
          llm.script(slowly(CITED.join('')))
          const began = Date.now()
          await zhang.says(QUESTION)
          expect(Date.now() - began).toBeLessThan(8_000)
          expectOneAnswer(true)
        })

        test.each([
          ['is too old', { status: 400, body: { code: 200750, msg: 'card expired' } }],
          ['is not known', { status: 400, body: { code: 300311, msg: 'not of this app' } }],
          ['does not answer', 'hang'],
        ] as const)('when its card %s, and the draft is taken back', async (_, action) => {
          llm.script(readAlong(CITED.join(''), 1))
          for (let n = 0; n < 8; n++) flow.fake.world.faults.push({ path: /\/settings$/, action })
          await zhang.says(QUESTION)
          expectOneAnswer(true)
          expect([...flow.fake.world.messages.values()].filter((one) => one.deleted)).toHaveLength(
            1,
          )
          expect(JSON.parse(messages()[0]!.content).type).toBeUndefined()
        })
      })

      test('an operation that was done but not heard of counts as done', async () => {
        llm.script(readAlong(CITED.join(''), 1))
        flow.fake.world.faults.push({ path: /\/settings$/, action: 'lose-answer' })
        await zhang.says(QUESTION)
        expectOneAnswer(true)
        expect(messages()[0]?.type).toBe('interactive')
        expect(entities()[0]?.sentIn).toBe(messages()[0]?.id)
      })

      test('numbers that were overtaken are taken anew', async () => {
        const isOvertaken = () => messages().length > 0 && entities()[0]?.sequence === 1_500
        llm.script(toWhomReads(CITED.join(''), 1, isOvertaken))
        const said = zhang.says(QUESTION)
        await until(() => entities().length === 1, 'the card is made')
        entities()[0]!.sequence = 1_500
        await said
        expectOneAnswer(true)
        expect(entities()[0]?.sentIn).toBe(messages()[0]?.id)
      })

      test('that can never be recorded ends with an apology on its card', async () => {
        const { pool } = flow.database
        await pool.query('alter table turn add constraint none check (false) not valid')
        let isLastTry = false
        llm.script(toWhomReads(CITED.join(''), 1, () => isLastTry && messages().length > 0))
        const said = zhang.says(QUESTION)
        await until(() => entities().length === 1, 'the card is made')
        await pool.query('update inbox_entry set attempts = 6 where done_at is null')
        isLastTry = true
        await said
        expect(messages()).toHaveLength(1)
        expect(entities()[0]?.sentIn).toBe(messages()[0]?.id)
        expect(zhang.last()).toContain('十分抱歉')
        expect(zhang.last()).not.toContain('正在撰写')
      })

      test('whose answer cannot be sent either is not left standing', async () => {
        let isForbidden = false
        const isSeen = (draft: string) => isShown(draft) && (draft === beginning(1) || isForbidden)
        llm.script(toWhomReads(CITED.join(''), 2, isSeen))
        const old = { status: 400, body: { code: 200750, msg: 'card expired' } }
        const forbidden = { status: 400, body: { code: 230006, msg: 'bot ability is off' } }
        flow.fake.world.faults.push({ path: /\/settings$/, action: old })
        const said = zhang.says(QUESTION)
        await until(() => written().length > 0, 'a second sentence is shown')
        flow.fake.world.faults.push({ path: /\/messages$/, action: forbidden })
        isForbidden = true
        await said
        expect(messages()).toEqual([])
        const { rows } = await flow.database.pool.query(
          'select id from outbox_entry where dead_at is not null',
        )
        expect(rows).toHaveLength(1)
      })

      test('that is written for nobody leaves no card: short drafts and none', async () => {
        llm.script({ kind: 'text', text: '记录未载明' })
        await zhang.says(QUESTION)
        expectOneAnswer(false)
        expect(entities()).toEqual([])
      })
    }
  })

  describe('on the web page', () => {
    test('is told over the stream, sentence by sentence, and kept nowhere', async () => {
      const flow = await startFlow(engine, { env: modelSettings(llm) })
      const visitor = await aVisitor(flow.url)
      const stream = await visitor.listen()
      try {
        llm.script(toWhomReads(INVENTED, 2, (draft) => stream.drafts().includes(draft)))
        await visitor.says(QUESTION)
        const [answer] = await visitor.answers(1)
        expect(stream.drafts()).toEqual([beginning(1), beginning(2)])
        expect(answer).toContain('QYKB-002')
        expect(answer).not.toContain('人工智能')
        await until(() => stream.news() > 0, 'the page is told')
        expect(await visitor.transcript()).toHaveLength(2)
      } finally {
        stream.close()
        await flow.stop()
      }
    })

    test('is told by whichever process writes it, to that visitor alone', async () => {
      const first = await startFlow(engine, { env: modelSettings(llm) })
      const second = await startFlow(engine, { store: first.database, env: modelSettings(llm) })
      const [here, there, other] = [first.url, second.url, second.url].map(aVisitor)
      const visitors = await Promise.all([here!, there!, other!])
      const streams = await Promise.all(visitors.map((one) => one.listen()))
      try {
        for (const [n, visitor] of visitors.slice(0, 2).entries()) {
          const isSeen = (draft: string) => streams[n]!.drafts().includes(draft)
          llm.script(toWhomReads(CITED.join(''), 3, isSeen))
          await visitor.says(QUESTION)
          await visitor.answers(1)
        }
        const expected = [1, 2, 3].map(beginning)
        expect(streams.map((one) => one.drafts())).toEqual([expected, expected, []])
      } finally {
        for (const stream of streams) stream.close()
        await second.stop()
        await first.stop()
      }
    })
  })
})
