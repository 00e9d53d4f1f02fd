// The ticket feature, bound to the store: what contacts, staff and timers may do through it, and
// how its news reaches people.
import { createHash, randomUUID } from 'node:crypto'
import { hotlineLine, hotlinesOf } from '../../conversation/compose/to-compose.ts'
import type { Contact } from '../../conversation/conversation.ts'
import type { OpenedTicket, RequesterTickets, TicketRequest } from '../../conversation/ports.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { creditCodesOf, leftCodesOf } from '../../postgres/bindings.ts'
import type { Db } from '../../postgres/database.ts'
import { inTransaction } from '../../postgres/in-transaction.ts'
import { readRoster } from '../../postgres/staff.ts'
import { makeTicketReads } from '../../postgres/ticket-reads.ts'
import { type Deliver, makeNextSequence, makeTicketStore } from '../../postgres/tickets.ts'
import { typedWords, withBackground } from '../../ticket/background.ts'
import { handlingLimitWords } from '../../ticket/dates.ts'
import { maskPhonesIn } from '../../ticket/enterprise.ts'
import { TICKET_KINDS } from '../../ticket/kinds.ts'
import { findTicketNumber } from '../../ticket/number.ts'
import { type OpenDeps, openTicket } from '../../ticket/open.ts'
import type { Opening } from '../../ticket/opening.ts'
import { TITLE_MAX } from '../../ticket/opening.ts'
import { type PerformDeps, perform } from '../../ticket/perform.ts'
import { mayOn } from '../../ticket/relation.ts'
import { suggestStation } from '../../ticket/routing.ts'
import type { Actor, Ticket } from '../../ticket/ticket.ts'
import { stepWords } from '../../ticket/timeline.ts'
import { urgencyOf } from '../../ticket/urgency.ts'
import { requestBinding } from './bindings.ts'
import type { WorkRulesNow } from './work-rules.ts'

const LISTED_MAX = 50
const STEPS_SHOWN = 5

export type TicketWorld = Readonly<{
  base: () => KnowledgeBase
  work: WorkRulesNow
  deliver: Deliver
  now: () => Date
  /** Sections whose answers a second person reads before they go out. */
  reviewedSections: () => ReadonlySet<string>
}>

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the ticket use cases need, on this connection or inside this transaction. */
export function ticketDeps(
  world: TicketWorld,
  db: Db,
): OpenDeps & PerformDeps & { reads: ReturnType<typeof makeTicketReads> } {
  return {
    clock: world.now,
    calendar: world.work.calendar,
    roster: () => readRoster(db, localDate(world.now())),
    districtName: (code) => world.base().districts.find((one) => one.code === code)?.name ?? code,
    hotlineAlwaysOpen: () => {
      const [citizen] = hotlinesOf(world.base(), ['citizen'])
      return citizen === undefined ? null : hotlineLine(citizen)
    },
    hash: sha256,
    store: makeTicketStore(db, world.deliver),
    reads: makeTicketReads(db),
    inOneStep: (work) => inTransaction(db, (tx) => work(ticketDeps(world, tx))),
    nextSequence: makeNextSequence(db),
    newId: randomUUID,
    limits: () => world.work.rules().limits,
  }
}

/** The ticket feature as a contact may use it. */
export function requesterTickets(world: TicketWorld, db: Db): RequesterTickets {
  const deps = ticketDeps(world, db)
  const actorOf = async (contact: Contact): Promise<Actor> => ({
    kind: 'requester',
    contactId: contact.id,
    creditCodes: await creditCodesOf(db, contact.id),
  })
  return {
    list: async (contact) => {
      const codes = await creditCodesOf(db, contact.id)
      const left = await leftCodesOf(db, contact.id)
      const tickets = await deps.reads.ofRequester(contact.id, codes, LISTED_MAX)
      return tickets.filter((one) => !isLeft(one, left))
    },
    open: (contact, request) => open(world, deps, db, contact, request),
    progress: async (ticket) => ({
      limit: handlingLimitWords(ticket, world.work.calendar(), world.now().toISOString()),
      steps: stepWords(await deps.reads.ledger(ticket.id), STEPS_SHOWN),
    }),
    perform: async (contact, number, command) => {
      const actor = await actorOf(contact)
      const found = await deps.reads.byNumber(findTicketNumber(number) ?? number)
      // Whose it is not, for that person it does not exist.
      const left = await leftCodesOf(db, contact.id)
      if (!found || !mayOn(found.ticket, actor, 'ticket.read') || isLeft(found.ticket, left)) {
        return { ok: false, code: 'unknown', ticket: null }
      }
      const done = await perform(deps, found.ticket.id, command, actor)
      return done.ok
        ? { ok: true, ticket: done.change.ticket }
        : { ok: false, code: done.code, ticket: found.ticket }
    },
  }
}

