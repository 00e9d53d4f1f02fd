// A webhook as the product's is wired: gate, conversion, a place to store, answers to clicks.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Incoming } from '../../src/kernel/incoming.ts'
import type { CallbackAnswer } from '../../src/lark/callback-answer.ts'
import { type Converted, convert } from '../../src/lark/inbound/events.ts'
import { createGate } from '../../src/lark/inbound/gate.ts'
import type { World } from '../fakes/lark/world.ts'

export type Endpoint = Readonly<{
  url: string
  /** Everything the gate and the converter let through, in order of arrival. */
  received: Incoming[]
  ignored: Converted[]
  rejected: string[]
  answerClicksWith: (
    answer: (incoming: Incoming) => CallbackAnswer | Promise<CallbackAnswer>,
  ) => void
  /** Makes the endpoint answer this status to events, as one that cannot store them. */
  failWith: (status: number | null) => void
  close: () => Promise<void>
}>

export async function startEndpoint(world: World): Promise<Endpoint> {
  const gate = createGate({
    encryptKey: world.app.encryptKey,
    verificationToken: world.app.verificationToken,
    appId: world.app.id,
  })
  const received: Incoming[] = []
  const ignored: Converted[] = []
  const rejected: string[] = []
  const how = {
    click: (_: Incoming): CallbackAnswer | Promise<CallbackAnswer> => ({}),
    status: null as number | null,
  }
  const app = new Hono()
  app.post('/lark/events', async (c) => {
    const opened = gate(new Uint8Array(await c.req.arrayBuffer()), c.req.header())
    if (opened.kind === 'reject') {
      rejected.push(opened.reason)
      return c.text('', opened.status)
    }
    if (opened.kind === 'challenge') return c.json({ challenge: opened.challenge })
    if (how.status !== null) return new Response('', { status: how.status })
    const converted = convert(opened.envelope, {
      now: new Date(world.clock.nowMs()),
      botOpenId: world.app.botOpenId,
    })
    if (converted.kind !== 'incoming') {
      ignored.push(converted)
      return c.json({})
    }
    received.push(...converted.incoming)
    return c.json(opened.kind === 'card' ? await how.click(converted.incoming[0]) : {})
  })
  const { server, port } = await listen(app)
  world.webhookUrl = `http://127.0.0.1:${port}/lark/events`
  return {
    url: world.webhookUrl,
    received,
    ignored,
    rejected,
    answerClicksWith: (answer) => {
      how.click = answer
    },
    failWith: (status) => {
      how.status = status
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

type Listening = { server: ReturnType<typeof serve>; port: number }

function listen(app: Hono): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({ server, port: info.port }),
    )
  })
}
