import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeAssistant } from '../../src/cli/assistant.ts'
import { runTurn } from '../../src/cli/eval/run.ts'
import { makeSmallRoot } from '../flow/small-root.ts'

const dir = path.join(makeSmallRoot(), 'knowledge')
const cache = mkdtempSync(path.join(os.tmpdir(), 'zhuqi-cache-'))
afterAll(() => rmSync(cache, { recursive: true }))

async function answersOf() {
  const steps: string[] = []
  const assistant = await makeAssistant({
    dir,
    embeddings: 'hash',
    llm: 'off',
    cache,
    progress: (line) => steps.push(line),
  })
  const answers = []
  for (const q of ['公司设立登记要几天', '想办执照', '个体户怎么注销', '你好']) {
    const { result } = await runTurn(assistant, q, null)
    answers.push({ ...result, ms: 0 })
  }
  return { answers, steps }
}

test('a recalled knowledge base answers as the one that was built', async () => {
  const built = await answersOf()
  const recalled = await answersOf()
  expect(built.steps.some((step) => step.startsWith('训练'))).toBe(true)
  expect(recalled.steps).toEqual([])
  expect(recalled.answers).toEqual(built.answers)
})
