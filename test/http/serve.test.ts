import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listenAt } from '../../src/http/serve.ts'

test('an idle connection is kept longer than a proxy keeps it', async () => {
  const app = new Hono().get('/', (c) => c.text('ok'))
  const server = await listenAt(app, { host: '127.0.0.1', port: 0, publicUrl: null })
  const { headers } = await fetch(server.url)
  const seconds = Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])
  expect(seconds).toBeGreaterThan(60)
  await server.close()
})
