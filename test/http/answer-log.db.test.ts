import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paged, TurnLineWire, TurnWire } from '../../src/http/console-api/wire.ts'
import { type Flow, onEachEngine, startFlow } from '../flow/harness.ts'
import { aVisitor } from '../flow/web-visitor.ts'
import { aPerson, type Caller, signedIn } from './console.ts'

onEachEngine('the answer log', (engine) => {
  let flow: Flow
  let administrator: Caller
  beforeAll(async () => {
    flow = await startFlow(engine)
    const admin = aPerson({ roles: ['administrator', 'dispatcher'], districts: ['city'] })
    administrator = await signedIn(flow, admin)
  })
  afterAll(() => flow.stop())

  test('shows no number of whoever asked, in the question, the decision, the trace or the answer', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('ZSQS-20261103-0012 到哪一步了，我的电话 13812345678')
    await visitor.answers(1)
    await flow.database.pool.query(
      `update turn set trace = trace || '{"said": ["13812345678"]}', feedback_reason = '打 13812345678'`,
    )
    const { rows } = (await administrator.get<Paged<TurnLineWire>>('/turns')).body
    const turn = (await administrator.get<TurnWire>(`/turns/${rows[0]?.id}`)).body
    expect(turn.decision).toMatchObject({
      kind: 'status',
      text: expect.stringContaining('138****'),
    })
    expect(JSON.stringify([rows, turn])).not.toContain('13812345678')
  })

  test('and no other page is upset by a NUL in what it is asked for', async () => {
    for (const path of ['/tickets/%00', '/knowledge/items/%00', '/turns/%00', '/ledgers/a%00b']) {
      expect((await administrator.get(path)).status, path).toBe(404)
    }
    for (const path of ['/tickets?q=%00', '/turns?q=a%00', '/audit?q=%00']) {
      expect((await administrator.get(path)).status, path).toBe(422)
    }
  })

  test('an uploaded file keeps a name that one can read, and no more', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('公司设立登记要几天')
    await visitor.answers(1)
    const form = new FormData()
    form.set('clientId', randomUUID())
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])
    form.set('file', new File([png], '..\\夹/营业\u202e\u0000执照.png'))
    expect((await visitor.upload(form)).status).toBe(202)
    const { rows } = await flow.database.pool.query('select name from attachment')
    expect(rows).toEqual([{ name: '营业执照.png' }])
  })
})
