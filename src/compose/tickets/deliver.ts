// How news about tickets reaches people: the requester in the chat where it began, staff as notices
// in the console and, where Lark is connected, as cards; what needs a dispatcher also in the triage
// chat. Written in the transaction of the change.

import {
  addressOf,
  isInGroup,
  privateConversation,
} from '../../conversation/incoming/in-private.ts'
import { startRelay } from '../../conversation/incoming/relay.ts'
import { asId, type ContactId, type ConversationId, type TicketId } from '../../kernel/ids.ts'
import type { Address } from '../../kernel/incoming.ts'
import type { Log } from '../../kernel/log.ts'
import type { Owed } from '../../kernel/outgoing.ts'
import { localDate } from '../../kernel/working-time.ts'
import { confirmedColleagues, leftCodesOf } from '../../postgres/bindings.ts'
import { makeConversationStore } from '../../postgres/conversations.ts'
import type { Tx } from '../../postgres/database.ts'
import { enqueueOwed } from '../../postgres/outbox.ts'
import { readRoster } from '../../postgres/staff.ts'
import { keepStaffNotices } from '../../postgres/staff-notices.ts'
import type { Deliver } from '../../postgres/tickets.ts'
import type { Roster } from '../../staff/staff.ts'
import { staffFor } from '../../ticket/audience.ts'
import type { NoticeKind } from '../../ticket/notice.ts'
import { phaseOf } from '../../ticket/phase.ts'
import type { Delivery } from '../../ticket/ports.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { settleOutdated } from '../lark/pressable-cards.ts'
import { personAddress } from './bindings.ts'

export type DeliverDeps = Readonly<{
  /** Null while Lark is off: staff see their notices in the console. */
  lark: Readonly<{ triageChatId: string | null }> | null
  now: () => Date
  log: Log
}>

/** After these the requester's next words are meant for the specialist. */
const OPENS_RELAY: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['reply', 'info_requested'])
/** What the triage chat sees beside the people themselves. */
const FOR_TRIAGE: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'needs_dispatch',
  'returned',
  'dispute_opened',
  'dispatched',
  'supervision',
  'objection',
])

/** Also settles the cards that the change has overtaken. */
export function makeDeliver(deps: DeliverDeps): Deliver {
  return async (tx, change) => {
    const { ticket, deliveries } = change
    await settleOutdated(tx, change)
    let roster: Promise<Roster> | null = null
    for (const delivery of deliveries) {
      if (delivery.notice.to === 'requester') await toRequester(deps, tx, ticket, delivery)
      else {
        roster ??= readRoster(tx, localDate(deps.now()))
        await toStaff(deps, tx, await roster, { ticket, ...delivery })
      }
    }
  }
}

async function toRequester(
  deps: DeliverDeps,
  tx: Tx,
  ticket: Ticket,
  { notice, message }: Delivery,
): Promise<void> {
  const conversations = makeConversationStore(tx)
  const began = await conversationOf(tx, conversations, ticket)
  if (began === null) return // told by phone or through the platform it came from
  const conversation = (await privateConversation(conversations, began)) ?? began
  await enqueueOwed(tx, [
    {
      address: isInGroup(conversation.address)
        ? addressOf(conversation.contact)
        : conversation.address,
      purpose: 'ticket_notice',
      message,
      turnId: null,
      ticketId: ticket.id,
    },
  ])
  if (isInGroup(conversation.address)) return
  if (OPENS_RELAY.has(notice.kind)) {
    await startRelay({ conversations }, conversation, ticket, deps.now())
  } else if (conversation.flow.relay?.ticketId === ticket.id && endsRelay(ticket)) {
    await conversations.save(conversation.id, { flow: { relay: null } })
  }
}

const endsRelay = ({ state }: Ticket) => phaseOf(state) !== 'at_work'

/** Where the ticket began; once its contact no longer speaks for the enterprise, where a successor talks. */
async function conversationOf(
  tx: Tx,
  conversations: ReturnType<typeof makeConversationStore>,
  ticket: Ticket,
) {
  const { contactId, creditCode, sealed } = ticket
  if (contactId !== null && creditCode !== null && !sealed) {
    const left = await leftCodesOf(tx, contactId)
    if (left.includes(creditCode)) {
      const [successor] = await confirmedColleagues(tx, creditCode, contactId)
      if (successor === undefined) return null
      const theirs = await conversations.latestOf(asId<ContactId>(successor.contactId))
      return theirs && { ...theirs, address: personAddress(successor) }
    }
  }
  const id: ConversationId | null = ticket.conversationId
  if (id !== null) return conversations.find(id)
  return ticket.contactId === null
    ? Promise.resolve(null)
    : conversations.latestOf(ticket.contactId)
}

async function toStaff(
  deps: DeliverDeps,
  tx: Tx,
  roster: Roster,
  { ticket, notice, message }: Delivery & Readonly<{ ticket: Ticket }>,
): Promise<void> {
  const ids = staffFor(notice.to, ticket, roster)
  await keepStaffNotices(tx, ids, { ticketId: ticket.id, message })
  const openIds = roster.staff
    .filter((one) => ids.includes(one.id))
    .map((one) => one.larkOpenId)
    .filter((openId): openId is string => openId !== null)
  const triage = deps.lark?.triageChatId ?? null
  const chats = triage !== null && FOR_TRIAGE.has(notice.kind) ? [triage] : []
  if (ids.length === 0 && chats.length === 0) {
    deps.log.error({ ticket: ticket.number, notice: notice.kind }, 'nobody was there to be told')
  }
  if (!deps.lark) return
  const owed = (address: Address): Owed => ({
    address,
    purpose: 'ticket_card',
    message,
    turnId: null,
    ticketId: ticket.id as TicketId,
  })
  await enqueueOwed(tx, [
    ...openIds.map((to) => owed({ channel: 'lark', to, toKind: 'person', replyTo: null })),
    ...chats.map((to) => owed({ channel: 'lark', to, toKind: 'group', replyTo: null })),
  ])
}
