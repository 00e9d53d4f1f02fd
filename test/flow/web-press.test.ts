// At the web chat no press is left without a word: what Lark tells above a card is said as a
// message. Where the ticket's own notice says it already, nothing is said twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, onOneEngine, startFlow } from './harness.ts'
import { presses, submitsTicket } from './web-ticket.ts'
import { aVisitor, type WebVisitor } from './web-visitor.ts'

onOneEngine('a press at the web chat', (engine) => {
  let flow: Flow
  let visitor: WebVisitor
  let number: string
  beforeAll(async () => {
    flow = await startFlow(engine)
    visitor = await aVisitor(flow.url)
    number = await submitsTicket(flow, visitor)
  })
  afterAll(() => flow.stop())

  /** What the product said to this press. */
  const toldBy = async (
    action: Readonly<Record<string, unknown>>,
    form: Readonly<Record<string, string>> = {},
  ) => {
    const before = (await visitor.transcript()).length
    await presses(flow, visitor, action, form)
    const since = (await visitor.transcript()).slice(before)
    return since.flatMap((one) => (one.from === 'product' ? [one.message] : []))
  }
  const act = (name: string) => ({ a: 'own_ticket', act: name, number })

  test('a vote is thanked for, and one that cannot be counted is told so', async () => {
    await visitor.says('公司设立登记要几天')
    await flow.settle()
    const answer = JSON.stringify(await visitor.transcript())
    const turn = /"turn":"([^"]+)"/.exec(answer)?.[1]
    expect(await toldBy({ a: 'feedback', turn, up: true })).toMatchObject([
      { tone: 'plain', summary: '感谢您的评价。' },
    ])
    expect(await toldBy({ a: 'feedback', turn, up: false }, { reason: '看不懂' })).toMatchObject([
      { summary: '感谢您的评价。' },
    ])
    const nobodys = '00000000-0000-4000-8000-000000000000'
    expect(await toldBy({ a: 'feedback', turn: nobodys, up: true })).toMatchObject([
      { tone: 'warning', summary: '这条解答已无法评价。' },
    ])
  })

  test('what the ticket does not tell by itself is told once', async () => {
    expect(await toldBy(act('urge'))).toMatchObject([
      // Nobody has it yet, so that nobody is said to have been reminded.
      { summary: `诉求 ${number} 已催办并记入本件。本件尚待派单，派单后由承办人员办理。` },
    ])
    expect(await toldBy({ ...act('supplement'), text: '灯杆号是示例七号' })).toMatchObject([
      { summary: `诉求 ${number} 已补充，派单后承办人员可以查看。` },
    ])
    expect(await toldBy({ a: 'rate', number }, { level: '5', solved: 'yes' })).toMatchObject([
      { tone: 'warning', summary: '这件诉求当前不能评价。' },
    ])
    expect(await toldBy({ a: 'rate', number }, {})).toMatchObject([
      { summary: '请选择满意程度和是否解决。' },
    ])
    expect(await toldBy({ a: 'leave_enterprise', code: 'X' })).toMatchObject([
      { summary: '您当前不代表该企业。' },
    ])
  })

  test('what the ticket tells by itself is not told again', async () => {
    const told = await toldBy(act('withdraw'))
    expect(told).toHaveLength(1)
    expect(told[0]?.title).toContain('已撤回')
  })
})
