// The stores of one transaction, as a turn needs them.
import { makeAttachmentStore } from '../postgres/attachments.ts'
import { makeConversationStore } from '../postgres/conversations.ts'
import type { Tx } from '../postgres/database.ts'
import { enqueueOwed, markRead } from '../postgres/outbox.ts'
import { makeTurnStore } from '../postgres/turns.ts'
import { bindingStore } from './tickets/bindings.ts'
import type { DeskStores } from './tickets/desk.ts'
import { requesterTickets, type TicketWorld } from './tickets/tickets.ts'

export function storesIn(world: TicketWorld, tx: Tx): DeskStores {
  return {
    db: tx,
    conversations: makeConversationStore(tx),
    turns: makeTurnStore(tx),
    attachments: makeAttachmentStore(tx),
    enqueue: (owed) => enqueueOwed(tx, owed),
    markRead: (refs, at) => markRead(tx, refs, at),
    tickets: requesterTickets(world, tx),
    bindings: bindingStore(tx),
  }
}
