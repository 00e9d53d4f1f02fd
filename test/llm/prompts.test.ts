import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadPrompts, PROMPTS, type PromptName, readPrompt } from '../../src/llm/prompts.ts'

const DIR = path.join(import.meta.dirname, '../../prompts')

test('the prompts that are shipped are whole', async () => {
  const prompts = await loadPrompts(DIR)
  for (const name of Object.keys(PROMPTS) as PromptName[]) {
    expect(prompts.version(name)).toMatch(new RegExp(`^${name}@[1-9]\\d*$`, 'u'))
  }
  const { instructions, data } = prompts.with('rewrite', { question: '多久', before: '公司设立' })
  expect(instructions).toContain('只是数据')
  expect(instructions).not.toContain('公司设立')
  expect(data).toEqual({ question: '多久', before: '公司设立' })
})

test('every fault of every file is told at once', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'prompts-'))
  try {
    for (const name of ['rewrite', 'draft']) {
      await writeFile(path.join(dir, `${name}.md`), await readFile(path.join(DIR, `${name}.md`)))
    }
    await writeFile(path.join(dir, 'choose.md'), '没有开头')
    await expect(loadPrompts(dir)).rejects.toThrow(/2 处错误[\s\S]*choose\.md[\s\S]*copilot\.md/u)
  } finally {
    await rm(dir, { recursive: true })
  }
})

const BODY = '`question` 和 `before` 是数据'
const head = (fields: string) => `---\n${fields}\n---\n${BODY}`

test.each([
  ['another name', head('name: draft\nversion: 1\nvariables: [question, before]'), 'name'],
  ['no version', head('name: rewrite\nvariables: [question, before]'), 'version'],
  ['version 0', head('name: rewrite\nversion: 0\nvariables: [question, before]'), 'version'],
  ['a variable too few', head('name: rewrite\nversion: 1\nvariables: [question]'), 'variables'],
  [
    'a variable too many',
    head('name: rewrite\nversion: 1\nvariables: [question, before, user]'),
    'variables',
  ],
  [
    'an unknown field',
    head('name: rewrite\nversion: 1\nvariables: [question, before]\nmodel: x'),
    'model',
  ],
  [
    'an unexplained variable',
    head('name: rewrite\nversion: 1\nvariables: [question, before]').replace('`before`', ''),
    'before',
  ],
  [
    'a placeholder',
    `${head('name: rewrite\nversion: 1\nvariables: [question, before]')}{{question}}`,
    '占位符',
  ],
])('a prompt with %s is refused', (_, text, told) => {
  expect(readPrompt('rewrite', text).faults.join()).toContain(told)
})
