import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { larkWebhook } from '../../../src/http/lark-webhook.ts'
import { listenAt } from '../../../src/http/serve.ts'
import { convert } from '../../../src/lark/inbound/events.ts'
import { createGate } from '../../../src/lark/inbound/gate.ts'
import { makeInboxWriter } from '../../../src/postgres/inbox-writer.ts'
import { migrate } from '../../../src/postgres/migrate.ts'
import { openDatabase } from '../../../src/postgres/open-database.ts'
import { BENCH_APP } from '../sealed-events.ts'
import { reportTo } from './report.ts'

const url = process.env['BENCH_DATABASE_URL']
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'zhuqi-bench-'))
const { db } = await openDatabase(
  url ? { kind: 'postgres', url } : { kind: 'embedded', dataDir },
  console.error,
)
await migrate(db, `${import.meta.dirname}/../../../migrations`)
const gate = createGate(BENCH_APP)
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const store = makeInboxWriter(db, { announce: false, onStored: () => {} })
const webhook = larkWebhook({
  receive: (raw, headers) => {
    const opened = gate(raw, headers)
    if (opened.kind === 'challenge' || opened.kind === 'reject') return opened
    const converted = convert(opened.envelope, { now: new Date(), botOpenId: 'ou_bot' })
    return converted.kind === 'incoming'
      ? { kind: 'events', events: converted.incoming, late: false }
      : { kind: 'reject', status: 401, reason: converted.kind }
  },
  store: (event) => store(event),
  answerClick: async () => ({}),
  log: silent,
})
const running = await listenAt(new Hono(), { host: '127.0.0.1', port: 0, publicUrl: null }, webhook)
reportTo(Number(new URL(running.url).port))
process.once('exit', () => fs.rmSync(dataDir, { recursive: true, force: true }))
