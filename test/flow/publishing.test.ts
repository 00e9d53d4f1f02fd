// One folder, several processes: whichever publishes, it is published once, and all tell the same.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeKnowledgeService } from '../../src/compose/knowledge/knowledge.ts'
import { makePublisher } from '../../src/compose/knowledge/publisher.ts'
import { toItemFile } from '../../src/files/item-schema.ts'
import type { Log } from '../../src/kernel/log.ts'
import { NotPublished, type VersionInfo } from '../../src/knowledge/ports.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { addChange, findChange } from '../../src/postgres/knowledge-changes.ts'
import { migrate } from '../../src/postgres/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/postgres/open-database.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import { createServerDatabase, openEmbeddedDatabase, SERVER_URL } from '../database.ts'
import { aPerson } from '../http/console.ts'
import { openFilled, until } from './harness.ts'
import { smallRoot } from './start.ts'

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const serviceOn = ({ db }: OpenDatabase) =>
  makeKnowledgeService({
    db,
    dir: `${smallRoot()}/knowledge`,
    progress: () => {},
    log,
    vectors: null,
  })

describe.skipIf(!SERVER_URL)('two processes on one PostgreSQL', () => {
  let processes: OpenDatabase[]
  let drop: () => Promise<void>
  beforeAll(async () => {
    const made = await createServerDatabase()
    drop = made.drop
    const open = () => openDatabase({ kind: 'postgres', url: made.url }, () => {})
    processes = [await open(), await open()]
    await migrate(processes[0]!.db, `${smallRoot()}/migrations`)
  })
  afterAll(async () => {
    for (const one of processes) await one.close()
    await drop()
  })

  test('that start for the first time together publish once', async () => {
    const services = processes.map(serviceOn)
    const [one, other] = await Promise.all(services.map((service) => service.start()))
    expect(one!.version.id).toBe(other!.version.id)
    expect(await services[0]!.store.versions(10)).toHaveLength(1)
  })

  test('tell the same about a publish, and neither begins a second one', async () => {
    let finish = (_: unknown) => {}
    const slow = { publish: () => new Promise<never>((_, reject) => (finish = reject)) }
    const [one, other] = processes.map(({ db }) => makePublisher(db, slow, log))
    expect(await one!.begin('张示例', null)).toBe(true)
    expect(await other!.begin('李示例', null)).toBe(false)
    expect(await other!.state()).toMatchObject({ running: true })
    finish(new NotPublished('knowledge/ 有 1 处错误'))
    await until(async () => !(await other!.state()).running, 'it ends')
    expect(await other!.state()).toEqual({
      running: false,
      text: 'knowledge/ 有 1 处错误',
      failed: true,
    })
  })
})

test('a version that was switched back while another was being loaded answers again', async () => {
  const database = await openFilled('embedded')
  const slow = slowToLoad(database)
  const service = serviceOn(slow)
  const { store } = service
  const first = (await service.start()).version
  const second = await store.stage({ ...first, items: [] })
  await store.addParts(second, await store.parts(first.id))
  await store.activate(second)
  const began = slow.holdNext()
  const loading = service.refresh()
  await began
  await store.activate(first.id)
  const again = service.refresh()
  await store.active()
  slow.goOn()
  await Promise.all([loading, again])
  expect(service.current()?.version.id).toBe(first.id)
  await database.close()
})

test('an upgrade goes on with what answered, and publishes nothing that waits', async () => {
  const database = await openFilled('embedded')
  const { store } = serviceOn(database)
  const before = (await store.active())!
  const filed = new Map((await store.items(before.id)).map((item) => [item.code as string, item]))
  const published = { ...filed.get('QYKB-002')!, summary: '上一版程序发布的摘要' }
  const { materials: _, ...incomplete } = filed.get('QYKB-003')!
  const items = [published, incomplete as ServiceItem]
  await store.activate(await store.stage({ ...before, checksum: 'v1:0', items }))
  const author = aPerson({ roles: ['specialist'] })
  await saveStaff(database.db, author)
  const item = { ...toItemFile(published), summary: '已通过、尚未发布的摘要' }
  const change = { code: 'QYKB-002', item, base: {}, baseDigest: '', reason: '', author: author.id }
  const waiting = await addChange(database.db, change)
  await database.pool.query(`update knowledge_change set state = 'approved'`)

  const { version, snapshot } = await serviceOn(database).start()
  expect(snapshot.base.items).toEqual([published, filed.get('QYKB-003')])
  expect(version.note).toContain('程序升级后')
  expect((await findChange(database.db, waiting))?.state).toBe('approved')
  await database.close()
})

/** The database, where what is loaded next comes when it is told to. */
function slowToLoad(database: OpenDatabase) {
  let began: (() => void) | null = null
  let goOn = () => {}
  let held: Promise<void> = Promise.resolve()
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (began !== null && result.rows.some((row) => 'bytes' in row)) {
        began()
        began = null
        await held
      }
      return result
    },
  })
  return {
    ...database,
    db,
    goOn: () => goOn(),
    /** @returns when the load has begun */
    holdNext: () => {
      held = new Promise((resolve) => {
        goOn = resolve
      })
      return new Promise<void>((resolve) => {
        began = resolve
      })
    },
  }
}

test('why a publish failed is told in words, and nothing of what the database says', async () => {
  const database = await openEmbeddedDatabase()
  const failed = async (error: Error) => {
    const publisher = makePublisher(database.db, { publish: () => Promise.reject(error) }, log)
    await publisher.begin('张示例', null)
    await until(async () => !(await publisher.state()).running, 'it ends')
    return (await publisher.state()).text
  }
  expect(await failed(new NotPublished('发布期间的改动被退回'))).toBe('发布期间的改动被退回')
  const inserting = Object.assign(new Error('duplicate key value'), { code: '23505' })
  expect(await failed(inserting)).toBe('发布未成功：数据未能写入或读取（23505）')
  await database.close()
})

test('how far a publish is can be read while it goes on, and what it came to afterwards', async () => {
  const database = await openEmbeddedDatabase()
  let tell = (_: string) => {}
  let finish = (_: VersionInfo) => {}
  const publish = (_by: string, _note: string | null, progress?: typeof tell) => {
    tell = progress!
    return new Promise<VersionInfo>((resolve) => (finish = resolve))
  }
  const publisher = makePublisher(database.db, { publish }, log)
  await publisher.begin('张示例', null)
  tell('第 1 步')
  tell('第 2 步')
  await until(async () => (await publisher.state()).text === '第 2 步', 'it is told')
  expect(await publisher.state()).toMatchObject({ running: true, failed: false })
  tell('第 3 步')
  finish({ id: '7' } as VersionInfo)
  await until(async () => !(await publisher.state()).running, 'it ends')
  expect(await publisher.state()).toEqual({
    running: false,
    text: '已发布版本 7',
    failed: false,
  })
  await database.close()
})

test('a publish that was cut off is not told as running for ever', async () => {
  const database = await openEmbeddedDatabase()
  const never = { publish: () => new Promise<never>(() => {}) }
  expect(await makePublisher(database.db, never, log).begin('张示例', null)).toBe(true)
  await database.pool.query('select pg_advisory_unlock_all()')
  const restarted = makePublisher(database.db, never, log)
  expect(await restarted.state()).toMatchObject({ running: false, failed: true })
})
