// What is measured with must not be learnt from.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { evalLine, isDialogue } from '../src/cli/eval/rows.ts'
import { loadKnowledgeFolder } from '../src/files/knowledge-folder.ts'

const FOLDER = path.join(import.meta.dirname, 'evaluation')

const plain = (text: string) => text.replace(/[\p{P}\p{S}\s]/gu, '').toLowerCase()

/** Shorter ones (「几天」) are said by everybody. */
const SAYS_SOMETHING_MIN = 8

async function measuredWith(): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.jsonl'))
  const texts = await Promise.all(files.map((file) => readFile(path.join(FOLDER, file), 'utf8')))
  return texts
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => evalLine.parse(JSON.parse(line)))
    .flatMap((line) => (isDialogue(line) ? line.turns.map(({ user }) => user) : [line.q]))
}

test('nothing in knowledge/ is a sentence that is measured with', async () => {
  const read = await loadKnowledgeFolder('knowledge')
  if (read.kind === 'invalid') throw new Error('knowledge/ is not valid')
  const { items, routes, calibration, fields } = read.base
  const learnt = new Set(
    [
      ...items.flatMap(({ questions, faq }) => [...questions, ...faq.map(({ q }) => q)]),
      ...[...routes, ...calibration, ...fields].map(({ q }) => q),
    ].map(plain),
  )
  const measured = await measuredWith()
  expect(measured.length).toBeGreaterThan(1_000)
  expect(
    measured.filter((text) => {
      const said = plain(text)
      return said.length >= SAYS_SOMETHING_MIN && learnt.has(said)
    }),
  ).toEqual([])
})
