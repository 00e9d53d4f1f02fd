// The rules of working time and limits as they stand in the folder `knowledge/`.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CalendarYear } from '../kernel/working-time.ts'
import { parseCalendarYear } from './calendar.ts'
import { parseWorkRules, type WorkRules } from './limits.ts'
import type { FileProblem } from './yaml.ts'

export type LoadedWorkRules =
  | (Readonly<{ kind: 'ok'; years: readonly CalendarYear[] }> & WorkRules)
  | Readonly<{ kind: 'invalid'; problems: readonly FileProblem[] }>

/** Reads `limits.yaml` and `calendar/*.yaml`, reporting every problem at once. Rejects when they cannot be read. */
export async function loadWorkRules(dir: string): Promise<LoadedWorkRules> {
  const names = (await readdir(join(dir, 'calendar')))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const [rules, ...years] = await Promise.all([
    readFile(join(dir, 'limits.yaml'), 'utf8').then((text) => parseWorkRules('limits.yaml', text)),
    ...names.map(async (name) => {
      const file = `calendar/${name}`
      return parseCalendarYear(file, await readFile(join(dir, file), 'utf8'))
    }),
  ])
  const problems = [rules, ...years].flatMap((one) => (one.ok ? [] : one.problems))
  if (!rules.ok || problems.length > 0) return { kind: 'invalid', problems }
  return {
    kind: 'ok',
    ...rules.value,
    years: years.flatMap((one) => (one.ok ? [one.value] : [])),
  }
}