/** What somebody registered for an enterprise is its successor's once they no longer speak for it; a sealed report stays its author's. */
const isLeft = (ticket: Ticket, left: readonly string[]) =>
  !ticket.sealed && ticket.creditCode !== null && left.includes(ticket.creditCode)

async function open(
  world: TicketWorld,
  deps: ReturnType<typeof ticketDeps>,
  db: Db,
  contact: Contact,
  request: TicketRequest,
): Promise<OpenedTicket> {
  const district = world.base().districts.find((one) => one.code === request.form.district)
  const kind = TICKET_KINDS.find((one) => one === request.form.kind)
  if (!district || !kind) return { ok: false, problems: ['请选择所在地和诉求类别。'] }
  const opening = openingOf(world, contact, request, { district, kind })
  const opened = await openTicket(deps, opening, {
    kind: 'requester',
    contactId: contact.id,
    creditCodes: [],
  })
  if (opened.kind === 'invalid')
    return { ok: false, problems: opened.problems.map((one) => one.text) }
  const { ticket } = opened
  // A report asks for none: the request would name its author to colleagues and to dispatchers.
  if (!ticket.sealed && ticket.creditCode && ticket.enterpriseName) {
    const { creditCode, enterpriseName } = ticket
    const personName = request.form.contactName
    const { staff } = await deps.roster()
    await requestBinding(db, { contact, creditCode, enterpriseName, personName }, staff)
  }
  // Only their own: who else has the same trouble is nobody's to know.
  const own = await deps.reads.ofRequester(
    contact.id,
    await creditCodesOf(db, contact.id),
    LISTED_MAX,
  )
  const similar = opened.similar
    .map((one) => one.ticket)
    .filter((one) => own.some(({ id }) => id === one.id))
  return { ok: true, ticket, similar }
}

type Chosen = Readonly<{
  district: KnowledgeBase['districts'][number]
  kind: (typeof TICKET_KINDS)[number]
}>

/** The item that a ticket is about and its section; both null when the code is none of ours. */
export function aboutItem(
  world: TicketWorld,
  code: string | null | undefined,
): Pick<Opening, 'item' | 'section'> {
  const { items, sections } = world.base()
  const item = items.find((one) => one.code === code) ?? null
  const section = sections.find((one) => one.code === item?.section) ?? null
  return {
    item: item && { code: item.code, name: item.name, department: item.department },
    section: section && {
      code: section.code,
      name: section.name,
      reviewRequired: world.reviewedSections().has(section.code),
    },
  }
}

function openingOf(
  world: TicketWorld,
  contact: Contact,
  { form, itemCode, conversationId, channel, background }: TicketRequest,
  { district, kind }: Chosen,
): Opening {
  const base = world.base()
  const about = aboutItem(world, itemCode)
  const typed = typedWords(form.description)
  return {
    kind,
    urgency: urgencyOf(typed),
    source: channel,
    title: titleOf(typed, about.item?.name ?? null),
    description: withBackground(typed, background),
    attachments: [],
    ...about,
    district,
    station: stationFor(base, `${form.enterpriseName}${typed}`, district.code),
    enterpriseName: form.enterpriseName,
    creditCode: form.creditCode || null,
    contactId: contact.id,
    conversationId,
    person: { name: form.contactName, phone: form.phone },
    anonymous: false,
    // The submit button says 「同意并提交」 under the notice.
    consentAt: world.now().toISOString(),
    previousNumber: null,
    external: null,
  }
}

/** The station that serves the enterprise's industry, by what it says of itself. */
export const stationFor = (base: KnowledgeBase, text: string, district: string): string | null =>
  suggestStation(base.stations, text, district)?.name ?? null

/** The first sentence, or the item's name when nothing short was said. */
function titleOf(description: string, itemName: string | null): string {
  const first =
    description
      .trim()
      .split(/[\n。！？!?]/)[0]
      ?.trim() ?? ''
  const title = first === '' ? (itemName ?? '企业诉求') : first
  // Before it is cut, so that no cut leaves half a number that nothing recognises.
  return [...maskPhonesIn(title)].slice(0, TITLE_MAX).join('')
}
