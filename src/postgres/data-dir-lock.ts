// Two processes that open one PGlite directory corrupt it silently, so a directory has one owner.
// The lock is a listening Unix socket inside it: it dies with its process, needs no heartbeat, and
// a stale one is taken over at once. Locks are numbered, and the last one counts. A number is given
// once, to a socket that listens already, and stays until there is a later one: so exactly one of
// several simultaneous starters wins, however long another stalls between looking and taking.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

const LOCK = 'zhuqi.lock'
/** Linux refuses longer socket paths. */
const SOCKET_PATH_MAX = 107

export class DataDirBusyError extends Error {
  constructor(dir: string) {
    super(`数据目录 ${dir} 正被另一个进程使用:请先停止它,或用 DATA_DIR 指定另一个目录`)
    this.name = 'DataDirBusyError'
  }
}

/**
 * Takes the directory for this process; creates it if needed.
 * @returns a function that gives it back
 * @throws DataDirBusyError when a living process holds it
 */
export async function lockDataDir(dir: string): Promise<() => void> {
  fs.mkdirSync(dir, { recursive: true })
  const mine = inDir(dir, `${LOCK}-${randomUUID().slice(0, 8)}`)
  if (Buffer.byteLength(mine) > SOCKET_PATH_MAX) {
    throw new Error(`DATA_DIR 路径过长(${dir}):请换一个更短的目录`)
  }
  const server = await listen(mine)
  try {
    await takeNext(dir, mine)
  } catch (error) {
    server.close()
    throw error
  } finally {
    fs.rmSync(mine, { force: true })
  }
  return () => void server.close()
}

async function takeNext(dir: string, mine: string): Promise<void> {
  for (;;) {
    const last = lastLock(dir)
    if (await isAlive(lockAt(dir, last))) throw new DataDirBusyError(dir)
    const next = last + 1
    if (!isLinked(mine, lockAt(dir, next))) continue
    if (lastLock(dir) > next) {
      // So long was the stall that this number had been given before, and cleared away.
      fs.rmSync(lockAt(dir, next), { force: true })
      throw new DataDirBusyError(dir)
    }
    for (const one of locksIn(dir)) if (one < next) fs.rmSync(lockAt(dir, one), { force: true })
    return
  }
}

/** The relative path is the shorter one as a rule, and the limit is tight. */
const inDir = (dir: string, name: string) =>
  path.relative(process.cwd(), path.join(path.resolve(dir), name))

/** An older program's lock has no number. */
const lockAt = (dir: string, n: number) => inDir(dir, n === 0 ? LOCK : `${LOCK}.${n}`)

const locksIn = (dir: string): number[] =>
  fs.readdirSync(dir).flatMap((name) => {
    const n = /^zhuqi\.lock(?:\.(\d+))?$/.exec(name)
    return n ? [Number(n[1] ?? 0)] : []
  })

const lastLock = (dir: string) => Math.max(0, ...locksIn(dir))

/** @returns false when the name is taken already */
function isLinked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function listen(socketPath: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((client) => client.destroy()).unref()
    server.once('error', reject)
    server.listen(socketPath, () => resolve(server))
  })
}

function isAlive(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = net.connect(socketPath, () => {
      client.destroy()
      resolve(true)
    })
    client.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT')
    })
  })
}
