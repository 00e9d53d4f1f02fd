// What was said in the chat comes along: to the specialist with the ticket, and with a vote to
// whoever looks after the answers. Nobody's conversation comes along with somebody else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paged, TurnLineWire, TurnWire } from '../../src/http/console-api/wire.ts'
import type { Block } from '../../src/kernel/message.ts'
import { aPerson, type Caller, signedIn } from '../http/console.ts'
import { type Flow, onEachEngine, startFlow } from './harness.ts'
import { FORM, presses } from './web-ticket.ts'
import { aVisitor, type WebVisitor } from './web-visitor.ts'

onEachEngine('what was said', (engine) => {
  let flow: Flow
  let administrator: Caller
  beforeAll(async () => {
    flow = await startFlow(engine)
    administrator = await signedIn(flow, aPerson({ roles: ['administrator'] }))
  })
  afterAll(() => flow.stop())

  const says = async (visitor: WebVisitor, ...texts: string[]) => {
    for (const text of texts) {
      await visitor.says(text)
      await flow.settle()
    }
  }
  const blocksOf = async (visitor: WebVisitor) =>
    (await visitor.transcript()).flatMap((one): readonly Block[] =>
      one.from === 'product' ? one.message.blocks : [],
    )
  const actionsOf = async (visitor: WebVisitor) =>
    (await blocksOf(visitor)).flatMap((block) => (block.kind === 'actions' ? block.actions : []))
  /** The form that was shown last. */
  const formOf = async (visitor: WebVisitor) => {
    const form = (await blocksOf(visitor)).findLast((block) => block.kind === 'form')
    if (!form) throw new Error('no form was shown')
    return form
  }
  const descriptions = async () => {
    const { rows } = await flow.database.pool.query<{ description: string }>(
      `select ticket->>'description' as description from ticket order by number`,
    )
    return rows.map(({ description }) => description)
  }
  /** The lines of the conversation below the description of the latest ticket. */
  const linesOfTicket = async () =>
    (await descriptions()).at(-1)?.split('〔此前的对话〕\n')[1]?.split('\n') ?? []

  test('goes with the ticket: every question and what became of it', async () => {
    const visitor = await aVisitor(flow.url)
    await says(visitor, '想办个照')
    await presses(flow, visitor, { a: 'choose', code: 'QYKB-002', field: 'materials' })
    await says(visitor, '要几天', '找个真人，打 13812345678')
    const form = await formOf(visitor)
    const description = form.fields.find(({ name }) => name === 'description')
    expect(description).toMatchObject({ value: '公司设立登记：要几天' })
    await presses(flow, visitor, form.submit.value, FORM)
    expect(await linesOfTicket()).toEqual([
      '问：想办个照',
      expect.stringMatching(/^答：请选择：.*、/u),
      '问：〔选择〕公司设立登记',
      '答：公司设立登记·申请材料',
      '问：要几天',
      '答：公司设立登记·办理时限',
      '问：找个真人，打 138****5678',
      '答：引导登记诉求',
    ])
    expect((await descriptions()).at(-1)).toMatch(new RegExp(`^${FORM.description}`, 'u'))
  })

  test('is kept when the form comes back with what is wrong', async () => {
    const visitor = await aVisitor(flow.url)
    await says(visitor, '公司设立登记要几天', '转人工')
    const { submit } = await formOf(visitor)
    await presses(flow, visitor, submit.value, { ...FORM, phone: '1' })
    const again = await formOf(visitor)
    expect(again.submit.value).toEqual(submit.value)
    await presses(flow, visitor, again.submit.value, FORM)
    expect(await linesOfTicket()).toContain('问：公司设立登记要几天')
  })

  test('goes with one ticket only, and what was reported with none but a report', async () => {
    const visitor = await aVisitor(flow.url)
    await says(visitor, '公司设立登记要几天', '举报隔壁厂没有许可证半夜卸油')
    await presses(flow, visitor, { a: 'person', code: '' })
    const form = await formOf(visitor)
    const kind = form.fields.find(({ name }) => name === 'kind')
    expect(kind).toMatchObject({ value: 'report' })
    // Who makes something else of it does not unseal what was said.
    await presses(flow, visitor, form.submit.value, FORM)
    expect(await linesOfTicket()).toEqual(['问：公司设立登记要几天', expect.anything()])
    await says(visitor, '举报对面厂也没有许可证')
    await presses(flow, visitor, form.submit.value, { ...FORM, kind: 'report' })
    expect(await linesOfTicket()).toEqual(['问：举报对面厂也没有许可证', '答：引导登记诉求'])
    await says(visitor, '食品经营许可要几天', '转人工')
    const next = await formOf(visitor)
    expect(next.fields.find(({ name }) => name === 'kind')).toMatchObject({ value: 'help' })
    await presses(flow, visitor, next.submit.value, FORM)
    expect(await linesOfTicket()).toContain('问：食品经营许可要几天')
    expect((await descriptions()).at(-1)).not.toMatch(/举报|问：公司设立登记/u)
  })

  test('gives a report in anger its own form at once, with where else to report', async () => {
    const visitor = await aVisitor(flow.url)
    await says(visitor, '气死我了，举报对面厂没有许可证')
    const form = await formOf(visitor)
    expect(form.submit.value).toMatchObject({ reason: 'tip_off' })
    expect(JSON.stringify(await blocksOf(visitor))).toContain('12315')
  })

  test('the item of an answer goes along with the wish for a person below it', async () => {
    const visitor = await aVisitor(flow.url)
    await says(visitor, '公司设立登记要几天')
    const person = (await actionsOf(visitor)).find(({ label }) => label === '转人工')?.value
    await presses(flow, visitor, person ?? { a: '' })
    expect((await formOf(visitor)).submit.value).toMatchObject({ code: 'QYKB-002' })
  })

  test('never goes with anybody else’s ticket, whatever the button says', async () => {
    const victim = await aVisitor(flow.url)
    await says(victim, '公司设立登记要几天', '转人工')
    const { submit } = await formOf(victim)
    const other = await aVisitor(flow.url)
    await says(other, '食品经营许可要什么材料')
    const before = (await descriptions()).length
    for (const from of [submit.value['from'], 'all', "' or true --", 7, true]) {
      await presses(flow, other, { ...submit.value, from }, FORM)
    }
    const opened = (await descriptions()).slice(before)
    expect(opened).toEqual(Array.from({ length: 5 }, () => FORM.description))
    await says(other, '食品经营许可要几天')
    await presses(flow, other, { ...submit.value, from: '' }, FORM)
    expect(await linesOfTicket()).toContain('问：食品经营许可要几天')
  })

  test('goes with a vote that it was of no use, and the reason, to the answer log', async () => {
    const visitor = await aVisitor(flow.url)
    await says(visitor, '公司设立登记要几天')
    const turn = (await actionsOf(visitor)).find(({ label }) => label === '没用')?.value
    await presses(flow, visitor, turn ?? { a: '' })
    await presses(flow, visitor, (await formOf(visitor)).submit.value, { reason: '不够具体' })
    await says(visitor, '个体工商户设立登记要几天')
    const hasty = (await actionsOf(visitor)).findLast(({ label }) => label === '没用')?.value
    await presses(flow, visitor, hasty ?? { a: '' })

    const list = async (feedback: string) =>
      (await administrator.get<Paged<TurnLineWire>>(`/turns?feedback=${feedback}`)).body.rows
    expect((await list('down')).map((one) => one.question)).toEqual([
      '个体工商户设立登记要几天',
      '公司设立登记要几天',
    ])
    const reasoned = await list('down_with_reason')
    expect(reasoned).toMatchObject([
      {
        question: '公司设立登记要几天',
        feedback: -1,
        feedbackReason: '不够具体',
        knowledgeVersion: flow.app.parts.knowledge.current()?.version.id,
      },
    ])
    const { body } = await administrator.get<TurnWire>(`/turns/${reasoned[0]?.id}`)
    expect(body.trace).toMatchObject({ by: 'retrieval', targetError: 0.02 })
    expect(body.hits[0]).toEqual({ value: 'QYKB-002', label: '公司设立登记' })
  })
})
