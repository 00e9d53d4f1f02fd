import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerDeps } from '../../src/conversation/answer-ports.ts'
import { type Ask, answerTurn } from '../../src/conversation/answer-turn.ts'
import type { Said } from '../../src/conversation/understand.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { neverSureOf, someAnswerDeps } from '../builders/answer-deps.ts'
import { code } from '../builders/knowledge-base.ts'

let deps: AnswerDeps

beforeAll(async () => {
  deps = await someAnswerDeps()
})

const turn = (said: Said, state: unknown = null, overrides: Partial<AnswerDeps> = {}) =>
  answerTurn({ ...deps, ...overrides }, { turnId: asId<TurnId>('t'), said, state })
const say = (text: string, state: unknown = null, overrides: Partial<AnswerDeps> = {}) =>
  turn({ kind: 'text', text }, state, overrides)

const neverSure = () => neverSureOf(deps)

describe('a turn', () => {
  test('answers the field that was asked for', async () => {
    const { decision, field, message } = await say('公司设立登记要几天')
    expect(decision).toMatchObject({ kind: 'answer', code: 'QYKB-002', field: 'time_limit' })
    expect(field).toBe('time_limit')
    expect(message.title).toBe('公司设立登记')
  })

  test('is about a ticket of one’s own where there is one that it can be about', async () => {
    const ask = { turnId: asId<TurnId>('t'), said: { kind: 'text', text: '有进展吗' }, state: null }
    const own = await answerTurn(deps, { ...ask, tickets: new Set(['at_work']) } as Ask)
    expect(own.decision).toMatchObject({ kind: 'status', act: 'progress' })
    expect(own.trace).toMatchObject({ decided: 'status', rule: 'own_ticket' })
    // What is said next goes on about it.
    expect((await say('再加一句，门牌是十二号', own.state)).decision).toMatchObject({
      kind: 'status',
      act: 'supplement',
    })
    expect((await answerTurn(deps, ask as Ask)).decision.kind).not.toBe('status')
  })

  test('reads what is asked again after a wrong answer, with a person beside it', async () => {
    const first = await say('公司设立登记要哪些材料')
    const again = await say('答错了，我问的是要几天', first.state)
    expect(again.decision).toMatchObject({
      kind: 'answer',
      code: 'QYKB-002',
      field: 'time_limit',
      offerTicket: true,
    })
  })

  test('is about what is under way elsewhere where no ticket was handed in', async () => {
    const stuck = { kind: 'ticket', reason: 'stuck_case' }
    const first = await say('材料交上去半个月了一点消息没有')
    expect(first.decision).toMatchObject(stuck)
    for (const text of ['那我怎么看进度', '你帮我催一下']) {
      expect((await say(text, first.state)).decision).toMatchObject(stuck)
    }
    // Where there is one, it is meant.
    const said = { kind: 'text', text: '你帮我催一下' }
    const ask = { turnId: asId<TurnId>('t'), said, state: first.state }
    const own = await answerTurn(deps, { ...ask, tickets: new Set(['at_work']) } as Ask)
    expect(own.decision).not.toMatchObject(stuck)
  })

  test('warns of whoever takes money for what is granted by law, and takes the report', async () => {
    const { decision, message } = await say('有人收了我三千块说包办特许证，能信吗')
    expect(decision).toMatchObject({ kind: 'ticket', reason: 'tip_off' })
    expect(JSON.stringify(message)).toContain('任何人都不能收钱')
    const other = await say('我要举报隔壁厂半夜偷排')
    expect(other.decision).toMatchObject({ kind: 'ticket', reason: 'tip_off' })
    expect(JSON.stringify(other.message)).not.toContain('任何人都不能收钱')
  })

  test('refuses what nobody may do, however it is asked', async () => {
    const { decision } = await say('随便写个假地址注册公司能行吗')
    expect(decision).toMatchObject({ kind: 'refuse', reason: 'forgery' })
  })

  test.each(['公司设立登记', '我要办个体工商户登记'])(
    'shows what a matter is where nothing but its name is said: 「%s」',
    async (name) => expect((await say(name)).decision).toMatchObject({ field: 'overview' }),
  )

  test('shows both parts of the record when a message asks for two', async () => {
    const { decision } = await say('公司设立登记要哪些材料,几天办好')
    const { field, also } = decision as Extract<typeof decision, { kind: 'answer' }>
    expect(new Set([field, also])).toEqual(new Set(['materials', 'time_limit']))
    const one = await say('公司设立登记要几天')
    expect(one.decision).toMatchObject({ field: 'time_limit', also: null })
  })

  test('is the same through zero-width marks, traditional characters and a shell', async () => {
    const plain = await say('公司设立登记要几天')
    expect(plain.decision).toMatchObject({ kind: 'answer', code: 'QYKB-002' })
    for (const text of [
      '公\u200b司设\u200d立\ufeff登记要\u00ad几\u2060天',
      '公司設立登記要几天',
      '@助企小舟公\u200b司設立登記要几天',
      '{"text":"\\u516c\u200b司設立登記要几天"}',
    ]) {
      const { decision, field, confidence, hits } = await say(text)
      expect({ decision, field, confidence, hits }).toEqual({
        decision: plain.decision,
        field: plain.field,
        confidence: plain.confidence,
        hits: plain.hits,
      })
    }
  })

  test('tells what it was measured against, what the message does and how it was read', async () => {
    const first = await say('公司设立登记要几天')
    expect(first.trace).toMatchObject({
      by: 'retrieval',
      reading: 'whole',
      targetError: 0.5,
      acts: ['asks'],
    })
    const { bar, doubt, confidence = 0 } = first.trace
    expect(bar).toBeGreaterThan(0)
    expect(confidence).toBeGreaterThanOrEqual(bar ?? 1)
    expect(doubt).toBeNull()
    const next = await say('那公司注销登记呢', first.state)
    expect(next.trace.reading).toBe('joined')
    const careful = await say('公司设立登记要几天', null, neverSure())
    expect(careful.trace).toMatchObject({ bar: 2, targetError: 0, decided: 'clarify' })
    expect((await say('你好')).trace).toEqual({
      decided: 'smalltalk',
      by: 'guard',
      rule: 'smalltalk',
      dependence: 'new',
    })
  })

  test('gives the same answer every time it is asked', async () => {
    const [first, second] = [await say('登轮证怎么办'), await say('登轮证怎么办')]
    expect(second).toEqual(first)
  })

  test('reads an ellipsis on from the item that was talked about', async () => {
    const before = await say('公司注销登记怎么办')
    expect(before.state.items).toEqual(['QYKB-016'])
    const after = await say('要几天', before.state)
    expect(after.decision).toMatchObject({ kind: 'answer', code: 'QYKB-016', field: 'time_limit' })
  })

  test('takes up a new subject', async () => {
    const before = await say('公司注销登记怎么办')
    const after = await say('另外工程师上外轮修主机要办登轮证吗', before.state)
    expect(after.decision).toMatchObject({ kind: 'answer', code: 'KFFW-025' })
  })

  test('asks back when it is not sure, and understands the choice', async () => {
    const careful = neverSure()
    const asked = await say('想办执照', null, careful)
    expect(asked.decision.kind).toBe('clarify')
    expect(asked.state.clarification?.round).toBe(1)
    const options = asked.state.clarification!.options
    const chosen = await say('第一个', asked.state, careful)
    expect(chosen.decision).toMatchObject({ kind: 'answer', code: options[0] })
    expect(chosen.state.clarification).toBeNull()
  })

  test('gives the question to a person instead of asking back a third time', async () => {
    const careful = neverSure()
    let state: unknown = null
    const kinds: string[] = []
    for (const text of ['想办执照', '就是办个执照的事', '办执照的那个']) {
      const answer = await say(text, state, careful)
      state = answer.state
      kinds.push(answer.decision.kind)
    }
    expect(kinds).toEqual(['clarify', 'clarify', 'ticket'])
  })

  test('asks what is meant when none of the options is, and the second time gives it to a person', async () => {
    const asked = await say('想办执照', null, neverSure())
    const none = await turn({ kind: 'none_of_these' }, asked.state)
    expect(none.decision).toMatchObject({ kind: 'clarify', reason: 'none_fits', options: [] })
    expect(JSON.stringify(none.message.blocks)).toContain('提交诉求')
    const second = { ...asked.state.clarification!, round: 2 }
    const again = await say('都不对', { ...asked.state, clarification: second })
    expect(again.decision).toEqual({ kind: 'ticket', reason: 'not_covered', code: null })
  })

  test('takes 都不是 for nothing where nothing is open, pressed twice or on an older card', async () => {
    const asked = await say('想办执照', null, neverSure())
    const none = await turn({ kind: 'none_of_these' }, asked.state)
    for (const state of [none.state, null, (await say('公司注销登记怎么办')).state]) {
      const pressed = await turn({ kind: 'none_of_these' }, state)
      expect(pressed.decision).toEqual({ kind: 'smalltalk', reason: 'opener' })
      expect(pressed.state.misses).toBe(none.state === state ? 1 : 0)
      expect(pressed.state.clarification).toEqual(
        none.state === state ? none.state.clarification : null,
      )
    }
  })

  test('takes an option of an older card for no answer to the question that is open', async () => {
    const asked = await say('想办执照要几天', null, neverSure())
    const options = [code('QYKB-002'), code('QYKB-007')]
    const open = { ...asked.state.clarification!, options, field: 'time_limit' as const }
    const press = (one: string) =>
      turn(
        { kind: 'chosen', code: code(one), field: null },
        { ...asked.state, clarification: open },
      )
    expect((await press('QYKB-007')).decision).toMatchObject({ field: 'time_limit' })
    const older = await press('QYKB-016')
    expect(older.decision).toMatchObject({ kind: 'answer', code: 'QYKB-016', field: 'overview' })
    expect(older.state.question).not.toBe(open.question)
  })

  test('does not find again what was said not to be meant', async () => {
    const asked = await say('想办执照', null, neverSure())
    const offered = asked.state.clarification!.options
    const { state } = await say('都不是', asked.state)
    expect(state.clarification?.denied).toEqual(offered)
    const after = await say('夜排档摆摊办张个体的照', state)
    expect(after.hits.map((hit) => hit.code).filter((one) => offered.includes(one))).toEqual([])
  })

  test.each(['就是那个证', '那个执照啊', '都可以', '我也不懂', '这两个有啥区别'])(
    'does not take 「%s」 for the first option: it is asked again, then a person is offered',
    async (vague) => {
      const asked = await say('想办执照', null, neverSure())
      const again = await say(vague, asked.state)
      expect(again.decision).toMatchObject({ kind: 'clarify', reason: 'reply_unclear' })
      expect(again.state.clarification).toMatchObject({ round: 2 })
      expect(again.state.clarification?.options).toEqual(asked.state.clarification?.options)
      const last = await say(vague, again.state)
      expect(last.decision).toMatchObject({ kind: 'ticket', reason: 'clarified_twice' })
    },
  )

  test('takes a bare number for an option while a question is open, and not otherwise', async () => {
    const asked = await say('想办执照', null, neverSure())
    const [, second] = asked.state.clarification!.options
    expect((await say('2', asked.state)).decision).toMatchObject({ kind: 'answer', code: second })
    expect((await say('2')).decision).toMatchObject({ kind: 'smalltalk' })
  })

  test('keeps the options for two turns after one was picked', async () => {
    const asked = await say('想办执照', null, neverSure())
    const [first, second] = asked.state.clarification!.options
    const picked = await say('第二个', asked.state)
    const back = await say('第一个要几天', picked.state)
    expect(back.decision).toMatchObject({ kind: 'answer', code: first, field: 'time_limit' })
    const other = await say('那第二个呢', back.state)
    expect(other.decision).toMatchObject({ kind: 'answer', code: second, field: 'time_limit' })
    const later = await say('谢谢', (await say('谢谢', other.state)).state)
    expect(later.state.offered).toBeNull()
  })

  test('shows the first of several options that are picked, with the others to be opened next', async () => {
    const asked = await say('想办执照', null, neverSure())
    const [first, second] = asked.state.clarification!.options
    const { decision, message } = await say('第一个和第二个', asked.state)
    expect(decision).toMatchObject({ kind: 'answer', code: first, others: [{ code: second }] })
    const actions = message.blocks.flatMap((block) =>
      block.kind === 'actions' ? block.actions : [],
    )
    expect(actions.map(({ value }) => value)).toContainEqual(
      expect.objectContaining({ a: 'choose', code: second }),
    )
  })

  test('goes on with the option that is left when all others are denied', async () => {
    const asked = await say('想办执照', null, neverSure())
    const options = asked.state.clarification!.options
    const two = { ...asked.state.clarification!, options: options.slice(0, 2) }
    const { decision } = await say('不是第一个', { ...asked.state, clarification: two })
    expect(decision).toMatchObject({ kind: 'answer', code: options[1] })
  })

  test.each([
    ['个体的', 'QYKB-007'],
    ['有股东的', 'QYKB-002'],
    ['我一个人,卖袜子', 'QYKB-007'],
  ])('understands an option by what it is for: 「%s」', async (said, meant) => {
    const options = [code('QYKB-016'), code('QYKB-002'), code('QYKB-007')]
    const asked = await say('想办执照', null, neverSure())
    const open = { ...asked.state.clarification!, options }
    const { decision } = await say(said, { ...asked.state, clarification: open }, neverSure())
    expect(decision).toMatchObject({ kind: 'answer', code: meant })
  })

  test('answers a click on an option with the field it carries', async () => {
    const { decision, state } = await turn({
      kind: 'chosen',
      code: code('QYKB-007'),
      field: 'materials',
    })
    expect(decision).toMatchObject({ kind: 'answer', code: 'QYKB-007', field: 'materials' })
    expect(state.items).toEqual(['QYKB-007'])
  })

  test.each([
    ['你好', 'smalltalk'],
    ['ZSQS-20261103-0012 到哪一步了', 'status'],
    ['转人工', 'ticket'],
    ['', 'smalltalk'],
    ['😀😀', 'smalltalk'],
  ])('「%s」 is %s without looking anything up', async (text, kind) => {
    const { decision, hits } = await say(text)
    expect(decision.kind).toBe(kind)
    expect(hits).toEqual([])
  })

  test.each([
    ['2', 1],
    ['２。', 1],
    ['①', 0],
  ])('「%s」 picks the option of that number', async (text, n) => {
    const asked = await say('想办执照', null, neverSure())
    const options = asked.state.clarification!.options
    const { decision, trace } = await say(text, asked.state, neverSure())
    expect(decision).toMatchObject({ kind: 'answer', code: options[n] })
    expect(trace).toMatchObject({ by: 'guard', rule: 'chosen' })
  })

  test('danger and the wish for a person are heard beside options', async () => {
    const asked = await say('想办执照', null, neverSure())
    const reply = async (text: string) => (await say(text, asked.state, neverSure())).decision
    expect(await reply('都不是，转人工')).toMatchObject({ kind: 'ticket', reason: 'person_wanted' })
    expect(await reply('119！')).toMatchObject({ kind: 'emergency' })
    const hurt = await reply('有个师傅刚刚腿被压断了，公司设立登记要几天')
    expect(hurt).toMatchObject({ kind: 'emergency', reason: 'medical' })
    expect(await reply('第二个，转人工')).toMatchObject({ kind: 'ticket', reason: 'person_wanted' })
    expect(await reply('都不是，谢谢')).toMatchObject({ kind: 'clarify', reason: 'none_fits' })
  })

  test('an option that is denied and then described beyond doubt is meant after all', async () => {
    const asked = await say('想办执照', null, neverSure())
    const options = asked.state.clarification!.options
    expect(options).toContain('QYKB-007')
    const reply = async (text: string) => (await say(text, asked.state)).decision
    const described = await reply('都不是，是个体工商户设立登记要几天')
    expect(described).toMatchObject({ kind: 'answer', code: 'QYKB-007' })
    const vague = await reply('都不是，是办证')
    expect(options).not.toContain(vague.kind === 'answer' && vague.code)
  })

  test('what is said beside a denial is looked up once alone, and once with the question', async () => {
    const asked = await say('想办执照', null, neverSure())
    const looked: string[] = []
    const embed = async (texts: readonly string[]) => {
      looked.push(...texts)
      throw new Error('nothing but the words counts here')
    }
    const vectors = { embed, searchVectors: async () => new Map(), vectorWeight: 1 }
    await say('都不是，是注销公司', asked.state, vectors)
    expect(looked.filter((text) => text === '是注销公司')).toHaveLength(2)
  })

  test('says which rule decided', async () => {
    expect((await say('转人工')).trace).toMatchObject({ by: 'guard', rule: 'person' })
    expect((await say('公司设立登记要几天')).trace).not.toHaveProperty('rule')
  })

  test('forgets what was said half an hour ago', async () => {
    const before = await say('公司注销登记怎么办')
    const later = { now: () => new Date(deps.now().getTime() + 31 * 60_000) }
    const { state } = await say('你好', before.state, later)
    expect(state.items).toEqual([])
  })
})

