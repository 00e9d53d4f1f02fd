// The list of tickets and what may be done to one of them.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import { asId, type ItemCode, type StaffId, type TicketId } from '../../kernel/ids.ts'
import { auditName, type StaffMember } from '../../staff/staff.ts'
import { isDeskAct } from '../../ticket/desk-acts.ts'
import type { DeskLists } from '../../ticket/desk-fields.ts'
import type { DeskForm, DeskFormOutcome } from '../../ticket/desk-form.ts'
import {
  type Page,
  type PageAsk,
  type Reach,
  reachOf,
  TICKET_ORDERS,
  type TicketFilter,
  type TicketLine,
} from '../../ticket/desk-list.ts'
import { TICKET_KINDS, URGENCIES } from '../../ticket/kinds.ts'
import type { Person } from '../../ticket/ports.ts'
import { mayOn, maySeePerson } from '../../ticket/relation.ts'
import { isSealedFor } from '../../ticket/sealed.ts'
import { TICKET_STATES, type Ticket } from '../../ticket/ticket.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import {
  actorOf,
  download,
  freeText,
  listOf,
  localDay,
  needSomewhere,
  paging,
  refuse,
  SOON_MS,
  type StaffContext,
  startOfDay,
} from './parts.ts'
import { type DeskRequest, deskRequest } from './request.ts'
import { type DetailDeps, detailWire, similarWire } from './ticket-detail.ts'
import { type LineWords, lineWire } from './ticket-lines.ts'
import type { Paged, PersonWire, ReplyDraftWire, TicketLineWire } from './wire.ts'

export type TicketsDeps = DetailDeps &
  Readonly<{
    list: (reach: Reach, filter: TicketFilter, page: PageAsk) => Promise<Page<TicketLine>>
    byNumber: (number: string) => Promise<Ticket | null>
    lists: () => Promise<DeskLists>
    /** Does what a form asks, or says why not; a repeat of the request is given the outcome of the first. */
    handIn: (staff: StaffMember, form: DeskForm, request: DeskRequest) => Promise<DeskFormOutcome>
    /** Reads a requester's name and number, which leaves an audit entry. */
    readPerson: (id: TicketId, reader: string) => Promise<Person | null>
    /** Records that somebody reads what a person wrote, with nothing masked. */
    noteReading: (actor: string, subject: string) => Promise<void>
    readFile: (
      ticketId: TicketId,
      fileId: string,
    ) => Promise<Readonly<{ name: string; mediaType: string; bytes: Uint8Array }> | null>
    lineWords: () => Promise<LineWords>
    /** Drafts a reply; `answered` are earlier answers to the same matter. */
    draftReply: (
      ticket: Ticket,
      answered: readonly Readonly<{ title: string; answer: string }>[],
    ) => Promise<ReplyDraftWire>
    /** The lines as an Excel workbook. */
    workbook: (lines: readonly TicketLineWire[]) => Promise<Uint8Array>
    audit: (actor: string, action: string, subject: string) => Promise<void>
  }>

/** More than this is not exported in one go; the filter is to be narrowed. */
const EXPORT_MAX = 5_000

const filterQuery = z.object({
  ...paging,
  stage: z.enum(['open', 'ended', 'all']).default('all'),
  state: listOf(TICKET_STATES),
  kind: listOf(TICKET_KINDS),
  urgency: listOf(URGENCIES),
  district: freeText(40),
  department: freeText(100),
  section: freeText(40),
  item: freeText(40),
  owner: z.union([z.uuid(), z.enum(['none', 'me'])]).optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  q: freeText(100),
  from: localDay.optional(),
  to: localDay.optional(),
  order: z.enum(TICKET_ORDERS).default('registered'),
})
const actBody = z.strictObject({
  act: z.string().max(40),
  form: z.record(z.string().max(60), z.string().max(4_000)).default({}),
})

