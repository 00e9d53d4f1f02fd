// Clicks of staff on their cards in Lark.
import type { Reply, TurnStores } from '../../conversation/ports.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import type { Incoming } from '../../kernel/incoming.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { Connection, Db, Tx } from '../../postgres/database.ts'
import { enqueueOwed } from '../../postgres/outbox.ts'
import { findStaffByLark, readRoster } from '../../postgres/staff.ts'
import type { StaffMember } from '../../staff/staff.ts'
import { actorOf } from '../../ticket/actor.ts'
import { type DeskClickDeps, deskClick, joinLead } from '../../ticket/desk-click.ts'
import type { DeskLists } from '../../ticket/desk-fields.ts'
import { findTicketNumber } from '../../ticket/number.ts'
import { perform } from '../../ticket/perform.ts'
import type { Form, FormFacts, ItemSection } from '../../ticket/read-command.ts'
import { mayOn } from '../../ticket/relation.ts'
import { isSealedFor, withoutContent } from '../../ticket/sealed.ts'
import type { Actor, Ticket } from '../../ticket/ticket.ts'
import { commandsFor } from '../../ticket/transitions.ts'
import { reachedBy } from '../../ticket/wave.ts'
import { settleByStaff } from './bindings.ts'
import { type TicketWorld, ticketDeps } from './tickets.ts'

/** The stores of a turn, with the transaction they are bound to. */
export type DeskStores = TurnStores & Readonly<{ db: Tx }>

const NOT_STAFF: Reply = { text: '您没有工单办理权限，请联系管理员', tone: 'error' }

const DESK_ACTIONS: ReadonlySet<unknown> = new Set([
  'ticket',
  'ticket_do',
  'binding_staff',
  'join_wave',
])

/** A staff click as a commit, or null when the event is none. */
export function makeHandleDesk(world: TicketWorld, db: Connection) {
  return async (event: Incoming) => {
    const { content } = event
    if (content.kind !== 'action') return null
    const name = content.action['a']
    if (!DESK_ACTIONS.has(name)) return null
    const staff = event.channel === 'lark' ? await findStaffByLark(db, event.senderId) : null
    if (name === 'binding_staff') {
      return ({ db: tx }: DeskStores) => decideByCard(tx, staff, content.action)
    }
    if (name === 'join_wave') {
      return ({ db: tx }: DeskStores) => joinWave(world, tx, staff, content.action)
    }
    const click = {
      act: String(content.action['act'] ?? ''),
      number: findTicketNumber(String(content.action['number'] ?? '')) ?? '',
      form: name === 'ticket_do' ? content.form : null,
    }
    return async ({ db: tx }: DeskStores): Promise<Reply | null> => {
      if (staff === null) return NOT_STAFF
      const reply = await deskClick(deskDeps(world, tx, staff), click)
      if (reply.message) {
        // Forms and results go to the person, not into the chat where the card happened to be.
        const address = {
          channel: 'lark',
          to: event.senderId,
          toKind: 'person',
          replyTo: null,
        } as const
        await enqueueOwed(tx, [
          {
            address,
            purpose: 'ticket_card',
            message: reply.message,
            turnId: null,
            ticketId: reply.ticketId,
          },
        ])
      }
      return { text: reply.toast, tone: reply.tone }
    }
  }
}

/** One click under the notice of a wave joins all its tickets to the lead. */
async function joinWave(
  world: TicketWorld,
  tx: Tx,
  staff: StaffMember | null,
  action: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  if (staff === null) return NOT_STAFF
  const lead = findTicketNumber(String(action['lead'] ?? '')) ?? ''
  const numbers = String(action['numbers'] ?? '').split(' ')
  const { joined, refused } = await joinLead(deskDeps(world, tx, staff), lead, numbers)
  if (joined === 0) return { text: refused ?? '没有可以加入牵头件的工单', tone: 'error' }
  const rest = refused === null ? '' : `；其余未加入：${refused}`
  return { text: `已将 ${joined} 件加入牵头件 ${lead}${rest}`, tone: 'success' }
}

const BINDING_REPLIES = {
  decided: { text: '已处理，并已告知申请人', tone: 'success' },
  gone: { text: '该申请已处理', tone: 'info' },
  not_yours: { text: '您没有确认企业联系人的权限', tone: 'error' },
} as const satisfies Record<string, Reply>

async function decideByCard(
  tx: Tx,
  staff: StaffMember | null,
  action: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  if (staff === null) return NOT_STAFF
  const id = String(action['id'] ?? '')
  const confirmed = String(action['confirmed']) === 'true'
  return BINDING_REPLIES[await settleByStaff(tx, staff, id, confirmed)]
}

/** What a member of staff may do at the desk, wherever the desk is. */
export function deskDeps(world: TicketWorld, db: Db, staff: StaffMember): DeskClickDeps {
  const deps = ticketDeps(world, db)
  const actor = actorOf(staff)
  return {
    look: async (number) => {
      const found = await deps.reads.byNumber(number)
      if (!found || !mayOn(found.ticket, actor, 'ticket.read')) return null
      const followers = await reachedBy(deps.reads, found.ticket)
      const kinds = commandsFor(found.ticket, actor)
      const ticket = isSealedFor(found.ticket, staff.id)
        ? withoutContent(found.ticket, staff.id)
        : found.ticket
      return { ticket, kinds, followers: followers.length }
    },
    lists: () => deskLists(world, db),
    facts: (ticket, form) => formFacts(world, db, { actor, ticket, form }),
    perform: async (ticket, command) => {
      const done = await perform(deps, ticket.id, command, actor)
      return done.ok ? { ok: true } : done
    },
  }
}

export async function deskLists(world: TicketWorld, db: Db): Promise<DeskLists> {
  const roster = await readRoster(db, localDate(world.now()))
  const base = world.base()
  const own = roster.staff.flatMap((one) => one.departments)
  const departments = [...new Set([...own, ...base.departments.map((one) => one.name)])]
  return {
    staff: roster.staff
      .filter((one) => one.active && one.roles.includes('specialist'))
      .map((one) => ({
        value: one.id,
        label: `${one.name}${one.departments[0] ? `（${one.departments[0]}）` : ''}`,
      })),
    departments: departments.map((name) => ({ value: name, label: name })),
    items: base.items.map((item) => ({ value: item.code, label: `${item.code} ${item.name}` })),
  }
}

/**
 * What reading a form needs to know of the store. `ticketByNumber` holds only a ticket into which this
 * person may merge.
 */
async function formFacts(
  world: TicketWorld,
  db: Db,
  { actor, ticket, form }: Readonly<{ actor: Actor; ticket: Ticket; form: Form }>,
): Promise<FormFacts> {
  const sectionOf = (code: ItemCode | null): ItemSection => {
    const section = world.base().items.find((item) => item.code === code)?.section ?? null
    return { section, reviewRequired: section !== null && world.reviewedSections().has(section) }
  }
  const number = findTicketNumber(form['into'] ?? '')
  const found = number === null ? null : await ticketDeps(world, db).reads.byNumber(number)
  // Whoever may not join tickets there cannot send one there by its number either.
  const into = found !== null && mayOn(found.ticket, actor, 'merge') ? found : null
  return {
    ...sectionOf(ticket.itemCode),
    sectionOf,
    resolution: ticket.resolution,
    ticketByNumber: new Map(into && number ? [[number, into.ticket.id]] : []),
  }
}
