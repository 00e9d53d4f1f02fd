// Two saved runs side by side: what changed, question by question.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const turn = z.looseObject({
  decision: z.string(),
  items: z.array(z.string()),
  field: z.string().nullable(),
})
const row = z.union([
  z.looseObject({ id: z.string(), turns: z.array(turn) }),
  turn.extend({ id: z.string() }),
])

type Turn = z.infer<typeof turn>

export async function compareRuns(files: readonly string[]): Promise<string[]> {
  const [before, after] = await Promise.all(files.slice(0, 2).map(readRun))
  if (before === undefined || after === undefined) {
    throw new Error('--compare 需要两个结果文件')
  }
  const changes = [...after].flatMap(([id, now]) => {
    const was = before.get(id)
    return was === undefined || same(was, now) ? [] : [`${id}: ${told(was)} → ${told(now)}`]
  })
  const missing = [...before.keys()].filter((id) => !after.has(id)).length
  return [...changes, `${after.size} turns, ${changes.length} changed, ${missing} missing`]
}

async function readRun(file: string): Promise<Map<string, Turn>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const turns = new Map<string, Turn>()
  for (const line of lines) {
    const read = row.parse(JSON.parse(line))
    if ('turns' in read) {
      for (const [n, one] of (read.turns as Turn[]).entries()) turns.set(`${read.id}.${n + 1}`, one)
    } else turns.set(read.id, read)
  }
  return turns
}

const same = (a: Turn, b: Turn) =>
  a.decision === b.decision && a.items[0] === b.items[0] && a.field === b.field

const told = ({ decision, items, field }: Turn) =>
  `${decision} ${items[0] ?? '–'} ${field ?? 'overview'}`
