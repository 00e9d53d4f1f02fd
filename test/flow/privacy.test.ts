// What people must not find again in the store or on another's screen.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LarkFlow, onEachEngine, startLarkFlow } from './harness.ts'
import { submitsTicket } from './web-ticket.ts'
import { aVisitor } from './web-visitor.ts'

const ID = '110101199001011237'
const CARD = '4111111111111111'

onEachEngine('privacy', (engine) => {
  let flow: LarkFlow
  beforeAll(async () => {
    flow = await startLarkFlow(engine)
  })
  afterAll(() => flow.stop())

  const query = async (text: string) => (await flow.database.pool.query(text)).rows
  /** Everything kept of what came in, was asked and went out. */
  const kept = async () =>
    JSON.stringify([
      await query('select incoming from inbox_entry'),
      await query('select question, decision, trace from turn'),
      await query('select dialogue, flow from conversation'),
      await query('select message from outbox_entry'),
    ])

  test('an identity or bank card number is nowhere in the store, however it was sent', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says(`公司设立登记要几天，我的证是${ID}`)
    await visitor.answers(1)
    const action = { a: 'ask', q: `卡号${CARD}，公司设立登记收费吗` }
    await visitor.post('/api/chat/actions', { clientId: randomUUID(), action })
    const form = { description: `身份证${ID}`, enterpriseName: '示例贸易有限公司' }
    const submitted = { a: 'ticket_submit', reason: 'person_wanted', code: '' }
    await visitor.post('/api/chat/actions', { clientId: randomUUID(), action: submitted, form })
    await flow.settle()
    const stored = await kept()
    expect(stored).toContain('［身份证号已隐去］')
    expect(stored).toContain('［银行卡号已隐去，尾号1111］')
    expect(stored).not.toContain(ID)
    expect(stored).not.toContain(CARD)
    expect(JSON.stringify(await visitor.transcript())).not.toContain(ID)
  })

  test('who filled in a form is kept with the ticket, and with its people apart, and nowhere else', async () => {
    const visitor = await aVisitor(flow.url)
    const form = { kind: 'report', contactName: '李密报', phone: '13800000009' }
    await submitsTicket(flow, visitor, { form })
    expect(await query(`select name, phone from ticket_person where name = '李密报'`)).toEqual([
      { name: '李密报', phone: '13800000009' },
    ])
    const stored = await kept()
    expect(stored).not.toContain('李密报')
    expect(stored).not.toContain('13800000009')
    expect(JSON.stringify(await query('select ticket from ticket'))).not.toContain('李密报')
  })

  test('an answer is read when its page says that it is in sight, not when it is fetched', async () => {
    const [visitor, other] = [await aVisitor(flow.url), await aVisitor(flow.url)]
    await visitor.says('公司设立登记要几天')
    await visitor.answers(1)
    const [answer] = (await visitor.transcript()).filter((one) => one.from === 'product')
    const id = answer?.id ?? ''
    const isRead = async () =>
      (await query(`select read_at is not null as read from outbox_entry where id = '${id}'`))[0]
        .read
    expect(await isRead()).toBe(false)
    expect((await other.post('/api/chat/seen', { ids: [id] })).status).toBe(200)
    expect(await isRead(), 'of somebody else').toBe(false)
    expect((await visitor.post('/api/chat/seen', { ids: ['x'] })).status).toBe(422)
    expect((await visitor.post('/api/chat/seen', { ids: [id] })).status).toBe(200)
    expect(await isRead()).toBe(true)
  })
})
