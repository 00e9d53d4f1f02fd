// Starts the product and keeps it running until it is told to stop.
import path from 'node:path'
import { startApp } from './compose/app.ts'
import { banner } from './compose/banner.ts'
import { makeLog } from './compose/log.ts'
import { explainStartFailure } from './compose/start-failure.ts'
import { ConfigError, readConfig } from './config/config.ts'
import { refuseInChinese } from './config/env.ts'

/** After this a stop is no longer waited for. */
const STOP_MS_MAX = 10_000

async function main(): Promise<void> {
  refuseInChinese()
  const { config, secrets } = readConfig()
  const log = makeLog(config.logLevel)
  const root = path.resolve(import.meta.dirname, '..')
  const app = await startApp(config, secrets, {
    root,
    log,
    progress: (line) => console.error(line),
  })
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) process.exit(1) // asked twice
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.error({}, 'did not stop in time')
      process.exit(1)
    }, STOP_MS_MAX).unref()
    app.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ error: String(error) }, 'stopped with an error')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  console.error(await banner(app, config))
}

main().catch((error: unknown) => {
  const lines = error instanceof ConfigError ? error.problems : [explainStartFailure(error)]
  for (const line of lines) console.error(`无法启动:${line}`)
  process.exit(1)
})
