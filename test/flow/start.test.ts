// Starting and stopping as an operator meets it: one clear line for each mistake, a stop that ends in
// time whatever is under way, a restart that builds nothing, and no secret in anything written.

import fs from 'node:fs'
import http from 'node:http'
import type net from 'node:net'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { say } from '../fakes/lark/people.ts'
import { addGroup, addPerson } from '../fakes/lark/world.ts'
import { larkSettings, startPatientLark, TRIAGE_CHAT, until } from './harness.ts'
import { freePort, startProduct, temporaryFolder } from './processes.ts'
import { makeProgramRoot } from './small-root.ts'
import { aVisitor } from './web-visitor.ts'

const STOP_MS_MAX = 10_000

let root: string
beforeAll(() => {
  root = makeProgramRoot()
})

/** Starts what cannot start. @returns the lines with which it ended */
async function refusal(settings: Record<string, string>): Promise<string[]> {
  const product = startProduct(root, { DATA_DIR: temporaryFolder(), PORT: '0', ...settings })
  const { code } = await product.ended
  expect(code).toBe(1)
  expect(product.output()).not.toMatch(/\n\s+at |node:internal/)
  return product
    .output()
    .split('\n')
    .filter((line) => line.startsWith('无法启动'))
}

describe('a mistake in the settings is one line that names it', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['unknown', { LARK_APPID: 'cli_1' }, /LARK_APPID: 没有这个配置项/],
    ['malformed', { PORT: 'abc' }, /PORT: /],
    ['contradictory', { ROLE: 'worker' }, /DATABASE_URL: ROLE=worker 需要/],
    ['half given', { LLM_MODEL: 'm' }, /LLM_BASE_URL: 已设置 LLM_MODEL/],
    ['not reachable', { DATABASE_URL: 'postgresql://u:geheim@127.0.0.1:1/x' }, /连接不上数据库/],
    ['a host that is not ours', { HOST: '192.0.2.1' }, /HOST=192\.0\.2\.1 不是本机地址/],
  ])('%s', async (_, settings, line) => {
    const lines = await refusal(settings)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(line)
    expect(lines[0]).not.toContain('geheim')
  })

  test('several are all told at once', async () => {
    const lines = await refusal({ LARK_MODE: 'webhook' })
    for (const name of ['APP_ID', 'APP_SECRET', 'ENCRYPT_KEY', 'VERIFICATION_TOKEN']) {
      expect(lines.filter((line) => line.includes(`LARK_${name}`))).toHaveLength(1)
    }
  })
})

describe('what is not to be had is one line too', () => {
  test('a port that is taken', async () => {
    const other = http.createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as net.AddressInfo
    expect(await refusal({ PORT: String(port) })).toEqual([
      expect.stringContaining(`端口 ${port} 已被占用`),
    ])
    other.close()
  })

  test('a data directory that is a file', async () => {
    const file = path.join(temporaryFolder(), 'file')
    fs.writeFileSync(file, '')
    expect(await refusal({ DATA_DIR: file })).toEqual([expect.stringMatching(/不是目录/)])
  })

  test.skipIf(process.getuid?.() === 0)('a data directory without permission', async () => {
    const folder = temporaryFolder()
    fs.chmodSync(folder, 0o500)
    expect(await refusal({ DATA_DIR: path.join(folder, 'data') })).toEqual([
      expect.stringMatching(/没有写入 .* 的权限/),
    ])
  })
})

describe('a running product', () => {
  const dataDir = temporaryFolder()

  test('is alone on its directory; stops in order; and starts again from the stored snapshot', async () => {
    const settings = { DATA_DIR: dataDir, PORT: String(await freePort()) }
    const first = startProduct(root, settings)
    await first.ready()
    expect(first.output()).toContain('发布知识库')
    expect(await refusal({ DATA_DIR: dataDir })).toEqual([
      expect.stringContaining('正被另一个进程使用'),
    ])
    const visitor = await aVisitor(first.url)
    await visitor.says('公司设立登记要几天')
    await visitor.answers(1)
    expect(await first.stop()).toMatchObject({ code: 0 })

    const began = Date.now()
    const second = startProduct(root, settings)
    await second.ready()
    console.log(`restart: ready after ${Date.now() - began} ms`)
    expect(second.output()).not.toContain('发布知识库')
    expect(await second.stop()).toMatchObject({ code: 0 })
  })

  test('is told to stop while it still publishes: it gives up and ends', async () => {
    const product = startProduct(root, { DATA_DIR: temporaryFolder(), PORT: '0' })
    await until(() => product.output().includes('发布知识库：'), 'it publishes')
    const { code, ms } = await product.stop()
    console.log(`stopped publishing after ${ms} ms`)
    expect(code).toBe(0)
    expect(product.output()).not.toContain('无法启动')
  })

  test('stops in time while pages are open, questions wait and Lark does not answer', async () => {
    const fake = await startPatientLark()
    addGroup(fake.world, '诉求派单群', [], { id: TRIAGE_CHAT })
    const port = String(await freePort())
    const settings = { ...larkSettings(fake), DATA_DIR: dataDir, PORT: port }
    const product = startProduct(root, settings)
    await product.ready()
    fake.world.webhookUrl = `${product.url}/lark/events`
    const page = await (await aVisitor(product.url)).listen()
    for (let n = 0; n < 50; n++) fake.world.faults.push({ path: /messages/, action: 'hang' })
    const people = Array.from({ length: 12 }, (_, n) => addPerson(fake.world, `示例${n}`))
    await Promise.all(people.map((one) => say(fake.world, one.openId, '公司设立登记要几天')))
    await until(
      () => fake.world.requests.some((one) => one.path.endsWith('/messages')),
      'a send hangs',
    )
    const { code, ms } = await product.stop()
    console.log(`stopped busy after ${ms} ms`)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(STOP_MS_MAX)
    page.close()
    await fake.close()

    const { app } = fake.world
    const secrets = [
      app.secret,
      app.encryptKey,
      app.verificationToken,
      ...fake.world.tokens.map((one) => one.value),
    ]
    for (const secret of secrets) expect(product.output()).not.toContain(secret)
  })
})
