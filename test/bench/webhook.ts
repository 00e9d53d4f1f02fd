// Our endpoint (verify, decrypt, store durably, acknowledge) against the SDK's `adaptDefault`
// (verify, decrypt, store nothing), each in a process of its own, under the same load in turns.

import { type ChildProcess, fork } from 'node:child_process'
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import http from 'node:http'
import { createServerDatabase } from '../database.ts'
import { median, type Result, type Suite } from './suite.ts'

export const BENCH_APP = {
  appId: 'cli_a1b2c3d4e5f60718',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-token',
}

const ROUNDS = 5
const ROUND_MS = 3_000
const CONNECTIONS = 50
/** Measured ratios of equal peers differ by about this much on a shared machine. */
const NOISE = 0.9

type Peer = Readonly<{ name: string; port: number; process: ChildProcess }>

export const webhookSuite: Suite = {
  name: 'webhook',
  title: `${CONNECTIONS} connections, ${ROUNDS} rounds of ${ROUND_MS / 1000} s each, encrypted and signed events`,
  run: async () => {
    const database = process.env['TEST_DATABASE_URL'] ? await createServerDatabase() : null
    const peers = [
      await startPeer('zhuqi (stores every event)', 'ours.ts', database?.url),
      await startPeer('SDK adaptDefault (stores nothing)', 'sdk.ts'),
    ]
    const measured = new Map(peers.map((peer) => [peer.name, [] as Round[]]))
    for (const peer of peers) await load(peer.port, 500)
    for (let round = 0; round < ROUNDS; round++) {
      for (const peer of peers) measured.get(peer.name)?.push(await load(peer.port, ROUND_MS))
    }
    for (const peer of peers) peer.process.kill('SIGINT')
    await database?.drop()
    return resultOf(measured, database ? 'PostgreSQL' : 'embedded database on disk')
  },
}

function resultOf(measured: ReadonlyMap<string, readonly Round[]>, store: string): Result {
  const rows = [...measured].map(([peer, rounds]) => ({
    peer,
    'req/s median': Math.round(median(rounds.map((r) => r.perSecond))),
    'p50 ms': Number(median(rounds.map((r) => r.p50)).toFixed(1)),
    'p99 ms': Number(median(rounds.map((r) => r.p99)).toFixed(1)),
    refused: rounds.reduce((sum, r) => sum + r.refused, 0),
  }))
  const ratio = (rows[0]?.['req/s median'] ?? 0) / (rows[1]?.['req/s median'] ?? 1)
  const refused = rows.some((row) => row.refused > 0)
  return {
    rows,
    ok: ratio >= NOISE && !refused,
    verdict: `store: ${store}; ours serves ${ratio.toFixed(2)} times the SDK's rate`,
  }
}

function startPeer(name: string, file: string, databaseUrl?: string): Promise<Peer> {
  const child = fork(`${import.meta.dirname}/servers/${file}`, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...(databaseUrl ? { BENCH_DATABASE_URL: databaseUrl } : {}) },
  })
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ name, port: Number(port), process: child }))
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
  })
}

type Round = Readonly<{ perSecond: number; p50: number; p99: number; refused: number }>

async function load(port: number, ms: number): Promise<Round> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const took: number[] = []
  let refused = 0
  const until = Date.now() + ms
  const started = Date.now()
  const client = async () => {
    while (Date.now() < until) {
      const push = sealedEvent()
      const began = performance.now()
      const status = await post(agent, port, push)
      took.push(performance.now() - began)
      if (status !== 200) refused++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  agent.destroy()
  const seconds = (Date.now() - started) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), refused }
}

type Push = Readonly<{ body: string; headers: Readonly<Record<string, string>> }>

const aesKey = createHash('sha256').update(BENCH_APP.encryptKey).digest()
let counter = 0

/** A private message of about 1.2 kB as Lark pushes it. */
function sealedEvent(): Push {
  const n = `${process.pid}${++counter}`
  const event = {
    schema: '2.0',
    header: {
      event_id: `event${n}`,
      event_type: 'im.message.receive_v1',
      create_time: String(Date.now()),
      token: BENCH_APP.verificationToken,
      app_id: BENCH_APP.appId,
      tenant_key: 'bench',
    },
    event: {
      sender: {
        sender_id: { open_id: `ou_${n}`, union_id: `on_${n}` },
        sender_type: 'user',
        tenant_key: 'bench',
      },
      message: {
        message_id: `om_${n}`,
        create_time: String(Date.now()),
        chat_id: `oc_${n}`,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text: '公司设立登记要几天'.repeat(12) }),
      },
    },
  }
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', aesKey, iv)
  const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(event), 'utf8'), cipher.final()])
  const body = JSON.stringify({ encrypt: sealed.toString('base64') })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHash('sha256')
    .update(`${timestamp}nonce${BENCH_APP.encryptKey}${body}`)
    .digest('hex')
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': 'nonce',
      'x-lark-signature': signature,
    },
  }
}

function post(agent: http.Agent, port: number, push: Push): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      port,
      host: '127.0.0.1',
      path: '/lark/events',
      method: 'POST',
      headers: push.headers,
    }
    const request = http.request(options, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', reject)
    request.end(push.body)
  })
}
