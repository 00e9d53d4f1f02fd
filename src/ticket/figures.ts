// Figures of the closed loop. Each rate is two questions about one ticket, counted over rows, so that
// a figure and the list of cases behind it are the same thing.
import type { StaffId } from '../kernel/ids.ts'
import { type Calendar, localDate } from '../kernel/working-time.ts'
import type { CommandKind } from './command.ts'
import type { OutcomeCode, TicketKind } from './kinds.ts'
import { phaseOf } from './phase.ts'
import { isTimely } from './sla.ts'
import type { Instant, Ticket, TicketState } from './ticket.ts'

/** What figures need of a ledger entry; `department` is the one it put the ticket to, if any. */
export type LedgerFact = Readonly<{
  kind: CommandKind | 'register'
  timely: boolean | null
  department: string | null
}>

export type FigureRow = Readonly<{
  number: string
  state: TicketState
  kind: TicketKind
  /** `YYYY-MM` of the registration. */
  month: string
  section: string | null
  department: string | null
  district: string
  ownerId: StaffId | null
  outcome: OutcomeCode | null
  /** The handling limit has run out, and it is still being handled. */
  overdue: boolean
  /** Null while it has not been dispatched and either signed for or returned. */
  firstDispatch: 'right' | 'wrong' | null
  /** All limits of the kind kept; null when none has ended or run out yet. */
  signedOnTime: boolean | null
  resolvedOnTime: boolean | null
  wasDispatched: boolean
  wasResolved: boolean
  wasReturned: boolean
  wasReopened: boolean
  /** By call, or because the enterprise rated or confirmed by itself; null where nobody may be asked. */
  followedUp: boolean | null
  /** At least 基本满意 (3 of 5); null without a rating. */
  satisfied: boolean | null
  /** Null while the enterprise may still answer. */
  confirmedSolved: boolean | null
}>

/** `ledger` is whole and in order; what still runs is judged as of `now`. */
export function figureRow(
  ticket: Ticket,
  ledger: readonly LedgerFact[],
  calendar: Calendar,
  now: Instant,
): FigureRow {
  const did = (kind: CommandKind) => ledger.some((fact) => fact.kind === kind)
  const late = (timer: 'sign_for' | 'handling') =>
    isRunning(ticket, timer) && isTimely(ticket, timer, calendar, now) === false
  const wasResolved = RESOLVING.some(did)
  return {
    number: ticket.number,
    state: ticket.state,
    kind: ticket.kind,
    month: localDate(new Date(ticket.registeredAt)).slice(0, 7),
    section: ticket.section,
    department: ticket.department,
    district: ticket.district,
    ownerId: ticket.ownerId,
    outcome: ticket.outcome,
    overdue: late('handling'),
    firstDispatch: firstDispatch(ledger),
    signedOnTime: allKept(ledger, ['accept'], late('sign_for')),
    resolvedOnTime: allKept(ledger, RESOLVING, late('handling')),
    wasDispatched: did('dispatch') || did('decide_dispute'),
    wasResolved,
    wasReturned: did('return'),
    wasReopened: ticket.reopenings > 0,
    followedUp: wasResolved && !ticket.anonymous ? wasFollowedUp(ticket, did) : null,
    satisfied: ticket.rating === null ? null : ticket.rating.level >= 3,
    confirmedSolved: wasResolved ? isConfirmedSolved(ticket) : null,
  }
}

/** The acts that give the enterprise an answer. */
const RESOLVING: readonly CommandKind[] = ['resolve', 'approve_review', 'resolve_with_lead']

function isRunning(ticket: Ticket, timer: 'sign_for' | 'handling'): boolean {
  if (timer === 'sign_for') return ticket.state === 'dispatched'
  return ['dispatched', 'accepted', 'in_progress', 'in_review'].includes(ticket.state)
}

/** Right when whoever got it first signed for it and no other department got it afterwards. */
function firstDispatch(ledger: readonly LedgerFact[]): FigureRow['firstDispatch'] {
  const placed = ledger.filter((fact) => fact.department !== null)
  const [first] = placed
  if (ledger.some((fact) => fact.kind === 'return')) return 'wrong'
  if (first === undefined || !ledger.some((fact) => fact.kind === 'accept')) return null
  return placed.every((fact) => fact.department === first.department) ? 'right' : 'wrong'
}

function allKept(
  ledger: readonly LedgerFact[],
  kinds: readonly string[],
  lateNow: boolean,
): boolean | null {
  if (lateNow) return false
  const ended = ledger.filter((fact) => kinds.includes(fact.kind) && fact.timely !== null)
  return ended.length === 0 ? null : ended.every((fact) => fact.timely === true)
}

function wasFollowedUp(ticket: Ticket, did: (kind: CommandKind) => boolean): boolean {
  return ticket.followUps > 0 || did('follow_up') || did('rate') || did('confirm')
}

