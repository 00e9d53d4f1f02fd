// One ticket with all that a person needs to handle it, and nothing they may not see.
import type { StaffId, TicketId } from '../../kernel/ids.ts'
import type { Calendar } from '../../kernel/working-time.ts'
import type { StaffMember } from '../../staff/staff.ts'
import { arithmeticWords } from '../../ticket/dates.ts'
import { deskActs } from '../../ticket/desk-acts.ts'
import type { TicketFile, TicketSending } from '../../ticket/desk-detail.ts'
import type { DeskLists } from '../../ticket/desk-fields.ts'
import {
  ALL_TICKETS,
  type Page,
  type PageAsk,
  type Reach,
  reachOf,
  type TicketFilter,
  type TicketLine,
} from '../../ticket/desk-list.ts'
import { maskName, maskPhone, maskPhonesIn } from '../../ticket/enterprise.ts'
import { TIMERS } from '../../ticket/kinds.ts'
import type { SealedActivity } from '../../ticket/ledger.ts'
import type { Person } from '../../ticket/ports.ts'
import { mayOn, maySeePerson } from '../../ticket/relation.ts'
import { isSealedFor, SEALED_TEXT, withoutContent } from '../../ticket/sealed.ts'
import { similarTickets } from '../../ticket/similar.ts'
import { dueOf } from '../../ticket/sla.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { type TimelineWords, talkOf, timelineOf } from '../../ticket/timeline.ts'
import { commandsFor } from '../../ticket/transitions.ts'
import { COMPLEXITY_WORDS, TIMER_WORDS } from '../../ticket/words.ts'
import { actorOf, iso } from './parts.ts'
import { type LineWords, lineOf, lineWire } from './ticket-lines.ts'
import type { LimitWire, Named, SendingWire, SimilarWire, TicketWire } from './wire.ts'

export type DetailDeps = Readonly<{
  ledger: (id: TicketId) => Promise<readonly SealedActivity[]>
  files: (id: TicketId) => Promise<readonly TicketFile[]>
  sendings: (id: TicketId) => Promise<readonly TicketSending[]>
  /** For masking only; whoever reads it in full goes through `readPerson`. */
  person: (id: TicketId) => Promise<Person | null>
  lists: () => Promise<DeskLists>
  list: (reach: Reach, filter: TicketFilter, page: PageAsk) => Promise<Page<TicketLine>>
  byNumber: (number: string) => Promise<Ticket | null>
  byId: (id: TicketId) => Promise<Ticket | null>
  /** The tickets that its answer goes to as well. */
  reachedBy: (ticket: Ticket) => Promise<readonly TicketId[]>
  openLately: () => Promise<readonly Ticket[]>
  calendar: () => Calendar
  names: () => Readonly<{
    item: (code: string | null) => Named | null
    section: (code: string | null) => string | null
    district: (code: string) => string
  }>
  lineWords: () => Promise<LineWords>
}>

/**
 * Whether `reader` may see the ticket at all is decided before. Who may not see the person reads phone
 * numbers masked; of a sealed report only its handler reads the words, and a co-handler their own task.
 */
export async function detailWire(
  deps: DetailDeps,
  ticket: Ticket,
  reader: StaffMember,
): Promise<TicketWire> {
  const words = await deps.lineWords()
  const names = deps.names()
  const [ledger, files, sendings, lists, lead, followers] = await Promise.all([
    deps.ledger(ticket.id),
    deps.files(ticket.id),
    deps.sendings(ticket.id),
    deps.lists(),
    ticket.leadId === null ? null : deps.byId(ticket.leadId),
    deps.reachedBy(ticket),
  ])
  const told: TimelineWords = {
    staffName: (id: StaffId) => words.staffName(id) ?? '服务专员',
    itemName: (code) => names.item(code)?.label ?? code,
  }
  const limits = limitsOf(ticket, deps.calendar(), words.now)
  const dueAt = limits.find((one) => one.timer === 'handling')?.dueAt ?? null
  const { full, hidden, shown, mayInternal, show } = sightOf(ticket, reader)
  return {
    line: lineWire(lineOf(ticket, dueAt), reader, words),
    description: show(shown.description),
    complexity: COMPLEXITY_WORDS[ticket.complexity],
    districtName: names.district(ticket.district),
    sectionName: names.section(ticket.section),
    creditCode: hidden ? null : ticket.creditCode,
    anonymous: ticket.anonymous,
    item: names.item(ticket.itemCode),
    external: ticket.external,
    leadNumber: lead?.number ?? null,
    mergedIntoNumber: ticket.mergedIntoNumber,
    previousNumber: ticket.previousNumber,
    referredTo: ticket.referredTo,
    outcome: ticket.outcome,
    routing: mayInternal ? ticket.routing : [],
    coHandlers: shown.coHandlers.map((one) => ({
      name: told.staffName(one.staffId),
      department: one.department,
      task: one.task,
      reply: one.reply,
    })),
    extension: shown.extension,
    draft: mayInternal && !hidden ? (ticket.draft?.resolution ?? null) : null,
    resolution: hidden ? null : ticket.resolution,
    correctedAt: ticket.correction?.at ?? null,
    rating: hidden ? null : ticket.rating,
    requester: hidden ? null : await requesterOf(deps, ticket, full),
    limits,
    acts: deskActs(commandsFor(ticket, actorOf(reader)), lists, followers.length),
    timeline: timelineOf(ledger, told)
      .filter((entry) => mayInternal || !entry.internal)
      .map((entry) => ({
        ...entry,
        details: hidden ? [] : entry.details.map((one) => ({ ...one, text: show(one.text) })),
      })),
    talk: hidden ? [] : talkOf(ledger, told).map((entry) => ({ ...entry, text: show(entry.text) })),
    files: hidden ? [] : files.map((one) => ({ ...one, at: one.at.toISOString() })),
    sendings: sendings.map((one) => sendingWire(one, hidden)),
  }
}

