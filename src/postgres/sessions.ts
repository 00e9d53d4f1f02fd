// Console sessions and one-time sign-in links. Tokens leave this file once; the database keeps
// their digests.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { asId, type StaffId } from '../kernel/ids.ts'
import type { Db } from './database.ts'

const LINK_HOURS = 24
const SESSION_HOURS = 12
/** A session that is used lives on, but not for ever. */
const SESSION_DAYS_MAX = 7

const digest = (token: string) => createHash('sha256').update(token).digest('hex')
const newToken = () => randomBytes(32).toString('base64url')

/** Makes a link that signs `staffId` in once. @returns its token */
export async function makeSignInLink(db: Db, staffId: StaffId): Promise<string> {
  const token = newToken()
  await sql`
    insert into sign_in_link (token_sha256, staff_id, expires_at)
    values (${digest(token)}, ${staffId}::uuid, now() + make_interval(hours => ${LINK_HOURS}))`.execute(
    db,
  )
  return token
}

/** Uses up a link. @returns whose it was, or null when it is unknown, used or expired */
export async function redeemSignInLink(db: Db, token: string): Promise<StaffId | null> {
  const { rows } = await sql<{ staff_id: string }>`
    update sign_in_link set used_at = now()
    where token_sha256 = ${digest(token)} and used_at is null and expires_at > now()
    returning staff_id`.execute(db)
  return rows[0] ? asId<StaffId>(rows[0].staff_id) : null
}

/** Begins a session. @returns its token, for the cookie */
export async function beginSession(db: Db, staffId: StaffId): Promise<string> {
  const token = newToken()
  await sql`
    insert into staff_session (token_sha256, staff_id, expires_at)
    values (${digest(token)}, ${staffId}::uuid, now() + make_interval(hours => ${SESSION_HOURS}))`.execute(
    db,
  )
  return token
}

/** Whose session it is, prolonging it; null when it is over. */
export async function readSession(db: Db, token: string): Promise<StaffId | null> {
  const { rows } = await sql<{ staff_id: string }>`
    update staff_session set seen_at = now(),
      expires_at = least(now() + make_interval(hours => ${SESSION_HOURS}),
        created_at + make_interval(days => ${SESSION_DAYS_MAX}))
    where token_sha256 = ${digest(token)} and ended_at is null and expires_at > now()
    returning staff_id`.execute(db)
  return rows[0] ? asId<StaffId>(rows[0].staff_id) : null
}

export async function endSession(db: Db, token: string): Promise<void> {
  await sql`update staff_session set ended_at = now() where token_sha256 = ${digest(token)}`.execute(
    db,
  )
}

/** Ends every session of a person, as when a role is taken away. */
export async function endSessionsOf(db: Db, staffId: StaffId): Promise<void> {
  await sql`
    update staff_session set ended_at = now() where staff_id = ${staffId}::uuid and ended_at is null`.execute(
    db,
  )
}
