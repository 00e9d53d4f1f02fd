// A form stays in the chat after it was handed in, and can be pressed again.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, onOneEngine, startFlow } from './harness.ts'
import { FORM } from './web-ticket.ts'
import { aVisitor, type WebVisitor } from './web-visitor.ts'

onOneEngine('a form', (engine) => {
  let flow: Flow
  let visitor: WebVisitor
  beforeAll(async () => {
    flow = await startFlow(engine)
    visitor = await aVisitor(flow.url)
  })
  afterAll(() => flow.stop())

  async function handsIn(messageRef: string, description: string): Promise<void> {
    const action = { a: 'ticket_submit', reason: 'person_wanted', code: '' }
    const form = { ...FORM, description }
    const body = { clientId: randomUUID(), action, form, messageRef }
    expect((await visitor.post('/api/chat/actions', body)).status).toBe(202)
    await flow.settle()
  }

  test('that was handed in becomes no second ticket, also after another was', async () => {
    const [lamps, port] = [randomUUID(), randomUUID()]
    await handsIn(lamps, '园区门口路灯三天不亮，请协调处理。')
    await handsIn(port, '港口堆场收费比去年涨了一倍，请核实。')
    await handsIn(lamps, '园区门口路灯三天不亮，请协调处理。')
    await handsIn(port, '港口堆场收费比去年涨了一倍，请核实。')
    const { rows } = await flow.database.pool.query(
      `select left(ticket ->> 'description', 2) as about from ticket order by number`,
    )
    expect(rows).toEqual([{ about: '园区' }, { about: '港口' }])
  })
})