describe('whom we have not helped', () => {
  async function dialogue(texts: readonly string[], overrides: Partial<AnswerDeps> = {}) {
    const turns: Awaited<ReturnType<typeof say>>[] = []
    for (const text of texts) turns.push(await say(text, turns.at(-1)?.state ?? null, overrides))
    return turns
  }
  const reasons = (turns: Awaited<ReturnType<typeof dialogue>>) =>
    turns.map(({ decision }) => ('reason' in decision ? decision.reason : decision.kind))

  test('twice in a row gets a person, and need not tell it again', async () => {
    const turns = await dialogue(['公司设立登记要几天', '不是我要问的', '还是答非所问'])
    expect(reasons(turns)).toEqual(['answer', 'below_threshold', 'missed_twice'])
    expect(JSON.stringify(turns[2]?.message)).toContain('此前的对话会一并提交')
  })

  test('with two answers in a row as well', async () => {
    const said = ['公司设立登记要几天', '没用', '登轮证怎么办', '没用']
    expect(reasons(await dialogue(said))).toEqual([
      'answer',
      'below_threshold',
      'answer',
      'missed_twice',
    ])
  })

  test('and who was given a person begins anew', async () => {
    const said = ['公司设立登记要几天', '没用', '答非所问', '登轮证怎么办', '没用']
    expect(reasons(await dialogue(said)).slice(2)).toEqual([
      'missed_twice',
      'answer',
      'below_threshold',
    ])
  })

  test('before anything was said has not been let down', async () => {
    const turns = await dialogue(['没用', '晚饭吃什么好呢亲'])
    expect(turns[0]?.decision).toMatchObject({ kind: 'ticket', reason: 'below_threshold' })
    expect(turns[0]?.state.misses).toBe(0)
  })

  test('by none of the options, and again afterwards', async () => {
    const turns = await dialogue(['想办执照', '都不是', '都不对啊，没用'], neverSure())
    expect(reasons(turns).slice(1)).toEqual(['none_fits', 'missed_twice'])
  })

  test('but an answer that nobody complains of ends the count', async () => {
    const said = ['没用', '登轮证怎么办', '谢谢', '没用']
    expect(reasons(await dialogue(said)).at(-1)).toBe('below_threshold')
  })

  test('and asks again is answered, with the ticket beside it', async () => {
    const [, again] = await dialogue(['公司设立登记要几天', '不是这个，我要问的是公司注销登记'])
    expect(again?.decision).toMatchObject({ kind: 'answer', code: 'QYKB-016', offerTicket: true })
  })

  test('and is angry gets a person at once', async () => {
    const [turn] = await dialogue(['你们这什么破系统，气死人了'])
    expect(turn?.decision).toMatchObject({ kind: 'ticket', reason: 'upset' })
    expect(JSON.stringify(turn?.message)).toContain('12345')
  })

  test('and asks in anger is answered, with the ticket beside it', async () => {
    const [turn] = await dialogue(['气死我了，公司设立登记要几天'])
    expect(turn?.decision).toMatchObject({ kind: 'answer', code: 'QYKB-002', offerTicket: true })
    const offered = JSON.stringify(turn?.message)
    expect(offered).toContain('"a":"ticket_form"')
  })
})
