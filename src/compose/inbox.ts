// The loop that handles what has come in, behind the acknowledgements.
import { prepareIncoming } from '../conversation/incoming/handle-incoming.ts'
import type { HandleDeps } from '../conversation/incoming/handling.ts'
import type { Reply } from '../conversation/ports.ts'
import { causeWords } from '../kernel/cause.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'
import type { Message } from '../kernel/message.ts'
import type { Connection, Tx } from '../postgres/database.ts'
import {
  adoptBurst,
  claimInbox,
  INBOX_POLICY,
  type InboxRow,
  keepHeld,
  postpone,
  type StoredEntry,
} from '../postgres/inbox.ts'
import { complete, fail, renew } from '../postgres/lease.ts'
import { enqueueOwed } from '../postgres/outbox.ts'
import { type InboxDeps, type InboxWork, LeaseLost, makeInboxLoop } from '../worker/inbox.ts'
import type { Loop } from '../worker/loop.ts'
import type { DeskStores } from './tickets/desk.ts'

const APOLOGY: Message = {
  title: '',
  tone: 'warning',
  summary: '系统处理您的消息时出错，已通知工作人员',
  blocks: [
    {
      kind: 'text',
      text: '十分抱歉，系统处理您的消息时出错，已通知工作人员。请稍候再试，或转人工由服务专员为您办理；也可以拨打 12345。',
    },
    { kind: 'actions', actions: [{ label: '转人工', value: { a: 'person' } }] },
  ],
}

export type InboxLoopDeps = Readonly<{
  db: Connection
  storesIn: (tx: Tx) => DeskStores
  handle: HandleDeps
  /** Clicks of staff are theirs, not a conversation's; null when the event is not one. */
  handleDesk: (event: Incoming) => Promise<((stores: DeskStores) => Promise<Reply | null>) | null>
  isBareOpener: (text: string) => boolean
  log: Log
}>

export type Inbox = Readonly<{
  loop: Loop
  /** Handles an entry that is held since it was stored, if nothing earlier is open before it. */
  handleHeld: (event: Incoming, stored: StoredEntry) => Promise<Reply | null>
}>

export function makeInbox(deps: InboxLoopDeps): Inbox {
  const { db, log } = deps
  /** The outcome of an entry that somebody is waiting for, by the id of its head. */
  const replies = new Map<string, Reply | null>()

  const inbox: InboxDeps<DeskStores, Reply> = {
    claim: async (limit) => (await claimInbox(db, limit)).map(toWork),
    adoptBurst: async (work) => adopt(db, work),
    prepare: async (events) =>
      (await deps.handleDesk(events[0])) ?? prepareIncoming(deps.handle, events),
    commit: async (work, commit) => {
      const reply = await db.transaction().execute(async (tx) => {
        const said = await commit(deps.storesIn(tx))
        if (!(await complete(tx, 'inbox_entry', work.ids, work.lease))) throw new LeaseLost()
        return said
      })
      if (replies.has(work.ids[0])) replies.set(work.ids[0], reply)
    },
    renew: (leases) => renew(db, 'inbox_entry', leases, INBOX_POLICY.leaseSeconds),
    fail: (work, error, final) => giveBack(deps, work, causeWords(error), final),
    postpone: async (work, ms) => {
      const wait = await postpone(db, { id: work.ids[0], lease: work.lease }, ms)
      if (wait === null) return false
      // A little later, so that the store too finds it due.
      setTimeout(() => loop.poke(), wait + 25).unref()
      return true
    },
    isBareOpener: deps.isBareOpener,
    now: () => new Date(),
    log,
    leaseMs: INBOX_POLICY.leaseSeconds * 1000,
    attemptsMax: INBOX_POLICY.attemptsMax,
  }
  const loop = makeInboxLoop(inbox)
  return {
    loop,
    handleHeld: async (event, { id, held }) => {
      if (held === null || !(await keepHeld(db, id, held.lease))) return null
      const { lease } = held
      const { conversationKey: key } = event
      replies.set(id, null)
      try {
        await loop.handle({ ids: [id], key, lease, attempts: 1, events: [event] })
        return replies.get(id) ?? null
      } finally {
        replies.delete(id)
      }
    },
  }
}

/**
 * Gives the entries back; when any is dead, their person is told and is not left waiting.
 * @returns true when any is dead now
 */
function giveBack(
  { db, handle }: InboxLoopDeps,
  work: InboxWork,
  error: string,
  final: boolean,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    let dead = false
    for (const id of work.ids) {
      const entry = { id, lease: work.lease, error, final }
      // One said later has been tried less often, and outlives those before it.
      if (await fail(tx, 'inbox_entry', entry, INBOX_POLICY)) dead = true
    }
    const [event] = work.events
    const { content, replyAddress: address } = event
    if (
      dead &&
      (content.kind === 'text' || content.kind === 'action' || content.kind === 'attachment')
    ) {
      await enqueueOwed(tx, [
        {
          address,
          purpose: 'answer',
          message: APOLOGY,
          turnId: handle.turnIdOf(event),
          ticketId: null,
        },
      ])
    }
    return dead
  })
}

function toWork(row: InboxRow): InboxWork {
  return {
    ids: [row.id],
    key: row.key,
    lease: row.lease,
    attempts: row.attempts,
    events: [row.incoming],
  }
}

async function adopt(db: Connection, work: InboxWork): Promise<InboxWork> {
  const more = await adoptBurst(db, { id: work.ids[0], key: work.key, lease: work.lease })
  return {
    ...work,
    ids: [work.ids[0], ...more.map((row) => row.id)],
    events: [work.events[0], ...more.map((row) => row.incoming)],
  }
}
