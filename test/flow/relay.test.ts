// What is written while a specialist is talking with the requester: it goes to the ticket, and yet
// nobody in danger waits for a specialist, and no question disappears into an old conversation.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Flow, onOneEngine, startFlow } from './harness.ts'
import { presses, submitsTicket } from './web-ticket.ts'
import { aVisitor, type WebVisitor } from './web-visitor.ts'

onOneEngine('while a ticket is talked about', (engine) => {
  let flow: Flow
  let visitor: WebVisitor
  let number: string
  beforeEach(async () => {
    flow = await startFlow(engine)
    visitor = await aVisitor(flow.url)
    number = await submitsTicket(flow, visitor)
    await presses(flow, visitor, { a: 'own_ticket', act: 'supplement', number })
  })
  afterEach(() => flow.stop())

  const query = async (text: string) => (await flow.database.pool.query(text)).rows
  const says = async (text: string) => {
    const before = (await visitor.answers(0)).length
    await visitor.says(text)
    await flow.settle()
    return (await visitor.answers(0)).slice(before)
  }
  const supplements = () =>
    query(`select count(*)::int as n from ticket_activity where kind = 'supplemented'`)

  test('danger is answered at once, and the specialist reads it too', async () => {
    const [first, second] = await says('厂房着火了，有人被困在里面')
    expect(first).toContain('119')
    expect(second).toContain(`已转给诉求 ${number} 的承办人员`)
    expect(await query("select decision->>'kind' as kind from turn")).toEqual([
      { kind: 'emergency' },
    ])
  })

  test('what is no danger goes to the specialist alone, and is no turn', async () => {
    expect(await says('公司设立登记要几天')).toEqual([
      expect.stringContaining(`已转给诉求 ${number} 的承办人员`),
    ])
    expect(await query('select id from turn')).toEqual([])
  })

  test('three days later a question is a question again, and goes to nobody else', async () => {
    const before = await supplements()
    await query(
      `update conversation set flow = jsonb_set(flow, '{relay,since}', '"2026-11-20T00:00:00.000Z"')`,
    )
    const answers = await says('公司设立登记要几天')
    expect(answers).toEqual([expect.stringContaining('3 个工作日')])
    expect(await supplements()).toEqual(before)
    expect(await query(`select id from conversation where flow->'relay' <> 'null'`)).toEqual([])
  })
})
