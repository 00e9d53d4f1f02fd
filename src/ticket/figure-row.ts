// What figures count of one ticket: of the whole of it, and of each department that has had it.
import type { StaffId } from '../kernel/ids.ts'
import { type Calendar, localDate } from '../kernel/working-time.ts'
import type { CommandKind } from './command.ts'
import { type Facts, type Held, heldFacts, type LedgerFact, RESOLVING } from './figure-facts.ts'
import type { OutcomeCode, TicketKind } from './kinds.ts'
import { isTimely } from './sla.ts'
import type { Instant, Ticket, TicketState } from './ticket.ts'

/** What a department may have had a part in; of a whole ticket, all of its departments together. */
type Share = Readonly<{
  department: string | null
  /** The ticket is there now, or was at its end. */
  isHeld: boolean
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
  wasCorrected: boolean
  /** By call, or because the enterprise rated or confirmed by itself; null where nobody may be asked. */
  followedUp: boolean | null
  /** At least 基本满意 (3 of 5); null without a rating. */
  satisfied: boolean | null
  /** Null while the enterprise may still answer. */
  confirmedSolved: boolean | null
}>

type WholeRow = Share &
  Readonly<{
    number: string
    state: TicketState
    kind: TicketKind
    /** `YYYY-MM` of the registration. */
    month: string
    section: string | null
    district: string
    ownerId: StaffId | null
    outcome: OutcomeCode | null
  }>

export type FigureRow = WholeRow &
  Readonly<{
    /** One for each department that has had it, and where it is or ended. */
    byDepartment: readonly FigureRow[]
  }>

/** `ledger` is whole and in order; what still runs is judged as of `now`. */
export function figureRow(
  ticket: Ticket,
  ledger: readonly LedgerFact[],
  calendar: Calendar,
  now: Instant,
): FigureRow {
  const facts = heldFacts(ticket, ledger, calendar)
  const late = (timer: 'sign_for' | 'handling') =>
    isRunning(ticket, timer) && isTimely(ticket, timer, calendar, now) === false
  const scene = { ticket, facts, late }
  const whole = {
    number: ticket.number,
    state: ticket.state,
    kind: ticket.kind,
    month: localDate(new Date(ticket.registeredAt)).slice(0, 7),
    section: ticket.section,
    district: ticket.district,
    ownerId: ticket.ownerId,
    outcome: ticket.outcome,
    ...wholeShare(scene),
  }
  const had = facts.held.flatMap(({ department }) => department ?? [])
  const byDepartment = [...new Set([...had, ticket.department])].map((one) => ({
    ...whole,
    ...shareOf(scene, one),
    byDepartment: [],
  }))
  return { ...whole, byDepartment }
}

type Scene = Readonly<{
  ticket: Ticket
  facts: Facts
  /** The limit runs, and is over. */
  late: (timer: 'sign_for' | 'handling') => boolean
}>

function wholeShare({ ticket, facts: { held }, late }: Scene): Share {
  const did = (kind: CommandKind) => held.some((fact) => fact.kind === kind)
  const wasResolved = held.some(isAnswer)
  return {
    department: ticket.department,
    isHeld: true,
    overdue: late('handling'),
    firstDispatch: firstDispatch(held),
    signedOnTime: allKept(held.flatMap(signing), late('sign_for')),
    resolvedOnTime: allKept(
      held.filter(isAnswer).map(({ timely }) => timely),
      late('handling'),
    ),
    wasDispatched: did('dispatch') || did('decide_dispute'),
    wasResolved,
    wasReturned: did('return'),
    wasReopened: ticket.reopenings > 0,
    wasCorrected: held.some(({ corrects }) => corrects),
    followedUp: wasResolved && !ticket.anonymous ? wasFollowedUp(ticket, did) : null,
    satisfied: ticket.rating === null ? null : ticket.rating.level >= 3,
    confirmedSolved: wasResolved ? isConfirmedSolved(ticket) : null,
  }
}

/** What judges the answer judges whoever gave it last; what runs now runs for whoever has it now. */
function shareOf(scene: Scene, department: string | null): Share {
  const { ticket, facts, late } = scene
  const whole = wholeShare(scene)
  const ours = facts.held.filter(({ holder }) => holder === department)
  const isHeld = ticket.department === department
  const isAnswerer = facts.held.findLast(isAnswer)?.holder === department
  const isFirst = facts.held.find((fact) => fact.department !== null)?.department === department
  const lateNow = isHeld && !facts.isInheritedNow && late('handling')
  return {
    department,
    isHeld,
    overdue: isHeld && whole.overdue,
    firstDispatch: isFirst ? whole.firstDispatch : null,
    signedOnTime: allKept(ours.flatMap(signing), isHeld && late('sign_for')),
    resolvedOnTime: allKept(ours.flatMap(handling), lateNow),
    wasDispatched: facts.held.some(
      (fact) => fact.department !== null && fact.department === department,
    ),
    wasResolved: ours.some(isAnswer),
    wasReturned: ours.some(({ kind }) => kind === 'return'),
    wasReopened: ours.some(({ to, from }) => to === 'reopened' && from !== 'reopened'),
    wasCorrected: ours.some(({ corrects }) => corrects),
    followedUp: isAnswerer ? whole.followedUp : null,
    satisfied: isAnswerer ? whole.satisfied : null,
    confirmedSolved: isAnswerer ? whole.confirmedSolved : null,
  }
}

const isAnswer = ({ kind }: Held) => RESOLVING.includes(kind)

const signing = ({ kind, timely, leftUnsigned }: Held) => [
  ...(kind === 'accept' ? [timely] : []),
  ...(leftUnsigned ? [false] : []),
]

/** Whether the limit was kept by whoever had it: an answer in time, not passed on when it was over. */
function handling({ kind, timely, isInherited }: Held): readonly (boolean | null)[] {
  if (isInherited && timely === false) return []
  if (kind === 'transfer') return timely === false ? [false] : []
  return RESOLVING.includes(kind) ? [timely] : []
}

function isRunning(ticket: Ticket, timer: 'sign_for' | 'handling'): boolean {
  if (timer === 'sign_for') return ticket.state === 'dispatched'
  // While the enterprise is waited for, the clock stands where it stood.
  return ['dispatched', 'accepted', 'in_progress', 'waiting_requester', 'in_review'].includes(
    ticket.state,
  )
}

/**
 * Right when whoever got it first signed for it, and no other department got it before the first answer
 * but by standing in for somebody on leave.
 */
function firstDispatch(facts: readonly Held[]): Share['firstDispatch'] {
  const answer = facts.findIndex(isAnswer)
  const until = answer < 0 ? facts : facts.slice(0, answer)
  const placed = until.filter(
    ({ kind, department, bySystem }) => department !== null && !(kind === 'transfer' && bySystem),
  )
  const [first] = placed
  if (until.some((fact) => fact.kind === 'return')) return 'wrong'
  if (first === undefined || !until.some((fact) => fact.kind === 'accept')) return null
  return placed.every((fact) => fact.department === first.department) ? 'right' : 'wrong'
}

function allKept(ended: readonly (boolean | null)[], lateNow: boolean): boolean | null {
  if (lateNow) return false
  const judged = ended.filter((timely) => timely !== null)
  return judged.length === 0 ? null : judged.every((timely) => timely)
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
