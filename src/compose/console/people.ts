// Staff and settings at the console.
import { randomUUID } from 'node:crypto'
import type { SettingsDeps } from '../../http/console-api/settings.ts'
import type { StaffDeps } from '../../http/console-api/staff.ts'
import type { CalendarDayWire, SettingsWire } from '../../http/console-api/wire.ts'
import { causeForLog } from '../../kernel/cause.ts'
import { DAY_MS } from '../../kernel/clock.ts'
import { type Calendar, localDate } from '../../kernel/working-time.ts'
import { listAudit } from '../../postgres/desk/audit.ts'
import { announceSettings, closedDaysWithReasons } from '../../postgres/desk/settings.ts'
import { saveStaffUnlessLarkTaken } from '../../postgres/desk/staff.ts'
import { endSessionsOf, makeSignInLink } from '../../postgres/sessions.ts'
import {
  declareClosedDay,
  endLeave,
  readRoster,
  recordLeave,
  saveDuties,
} from '../../postgres/staff.ts'
import { signInPath } from '../../staff/sign-in-path.ts'
import { handOverAbsences } from '../../ticket/hand-over.ts'
import { aimAt, reviewSections } from '../chat/switches.ts'
import { failedTicket } from '../tickets/failed-ticket.ts'
import { ticketDeps } from '../tickets/tickets.ts'
import { changeLimits, saveNotice } from '../tickets/work-rules.ts'
import { actorNames } from './actor-names.ts'
import { type Audited, isTrue } from './audited.ts'
import type { ConsoleParts } from './parts.ts'

export function composeStaff({ db, world, log }: ConsoleParts, audited: Audited): StaffDeps {
  const today = () => localDate(world.now())
  return {
    roster: () => readRoster(db, today()),
    loads: () => ticketDeps(world, db).reads.loads(),
    newId: randomUUID,
    save: (member, entry) =>
      audited(
        entry,
        async (tx) => {
          if (!(await saveStaffUnlessLarkTaken(tx, member))) return false
          // Changed rights hold at once; who changes their own goes on.
          if (entry.actor !== entry.subject) await endSessionsOf(tx, member.id)
          return true
        },
        isTrue,
      ),
    makeLink: async (id, entry) => signInPath(await audited(entry, (tx) => makeSignInLink(tx, id))),
    recordLeave: async (leave, entry) => {
      await audited(entry, (tx) => recordLeave(tx, leave, entry.actor))
      // The leave stands, and what is not handed over now is by the timer: recorded again, it would stand twice.
      const deps = { ...ticketDeps(world, db), failed: failedTicket(log) }
      await handOverAbsences(deps).catch((error) =>
        log.error({ error: causeForLog(error) }, 'tickets were not handed over with the leave'),
      )
    },
    endLeave: (id, entry) => audited(entry, (tx) => endLeave(tx, id, today())),
    saveDuties: ({ from, to, duties }, entry) =>
      audited(entry, (tx) => saveDuties(tx, from, to, duties)),
    known: () => {
      const { districts, sections, items } = world.base()
      return {
        districts: new Set(districts.map((one) => one.code)),
        sections: new Set(sections.map((one) => one.code)),
        items: new Set(items.map((one) => one.code)),
      }
    },
  }
}

export function composeSettings(parts: ConsoleParts, audited: Audited): SettingsDeps {
  const { db, world, switches } = parts
  const noProblem = (problems: readonly string[]) => problems.length === 0
  return {
    read: () => readSettings(parts),
    calendar: (year) => {
      const notice = world.work.notices().find((one) => one.year === year)
      return notice === undefined ? null : { days: daysOf(world.work.calendar(), year), notice }
    },
    declareClosedDay: async (day, reason, entry) => {
      await audited(entry, async (tx) => {
        await declareClosedDay(tx, day, reason, entry.actor)
        await announceSettings(tx)
      })
      await world.work.reload()
    },
    changeLimits: async (text, entry) => {
      const problems = await audited(entry, (tx) => changeLimits(tx, text, entry.actor), noProblem)
      await world.work.reload()
      return problems
    },
    saveNotice: async (given, entry) => {
      const problems = await audited(entry, (tx) => saveNotice(tx, given, entry.actor), noProblem)
      await world.work.reload()
      return problems
    },
    reviewSections: async (sections, entry) => {
      await audited(entry, (tx) => reviewSections(tx, sections, entry.actor))
      await switches.reload()
    },
    aimAt: async (targetError, entry) => {
      await audited(entry, (tx) => aimAt(tx, targetError, entry.actor))
      await switches.reload()
    },
    sectionCodes: () => new Set(world.base().sections.map((one) => one.code)),
    auditLog: async (text, page) => {
      const { rows, total } = await listAudit(db, text, page)
      const nameOf = await actorNames(db, world.now())
      return {
        rows: rows.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          actor: nameOf(row.actor),
          action: row.action,
          subject: nameOf(row.subject),
        })),
        total,
      }
    },
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
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY_MS) {
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
