// Registers a ticket and, where the rules find one, gives it to a specialist in the same step.
import { DAY_MS } from '../kernel/clock.ts'
import type { TicketId } from '../kernel/ids.ts'
import { localDate } from '../kernel/working-time.ts'
import { type Activity, markOf } from './activity.ts'
import { LEDGER_START } from './ledger.ts'
import type { Limits } from './limits.ts'
import type { Notice } from './notice.ts'
import { ticketNumber } from './number.ts'
import { checkOpening, type Opening, type OpeningProblem } from './opening.ts'
import type { NextSequence, TicketChange, TicketReads, TicketStore } from './ports.ts'
import { record, type Scene, sceneOf, type World } from './record.ts'
import { type Routed, route } from './routing.ts'
import { findWave, type Similar, similarTickets } from './similar.ts'
import { tell } from './telling-parts.ts'
import type { Actor, Ticket } from './ticket.ts'
import { act } from './transitions.ts'

export type OpenDeps = World &
  Readonly<{
    store: Pick<TicketStore, 'create'>
    reads: Pick<TicketReads, 'loads' | 'openSince'>
    nextSequence: NextSequence
    newId: () => string
    limits: () => Limits
  }>

export type Opened =
  | Readonly<{
      kind: 'opened'
      ticket: Ticket
      routed: Routed
      /** Open tickets that are probably about the same matter, the likest first. */
      similar: readonly Similar[]
    }>
  | Readonly<{ kind: 'invalid'; problems: readonly OpeningProblem[] }>

/**
 * `invalid` with all problems at once, and nothing is stored. A ticket for which the rules find nobody
 * is registered all the same (`unrouted`). Of an anonymous one no person is stored. Rejects when the
 * number is taken.
 */
export async function openTicket(deps: OpenDeps, opening: Opening, actor: Actor): Promise<Opened> {
  const checked = checkOpening(opening)
  if (!checked.ok) return { kind: 'invalid', problems: checked.problems }
  const scene = await sceneOf(deps)
  const date = localDate(new Date(scene.now))
  const ticket = registered(checked.opening, {
    id: deps.newId() as TicketId,
    number: ticketNumber(date, await deps.nextSequence(date)),
    now: scene.now,
    limits: deps.limits(),
  })
  const routed = route(
    {
      district: opening.district,
      item: opening.item,
      department: opening.item?.department ?? null,
      section: opening.section,
      excluded: [],
      date,
    },
    scene.roster,
    await deps.reads.loads(),
  )
  const recent = await deps.reads.openSince(
    daysBefore(scene.now, ticket.limits.wave.days),
    RECENT_MAX,
  )
  const changes = changesOf(ticket, routed, waveNotices(ticket, recent), actor, scene)
  await deps.store.create(changes, checked.opening.anonymous ? null : checked.opening.person)
  const similar = similarTickets(ticket, recent)
  return { kind: 'opened', ticket: changes.at(-1)?.ticket ?? ticket, routed, similar }
}

/** How many recent tickets a new one is compared with. */
const RECENT_MAX = 300

const daysBefore = (now: string, days: number) =>
  new Date(new Date(now).getTime() - days * DAY_MS).toISOString()

/** Told when a new enterprise makes up the number, and again at every multiple of it. */
function waveNotices(ticket: Ticket, recent: readonly Ticket[]): readonly Notice[] {
  const { enterprises, days } = ticket.limits.wave
  const wave = findWave(ticket, recent, daysBefore(ticket.registeredAt, days), enterprises)
  if (!wave?.grown || wave.enterprises % enterprises !== 0) return []
  const numbers = wave.members.map((one) => one.number)
  return tell(
    { kind: 'wave_found', leadNumber: wave.lead.number, enterprises: wave.enterprises, numbers },
    'dispatchers',
    'supervisors',
  )
}

function changesOf(
  ticket: Ticket,
  routed: Routed,
  alerts: readonly Notice[],
  actor: Actor,
  scene: Scene,
): readonly TicketChange[] {
  const activity: Omit<Activity, 'seq'> = {
    ticketId: ticket.id,
    at: scene.now,
    actor: markOf(actor),
    from: null,
    to: 'created',
    act: { kind: 'register', ticket },
    timely: null,
  }
  const needsPerson = tell(
    { kind: 'needs_dispatch', why: 'unrouted', reasons: routed.reasons },
    'dispatchers',
  )
  const notices = [
    ...tell({ kind: 'registered' }, 'requester'),
    ...(routed.kind === 'unrouted' ? needsPerson : []),
    ...alerts,
  ]
  const first = record({ ticket, activity, notices }, LEDGER_START, scene)
  if (routed.kind === 'unrouted') return [first]
  const { to, department, section, reviewRequired, reasons } = routed
  const dispatch = { kind: 'dispatch', to, department, section, reviewRequired } as const
  const outcome = act(
    ticket,
    { ...dispatch, by: 'routing', explanation: reasons },
    { actor: { kind: 'system' }, now: scene.now, calendar: scene.calendar },
  )
  if (!outcome.ok) throw new Error(`a new ticket cannot be dispatched: ${outcome.code}`)
  return [first, record(outcome, first.activity, scene)]
}

type Given = Readonly<{ id: TicketId; number: string; now: string; limits: Limits }>

function registered(opening: Opening, { id, number, now, limits }: Given): Ticket {
  return {
    id,
    number,
    state: 'created',
    kind: opening.kind,
    urgency: opening.urgency,
    complexity: 'simple',
    source: opening.source,
    title: opening.title,
    description: opening.description,
    attachments: opening.attachments,
    itemCode: opening.item?.code ?? null,
    section: opening.section?.code ?? null,
    district: opening.district.code,
    station: opening.station,
    enterpriseName: opening.enterpriseName,
    creditCode: opening.creditCode,
    contactId: opening.contactId,
    anonymous: opening.anonymous,
    // A whistle-blower is protected without having to ask for it.
    sealed: opening.kind === 'report',
    consentAt: opening.consentAt,
    conversationId: opening.conversationId,
    previousNumber: opening.previousNumber,
    external: opening.external,
    limits,
    registeredAt: now,
    unownedSince: now,
    lastActAt: now,
    ...UNTOUCHED,
  }
}

/** What has not happened yet to a ticket just registered. */
const UNTOUCHED = {
  leadId: null,
  mergedIntoNumber: null,
  ownerId: null,
  department: null,
  barredIds: [],
  routing: [],
  reviewRequired: false,
  returns: 0,
  dispute: 'none',
  coHandlers: [],
  extension: null,
  extensionsGranted: 0,
  extensionDays: 0,
  pauses: [],
  alerts: {},
  urges: [],
  reopenings: 0,
  halved: false,
  objected: false,
  objectedAt: null,
  draft: null,
  resolution: null,
  outcome: null,
  referredTo: null,
  confirmedBy: null,
  followUps: 0,
  rating: null,
  dispatchedAt: null,
  clockFrom: null,
  acceptedAt: null,
  reviewFrom: null,
  resolvedAt: null,
  deliveredAt: null,
  confirmedAt: null,
  endedAt: null,
} as const satisfies Partial<Ticket>
