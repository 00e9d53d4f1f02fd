// The whole product: opened, brought up to date, started and stopped in order. The only place, with
// its folder, where adapters and features meet.
import path from 'node:path'
import type { Config } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import { causeForLog, causesForLog } from '../kernel/cause.ts'
import { endLeases } from '../postgres/lease.ts'
import { migrate } from '../postgres/migrate.ts'
import { type OpenDatabase, openDatabase } from '../postgres/open-database.ts'
import { startReembedding } from './knowledge/reembedding.ts'
import { startAttachmentFetcher } from './lark/attachments.ts'
import { startListening } from './listening.ts'
import { type AppOptions, makeParts, type Parts } from './parts.ts'
import { startServer } from './server.ts'
import { type UndoStep, undoAll } from './start/undo.ts'
import { startTimers } from './timers.ts'

export type App = Readonly<{
  /** Where the server listens; null when this process has none. */
  url: string | null
  parts: Parts
  /** Drains and ends; nothing that was taken is left undone. */
  stop: () => Promise<void>
}>

/**
 * Starts what the role asks for. The port is taken before the knowledge is loaded, so that a taken
 * one is told at once; until then `/readyz` says that it is not ready. Rejects with the reason of
 * `options.ending` where that asks for the end before the start is over.
 */
export async function startApp(
  config: Config,
  secrets: Secrets,
  options: AppOptions,
): Promise<App> {
  const database = await openStore(config, secrets, options)
  const undo: UndoStep[] = [() => database.close()]
  const stop = () => undoAll(undo)
  try {
    const applied = await migrate(database.db, path.join(options.root, 'migrations'))
    if (applied.length > 0) options.log.info({ applied }, 'schema brought up to date')
    if (config.storage.kind === 'embedded') await endLeases(database.db)
    const parts = await makeParts(config, secrets, options, database)
    const server = config.role === 'worker' ? null : await startServer(parts)
    if (server) undo.push(server.close)
    await parts.knowledge.start()
    undo.push(startListening(parts), parts.askedNext.start(options.log))
    if (config.role !== 'server') undo.push(startWork(parts), keepVectors(parts))
    // Clicks are handled by whoever is clicked at.
    else undo.push(() => parts.inbox.loop.stop())
    parts.lark?.start(parts)
    undo.push(async () => parts.lark?.stop())
    return { url: server?.url ?? null, parts, stop }
  } catch (error) {
    await stop().catch((failure: unknown) => {
      options.log.error({ error: causesForLog(failure) }, 'a failed start was not undone')
    })
    throw error
  }
}

function openStore(config: Config, secrets: Secrets, options: AppOptions): Promise<OpenDatabase> {
  if (options.openStore) return options.openStore()
  const { log } = options
  const problem = (error: unknown) => log.error({ error: causeForLog(error) }, 'store problem')
  return config.storage.kind === 'embedded'
    ? openDatabase(config.storage, problem)
    : openDatabase({ kind: 'postgres', url: secrets.databaseUrl ?? '' }, problem)
}

function keepVectors({ config, database, knowledge, vectors, options }: Parts) {
  const { log, progress } = options
  const shared = config.storage.kind === 'postgres'
  return startReembedding({ db: database.db, shared, knowledge, vectors, progress, log })
}

function startWork({ database: { db }, inbox, outbox, lark, world, options: { log } }: Parts) {
  const loops = [inbox.loop, ...outbox.values()]
  for (const loop of loops) loop.start()
  const stopTimers = startTimers({ db, world, log })
  const stopFetching = lark ? startAttachmentFetcher({ db, download: lark.download, log }) : null
  return async () => {
    await Promise.all([stopTimers(), stopFetching?.(), ...loops.map((loop) => loop.stop())])
  }
}
