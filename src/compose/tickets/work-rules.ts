// Limits, working hours and the calendar as they are now: the shipped files, what an administrator
// has changed at the console, and the days declared closed.
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import {
  type CalendarNotice,
  calendarNoticeSchema,
  parseCalendarYear,
} from '../../files/calendar.ts'
import { parseWorkRules, type WorkRules } from '../../files/limits.ts'
import type { Parsed } from '../../files/yaml.ts'
import { isSame } from '../../kernel/canonical.ts'
import { inTurn } from '../../kernel/in-turn.ts'
import { type Calendar, makeCalendar } from '../../kernel/working-time.ts'
import type { Db } from '../../postgres/database.ts'
import { changeSetting, readSetting, saveSetting } from '../../postgres/desk/settings.ts'
import { readClosedDays } from '../../postgres/staff.ts'

export type WorkRulesNow = Readonly<{
  rules: () => WorkRules
  /** The text in force, in the form of `limits.yaml`, and whether it was changed at the console. */
  rulesText: () => Readonly<{ text: string; changed: boolean }>
  /** Why the change made at the console is not in force: it does not fit this version any more. */
  problem: () => string | null
  calendar: () => Calendar
  /** The notices of the State Council that are loaded, by year. */
  notices: () => readonly CalendarNotice[]
  coveredYears: () => readonly number[]
  /** Reads again what is stored; the calendar is another one only where that has changed. */
  reload: () => Promise<void>
}>

const LIMITS = 'limits'
const NOTICES = 'calendar_notices'

const limitsSchema = z.string().nullable().catch(null)
const noticesSchema = z.array(calendarNoticeSchema).catch([])

/** @throws Error that names the file and what is wrong with it */
export async function openWorkRules(db: Db, knowledgeDir: string): Promise<WorkRulesNow> {
  const shipped = await readShipped(knowledgeDir)
  let stored = await readStored(db)
  let now = inForce(stored, shipped)
  return {
    rules: () => now.rules,
    rulesText: () => now.rulesText,
    problem: () => now.problem,
    calendar: () => now.calendar,
    notices: () => now.notices,
    coveredYears: () => now.notices.map((one) => one.year),
    reload: inTurn(async () => {
      const read = await readStored(db)
      if (isSame(read, stored)) return
      stored = read
      now = inForce(stored, shipped)
    }),
  }
}

/**
 * Puts limits in force for what is registered from now on; null puts back what is shipped.
 *
 * @returns what is wrong with the text; nothing is changed then
 */
export async function changeLimits(
  db: Db,
  text: string | null,
  by: string,
): Promise<readonly string[]> {
  if (text !== null) {
    const parsed = parseWorkRules('', text)
    if (!parsed.ok) return linesOf(parsed)
  }
  await saveSetting(db, LIMITS, text, by)
  return []
}

/**
 * Adds the notice of a year, or puts it in the place of the one that was loaded.
 *
 * @returns what is wrong with it; nothing is changed then
 */
export async function saveNotice(db: Db, given: unknown, by: string): Promise<readonly string[]> {
  const checked = calendarNoticeSchema.safeParse(given)
  if (!checked.success) {
    return checked.error.issues.map((one) => `${one.path.join('.')} ${one.message}`.trim())
  }
  const notice = checked.data
  const withIt = (stored: unknown) => [...without(noticesSchema.parse(stored), notice.year), notice]
  await changeSetting(db, NOTICES, withIt, by)
  return []
}

type Shipped = Readonly<{ text: string; rules: WorkRules; notices: readonly CalendarNotice[] }>

async function readShipped(dir: string): Promise<Shipped> {
  const text = await read(dir, 'limits.yaml')
  const rules = accept(parseWorkRules('limits.yaml', text))
  return { text, rules, notices: await readNotices(path.join(dir, 'calendar')) }
}

type Stored = Readonly<{
  limits: string | null
  notices: readonly CalendarNotice[]
  closedDays: readonly string[]
}>

async function readStored(db: Db): Promise<Stored> {
  return {
    limits: limitsSchema.parse(await readSetting(db, LIMITS)),
    notices: noticesSchema.parse(await readSetting(db, NOTICES)),
    closedDays: await readClosedDays(db),
  }
}

function inForce(stored: Stored, shipped: Shipped) {
  const changed = stored.limits
  const parsed = changed === null ? null : parseWorkRules('', changed)
  const rules = parsed?.ok ? parsed.value : shipped.rules
  const notices = stored.notices
    .reduce((all, one) => [...without(all, one.year), one], shipped.notices)
    .toSorted((a, b) => a.year - b.year)
  return {
    rules,
    rulesText: { text: changed ?? shipped.text, changed: changed !== null },
    problem: parsed === null || parsed.ok ? null : linesOf(parsed).join('；'),
    notices,
    calendar: makeCalendar(notices, rules.periods, stored.closedDays),
  }
}

const without = (notices: readonly CalendarNotice[], year: number) =>
  notices.filter((one) => one.year !== year)

async function readNotices(folder: string): Promise<CalendarNotice[]> {
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
  throw new Error(linesOf(parsed).join('\n'))
}

const linesOf = ({ problems }: Extract<Parsed<unknown>, { ok: false }>): string[] =>
  problems.map((one) => [one.file, one.path, one.reason].filter((part) => part !== '').join(' '))
