// What can be pressed on a card is what can be done. Old cards are taken back when the ticket moves
// on, and those of open tickets are sent anew before Lark's time for them is over.
import type { Log } from '../../kernel/log.ts'
import { isWorkingInstant } from '../../kernel/working-time.ts'
import type { Connection, Tx } from '../../postgres/database.ts'
import type { OutboxRow } from '../../postgres/outbox.ts'
import {
  agedCards,
  type PressableCard,
  reissue,
  sentCard,
  settleCards,
  standingOf,
} from '../../postgres/pressable-cards.ts'
import type { Deliver } from '../../postgres/tickets.ts'
import { isCorrection } from '../../ticket/activity.ts'
import { handlerActions, requesterActions } from '../../ticket/notices-parts.ts'
import { type CardSide, settledCard } from '../../ticket/settled-card.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { SendResult } from '../../worker/outbox.ts'
import { failedTicket } from '../tickets/failed-ticket.ts'
import type { TicketWorld } from '../tickets/tickets.ts'
import type { LarkSide } from './lark.ts'

/** Lark lets a card be clicked and updated for 14 days. */
const CARD_DAYS_MAX = 13
const BATCH_MAX = 50

const OFFERS: Readonly<Record<CardSide, (ticket: Ticket) => unknown>> = {
  requester: requesterActions,
  staff: (ticket) => [ticket.state, handlerActions(ticket)],
}

/** Takes cards back where what is offered has changed with the state, or is of a result corrected since. */
export const settleOutdated: Deliver = async (tx, { ticket, activity }) => {
  const { from } = activity
  const corrects = isCorrection(activity)
  if (from === null || (from === ticket.state && !corrects)) return
  const before = { ...ticket, state: from }
  for (const side of ['requester', 'staff'] as const) {
    const same = JSON.stringify(OFFERS[side](before)) === JSON.stringify(OFFERS[side](ticket))
    if (same && !corrects) continue
    await settleCards(tx, ticket.id, side, (message) => settledCard(message, side, ticket))
  }
}

/** Sends a row over Lark: as a message of its own, or in the place of the card that it updates. */
export function larkSend(
  db: Connection,
  lark: Pick<LarkSide, 'send' | 'updateCard'>,
): (row: OutboxRow) => Promise<SendResult> {
  return async (row) => {
    if (row.updates_id === null) return lark.send(row)
    const ref = await sentCard(db, row.updates_id)
    return ref === null ? { kind: 'sent', ref: null } : lark.updateCard(ref, row)
  }
}

/** Sends anew what would soon be out of Lark's time; only while people are at work. */
export async function reissueAged(
  db: Connection,
  world: Pick<TicketWorld, 'work' | 'now'>,
  log: Log,
): Promise<void> {
  if (!isWorkingInstant(world.work.calendar(), world.now())) return
  const failed = failedTicket(log)
  let last: PressableCard | null = null
  let sent = 0
  while (sent < BATCH_MAX) {
    const cards = await agedCards(db, CARD_DAYS_MAX, last, BATCH_MAX - sent)
    if (cards.length === 0) break
    for (const card of cards) {
      try {
        await sendAnew(db, card)
        sent++
      } catch (cause) {
        failed(card.ticketId, cause)
      }
    }
    last = cards.at(-1) ?? null
  }
  if (sent > 0) log.info({ count: sent }, 'cards sent anew before their time ends')
}

async function sendAnew(db: Connection, card: PressableCard): Promise<void> {
  const side = card.purpose === 'ticket_card' ? 'staff' : 'requester'
  await db.transaction().execute(async (tx: Tx) => {
    const ticket = await standingOf(tx, card.ticketId)
    await reissue(tx, card, (message) => settledCard(message, side, ticket))
  })
}
