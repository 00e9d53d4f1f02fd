// The product as it is shipped, in processes of its own: started, watched, killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Engine } from '../database.ts'
import type { FakeLark } from '../fakes/lark/platform.ts'
import { addGroup } from '../fakes/lark/world.ts'
import { copyFilled, larkSettings, TRIAGE_CHAT, until } from './harness.ts'

const READY_MS_MAX = 90_000

type Ended = Readonly<{ code: number | null; ms: number }>

export type Product = Readonly<{
  url: string
  /** Everything it has written, to stdout and to stderr. */
  output: () => string
  ready: () => Promise<void>
  /** Ends it at once, as a power cut would end the process. */
  kill: () => Promise<void>
  /** Asks it to stop and waits. */
  stop: () => Promise<Ended>
  ended: Promise<Ended>
}>

type Settings = Readonly<Record<string, string>>

/** Starts `dist/main.js` of a root. Settings of the machine that are ours do not reach it. */
export function startProduct(root: string, settings: Settings): Product {
  const began = Date.now()
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      TZ: process.env['TZ'],
      NO_PROXY: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const url = `http://127.0.0.1:${settings['PORT']}`
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, ms: Date.now() - began }))
  })
  return {
    url,
    output: () => output,
    ready: () => untilReady(child, url, () => output),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      const asked = Date.now()
      child.kill('SIGTERM')
      return { code: (await ended).code, ms: Date.now() - asked }
    },
    ended,
  }
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`it has ended:\n${output()}`)
      return (await fetch(`${url}/readyz`).catch(() => null))?.status === 200
    },
    `${url} is ready`,
    READY_MS_MAX,
  )
}

/** Below those that the system gives by itself: such a one may go to somebody else while a product is down. */
const PORTS = { from: 20_000, below: 32_000 } as const

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.below)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhuqi-flow-'))
  folders.push(folder)
  return folder
}

/** Settings of a product on this engine that talks to the stand-in, and what takes its data away. */
export async function larkProductOn(
  engine: Engine,
  fake: FakeLark,
): Promise<Readonly<{ settings: Record<string, string>; clean: () => Promise<void> }>> {
  addGroup(fake.world, '诉求派单群', [], { id: TRIAGE_CHAT })
  const port = await freePort()
  fake.world.webhookUrl = `http://127.0.0.1:${port}/lark/events`
  const settings = { ...larkSettings(fake), PORT: String(port) }
  if (engine === 'embedded') {
    return { settings: { ...settings, DATA_DIR: temporaryFolder() }, clean: async () => {} }
  }
  const { url, drop } = await copyFilled()
  return { settings: { ...settings, DATABASE_URL: url }, clean: drop }
}
