// The console's API on its stores and use cases.
import type { ConsoleDeps } from '../../http/console-api/index.ts'
import type { SessionDeps } from '../../http/console-api/session.ts'
import { authorizeUrl, signIn } from '../../lark/outbound/oauth.ts'
import type { Connection } from '../../postgres/database.ts'
import { writeAudit } from '../../postgres/desk/audit.ts'
import { listDeadLetters, reviveDeadLetter } from '../../postgres/desk/dead-letters.ts'
import { listTurns, readTurn } from '../../postgres/desk/turn-log.ts'
import { pendingExchanges } from '../../postgres/exchange.ts'
import { beginSession, endSession, readSession, redeemSignInLink } from '../../postgres/sessions.ts'
import { findStaff, findStaffByLark } from '../../postgres/staff.ts'
import { newOAuthSecrets, oauthRedirect } from '../lark/lark.ts'
import { isTrue, makeAudited } from './audited.ts'
import { composeBindings } from './bindings.ts'
import { composeChanges, composeItemWorkbook, composeKnowledgeTools } from './changes.ts'
import { composeFigures } from './figures.ts'
import { composeKnowledge } from './knowledge.ts'
import { composeLedgers, composeOpenings } from './openings.ts'
import { composeOverview } from './overview.ts'
import type { Audit, ConsoleParts } from './parts.ts'
import { composeSettings, composeStaff } from './people.ts'
import { composePins } from './pins.ts'
import { composeTickets } from './tickets.ts'

export function composeConsole(parts: ConsoleParts): ConsoleDeps {
  const { db, world } = parts
  const audit: Audit = (actor, action, subject) => writeAudit(db, { actor, action, subject })
  const audited = makeAudited(db)
  return {
    session: composeSession(parts),
    overview: composeOverview(parts),
    tickets: composeTickets(parts, audit),
    openings: composeOpenings(parts),
    ledgers: composeLedgers(parts),
    deadLetters: {
      list: (box, page) => listDeadLetters(db, box, page),
      retry: (box, id, entry) => audited(entry, (tx) => reviveDeadLetter(tx, box, id), isTrue),
    },
    exchange: {
      connected: parts.config.exchange !== null,
      pending: (page) => pendingExchanges(db, page),
    },
    knowledge: composeKnowledge(parts, audited),
    changes: composeChanges(parts, audited),
    knowledgeTools: composeKnowledgeTools(parts),
    itemWorkbook: composeItemWorkbook(parts, audit),
    turns: {
      list: (filter, page) => listTurns(db, filter, page),
      read: (id) => readTurn(db, id),
      itemName: (code) => {
        const item = world.base().items.find((one) => one.code === code)
        return code === null ? null : { value: code, label: item?.name ?? code }
      },
    },
    figures: composeFigures(parts, audit),
    staff: composeStaff(parts, audited),
    bindings: composeBindings(parts, audited),
    settings: composeSettings(parts, audited),
    pins: composePins(parts, audited),
  }
}

function composeSession({ db, config, secrets }: ConsoleParts): SessionDeps {
  return {
    staffOf: async (token) => {
      const id = await readSession(db, token)
      const staff = id === null ? null : await findStaff(db, id)
      return staff?.active ? staff : null
    },
    redeem: (token) =>
      db.transaction().execute(async (tx) => {
        const id = await redeemSignInLink(tx, token)
        return id === null ? null : beginSession(tx, id)
      }),
    end: (token) => endSession(db, token),
    lark: larkSignIn(db, config, secrets),
  }
}

function larkSignIn(
  db: Connection,
  config: ConsoleParts['config'],
  secrets: ConsoleParts['secrets'],
): SessionDeps['lark'] {
  const redirectUri = oauthRedirect(config)
  if (config.lark === null || redirectUri === null) return null
  const { appId, domain, oauthBase, tenantKey } = config.lark
  const appSecret = secrets.larkAppSecret ?? ''
  const settings = { appId, appSecret, domain, oauthBase, redirectUri }
  return {
    newSecrets: newOAuthSecrets,
    authorizeUrl: (given) => authorizeUrl(settings, given),
    signIn: async (given) => {
      const answer = await signIn(settings, given, fetch)
      if (answer.kind !== 'user') return { ok: false, why: 'failed' }
      // Of another tenant, or not on our list: told alike, and outside.
      const isOurs = tenantKey === null || answer.user.tenantKey === tenantKey
      const staff = isOurs ? await findStaffByLark(db, answer.user.openId) : null
      return staff === null
        ? { ok: false, why: 'unknown' }
        : { ok: true, token: await beginSession(db, staff.id) }
    },
  }
}
