// `POST /lark/events`: verify, store, acknowledge. Nothing else happens while Lark waits, except
// for a card click, which is answered from our own state within Lark's three seconds.
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'

/** Lark's pushes are far below this. */
const BODY_BYTES_MAX = 1024 * 1024

export type LarkPush =
  | Readonly<{ kind: 'challenge'; challenge: string }>
  /** Usually one; a post with pictures makes several. */
  | Readonly<{ kind: 'events'; events: readonly Incoming[]; late: boolean }>
  | Readonly<{ kind: 'card'; event: Incoming }>
  | Readonly<{ kind: 'ignored'; reason: string; detail: string }>
  /** Not able to judge yet: Lark is to deliver it again. */
  | Readonly<{ kind: 'unready' }>
  | Readonly<{ kind: 'reject'; status: 401 | 413; reason: string }>

export type LarkWebhookDeps = Readonly<{
  /** Verifies, decrypts and converts the exact bytes that arrived. */
  receive: (raw: Uint8Array, headers: Readonly<Record<string, string>>) => LarkPush
  /** Resolves after the row is committed. */
  store: (event: Incoming) => Promise<string | null>
  /** Handles a click within its time and gives the body that Lark expects. */
  answerClick: (event: Incoming) => Promise<Readonly<Record<string, unknown>>>
  log: Log
}>

export function larkWebhook(deps: LarkWebhookDeps): Hono {
  const app = new Hono()
  app.use(bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => c.text('', 413) }))
  app.post('/', async (c) => {
    const push = deps.receive(new Uint8Array(await c.req.arrayBuffer()), c.req.header())
    switch (push.kind) {
      case 'reject':
        // Anything but 200 makes a wrong key visible: Lark retries and shows the failure.
        deps.log.warn({ reason: push.reason, requestId: requestId(c) }, 'lark push refused')
        return c.text('', push.status)
      case 'unready':
        return c.text('', 503)
      case 'challenge':
        return c.json({ challenge: push.challenge })
      case 'ignored':
        deps.log.debug({ reason: push.reason, detail: push.detail }, 'lark push ignored')
        return c.json({})
      case 'card':
        return c.json(await deps.answerClick(push.event))
      case 'events':
        if (push.late) deps.log.warn({ count: push.events.length }, 'lark push came late')
        await Promise.all(push.events.map(deps.store))
        return c.json({})
    }
  })
  return app
}

function requestId(c: Context): unknown {
  return c.get('requestId')
}
