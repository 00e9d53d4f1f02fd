// Two processes that open one PGlite directory corrupt it silently, so a directory has one owner.
// The lock is a listening Unix socket inside it: it dies with its process, needs no heartbeat, and
// a stale one is taken over at once. Renaming over the path and then checking the inode makes
// exactly one of several simultaneous starters win.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a rival that saw the directory free at the same moment needs to rename its socket. */
const SETTLE_MS = 250
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
  // The relative path is the shorter one as a rule, and the limit is tight.
  const lock = path.relative(process.cwd(), path.join(path.resolve(dir), 'zhuqi.lock'))
  const mine = `${lock}.${randomUUID().slice(0, 8)}`
  if (Buffer.byteLength(mine) > SOCKET_PATH_MAX) {
    throw new Error(`DATA_DIR 路径过长(${dir}):请换一个更短的目录`)
  }
  if (await isAlive(lock)) throw new DataDirBusyError(dir)

  const server = net.createServer((client) => client.destroy()).unref()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(mine, resolve)
  })
  const inode = fs.statSync(mine).ino
  const giveUp = (): never => {
    server.close()
    throw new DataDirBusyError(dir)
  }
  if (await isAlive(lock)) giveUp()
  fs.renameSync(mine, lock)
  await sleep(SETTLE_MS)
  if (fs.statSync(lock).ino !== inode) giveUp()
  return () => {
    server.close()
    fs.rmSync(lock, { force: true })
  }
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