export function ticketsApi(deps: TicketsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    const staff = needSomewhere(c, 'ticket.read')
    const query = queryOf(c, filterQuery)
    const words = await deps.lineWords()
    const reach = reachOf(actorOf(staff), 'ticket.read')
    const { rows, total } = await deps.list(reach, filterOf(query, staff, words.now), query)
    const body: Paged<TicketLineWire> = {
      rows: rows.map((line) => lineWire(line, staff, words)),
      total,
    }
    return c.json(body)
  })

  app.get('/export.xlsx', async (c) => {
    const staff = needSomewhere(c, 'ticket.export')
    const words = await deps.lineWords()
    const filter = filterOf(queryOf(c, filterQuery), staff, words.now)
    const reach = reachOf(actorOf(staff), 'ticket.export')
    const { rows, total } = await deps.list(reach, filter, { page: 1, size: EXPORT_MAX })
    if (total > EXPORT_MAX) {
      return refuse(
        c,
        'too_many',
        `共 ${total} 件，超过单次导出上限 ${EXPORT_MAX} 件，请缩小范围。`,
      )
    }
    await deps.audit(auditName(staff.id), 'ticket.export', `tickets:${total}`)
    const lines = rows.map((line) => lineWire(line, staff, words))
    return download(c, {
      name: '诉求工单.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await deps.workbook(lines),
    })
  })

  app.get('/:number', async (c) => {
    const { staff, ticket } = await seen(deps, c)
    if (maySeePerson(ticket, actorOf(staff))) {
      await deps.noteReading(auditName(staff.id), `ticket:${ticket.id}`)
    }
    return c.json(await detailWire(deps, ticket, staff))
  })

  app.get('/:number/similar', async (c) => {
    const { staff, ticket } = await seen(deps, c)
    return c.json(await similarWire(deps, ticket, staff, await deps.lineWords()))
  })

  app.post('/:number/reply-draft', (c) => replyDraft(deps, c))

  app.post('/:number/acts', (c) => act(deps, c))

  app.post('/:number/person', async (c) => {
    const { staff, ticket } = await seen(deps, c)
    if (!maySeePerson(ticket, actorOf(staff))) throw new DomainError('not_permitted')
    const person = await deps.readPerson(ticket.id, auditName(staff.id))
    if (person === null) throw new DomainError('not_found')
    const body: PersonWire = person
    return c.json(body)
  })

  app.get('/:number/files/:file', async (c) => {
    const { staff, ticket } = await seen(deps, c)
    if (isSealedFor(ticket, staff.id)) throw new DomainError('not_found')
    const id = z.uuid().safeParse(c.req.param('file'))
    const file = id.success ? await deps.readFile(ticket.id, id.data) : null
    if (file === null) throw new DomainError('not_found')
    await deps.audit(auditName(staff.id), 'ticket.read_file', `ticket:${ticket.id}`)
    return download(c, file)
  })
  return app
}

/** The ticket of the path, if it is this person's to see; else it does not exist for them. */
async function seen(
  deps: Pick<TicketsDeps, 'byNumber'>,
  c: StaffContext,
): Promise<Readonly<{ staff: StaffMember; ticket: Ticket }>> {
  const staff = needSomewhere(c, 'ticket.read')
  const ticket = await deps.byNumber(c.req.param('number') ?? '')
  if (ticket === null || !mayOn(ticket, actorOf(staff), 'ticket.read')) {
    throw new DomainError('not_found')
  }
  return { staff, ticket }
}

async function replyDraft(deps: TicketsDeps, c: StaffContext): Promise<Response> {
  const { staff, ticket } = await seen(deps, c)
  // A draft of a reply tells what a sealed report says.
  if (!mayOn(ticket, actorOf(staff), 'reply') || isSealedFor(ticket, staff.id)) {
    throw new DomainError('not_permitted')
  }
  const { resolved } = await similarWire(deps, ticket, staff, await deps.lineWords())
  const answered = resolved.flatMap(({ title, answer }) =>
    answer === null ? [] : [{ title, answer }],
  )
  return c.json(await deps.draftReply(ticket, answered))
}

/** Nothing is asked of the ticket before: a repeat finds it as the first request has left it. */
async function act(deps: TicketsDeps, c: StaffContext): Promise<Response> {
  const staff = needSomewhere(c, 'ticket.read')
  const body = await jsonBody(c, actBody)
  if (!isDeskAct(body.act)) throw new DomainError('bad_request')
  const form = { number: c.req.param('number') ?? '', act: body.act, form: body.form }
  const done = await deps.handIn(staff, form, deskRequest(c, body))
  if (done.ok) return c.json(done)
  return refuse(c, done.code, done.text, done.code === 'invalid' ? 422 : 409)
}

function filterOf(query: z.infer<typeof filterQuery>, staff: StaffMember, now: Date): TicketFilter {
  const { owner, due } = query
  return {
    stage: query.stage === 'all' ? null : query.stage,
    states: query.state,
    kinds: query.kind,
    urgencies: query.urgency,
    district: query.district,
    department: query.department,
    section: query.section,
    itemCode: query.item === null ? null : asId<ItemCode>(query.item),
    owner:
      owner === undefined || owner === 'me'
        ? null
        : owner === 'none'
          ? owner
          : asId<StaffId>(owner),
    heldBy: owner === 'me' ? staff.id : null,
    dueBefore:
      due === undefined ? null : due === 'overdue' ? now : new Date(now.getTime() + SOON_MS),
    text: query.q,
    registeredFrom: startOfDay(query.from),
    registeredBefore: startOfDay(query.to, 1),
    order: query.order,
  }
}
