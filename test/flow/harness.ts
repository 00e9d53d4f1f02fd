// The whole product in one process, with a small knowledge folder, on each engine; with Lark's
// stand-in where a test wants it. Each app begins on a copy of a database that was filled before.
import { sql } from 'kysely'
import { describe, inject } from 'vitest'
import type { App } from '../../src/compose/app.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import type { StaffMember } from '../../src/staff/staff.ts'
import { copyOnServer, type Engine, openCopy, SERVER_URL } from '../database.ts'
import { type FakeLark, type FakeLarkOptions, startFakeLark } from '../fakes/lark/platform.ts'
import { addGroup } from '../fakes/lark/world.ts'
import { type Logged, start } from './start.ts'

/** Far longer than it takes: a busy machine is no failure. */
const SETTLE_MS_MAX = 45_000
/** The same for learning from all questions, which takes seconds of both cores. */
export const LEARNING_MS_MAX = 240_000

export const TRIAGE_CHAT = 'oc_triage'

export type Flow = Readonly<{
  app: App
  url: string
  database: OpenDatabase
  logged: Logged[]
  /** Waits until nothing is left to do: what waits for a later time does not count. */
  settle: () => Promise<void>
  employ: (...staff: StaffMember[]) => Promise<void>
  stop: () => Promise<void>
}>

export type LarkFlow = Flow & Readonly<{ fake: FakeLark }>

/** Runs the same tests on every engine that is at hand. */
export function onEachEngine(title: string, define: (engine: Engine) => void): void {
  describe(`${title} (embedded)`, () => define('embedded'))
  describe.skipIf(!SERVER_URL)(`${title} (PostgreSQL)`, () => define('postgres'))
}

/** For what no engine can change: on the quicker one at hand. */
export function onOneEngine(title: string, define: (engine: Engine) => void): void {
  describe(title, () => define(SERVER_URL ? 'postgres' : 'embedded'))
}

export type StartOptions = Readonly<{
  env?: Readonly<Record<string, string>>
  /** Begins on this store instead of a fresh one; it is not closed with the app. */
  store?: OpenDatabase
}>

export async function startFlow(engine: Engine, options: StartOptions = {}): Promise<Flow> {
  const logged: Logged[] = []
  const own = options.store ? null : await openFilled(engine)
  const database = options.store ?? (own as OpenDatabase)
  const app = await start({ ...database, close: async () => {} }, options.env ?? {}, logged)
  return {
    app,
    url: app.url as string,
    database,
    logged,
    settle: () => settle(database),
    employ: async (...staff) => {
      for (const one of staff) await saveStaff(database.db, one)
    },
    stop: async () => {
      await app.stop()
      await own?.close()
    },
  }
}

/** The same connected to a stand-in of its own, which knows the bot already. */
export async function startLarkFlow(
  engine: Engine,
  options: StartOptions & Readonly<{ lark?: FakeLarkOptions }> = {},
): Promise<LarkFlow> {
  const fake = await startPatientLark(options.lark)
  addGroup(fake.world, '诉求派单群', [], { id: TRIAGE_CHAT })
  const env = { ...larkSettings(fake), ...options.env }
  const flow = await startFlow(engine, { ...options, env })
  fake.world.webhookUrl = `${flow.url}/lark/events`
  await until(() => flow.app.parts.lark?.state().ready === true, 'the bot is known')
  return {
    ...flow,
    fake,
    stop: async () => {
      await flow.stop()
      await fake.close()
    },
  }
}

/** Lark's stand-in, which waits: a machine that stalls for Lark's three seconds is no failure. */
export const startPatientLark = (options: FakeLarkOptions = {}) =>
  startFakeLark({ answerMs: SETTLE_MS_MAX, ...options })

export function larkSettings({ url, world }: FakeLark): Record<string, string> {
  return {
    LARK_MODE: 'webhook',
    LARK_APP_ID: world.app.id,
    LARK_APP_SECRET: world.app.secret,
    LARK_ENCRYPT_KEY: world.app.encryptKey,
    LARK_VERIFICATION_TOKEN: world.app.verificationToken,
    LARK_DOMAIN: url,
    LARK_OAUTH_BASE: url,
    LARK_TRIAGE_CHAT_ID: TRIAGE_CHAT,
  }
}

/** A store that begins with the small knowledge published. */
export const openFilled = (engine: Engine) => openCopy(engine, inject('filled'))

/** A database on the server with the schema and the small knowledge. */
export const copyFilled = () => copyOnServer(inject('filled'))

async function settle({ db }: OpenDatabase): Promise<void> {
  await until(async () => {
    const { rows } = await sql<{ open: boolean }>`
      select exists (select 1 from inbox_entry where done_at is null and dead_at is null
          and run_at < now() + interval '1.6 s')
        or exists (select 1 from outbox_entry where done_at is null and dead_at is null
          and run_at < now() + interval '1.6 s') as open`.execute(db)
    return rows[0]?.open === false
  }, 'everything is done')
}

/** Waits for something that comes by itself. @throws when it does not come */
export async function until(
  reached: () => boolean | Promise<boolean>,
  what: string,
  msMax = SETTLE_MS_MAX,
): Promise<void> {
  const end = Date.now() + msMax
  while (!(await reached())) {
    if (Date.now() > end) throw new Error(`not within ${msMax} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
