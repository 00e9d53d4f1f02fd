// Server and worker as two processes on one PostgreSQL: what one takes in the other answers, and the
// news finds its way back to the page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVER_URL, type ServerDatabase } from '../database.ts'
import { copyFilled, until } from './harness.ts'
import { freePort, type Product, startProduct } from './processes.ts'
import { makeProgramRoot } from './small-root.ts'
import { aVisitor } from './web-visitor.ts'

describe.skipIf(!SERVER_URL)('server and worker apart', () => {
  let database: ServerDatabase
  let server: Product
  let worker: Product
  let root: string
  const settings = async (role: string) => ({
    ROLE: role,
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
  })

  const isWorking = (one: Product) => one.output().includes('knowledge version loaded')

  beforeAll(async () => {
    root = makeProgramRoot()
    database = await copyFilled()
    server = startProduct(root, await settings('server'))
    await server.ready()
  })
  afterAll(async () => {
    await Promise.all([server.stop(), worker.stop()])
    await database.drop()
  })

  test('a question waits for the worker, and its answer is announced to the open page', async () => {
    const visitor = await aVisitor(server.url)
    const page = await visitor.listen()
    await visitor.says('公司设立登记要几天')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await visitor.answers(0)).toEqual([])

    worker = startProduct(root, await settings('worker'))
    await until(() => isWorking(worker), 'the worker works')
    expect((await visitor.answers(1))[0]).toContain('QYKB-002')
    await until(() => page.news() > 0, 'the page is told')

    const before = page.news()
    await visitor.says('公司设立登记收费吗')
    await until(() => page.news() > before, 'the page is told at once')
    expect(await visitor.answers(2)).toHaveLength(2)
    page.close()
  })

  test('the server says that it is ready, and in figures what the whole installation has to do', async () => {
    const ready = (await (await fetch(`${server.url}/readyz`)).json()) as object
    expect(ready).toMatchObject({ ready: true, database: true, worker: true })
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toMatch(/^zhuqi_inbox_waiting 0$/m)
    expect(metrics).toMatch(/^zhuqi_outbox_dead 0$/m)
  })

  test('two workers share the work, and nobody is answered twice', async () => {
    const second = startProduct(root, await settings('worker'))
    const visitors = await Promise.all(Array.from({ length: 8 }, () => aVisitor(server.url)))
    await until(() => isWorking(second), 'the second works')
    await Promise.all(visitors.map((one) => one.says('公司设立登记要几天')))
    for (const one of visitors) await one.answers(1)
    await second.stop()
    await Promise.all(visitors.map((one) => one.says('公司设立登记收费吗')))
    for (const one of visitors) expect(await one.answers(2)).toHaveLength(2)
  })
})
