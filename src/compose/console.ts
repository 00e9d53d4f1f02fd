// The console's API on its stores and use cases.
import { randomBytes } from 'node:crypto'
import type { Config } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import type { ConsoleDeps } from '../http/console-api/index.ts'
import type { SessionDeps } from '../http/console-api/session.ts'
import type { Log } from '../kernel/log.ts'
import { authorizeUrl, signIn } from '../lark/outbound/oauth.ts'
import type { Connection } from '../postgres/database.ts'
import { writeAudit } from '../postgres/desk/audit.ts'
import { listDeadLetters, reviveDeadLetter } from '../postgres/desk/dead-letters.ts'
import { listTurns, readTurn } from '../postgres/desk/turn-log.ts'
import { beginSession, endSession, readSession, redeemSignInLink } from '../postgres/sessions.ts'
import { findStaff, findStaffByLark } from '../postgres/staff.ts'
import { composeFigures, composeOverview } from './console-figures.ts'
import { composeKnowledge } from './console-knowledge.ts'
import { composeSettings, composeStaff } from './console-people.ts'
import { composeTickets } from './console-tickets.ts'
import type { KnowledgeService } from './knowledge.ts'
import type { Llm } from './llm.ts'
import type { Switches } from './switches.ts'
import type { TicketWorld } from './tickets.ts'

export type ConsoleParts = Readonly<{
  db: Connection
  world: TicketWorld
  knowledge: KnowledgeService
  llm: Llm | null
  switches: Switches
  config: Config
  secrets: Secrets
  /** The folder `knowledge/`. */
  knowledgeDir: string
  /** What is wrong with the connection to Lark; null when nothing is, or it is off. */
  larkProblem: () => string | null
  log: Log
}>

export type Audit = (actor: string, action: string, subject: string) => Promise<void>

export function composeConsole(parts: ConsoleParts): ConsoleDeps {
  const { db, world } = parts
  const audit: Audit = (actor, action, subject) => writeAudit(db, { actor, action, subject })
  return {
    session: composeSession(parts),
    overview: composeOverview(parts),
    tickets: composeTickets(parts, audit),
    deadLetters: {
      list: (box, page) => listDeadLetters(db, box, page),
      retry: (box, id) => reviveDeadLetter(db, box, id),
      audit,
    },
    knowledge: composeKnowledge(parts, audit),
    turns: {
      list: (filter, page) => listTurns(db, filter, page),
      read: (id) => readTurn(db, id),
      itemName: (code) => {
        const item = world.base().items.find((one) => one.code === code)
        return code === null ? null : { value: code, label: item?.name ?? code }
      },
    },
    figures: composeFigures(parts, audit),
    staff: composeStaff(parts, audit),
    settings: composeSettings(parts, audit),
  }
}

function composeSession({ db, config, secrets }: ConsoleParts): SessionDeps {
  const { lark, http } = config
  return {
    staffOf: async (token) => {
      const id = await readSession(db, token)
      const staff = id === null ? null : await findStaff(db, id)
      return staff?.active ? staff : null
    },
    redeem: async (token) => {
      const id = await redeemSignInLink(db, token)
      return id === null ? null : beginSession(db, id)
    },
    end: (token) => endSession(db, token),
    lark:
      lark === null || http.publicUrl === null
        ? null
        : larkSignIn(db, {
            appId: lark.appId,
            appSecret: secrets.larkAppSecret ?? '',
            domain: lark.domain,
            oauthBase: lark.oauthBase,
            redirectUri: new URL('/api/console/session/lark/callback', http.publicUrl).href,
          }),
  }
}

function larkSignIn(
  db: Connection,
  settings: Parameters<typeof authorizeUrl>[0],
): NonNullable<SessionDeps['lark']> {
  return {
    newSecret: () => randomBytes(32).toString('base64url'),
    authorizeUrl: (given) => authorizeUrl(settings, given),
    signIn: async (given) => {
      const answer = await signIn(settings, given, fetch)
      if (answer.kind !== 'user') return { ok: false, why: 'failed' }
      // An open_id belongs to one app and one person; whoever is not on our list stays outside.
      const staff = await findStaffByLark(db, answer.user.openId)
      return staff === null
        ? { ok: false, why: 'unknown' }
        : { ok: true, token: await beginSession(db, staff.id) }
    },
  }
}
