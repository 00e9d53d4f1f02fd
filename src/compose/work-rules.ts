// Limits, working hours and the calendar as they are now: the files, and the days that an
// administrator has declared closed.
import fs from 'node:fs/promises'
import path from 'node:path'
import { parseCalendarYear } from '../files/calendar.ts'
import { parseWorkRules, type WorkRules } from '../files/limits.ts'
import type { Parsed } from '../files/yaml.ts'
import { type Calendar, type CalendarYear, makeCalendar } from '../kernel/working-time.ts'
import type { Db } from '../postgres/database.ts'
import { readClosedDays } from '../postgres/staff.ts'

export type WorkRulesNow = Readonly<{
  rules: () => WorkRules
  calendar: () => Calendar
  /** The years whose State Council notice is loaded. */
  coveredYears: () => readonly number[]
  /** Reads the declared closed days again. */
  reload: () => Promise<void>
}>

/** @throws Error that names the file and what is wrong with it */
export async function openWorkRules(db: Db, knowledgeDir: string): Promise<WorkRulesNow> {
  const rules = accept(parseWorkRules('limits.yaml', await read(knowledgeDir, 'limits.yaml')))
  const years = await readYears(path.join(knowledgeDir, 'calendar'))
  const make = async () => makeCalendar(years, rules.periods, await readClosedDays(db))
  let calendar = await make()
  return {
    rules: () => rules,
    calendar: () => calendar,
    coveredYears: () => years.map((one) => one.year),
    reload: async () => {
      calendar = await make()
    },
  }
}

async function readYears(folder: string): Promise<CalendarYear[]> {
  const names = (await fs.readdir(folder)).filter((name) => /^\d{4}\.yaml$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) =>
      accept(parseCalendarYear(`calendar/${name}`, await read(folder, name))),
    ),
  )
}

function read(folder: string, name: string): Promise<string> {
  return fs.readFile(path.join(folder, name), 'utf8')
}

function accept<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  const lines = parsed.problems.map((one) => `${one.file} ${one.path}: ${one.reason}`)
  throw new Error(lines.join('\n'))
}
