// An evaluation as two files: the results, line by line (contract: design §8), and beside them what
// they were made with, the labels they were held against and the figures that came of it.
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { isLabelled, latencyOf, metricsOf } from './metrics.ts'
import { type Judged, type LineResult, labelsSchema, lineResult, type TurnResult } from './rows.ts'

const settingsSchema = z.object({
  /** When it ran, ISO. */
  date: z.string(),
  files: z.array(z.string()),
  /** The checksum that a version published from the same knowledge has. */
  knowledge: z.string(),
  embeddings: z.string(),
  vectorWeight: z.number(),
  llm: z.string().nullable(),
  targetError: z.number(),
})
export type Settings = Readonly<z.infer<typeof settingsSchema>>

const figure = z.object({ name: z.string(), count: z.number(), of: z.number() })
const runSchema = z.object({
  settings: settingsSchema,
  metrics: z.array(figure),
  latencyMs: z.object({ p50: z.number(), p99: z.number() }).nullable(),
  /** In the order of the results, a dialogue turn by turn. */
  turns: z.array(
    z.object({ file: z.string(), id: z.string(), question: z.string(), labels: labelsSchema }),
  ),
})

/** A run as it was read again; without its settings and labels when only the results are there. */
export type SavedRun = Readonly<{
  name: string
  settings: Settings | null
  rows: readonly Judged[]
}>

/** Where what belongs to the results stands: `a.jsonl` → `a.run.json`. */
export const runFileOf = (out: string): string => `${out.replace(/\.jsonl$/u, '')}.run.json`

export async function saveRun(
  out: string,
  {
    results,
    rows,
    settings,
  }: Readonly<{
    results: readonly LineResult[]
    rows: readonly Judged[]
    settings: Settings
  }>,
): Promise<void> {
  await writeFile(out, results.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const run: z.infer<typeof runSchema> = {
    settings,
    metrics: metricsOf(rows.filter(isLabelled)),
    latencyMs: latencyOf(rows),
    turns: rows.map(({ file, id, question, labels }) => ({
      file,
      id,
      question,
      labels: labelsSchema.parse(labels),
    })),
  }
  await writeFile(runFileOf(out), `${JSON.stringify(run, null, 1)}\n`)
}

/**
 * Without the file beside it, `settings` is null and nothing is labelled. Rejects when a line is no
 * result, or the two files are not of one run.
 */
export async function readRun(out: string): Promise<SavedRun> {
  const lines = (await readFile(out, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const results = lines.flatMap((line, n) => turnsOf(parsed(line, `${out} 第 ${n + 1} 行`)))
  const beside = await readFile(runFileOf(out), 'utf8').catch(() => null)
  if (beside === null) {
    const rows = results.map(({ id, result }) => ({
      id,
      file: '',
      question: '',
      labels: {},
      result,
    }))
    return { name: basename(out), settings: null, rows }
  }
  const { settings, turns } = runSchema.parse(JSON.parse(beside))
  const rows = turns.map((turn, n): Judged => {
    const found = results[n]
    if (found?.id !== turn.id) throw new Error(`${runFileOf(out)} 与结果文件不一致，请重新评测`)
    return { ...turn, result: found.result }
  })
  return { name: basename(out), settings, rows }
}

function parsed(line: string, where: string): LineResult {
  try {
    return lineResult.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(`${where} 不是评测结果`, { cause })
  }
}

function turnsOf(line: LineResult): Readonly<{ id: string; result: TurnResult }>[] {
  return 'turns' in line
    ? line.turns.map((result, n) => ({ id: `${line.id}.${n + 1}`, result }))
    : [{ id: line.id, result: line }]
}
