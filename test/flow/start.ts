// The product in one process, with the small knowledge folder and a clock that begins on a working day.
import { type App, startApp } from '../../src/compose/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { refuseInChinese } from '../../src/config/env.ts'
import type { Log } from '../../src/kernel/log.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { makeSmallRoot } from './small-root.ts'

/** A working day within the covered calendar; time runs on from there. */
const STARTS_AT = Date.parse('2026-11-25T10:00:00+08:00')

export type Logged = Readonly<{ level: string; text: string; fields: Record<string, unknown> }>

let root: string | undefined
export const smallRoot = (): string => {
  root ??= makeSmallRoot()
  return root
}

/** Starts it on a store, which it closes when it stops; what it logs is appended to `logged`. */
export function start(
  store: OpenDatabase,
  env: Readonly<Record<string, string>>,
  logged: Logged[],
): Promise<App> {
  refuseInChinese()
  const { config, secrets } = readConfig({ PORT: '0', ...env })
  const began = Date.now()
  return startApp(config, secrets, {
    root: smallRoot(),
    log: recordingLog(logged),
    progress: () => {},
    openStore: async () => store,
    now: () => new Date(STARTS_AT + (Date.now() - began)),
  })
}

function recordingLog(logged: Logged[]): Log {
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, text: string) =>
    void logged.push({ level, text, fields: { ...fields } })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
