import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DataDirBusyError, lockDataDir } from '../../src/postgres/data-dir-lock.ts'
import { migrate } from '../../src/postgres/migrate.ts'
import { openDatabase } from '../../src/postgres/open-database.ts'
import { onEachEngine } from '../database.ts'
import { until } from '../flow/harness.ts'

let folder: string
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'zhuqi-'))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

test('a directory has one owner, and the next may have it when the first is gone', async () => {
  const unlock = await lockDataDir(folder)
  await expect(lockDataDir(folder)).rejects.toThrow(DataDirBusyError)
  unlock()
  const again = await lockDataDir(folder)
  again()
})

test('of several simultaneous starters exactly one wins, even over a stale lock', async () => {
  await fs.writeFile(path.join(folder, 'zhuqi.lock'), '')
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataDir(folder)))
  const won = results.filter((result) => result.status === 'fulfilled')
  expect(won).toHaveLength(1)
  for (const result of won) result.value()
})

test('who stalls between looking and taking does not take what has an owner by then', async () => {
  await fs.writeFile(path.join(folder, 'zhuqi.lock'), '')
  const dead = new EventEmitter()
  const look = vi.spyOn(net, 'connect').mockImplementationOnce(() => dead as net.Socket)
  const stalled = lockDataDir(folder)
  await until(() => look.mock.calls.length === 1, 'it looks')
  const unlock = await lockDataDir(folder)
  dead.emit('error', Object.assign(new Error('nobody is there'), { code: 'ECONNREFUSED' }))
  await expect(stalled).rejects.toThrow(DataDirBusyError)
  unlock()
  look.mockRestore()
})

test('what an older program holds, which gave no numbers, is not free', async () => {
  const older = net.createServer().listen(path.join(folder, 'zhuqi.lock'))
  await once(older, 'listening')
  await expect(lockDataDir(folder)).rejects.toThrow(DataDirBusyError)
  older.close()
})

test('of the locks of those before only the last one stays', async () => {
  for (let n = 0; n < 3; n++) (await lockDataDir(folder))()
  expect(await fs.readdir(folder)).toEqual(['zhuqi.lock.3'])
})

test('a killed owner leaves the directory free at once', async () => {
  const script = path.join(import.meta.dirname, '../processes/hold-lock.ts')
  const owner = fork(script, [folder], { execArgv: ['--import', 'tsx'] })
  await new Promise((resolve) => owner.once('message', resolve))
  await expect(lockDataDir(folder)).rejects.toThrow(DataDirBusyError)
  owner.kill('SIGKILL')
  await new Promise((resolve) => owner.once('exit', resolve))
  const unlock = await lockDataDir(folder)
  unlock()
})

test('what was committed is there after the database is opened again', async () => {
  const dataDir = path.join(folder, 'data')
  const open = () => openDatabase({ kind: 'embedded', dataDir }, () => {})
  const first = await open()
  await first.pool.query('create table kept (text text)')
  await first.pool.query(`insert into kept values ('诉求')`)
  await first.close()
  const second = await open()
  const { rows } = await second.pool.query('select text from kept')
  await second.close()
  expect(rows).toEqual([{ text: '诉求' }])
})

onEachEngine('migrations', (open) => {
  test('are applied once, and an edited file is refused', async () => {
    const database = await open()
    const migrations = `${import.meta.dirname}/../../migrations`
    expect(await migrate(database.db, migrations)).toEqual([])

    const edited = path.join(folder, 'edited')
    await fs.cp(migrations, edited, { recursive: true })
    await fs.appendFile(path.join(edited, '0001_pipeline.sql'), '\n-- edited\n')
    await expect(migrate(database.db, edited)).rejects.toThrow(/0001_pipeline/)
    await database.close()
  })

  test('an older program refuses a newer schema', async () => {
    const database = await open()
    const older = path.join(folder, 'older')
    await fs.cp(`${import.meta.dirname}/../../migrations`, older, { recursive: true })
    const names = (await fs.readdir(older)).sort()
    await fs.rm(path.join(older, names.at(-1)!))
    await expect(migrate(database.db, older)).rejects.toThrow()
    await database.close()
  })
})
