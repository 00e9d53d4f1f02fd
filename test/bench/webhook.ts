// Our endpoint (verify, decrypt, store durably, acknowledge) against the SDK's `adaptDefault`
// (verify, decrypt, store nothing), each in a process of its own, under the same load in turns; on
// PostgreSQL where TEST_DATABASE_URL names one, and on the embedded database.
import { type ChildProcess, fork } from 'node:child_process'
import net from 'node:net'
import { createServerDatabase } from '../database.ts'
import { sealedRequests } from './sealed-events.ts'
import { median, type Result, type Suite } from './suite.ts'

const ROUNDS = 5
/** Answered requests in a round. */
const REQUESTS = 12_000
const CONNECTIONS = 50
/** Measured ratios of equal peers differ by about this much on a shared machine. */
const NOISE = 0.9

type Peer = Readonly<{ name: string; port: number; process: ChildProcess }>

export const webhookSuite: Suite = {
  name: 'webhook',
  title: `${CONNECTIONS} connections, ${ROUNDS} rounds of ${REQUESTS} encrypted and signed events`,
  run: async () => {
    const database = process.env['TEST_DATABASE_URL'] ? await createServerDatabase() : null
    const peers = [
      await startPeer('SDK adaptDefault (stores nothing)', 'sdk.ts'),
      ...(database ? [await startPeer('zhuqi on PostgreSQL', 'ours.ts', database.url)] : []),
      await startPeer('zhuqi on the embedded database', 'ours.ts'),
    ]
    const measured = new Map(peers.map((peer) => [peer.name, [] as Round[]]))
    for (const peer of peers) await load(peer, REQUESTS / 4)
    for (let round = 0; round < ROUNDS; round++) {
      for (const peer of peers) measured.get(peer.name)?.push(await load(peer, REQUESTS))
    }
    for (const peer of peers) peer.process.kill('SIGINT')
    await database?.drop()
    return resultOf(measured)
  },
}

function resultOf(measured: ReadonlyMap<string, readonly Round[]>): Result {
  const rows = [...measured].map(([peer, rounds]) => ({
    peer,
    'req/s': Math.round(median(rounds.map((r) => r.perSecond))),
    // Of one round to the peer's own: both met the same neighbours on the machine.
    'times the SDK': Number(median(ratios(rounds, [...measured.values()][0] ?? [])).toFixed(2)),
    'server CPU µs/req': Math.round(median(rounds.map((r) => r.cpuUs))),
    'p50 ms': Number(median(rounds.map((r) => r.p50)).toFixed(1)),
    'p99 ms': Number(median(rounds.map((r) => r.p99)).toFixed(1)),
    refused: rounds.reduce((sum, r) => sum + r.refused, 0),
  }))
  const ours = rows.slice(1)
  const verdict = ours
    .map((row) => `${row.peer}: ${row['times the SDK']} times the SDK's rate`)
    .join('; ')
  const ok = ours.every((row) => row['times the SDK'] >= NOISE && row.refused === 0)
  return { rows, ok, verdict }
}

const ratios = (rounds: readonly Round[], others: readonly Round[]) =>
  rounds.map((round, n) => round.perSecond / (others[n]?.perSecond ?? Number.NaN))

function startPeer(name: string, file: string, databaseUrl?: string): Promise<Peer> {
  const child = fork(`${import.meta.dirname}/servers/${file}`, {
    execArgv: ['--import', 'tsx', ...(process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [])],
    env: { ...process.env, ...(databaseUrl ? { BENCH_DATABASE_URL: databaseUrl } : {}) },
  })
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }: { port: number }) => resolve({ name, port, process: child }))
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
  })
}

type Round = Readonly<{
  perSecond: number
  cpuUs: number
  p50: number
  p99: number
  refused: number
}>

async function load({ port, process: server }: Peer, count: number): Promise<Round> {
  const requests = sealedRequests(count, port)
  const took: number[] = []
  let refused = 0
  const cpuBefore = await cpuOf(server)
  const began = performance.now()
  const answered = (ms: number, status: string) => {
    took.push(ms)
    if (status !== '200') refused++
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, () => client(port, requests, answered)))
  const seconds = (performance.now() - began) / 1000
  const cpuUs = ((await cpuOf(server)) - cpuBefore) / count
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? 0
  return { perSecond: count / seconds, cpuUs, p50: at(0.5), p99: at(0.99), refused }
}

/** One connection that sends the next request when the last is answered, until there is none. */
function client(
  port: number,
  requests: Buffer[],
  answered: (ms: number, status: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    let sentAt = 0
    let received = ''
    const next = () => {
      const request = requests.pop()
      if (!request) {
        socket.end()
        resolve()
        return
      }
      sentAt = performance.now()
      socket.write(request)
    }
    socket.setNoDelay(true).on('connect', next).on('error', reject)
    socket.on('data', (part) => {
      received += part.toString('latin1')
      if (!isWhole(received)) return
      answered(performance.now() - sentAt, received.slice(9, 12))
      received = ''
      next()
    })
  })
}

function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /content-length: (\d+)/i.exec(received)?.[1]
  return length === undefined
    ? received.endsWith('0\r\n\r\n')
    : received.length >= head + 4 + Number(length)
}

function cpuOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    server.once('message', ({ cpuUs }: { cpuUs: number }) => resolve(cpuUs))
    server.send('cpu')
  })
}