/** Solved by the enterprise's own word, in whole: closing by silence is not solving. */
function isConfirmedSolved(ticket: Ticket): boolean | null {
  if (ticket.state === 'resolved' && !ticket.objected) return null
  const bySelf = ticket.confirmedBy === 'requester' || ticket.confirmedBy === 'follow_up'
  const solved = ticket.rating === null || ticket.rating.solved === 'yes'
  return bySelf && solved && ticket.outcome === 'solved'
}

type Rate = Readonly<{
  label: string
  /** How it is reckoned, shown beside the figure. */
  meaning: string
  of: (row: FigureRow) => boolean
  hit: (row: FigureRow) => boolean
}>

/**
 * `of` says which tickets a rate is about, `hit` which of those count. In the order in which they are
 * shown.
 */
export const RATES = {
  first_dispatch: {
    label: '首派准确率',
    meaning: '首次派单后即由该单位承办、未退单改派的 ÷ 首次派单已签收或已退单的',
    of: (row) => row.firstDispatch !== null,
    hit: (row) => row.firstDispatch === 'right',
  },
  signed_on_time: {
    label: '签收及时率',
    meaning: '历次均按时签收的 ÷ 已签收或签收已逾期的',
    of: (row) => row.signedOnTime !== null,
    hit: (row) => row.signedOnTime === true,
  },
  resolved_on_time: {
    label: '按时办结率',
    meaning: '历次均按期答复的 ÷ 已答复或办理已逾期的',
    of: (row) => row.resolvedOnTime !== null,
    hit: (row) => row.resolvedOnTime === true,
  },
  resolved: {
    label: '办结率',
    meaning: '已答复或已依法终结的 ÷ 登记的（不含企业撤回；含未到期在办件）',
    of: (row) => row.state !== 'withdrawn',
    hit: (row) => phaseOf(row.state) !== 'at_work',
  },
  overdue: {
    label: '超期率',
    meaning: '目前办理已逾期的 ÷ 目前在办的',
    of: (row) => phaseOf(row.state) === 'at_work',
    hit: (row) => row.overdue,
  },
  returned: {
    label: '退单率',
    meaning: '发生过退单的 ÷ 派过单的',
    of: (row) => row.wasDispatched,
    hit: (row) => row.wasReturned,
  },
  reopened: {
    label: '重办率',
    meaning: '发生过重新办理的 ÷ 答复过的',
    of: (row) => row.wasResolved,
    hit: (row) => row.wasReopened,
  },
  followed_up: {
    label: '回访率',
    meaning: '已回访或企业已自行确认、评价的 ÷ 答复过的（不含匿名件）',
    of: (row) => row.followedUp !== null,
    hit: (row) => row.followedUp === true,
  },
  satisfied: {
    label: '满意率',
    meaning: '很满意、满意、基本满意的 ÷ 有效评价',
    of: (row) => row.satisfied !== null,
    hit: (row) => row.satisfied === true,
  },
  confirmed_solved: {
    label: '企业确认解决率',
    meaning: '企业本人或经回访确认已解决的 ÷ 答复过且答复期已结束的（逾期自动确认不计为解决）',
    of: (row) => row.confirmedSolved !== null,
    hit: (row) => row.confirmedSolved === true,
  },
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof RATES

/** `of` cases, `hit` of them; `share` from 0 to 1, null without a case. */
type Figure = Readonly<{ hit: number; of: number; share: number | null }>
export type Figures = Readonly<Record<RateName, Figure>> & Readonly<{ registered: number }>

/** `registered` counts all rows; each rate counts its own cases. */
export function figuresOf(rows: readonly FigureRow[]): Figures {
  const entries = (Object.keys(RATES) as RateName[]).map((name) => {
    const of = casesOf(rows, name)
    const hit = of.filter(RATES[name].hit).length
    const share = of.length === 0 ? null : hit / of.length
    return [name, { hit, of: of.length, share }] as const
  })
  const rates = Object.fromEntries(entries) as Record<RateName, Figure>
  return { ...rates, registered: rows.length }
}

/** The cases behind a figure: all of its base, or only those that hit or missed. */
export function casesOf(
  rows: readonly FigureRow[],
  name: RateName,
  which: 'all' | 'hit' | 'missed' = 'all',
): readonly FigureRow[] {
  const base = rows.filter(RATES[name].of)
  return which === 'all' ? base : base.filter((row) => RATES[name].hit(row) === (which === 'hit'))
}

/** Figures per section, department, district or month; in the order of the key. */
export function figuresBy(
  rows: readonly FigureRow[],
  by: 'section' | 'department' | 'district' | 'month' | 'kind',
): readonly Readonly<{ key: string | null; figures: Figures }>[] {
  const groups = new Map<string | null, FigureRow[]>()
  for (const row of rows) {
    const group = groups.get(row[by])
    if (group) group.push(row)
    else groups.set(row[by], [row])
  }
  return [...groups]
    .sort(([a], [b]) => (a ?? '').localeCompare(b ?? '', 'zh'))
    .map(([key, group]) => ({ key, figures: figuresOf(group) }))
}
