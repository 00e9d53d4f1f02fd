// Plays the demonstration: two months of tickets up to now, on the working calendar, through the same
// use cases as everything else, so that ledgers, clocks, notices and figures are real.
import { randomUUID } from 'node:crypto'
import { ticketDeps } from '../../compose/tickets/tickets.ts'
import { DAY_MS } from '../../kernel/clock.ts'
import type { ContactId } from '../../kernel/ids.ts'
import { addWorkingMinutes, type Calendar, nextWorkingInstant } from '../../kernel/working-time.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { makeConversationStore } from '../../postgres/conversations.ts'
import type { Db } from '../../postgres/database.ts'
import { saveStaff } from '../../postgres/staff.ts'
import type { StaffMember } from '../../staff/staff.ts'
import { openTicket } from '../../ticket/open.ts'
import type { Opening } from '../../ticket/opening.ts'
import { perform } from '../../ticket/perform.ts'
import { tick } from '../../ticket/tick.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { CliWorld } from '../with-world.ts'
import { CASES, type DemoCase, DISTRICTS, ENTERPRISES } from './cases.ts'
import { actorFor, COURSES, type Course, type CourseAct } from './course.ts'
import { demoPeople } from './people.ts'

const TICKETS = 80
const DAYS = 60
const TIMERS_EVERY_MS = 4 * 3_600_000

export type Seeded = Readonly<{ tickets: number; acts: number; staff: readonly StaffMember[] }>

/** A clock that the demonstration moves from the past to now. */
export type DemoClock = { at: Date }

type Step = Readonly<{ at: Date; run: () => Promise<void> }>

/** Plays until now. */
export async function seedDemo(
  { database: { db }, world }: CliWorld,
  clock: DemoClock,
  now: Date,
): Promise<Seeded> {
  const base = world.base()
  const nameOf = (code: string) => base.districts.find((one) => one.code === code)?.name ?? code
  const staff = demoPeople(randomUUID, nameOf)
  for (const member of staff) await saveStaff(db, member)
  const deps = ticketDeps(world, db)
  const stage: Stage = { deps, staff, clock, now, queue: [], acts: 0 }
  const opening = openingsOf(base, await demoContact(db, now))
  const start = now.getTime() - DAYS * DAY_MS
  const random = seeded(20_240_901)
  for (let n = 0; n < TICKETS; n++) {
    const at = new Date(start + random() * (DAYS - 0.2) * DAY_MS)
    enqueue(stage, at, 0, () => opens(stage, opening(n, random, clock.at), pickCourse(random())))
  }
  for (let at = start; at < now.getTime(); at += TIMERS_EVERY_MS) {
    enqueue(stage, new Date(at), 0, async () => void (await tick({ ...deps, failed })))
  }
  for (let step = earliest(stage.queue); step !== null; step = earliest(stage.queue)) {
    clock.at = step.at
    await step.run()
  }
  const tickets = (await deps.reads.idsAfter(null, TICKETS * 2)).length
  return { tickets, acts: stage.acts, staff }
}

type Stage = {
  readonly deps: ReturnType<typeof ticketDeps>
  readonly staff: readonly StaffMember[]
  readonly clock: DemoClock
  readonly now: Date
  readonly queue: Step[]
  acts: number
}

const failed = (_id: unknown, cause: unknown) => {
  throw cause
}

/** At the first working instant so much working time after `from`, if that is past. */
function enqueue(stage: Stage, from: Date, minutes: number, run: Step['run']): void {
  const at = laterBy(stage.deps.calendar(), from, minutes)
  if (at !== null && at <= stage.now) stage.queue.push({ at, run })
}

async function opens(stage: Stage, opening: Opening, course: Course): Promise<void> {
  const opened = await openTicket(stage.deps, opening, { kind: 'system' })
  if (opened.kind === 'invalid') throw new Error(JSON.stringify(opened.problems))
  const { ticket } = opened
  const acts = course(answerFor(ticket.title))
  // What the rules have dispatched already needs no dispatcher.
  const first = ticket.state === 'dispatched' && acts[0]?.who === 'dispatcher' ? 1 : 0
  play(stage, ticket, acts.slice(first))
}

function play(stage: Stage, { id }: Ticket, [next, ...rest]: readonly CourseAct[]): void {
  if (next === undefined) return
  const { deps, staff, clock } = stage
  enqueue(stage, clock.at, next.after, async () => {
    const ticket = (await deps.reads.byId(id))?.ticket
    const actor = ticket && actorFor(next.who, ticket, staff)
    if (!ticket || !actor) return
    const done = await perform(deps, id, next.command(ticket, staff), actor)
    if (!done.ok) return
    stage.acts++
    play(stage, done.change.ticket, rest)
  })
}

/** One contact in whose name everything is said. */
async function demoContact(db: Db, now: Date): Promise<ContactId> {
  const visitor = `demo-${randomUUID()}`
  const opened = await makeConversationStore(db).open({
    channel: 'web',
    eventId: visitor,
    messageId: null,
    conversationKey: `web:${visitor}`,
    senderId: visitor,
    senderName: '张示例',
    replyAddress: { channel: 'web', to: visitor, toKind: 'person', replyTo: null },
    occurredAt: now.toISOString(),
    content: { kind: 'entered' },
  })
  return opened.contact.id
}

function earliest(queue: Step[]): Step | null {
  let found = 0
  for (let n = 1; n < queue.length; n++) {
    if ((queue[n]?.at ?? 0) < (queue[found]?.at ?? 0)) found = n
  }
  return queue.splice(found, 1)[0] ?? null
}

function laterBy(calendar: Calendar, from: Date, minutes: number): Date | null {
  const later = addWorkingMinutes(calendar, from, minutes)
  const at = later.ok ? nextWorkingInstant(calendar, later.at) : later
  return at.ok ? at.at : null
}

function openingsOf(base: KnowledgeBase, contactId: ContactId) {
  return (n: number, random: () => number, at: Date): Opening => {
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
    const { kind, urgency, title, description, code } = CASES[n % CASES.length] as DemoCase
    const item = base.items.find((one) => one.code === code) ?? null
    const section = base.sections.find((one) => one.code === item?.section) ?? null
    const district = pick(base.districts.filter((one) => DISTRICTS.some((own) => own === one.code)))
    return {
      kind,
      urgency,
      source: pick(['web', 'hotline', 'window', 'station', 'visit'] as const),
      title,
      description,
      attachments: [],
      item: item && { code: item.code, name: item.name, department: item.department },
      section: section && { code: section.code, name: section.name, reviewRequired: false },
      district: { code: district.code, name: district.name },
      station: null,
      enterpriseName: pick(ENTERPRISES),
      creditCode: null,
      contactId,
      conversationId: null,
      person: { name: '张示例', phone: '13800000000' },
      anonymous: false,
      consentAt: at.toISOString(),
      previousNumber: null,
      external: null,
    }
  }
}

const answerFor = (title: string) => CASES.find((one) => one.title === title)?.answer ?? '示例答复'

function pickCourse(share: number) {
  const total = COURSES.reduce((sum, one) => sum + one.weight, 0)
  let left = share * total
  for (const { weight, acts } of COURSES) {
    left -= weight
    if (left < 0) return acts
  }
  throw new Error('weights do not add up')
}

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
