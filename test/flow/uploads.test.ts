// Files at the web chat: what one visitor can make the store keep.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, onOneEngine, startFlow } from './harness.ts'
import { aVisitor, type WebVisitor } from './web-visitor.ts'

/** How many files may come from one network. */
const PER_MINUTE = 60
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

onOneEngine('uploads', (engine) => {
  let flow: Flow
  beforeAll(async () => {
    flow = await startFlow(engine)
  })
  afterAll(() => flow.stop())

  const kept = async () =>
    (await flow.database.pool.query('select name from attachment order by name')).rows
  const upload = (visitor: WebVisitor, name: string, clientId: string = randomUUID()) => {
    const form = new FormData()
    form.set('clientId', clientId)
    form.set('file', new File([PNG], name))
    return visitor.upload(form)
  }

  test('one who has said nothing is asked for words first, and nothing is kept', async () => {
    const refused = await upload(await aVisitor(flow.url), '材料.png')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('请先用文字说明您的问题')
    expect(await kept()).toEqual([])
  })

  test('the same upload repeated is kept and answered once', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('公司设立登记要几天')
    await visitor.answers(1)
    const id = randomUUID()
    const sent = [await upload(visitor, '材料.png', id), await upload(visitor, '材料.png', id)]
    expect(sent.map((one) => one.status)).toEqual([202, 202])
    await flow.settle()
    expect(await kept()).toEqual([{ name: '材料.png' }])
    expect(await visitor.answers(2)).toHaveLength(2)
  })

  test('who has filled their room waits until it is emptied, and others do not wait with them', async () => {
    const { pool } = flow.database
    const [filling, other] = [await aVisitor(flow.url), await aVisitor(flow.url)]
    for (const one of [filling, other]) {
      await one.says('公司设立登记要几天')
      await one.answers(1)
    }
    expect((await upload(filling, '一.png')).status).toBe(202)
    await flow.settle()
    await pool.query(`update attachment set size_bytes = 100 * 1024 * 1024 where name = '一.png'`)
    const refused = await upload(filling, '二.png')
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('暂存的文件已达上限')
    expect((await upload(other, '三.png')).status).toBe(202)
    await pool.query(`delete from attachment where name = '一.png'`)
    expect((await upload(filling, '二.png')).status).toBe(202)
    await flow.settle()
    await pool.query(`delete from attachment where name in ('二.png', '三.png')`)
  })

  test('cookies that are thrown away do not lift the limit of a network', async () => {
    const statuses = new Set<number>()
    // A minute may begin anew in between: of two minutes' allowance one is passed.
    for (let n = 0; n <= 2 * PER_MINUTE && !statuses.has(429); n++) {
      const response = await upload(await aVisitor(flow.url), 'x.png')
      statuses.add(response.status)
    }
    expect(statuses).toEqual(new Set([409, 429]))
    expect(await kept()).toHaveLength(1)
  })
})
