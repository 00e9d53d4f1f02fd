// LangChain posts prompts to a tracing service when any of four variables says so. The product must
// not, whatever stands in the environment it is started in.
import { spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeLlm, startFakeLlm } from '../fakes/llm/server.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const NAMES = [
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
] as const

let fake: FakeLlm
let tracing: http.Server
const traced: string[] = []
beforeAll(async () => {
  fake = await startFakeLlm()
  fake.script({ kind: 'text', text: '您好。' })
  tracing = http.createServer((request, response) => {
    traced.push(request.url ?? '')
    response.end('{}')
  })
  await new Promise<void>((resolve) => tracing.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  tracing.close()
  await fake.close()
})

const FORBID = "(await import('./src/config/no-tracing.ts')).forbidTracing()"

/** One call of the model in a process of its own; `before` runs first. */
function callModel(before: string): Promise<string> {
  const script = `${before}
    const { makeChat } = await import('./src/llm/chat.ts')
    const chat = makeChat({ baseUrl: '${fake.url}', model: 'test', apiKey: null })
    const prompt = { name: 'draft', version: 'draft@1', instructions: '', data: { question: '机密' } }
    console.log(await chat.say(prompt, { lengthMax: 100, signal: AbortSignal.timeout(5000) }))
    await (await import('@langchain/core/callbacks/promises')).awaitAllCallbacks()`
  const { port } = tracing.address() as AddressInfo
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      LANGSMITH_ENDPOINT: `http://127.0.0.1:${port}`,
      LANGSMITH_API_KEY: 'test',
      ...Object.fromEntries(NAMES.map((name) => [name, 'true'])),
    },
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  return new Promise((resolve) => child.on('close', () => resolve(said)))
}

test('without care the prompt would be posted; as the product calls it is not', async () => {
  expect(await callModel('')).toContain('您好')
  expect(traced.length).toBeGreaterThan(0)
  traced.length = 0
  expect(await callModel(FORBID)).toContain('您好')
  expect(traced).toEqual([])
}, 30_000)
