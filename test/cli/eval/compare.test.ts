import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evalCommand } from '../../../src/cli/eval/command.ts'
import { compareLines } from '../../../src/cli/eval/compare.ts'
import { type EvalLine, type Judged, judge, type LineResult } from '../../../src/cli/eval/rows.ts'
import { readRun, runFileOf, type Settings, saveRun } from '../../../src/cli/eval/saved-run.ts'
import { answered, aRow, askedBack } from './a-row.ts'

const SETTINGS: Settings = {
  date: '2026-11-25T02:00:00.000Z',
  files: ['questions.jsonl'],
  knowledge: 'v11:aa',
  embeddings: 'hash/ngram-1/128',
  vectorWeight: 0.2,
  llm: null,
  targetError: 0.02,
}
const run = (name: string, rows: readonly Judged[], settings: Settings | null = SETTINGS) => ({
  name,
  rows,
  settings,
})

describe('two runs side by side', () => {
  const wrong = answered('QYKB-007')
  const before = run('a.jsonl', [
    aRow({ id: 'mended', result: wrong }),
    aRow({ id: 'broken' }),
    aRow({ id: 'other', result: wrong }),
    aRow({ id: 'same' }),
    aRow({ id: 'gone' }),
  ])
  const after = run(
    'b.jsonl',
    [
      aRow({ id: 'mended' }),
      aRow({ id: 'broken', result: askedBack('QYKB-007') }),
      aRow({ id: 'other', result: answered('QYKB-011') }),
      aRow({ id: 'same', result: { confidence: 0.5, ms: 99, text: '换了说法' } }),
      aRow({ id: 'new' }),
      aRow({ id: 'same', file: 'another.jsonl' }),
    ],
    { ...SETTINGS, targetError: 0.05, llm: 'm' },
  )
  const lines = compareLines(before, after)
  const below = (heading: string) => {
    const rest = lines.slice(lines.indexOf(heading) + 1)
    const end = rest.findIndex((line) => line.startsWith('==') || line.includes('turns in both'))
    return rest.slice(0, end).map((line) => line.split(':')[0])
  }

  test('tell what is mended, broken and changed, each turn by its file and id', () => {
    expect(below('== fixed (1)')).toEqual(['questions.jsonl mended'])
    expect(below('== broken (1)')).toEqual(['questions.jsonl broken'])
    expect(below('== changed otherwise (1)')).toEqual(['questions.jsonl other'])
    expect(below('== only in a (1)')).toEqual(['questions.jsonl gone'])
    expect(below('== only in b (2)')).toEqual(['questions.jsonl new', 'another.jsonl same'])
    expect(lines.at(-1)).toBe('4 turns in both, 3 changed: 1 fixed, 1 broken')
  })

  test('tell each figure of the turns that both have, and the difference', () => {
    expect(lines).toContain('== 4 labelled turns     a                   b                   b − a')
    expect(lines).toContain('wrong answers           50.0% (2/4)         25.0% (1/4)         −25.0')
    expect(lines).toContain('clarify with gold       0.0% (0/4)          0.0% (0/4)          +0.0')
  })

  test('tell which settings differ', () => {
    expect(lines).toContain('targetError: 0.02 → 0.05')
    expect(lines).toContain('llm: null → m')
    expect(lines.some((line) => line.startsWith('knowledge:'))).toBe(false)
  })

  test('are held against the same labels', () => {
    const relabelled = aRow({ labels: { expect: 'answer', items: ['QYKB-011'] } })
    const told = compareLines(run('a', [aRow()]), run('b', [relabelled]))
    expect(told.at(-1)).toBe('1 turns in both, 0 changed: 0 fixed, 0 broken')
    expect(told).toContain('all right               0.0% (0/1)          0.0% (0/1)          +0.0')
  })
})

describe('a saved run', () => {
  let folder: string
  const at = (name: string) => path.join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhuqi-eval-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const lines: readonly EvalLine[] = [
    { id: '1', q: '注册公司要几天', expect: 'answer', items: ['QYKB-002'], origin: 'x' },
    { id: '2', turns: [{ user: '想办执照', expect: 'clarify' }, { user: '第一个' }] },
  ]
  const { result } = aRow()
  const results: readonly LineResult[] = [
    { id: '1', ...result },
    { id: '2', turns: [{ ...result, decision: 'clarify' }, result] },
  ]
  const rows = lines.flatMap((line, n) => judge(line, results[n]!, 'questions.jsonl'))

  test('is the results to the letter of their contract, and the rest beside them', async () => {
    await saveRun(at('run.jsonl'), { results, rows, settings: SETTINGS })
    const written = (await readFile(at('run.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(written.map((line) => JSON.parse(line))).toEqual(results)
    expect(runFileOf(at('run.jsonl'))).toBe(at('run.run.json'))
    const beside = JSON.parse(await readFile(at('run.run.json'), 'utf8'))
    expect(beside).toMatchObject({ settings: SETTINGS, latencyMs: { p50: 10, p99: 10 } })
    expect(beside.metrics).toContainEqual({ name: 'all right', count: 2, of: 2 })
  })

  test('comes back with labels and settings', async () => {
    await saveRun(at('again.jsonl'), { results, rows, settings: SETTINGS })
    const read = await readRun(at('again.jsonl'))
    expect(read.settings).toEqual(SETTINGS)
    expect(read.rows.map(({ id, labels }) => [id, labels.expect])).toEqual([
      ['1', 'answer'],
      ['2.1', 'clarify'],
      ['2.2', undefined],
    ])
    expect(compareLines(read, read).at(-1)).toBe('3 turns in both, 0 changed: 0 fixed, 0 broken')
  })

  test('without what belongs beside it is compared by its results', async () => {
    await writeFile(at('bare.jsonl'), results.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const bare = await readRun(at('bare.jsonl'))
    expect(bare.rows.map(({ id }) => id)).toEqual(['1', '2.1', '2.2'])
    const told = compareLines(bare, bare)
    expect(told).toContain('无标签：只列出变化')
    expect(told).toContain('设置未知：结果文件旁没有 .run.json')
  })

  test('whose parts do not belong together is refused', async () => {
    await saveRun(at('mixed.jsonl'), { results, rows, settings: SETTINGS })
    await writeFile(at('mixed.jsonl'), `${JSON.stringify({ id: '9', ...result })}\n`)
    await expect(readRun(at('mixed.jsonl'))).rejects.toThrow('不一致')
    await writeFile(at('broken.jsonl'), '{"id":"1"}\n')
    await expect(readRun(at('broken.jsonl'))).rejects.toThrow('第 1 行')
  })

  test.each([1, 3])('is not compared with %i files', async (count) => {
    const files = Array.from({ length: count }, () => at('again.jsonl'))
    const command = evalCommand().exitOverride()
    await expect(command.parseAsync([...files, '--compare'], { from: 'user' })).rejects.toThrow(
      '正好两个结果文件',
    )
  })
})
