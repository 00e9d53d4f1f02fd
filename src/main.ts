// Starts the product and keeps it running until it is told to stop.
import { once } from 'node:events'
import path from 'node:path'
import { type App, startApp } from './compose/app.ts'
import { makeLog } from './compose/log.ts'
import { banner } from './compose/start/banner.ts'
import { folderHint } from './compose/start/folder-hint.ts'
import { explainStartFailure } from './compose/start/start-failure.ts'
import { ConfigError, readConfig } from './config/config.ts'
import { refuseInChinese } from './config/env.ts'
import { causesForLog } from './kernel/cause.ts'
import type { Log } from './kernel/log.ts'

/** After this a stop is no longer waited for. */
const STOP_MS_MAX = 10_000

async function main(): Promise<void> {
  refuseInChinese()
  const { config, secrets } = readConfig()
  const log = makeLog(config.logLevel)
  const root = path.resolve(import.meta.dirname, '..')
  // Before the start, which publishes for minutes: the first process of a container is deaf without.
  const ending = endOnSignal(log)
  const progress = (line: string) => console.error(line)
  const app = await startApp(config, secrets, { root, log, progress, ending }).catch(
    (error: unknown) => {
      if (error === ending.reason) return null
      throw error
    },
  )
  if (app === null) return
  console.error(await banner(app, config))
  tellOfFolder(app, { ending, log })
  if (!ending.aborted) await once(ending, 'abort')
  await app.stop().catch((error: unknown) => {
    log.error({ error: causesForLog(error) }, 'stopped with an error')
    process.exit(1)
  })
}

function tellOfFolder({ parts }: App, { ending, log }: { ending: AbortSignal; log: Log }): void {
  folderHint(parts.knowledge).then(
    // What a stop took the store away from is told nobody.
    (hint) => hint !== null && !ending.aborted && console.error(hint),
    (error: unknown) => {
      if (!ending.aborted) log.error({ error: causesForLog(error) }, 'the folder was not compared')
    },
  )
}

/** @returns aborted when the process is told to stop, from when on it has `STOP_MS_MAX` to end */
function endOnSignal(log: Log): AbortSignal {
  const ending = new AbortController()
  const end = (signal: string) => {
    if (ending.signal.aborted) process.exit(1) // asked twice
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.error({}, 'did not stop in time')
      process.exit(1)
    }, STOP_MS_MAX).unref()
    ending.abort()
  }
  process.on('SIGINT', () => end('SIGINT'))
  process.on('SIGTERM', () => end('SIGTERM'))
  return ending.signal
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const lines = error instanceof ConfigError ? error.problems : [explainStartFailure(error)]
    for (const line of lines) console.error(`无法启动:${line}`)
    process.exit(1)
  },
)
