// What is owed to people and to the other platform, sent channel by channel.
import type { Log } from '../kernel/log.ts'
import type { Connection } from '../postgres/database.ts'
import { fail, renew } from '../postgres/lease.ts'
import {
  claimOutbox,
  markSent,
  noteTry,
  OUTBOX_POLICY,
  type OutboxChannel,
  type OutboxRow,
} from '../postgres/outbox.ts'
import type { Loop } from '../worker/loop.ts'
import { makeOutboxLoop, type OwedWork, type SendResult } from '../worker/outbox.ts'
import { type ExchangeSettings, makeExchangeSend } from './exchange/exchange.ts'
import type { LarkSide } from './lark/lark.ts'
import { larkSend } from './lark/pressable-cards.ts'
import type { TicketWorld } from './tickets/tickets.ts'

/** Lark remembers a message's uuid for an hour; a little less, since clocks differ. */
const LARK_IDEMPOTENT_MS = 55 * 60_000

type Senders = Readonly<{
  db: Connection
  lark: LarkSide | null
  exchange: ExchangeSettings | null
  world: TicketWorld
  log: Log
}>

/** The senders of the channels that are connected, by channel. */
export function composeOutbox({
  db,
  lark,
  exchange,
  world,
  log,
}: Senders): ReadonlyMap<string, Loop> {
  // On the web a message is there as soon as the transcript shows it.
  const web = makeOutbox({
    db,
    channel: 'web',
    log,
    send: async () => ({ kind: 'sent', ref: null }),
  })
  const loops = new Map([['web', web]])
  if (lark) loops.set('lark', makeOutbox({ db, channel: 'lark', log, send: larkSend(db, lark) }))
  if (exchange) {
    const send = makeExchangeSend(exchange, { db, world })
    loops.set('exchange', makeOutbox({ db, channel: 'exchange', log, send }))
  }
  return loops
}

type OutboxWork = OwedWork & Readonly<{ row: OutboxRow }>

/** The sender of one channel. */
export function makeOutbox(
  deps: Readonly<{
    db: Connection
    channel: OutboxChannel
    send: (row: OutboxRow) => Promise<SendResult>
    log: Log
  }>,
): Loop {
  const { db, channel } = deps
  return makeOutboxLoop<OutboxWork>({
    channel,
    claim: async (limit) =>
      (await claimOutbox(db, channel, limit)).map((row) => ({
        id: row.id,
        lease: row.lease,
        attempts: row.attempts,
        firstTriedAt: row.first_tried_at,
        row,
      })),
    renew: (leases) => renew(db, 'outbox_entry', leases, OUTBOX_POLICY.leaseSeconds),
    leaseMs: OUTBOX_POLICY.leaseSeconds * 1000,
    noteTry: async (work) => {
      if (channel === 'lark') await noteTry(db, work.id, work.lease)
    },
    send: (work) => deps.send(work.row),
    markSent: async (work, ref) => {
      await markSent(db, work.id, work.lease, ref)
    },
    fail: async (work, error, { final, maybeSent, waitMs }) => {
      const entry = {
        id: work.id,
        lease: work.lease,
        error,
        final,
        // Known not to have gone out now; an earlier try that may have, still counts.
        forgetTries: !maybeSent && work.firstTriedAt === null,
        ...(waitMs === undefined ? {} : { waitMs }),
      }
      return (await fail(db, 'outbox_entry', entry, OUTBOX_POLICY)) ?? false
    },
    idempotentForMs: channel === 'lark' ? LARK_IDEMPOTENT_MS : null,
    concurrency: channel === 'lark' ? 8 : 4,
    now: () => new Date(),
    log: deps.log,
  })
}
