// A pinned answer, from the administrator at the console to the enterprise in the chat and back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PinsWire } from '../../src/http/console-api/wire.ts'
import { aPerson as aColleague, type Caller, signedIn } from '../http/console.ts'
import { type LarkFlow, onOneEngine, startLarkFlow } from './harness.ts'
import { aPerson, type LarkPerson } from './people.ts'

const PIN = { items: ['QYKB-002'], text: '登记系统今晚维护，请于明日办理。', until: '2026-11-26' }

onOneEngine('a pinned answer', (engine) => {
  let flow: LarkFlow
  let zhang: LarkPerson
  let admin: Caller
  beforeAll(async () => {
    flow = await startLarkFlow(engine)
    zhang = aPerson(flow, '张示例')
    admin = await signedIn(flow, aColleague({ roles: ['administrator'] }))
  })
  afterAll(() => flow.stop())
  const pins = async () => (await admin.get<PinsWire>('/pins')).body.rows

  test('is shown above the answers about its item from the moment it is published', async () => {
    expect((await admin.post('/pins', PIN)).status).toBe(200)
    expect(await pins()).toMatchObject([{ text: PIN.text, until: '2026-11-26T16:00:00.000Z' }])
    await zhang.says('公司设立登记要几天')
    expect(zhang.last()).toMatch(/中心提示：登记系统今晚维护[\s\S]*3 个工作日/)
    await zhang.says('食品经营许可要几天')
    expect(zhang.last()).not.toContain('中心提示')
  })

  test('only an administrator publishes, only for items that exist, and only for a while', async () => {
    const specialist = await signedIn(flow, aColleague())
    expect((await specialist.post('/pins', PIN)).status).toBe(403)
    expect((await specialist.delete(`/pins/${(await pins())[0]?.id}`)).status).toBe(403)
    expect((await admin.post('/pins', { ...PIN, items: ['QYKB-999'] })).status).toBe(422)
    expect((await admin.post('/pins', { ...PIN, until: '2026-11-24' })).status).toBe(422)
    expect((await admin.post('/pins', { ...PIN, until: '2027-06-01' })).status).toBe(422)
    expect(await pins()).toHaveLength(1)
  })

  test('is gone once it is taken back', async () => {
    const [pin] = await pins()
    expect((await admin.delete(`/pins/${pin?.id}`)).status).toBe(200)
    expect((await admin.delete(`/pins/${pin?.id}`)).status).toBe(404)
    await zhang.says('公司设立登记要几天')
    expect(zhang.last()).not.toContain('中心提示')
  })
})
