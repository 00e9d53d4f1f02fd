// What whoever opens the console is told to see to, where it is theirs to see to.
import { holds } from '../../http/console-api/parts.ts'
import type { AlarmWire } from '../../http/console-api/wire.ts'
import type { StaffId } from '../../kernel/ids.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { ChangeState } from '../../knowledge/change/change.ts'
import { countTickets } from '../../postgres/desk/ticket-list.ts'
import { uncoveredYears } from '../../postgres/desk/uncovered.ts'
import { listChanges } from '../../postgres/knowledge-changes.ts'
import { backlog } from '../../postgres/lease.ts'
import { readRoster } from '../../postgres/staff.ts'
import { waitingTickets } from '../../postgres/status.ts'
import { CITY_DISTRICT, type StaffMember } from '../../staff/staff.ts'
import { actorOf } from '../../ticket/actor.ts'
import { ALL_TICKETS, reachOf } from '../../ticket/desk-list.ts'
import { unattended, WHY_UNATTENDED } from '../../ticket/unattended.ts'
import { vectorState } from '../knowledge/vector-state.ts'
import type { ConsoleParts } from './parts.ts'

/** From this month of the year on, the next year's calendar is asked for. */
const NEXT_YEAR_ASKED_FROM_MONTH = 11

export async function alarmsFor(parts: ConsoleParts, staff: StaffMember): Promise<AlarmWire[]> {
  const found = await Promise.all([
    deadLetterAlarm(parts, staff),
    unownedAlarm(parts, staff),
    unattendedAlarm(parts, staff),
    calendarAlarm(parts, staff),
    peopleAlarm(parts, staff),
    larkAlarm(parts, staff),
    changesAlarm(parts, staff),
    vectorsAlarm(parts, staff),
  ])
  return found.filter((one) => one !== null)
}

/** Answers found by words alone are worse, and nobody sees it from outside. */
async function vectorsAlarm({ db, knowledge, vectors }: ConsoleParts, staff: StaffMember) {
  if (!holds(staff, 'knowledge.publish')) return null
  const state = await vectorState(db, { knowledge, vectors })
  if (state === null || state.words === null) return null
  // Built-in ones stand in for a while after every first start.
  if (state.stand.used !== 'none' && state.problem === null) return null
  return { level: 'warning', text: state.words, to: '/knowledge?tab=versions' } as const
}

async function deadLetterAlarm({ db }: ConsoleParts, staff: StaffMember) {
  if (!holds(staff, 'dead_letter.read')) return null
  const [inbox, outbox] = await Promise.all([
    backlog(db, 'inbox_entry'),
    backlog(db, 'outbox_entry'),
  ])
  const dead = inbox.dead + outbox.dead
  if (dead === 0) return null
  return {
    level: 'error',
    text: `有 ${dead} 条消息多次未能处理，请查看原因`,
    to: '/dead-letters',
  } as const
}

async function unownedAlarm({ db }: ConsoleParts, staff: StaffMember) {
  if (!holds(staff, 'dispatch')) return null
  const reach = reachOf(actorOf(staff), 'dispatch')
  const states = ['created', 'returned', 'reopened'] as const
  const count = await countTickets(db, reach, { ...ALL_TICKETS, states })
  if (count === 0) return null
  const to = `/tickets?state=${states.join(',')}`
  return { level: 'warning', text: `有 ${count} 件诉求还没有承办人，请派单`, to } as const
}

/** Changes to items that wait for this person. */
async function changesAlarm({ db }: ConsoleParts, staff: StaffMember) {
  const count = async (
    filter: Readonly<{ states: readonly ChangeState[]; author: StaffId | null }>,
  ) => (await listChanges(db, { ...filter, code: null }, { page: 1, size: 1 })).total
  const toApprove = holds(staff, 'knowledge.approve')
    ? await count({ states: ['submitted'], author: null })
    : 0
  if (toApprove > 0) {
    const to = '/knowledge?tab=changes&state=submitted'
    return { level: 'info', text: `有 ${toApprove} 项知识改动待审核`, to } as const
  }
  const sentBack = await count({ states: ['sent_back'], author: staff.id })
  if (sentBack === 0) return null
  const to = '/knowledge?tab=changes&mine=1&state=sent_back'
  return {
    level: 'warning',
    text: `您有 ${sentBack} 项知识改动被退回，请修改后再提交`,
    to,
  } as const
}

/** What no notice reaches anybody about: to whoever can assign a person, or change who is there. */
async function unattendedAlarm({ db, world }: ConsoleParts, staff: StaffMember) {
  const manages = holds(staff, 'staff.manage')
  if (!manages && !holds(staff, 'dispatch')) return null
  const today = localDate(world.now())
  const all = unattended(await waitingTickets(db), await readRoster(db, today), today)
  const reached = (district: string) =>
    manages || [CITY_DISTRICT, district].some((one) => staff.districts.includes(one))
  const found = all.filter((one) => reached(one.waiting.district))
  const [first] = found
  if (first === undefined) return null
  const count = found.reduce((sum, one) => sum + one.waiting.count, 0)
  const reasons = [...new Set(found.map((one) => WHY_UNATTENDED[one.why]))].join('；')
  const to = holds(staff, 'dispatch') ? `/tickets/${first.waiting.firstNumber}` : '/staff'
  return { level: 'error', text: `有 ${count} 件诉求无人可以办理：${reasons}`, to } as const
}

/** A limit that runs into a year without a calendar, or a year that is about to begin without one. */
async function calendarAlarm({ db, world }: ConsoleParts, staff: StaffMember) {
  if (!holds(staff, 'settings.manage') && !holds(staff, 'dispatch')) return null
  const today = localDate(world.now())
  const covered = world.work.coveredYears()
  const needed = (await uncoveredYears(db)).filter((year) => !covered.includes(year))
  if (needed.length > 0) {
    const text = `${needed.join('、')} 年放假安排未导入，已有诉求无法计算期限`
    return { level: 'error', text, to: '/settings' } as const
  }
  const year = Number(today.slice(0, 4))
  const wanted = Number(today.slice(5, 7)) >= NEXT_YEAR_ASKED_FROM_MONTH ? year + 1 : year
  if (covered.includes(wanted)) return null
  const text = `${wanted} 年放假安排尚未导入；跨年的期限暂不显示日期，请在国务院办公厅通知公布后导入`
  return { level: 'warning', text, to: '/settings' } as const
}

async function peopleAlarm({ db, world }: ConsoleParts, staff: StaffMember) {
  if (!holds(staff, 'staff.manage')) return null
  const roster = await readRoster(db, localDate(world.now()))
  if (roster.staff.some((one) => one.active && one.roles.includes('specialist'))) return null
  return { level: 'error', text: '还没有服务专员，诉求无人承办', to: '/staff' } as const
}

async function larkAlarm({ larkProblem }: ConsoleParts, staff: StaffMember) {
  const problem = larkProblem()
  if (problem === null || !holds(staff, 'settings.manage')) return null
  return { level: 'error', text: `飞书连接异常：${problem}`, to: '/settings' } as const
}
