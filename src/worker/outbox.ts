// Sends what is owed, one channel per loop. A send is not inside a transaction; the entry's id is
// the channel's idempotency key, so that a repeat after a crash makes no second message. Once the
// channel may have forgotten the key, an unfinished send is shown to a person, never repeated.
import { causeForLog, causeWords } from '../kernel/cause.ts'
import type { Log } from '../kernel/log.ts'
import { makeHeartbeat } from './heartbeat.ts'
import { type Loop, makeLoop } from './loop.ts'

export type OwedWork = Readonly<{
  id: string
  lease: string
  attempts: number
  /** When a send first began; null when none has. */
  firstTriedAt: Date | null
}>

export type SendResult =
  | Readonly<{ kind: 'sent'; ref: string | null }>
  /** The receiver is gone or refuses: trying again cannot help. */
  | Readonly<{ kind: 'undeliverable'; reason: string }>
  /** `maybeSent`: the answer was lost on the way, so that the message may have gone out. */
  | Readonly<{ kind: 'retry'; reason: string; maybeSent: boolean; waitMs?: number }>

type FailOptions = Readonly<{ final: boolean; maybeSent: boolean; waitMs?: number }>

export type OutboxDeps<Work extends OwedWork> = Readonly<{
  channel: string
  claim: (limit: number) => Promise<readonly Work[]>
  renew: (leases: readonly string[]) => Promise<void>
  leaseMs: number
  noteTry: (work: Work) => Promise<void>
  send: (work: Work) => Promise<SendResult>
  markSent: (work: Work, ref: string | null) => Promise<void>
  /** @returns true when the entry is dead now */
  fail: (work: Work, reason: string, options: FailOptions) => Promise<boolean>
  /** How long the channel remembers an idempotency key; null when repeats are harmless for ever. */
  idempotentForMs: number | null
  concurrency: number
  now: () => Date
  log: Log
}>

const POLL_MS = 1_000

export function makeOutboxLoop<Work extends OwedWork>(deps: OutboxDeps<Work>): Loop {
  const onProblem = (error: unknown) =>
    deps.log.error({ channel: deps.channel, error: causeForLog(error) }, 'outbox loop failed')
  const heartbeat = makeHeartbeat(deps.renew, deps.leaseMs, onProblem)
  const loop = makeLoop<Work>({
    claim: deps.claim,
    handle: (work) => heartbeat.during(work.lease, () => sendOwed(deps, work)),
    concurrency: deps.concurrency,
    pollMs: POLL_MS,
    onProblem,
    now: deps.now,
  })
  return {
    ...loop,
    stop: async () => {
      await loop.stop()
      heartbeat.stop()
    },
  }
}

async function sendOwed<Work extends OwedWork>(deps: OutboxDeps<Work>, work: Work): Promise<void> {
  if (isUncertain(deps, work)) {
    await give(deps, work, '上次发送结果不明且已超过渠道的去重时限，请人工核对是否已送达', {
      final: true,
      maybeSent: true,
    })
    return
  }
  await deps.noteTry(work)
  const result = await attempt(deps, work)
  switch (result.kind) {
    case 'sent':
      await deps.markSent(work, result.ref)
      return
    case 'undeliverable':
      await give(deps, work, result.reason, { final: true, maybeSent: false })
      return
    case 'retry':
      await give(deps, work, result.reason, {
        final: false,
        maybeSent: result.maybeSent,
        ...(result.waitMs === undefined ? {} : { waitMs: result.waitMs }),
      })
  }
}

function isUncertain<Work extends OwedWork>(deps: OutboxDeps<Work>, work: Work): boolean {
  if (deps.idempotentForMs === null || work.firstTriedAt === null) return false
  return deps.now().getTime() - work.firstTriedAt.getTime() > deps.idempotentForMs
}

async function attempt<Work extends OwedWork>(
  deps: OutboxDeps<Work>,
  work: Work,
): Promise<SendResult> {
  try {
    return await deps.send(work)
  } catch (error) {
    deps.log.warn({ entry: work.id, error: causeForLog(error) }, 'sending failed')
    return { kind: 'retry', maybeSent: true, reason: causeWords(error) }
  }
}

async function give<Work extends OwedWork>(
  deps: OutboxDeps<Work>,
  work: Work,
  reason: string,
  options: FailOptions,
): Promise<void> {
  const dead = await deps.fail(work, reason, options)
  const fields = { channel: deps.channel, entry: work.id, attempts: work.attempts, dead, reason }
  deps.log[dead ? 'error' : 'warn'](fields, 'message not sent')
}