/** How much of the ticket this reader sees. */
function sightOf(ticket: Ticket, reader: StaffMember) {
  const actor = actorOf(reader)
  const full = maySeePerson(ticket, actor)
  const hidden = isSealedFor(ticket, reader.id)
  return {
    full,
    hidden,
    shown: hidden ? withoutContent(ticket, reader.id) : ticket,
    mayInternal: mayOn(ticket, actor, 'ticket.read_internal'),
    show: (text: string) => (full ? text : maskPhonesIn(text)),
  }
}

const sendingWire = (one: TicketSending, hidden: boolean): SendingWire => ({
  ...one,
  summary: hidden ? SEALED_TEXT : one.summary,
  at: one.at.toISOString(),
  sentAt: iso(one.sentAt),
  readAt: iso(one.readAt),
})

async function requesterOf(deps: DetailDeps, ticket: Ticket, full: boolean) {
  const person = await deps.person(ticket.id)
  return person && { name: maskName(person.name), phone: maskPhone(person.phone), full }
}

function limitsOf(ticket: Ticket, calendar: Calendar, now: Date): readonly LimitWire[] {
  const at = now.toISOString()
  return TIMERS.flatMap((timer): LimitWire[] => {
    const due = dueOf(ticket, timer, calendar, at)
    if (due === null) return []
    const label = TIMER_WORDS[timer]
    if ('uncoveredYear' in due) {
      const lines = [`${due.uncoveredYear} 年放假安排未导入，暂不能计算期限，请联系管理员。`]
      return [{ timer, label, dueAt: null, overdue: false, lines }]
    }
    const lines = timer === 'handling' ? arithmeticWords(ticket, calendar) : []
    return [{ timer, label, dueAt: due.at, overdue: due.at < at, lines }]
  })
}

const RESOLVED_MAX = 5

/**
 * Open tickets that may be the same matter, and how the same item was answered before. What is like a
 * sealed report tells what it says, so that only its handler is shown the likeness.
 */
export async function similarWire(
  deps: DetailDeps,
  ticket: Ticket,
  reader: StaffMember,
  words: LineWords,
): Promise<SimilarWire> {
  const actor = actorOf(reader)
  const known = (one: Ticket) => mayOn(one, actor, 'ticket.read') && !isSealedFor(one, reader.id)
  const open = known(ticket)
    ? (await deps.openLately()).filter((one) => one.id !== ticket.id && known(one))
    : []
  const resolved =
    ticket.itemCode === null
      ? []
      : (
          await deps.list(
            reachOf(actor, 'ticket.read'),
            {
              ...ALL_TICKETS,
              itemCode: ticket.itemCode,
              states: ['resolved', 'confirmed', 'closed'],
              order: 'acted',
            },
            { page: 1, size: RESOLVED_MAX },
          )
        ).rows.filter((line) => line.id !== ticket.id && !line.sealed)
  const answers = await Promise.all(resolved.map((line) => deps.byNumber(line.number)))
  return {
    open: similarTickets(ticket, open).map((one) => ({
      line: lineWire(lineOf(one.ticket, null), reader, words),
      reason: one.reason,
    })),
    resolved: resolved.map((line, i) => ({
      number: line.number,
      title: line.title,
      answer: answers[i]?.resolution?.text ?? null,
    })),
  }
}
