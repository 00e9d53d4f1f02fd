// `/exchange`: what another platform tells us, and the contract for it. A request is verified on its
// exact bytes before anything of it is read, taken once, and done in one transaction.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DomainError } from '../../kernel/errors.ts'
import type { ExchangeAnswer, ExchangeMessage } from '../../ticket/exchange.ts'

export type OpenedPush =
  | Readonly<{ kind: 'message'; message: ExchangeMessage; nonce: string }>
  | Readonly<{ kind: 'unsigned'; why: string }>
  | Readonly<{ kind: 'invalid'; problems: readonly Readonly<{ path: string; reason: string }>[] }>

export type Received =
  | Readonly<{ kind: 'done'; answer: ExchangeAnswer }>
  | Readonly<{ kind: 'unknown_ticket' }>
  /** The ticket does not allow it as it stands; `text` says why. */
  | Readonly<{ kind: 'refused'; text: string }>
  | Readonly<{ kind: 'invalid'; problems: readonly Readonly<{ path: string; reason: string }>[] }>

export type ExchangeDeps = Readonly<{
  contract: () => object
  /** Null while no platform is connected. */
  inbound: Readonly<{
    open: (raw: Uint8Array, headers: Readonly<Record<string, string>>) => OpenedPush
    /** @returns false when it has been used */
    takeNonce: (nonce: string) => Promise<boolean>
    receive: (message: ExchangeMessage) => Promise<Received>
  }> | null
}>

const BODY_BYTES_MAX = 64 * 1024

/**
 * Throws `unavailable` while no platform is connected. A nonce is taken only of a message that is
 * signed and well formed.
 */
export function exchangeApi(deps: ExchangeDeps): Hono {
  const app = new Hono()
  app.get('/openapi.json', (c) => c.json(deps.contract()))
  app.use('/messages', bodyLimit({ maxSize: BODY_BYTES_MAX }))
  app.post('/messages', async (c) => {
    const { inbound } = deps
    if (inbound === null) throw new DomainError('unavailable')
    const push = inbound.open(new Uint8Array(await c.req.arrayBuffer()), c.req.header())
    if (push.kind === 'unsigned') throw new DomainError('bad_signature', { why: push.why })
    if (push.kind === 'invalid') throw new DomainError('invalid', { show: push.problems })
    if (!(await inbound.takeNonce(push.nonce))) throw new DomainError('replayed')
    const received = await inbound.receive(push.message)
    switch (received.kind) {
      case 'done':
        return c.json(received.answer)
      case 'unknown_ticket':
        throw new DomainError('not_found')
      case 'refused':
        throw new DomainError('refused', { show: received.text })
      case 'invalid':
        throw new DomainError('invalid', { show: received.problems })
    }
  })
  return app
}
