// Staff and settings at the console.
import { randomUUID } from 'node:crypto'
import type { SettingsDeps } from '../http/console-api/settings.ts'
import type { StaffDeps } from '../http/console-api/staff.ts'
import type { CalendarDayWire, SettingsWire } from '../http/console-api/wire.ts'
import { type Calendar, localDate } from '../kernel/working-time.ts'
import { bindings } from '../postgres/bindings.ts'
import { listAudit } from '../postgres/desk/audit.ts'
import { announceSettings, closedDaysWithReasons } from '../postgres/desk/settings.ts'
import { saveStaffUnlessLarkTaken } from '../postgres/desk/staff.ts'
import { endSessionsOf, makeSignInLink } from '../postgres/sessions.ts'
import {
  declareClosedDay,
  endLeave,
  readRoster,
  recordLeave,
  saveDuties,
} from '../postgres/staff.ts'
import { handOverAbsences } from '../ticket/hand-over.ts'
import { settleBinding } from './bindings.ts'
import type { Audit, ConsoleParts } from './console-parts.ts'
import { ticketDeps } from './tickets.ts'
import { changeLimits, saveNotice } from './work-rules.ts'

export function composeStaff({ db, world }: ConsoleParts, audit: Audit): StaffDeps {
  const today = () => localDate(world.now())
  return {
    roster: () => readRoster(db, today()),
    loads: () => ticketDeps(world, db).reads.loads(),
    newId: randomUUID,
    save: (member) => saveStaffUnlessLarkTaken(db, member),
    endSessions: (id) => endSessionsOf(db, id),
    makeLink: async (id) => `/console/enter?token=${await makeSignInLink(db, id)}`,
    recordLeave: async (leave, by) => {
      await recordLeave(db, leave, by)
      await handOverAbsences(ticketDeps(world, db))
    },
    endLeave: (id) => endLeave(db, id, today()),
    saveDuties: (from, to, duties) =>
      db.transaction().execute((tx) => saveDuties(tx, from, to, duties)),
    known: () => {
      const { districts, sections, items } = world.base()
      return {
        districts: new Set(districts.map((one) => one.code)),
        sections: new Set(sections.map((one) => one.code)),
        items: new Set(items.map((one) => one.code)),
      }
    },
    audit,
  }
}

export function composeSettings(parts: ConsoleParts, audit: Audit): SettingsDeps {
  const { db, world, switches } = parts
  return {
    read: () => readSettings(parts),
    calendar: (year) => {
      const notice = world.work.notices().find((one) => one.year === year)
      return notice === undefined ? null : { days: daysOf(world.work.calendar(), year), notice }
    },
    declareClosedDay: async (day, reason, by) => {
      await declareClosedDay(db, day, reason, by)
      await world.work.reload()
      await announceSettings(db)
    },
    changeLimits: async (text, by) => {
      const problems = await changeLimits(db, text, by)
      await world.work.reload()
      return problems
    },
    saveNotice: async (given, by) => {
      const problems = await saveNotice(db, given, by)
      await world.work.reload()
      return problems
    },
    reviewSections: switches.reviewSections,
    aimAt: switches.aimAt,
    sectionCodes: () => new Set(world.base().sections.map((one) => one.code)),
    bindings: async () =>
      (await bindings(db, { waiting: true })).map((one) => ({
        id: one.id,
        contactName: one.contactName,
        enterpriseName: one.enterpriseName,
        creditCode: one.creditCode,
        askedAt: one.askedAt.toISOString(),
      })),
    decideBinding: (id, confirmed, by) =>
      db.transaction().execute((tx) => settleBinding(tx, id, confirmed, by)),
    auditLog: async (text, page) => {
      const { rows, total } = await listAudit(db, text, page)
      const { staff } = await readRoster(db, localDate(world.now()))
      const name = (actor: string) =>
        staff.find((one) => `staff:${one.id}` === actor)?.name ?? actor
      return {
        rows: rows.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          actor: name(row.actor),
          action: row.action,
          subject: name(row.subject),
        })),
        total,
      }
    },
    audit,
  }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

async function readSettings(parts: ConsoleParts): Promise<SettingsWire> {
  const { db, world, switches } = parts
  const { limits, periods, retention } = world.work.rules()
  const { text, changed } = world.work.rulesText()
  return {
    limits,
    periods: periods.map(({ from, to }) => `${clock(from)}–${clock(to)}`),
    retention,
    limitsText: text,
    limitsChanged: changed,
    limitsProblem: world.work.problem(),
    coveredYears: world.work.coveredYears(),
    closedDays: await closedDaysWithReasons(db),
    reviewedSections: [...switches.reviewedSections()],
    targetError: switches.targetError(),
    connections: connectionsOf(parts),
  }
}

function connectionsOf({ config, larkProblem }: ConsoleParts): SettingsWire['connections'] {
  const { lark, llm, embedding, exchange, storage } = config
  const problem = larkProblem()
  return [
    {
      name: '数据存储',
      on: true,
      text: storage.kind === 'postgres' ? 'PostgreSQL' : '内置数据库（单机）',
    },
    {
      name: '飞书',
      on: lark !== null && problem === null,
      text:
        lark === null ? '未开启' : (problem ?? (lark.mode === 'webhook' ? '事件推送' : '长连接')),
    },
    { name: '大模型', on: llm !== null, text: llm?.model ?? '未开启，不影响问答' },
    {
      name: '向量模型',
      on: embedding !== null,
      text: embedding ? `${embedding.model}（${embedding.dim} 维）` : '使用内置向量',
    },
    {
      name: '工单平台对接',
      on: exchange !== null,
      text: exchange ? '已配置' : '未接通，可导出工单人工转录',
    },
  ]
}

/** Every day of a year and what kind of day it is. */
function daysOf(calendar: Calendar, year: number): readonly CalendarDayWire[] {
  const days: CalendarDayWire[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10)
    days.push({ date, kind: kindOf(calendar, date, new Date(at).getUTCDay()) })
  }
  return days
}

function kindOf(calendar: Calendar, date: string, weekday: number): CalendarDayWire['kind'] {
  if (calendar.closedDays.has(date)) return 'closed'
  if (calendar.workdays.has(date)) return 'extra_work'
  if (calendar.holidays.has(date)) return 'holiday'
  return weekday === 0 || weekday === 6 ? 'rest' : 'work'
}
