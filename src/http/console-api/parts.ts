// What every route of the console shares: who asks, whether they may, and how lists are paged.
import type { Context } from 'hono'
import { z } from 'zod'
import { DAY_MS } from '../../kernel/clock.ts'
import { DomainError } from '../../kernel/errors.ts'
import { ACTIONS, type Action, may, scopesOf } from '../../staff/permissions.ts'
import { auditName, type StaffMember } from '../../staff/staff.ts'
import type { StaffEnv } from '../session.ts'
import type { RefusalWire } from './wire.ts'

export { actorOf } from '../../ticket/actor.ts'

export type StaffContext = Context<StaffEnv>

/** What the audit says of an act: who did what to what, the latter as `<kind>:<id>`. */
export type AuditEntry = Readonly<{ actor: string; action: string; subject: string }>

export const entryOf = (staff: StaffMember, action: string, subject: string): AuditEntry => ({
  actor: auditName(staff.id),
  action,
  subject,
})

/** Lets through whom the permission table lets do `action` on anything. @throws DomainError `not_permitted` */
export function need(c: StaffContext, action: Action): StaffMember {
  const staff = c.get('staff')
  if (!may(staff.roles, action)) throw new DomainError('not_permitted')
  return staff
}

/** Lets through whom the table lets do `action` on something; each thing is then checked by itself. */
export function needSomewhere(c: StaffContext, action: Action): StaffMember {
  const staff = c.get('staff')
  if (!holds(staff, action)) throw new DomainError('not_permitted')
  return staff
}

/** Whether any of their roles lets them do it to something. */
export const holds = (staff: StaffMember, action: Action) =>
  staff.roles.some((role) => scopesOf(role, action).length > 0)

export const actionsOf = (staff: StaffMember) => ACTIONS.filter((action) => holds(staff, action))

/** A refusal whose words depend on the case. */
export function refuse(c: StaffContext, code: string, text: string, status: 409 | 422 = 409) {
  const body: RefusalWire = { error: { code, text, requestId: c.get('requestId') } }
  return c.json(body, status)
}

const SIZE_MAX = 100

export const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(SIZE_MAX).default(20),
}

/** A list in a query string: `a,b,c`, each one of `options`. */
export const listOf = <T extends string>(options: readonly T[]) =>
  z
    .string()
    .max(400)
    .default('')
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .pipe(z.array(z.enum(options as readonly [T, ...T[]])))

/** A free text in a query string; empty is none. */
export const freeText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default('')
    .transform((text) => (text === '' ? null : text))

/** A page of what a text is found in. */
export const searchQuery = z.object({ ...paging, q: freeText(100) })

/** A local date `YYYY-MM-DD` that is in the calendar: 02-30 is refused. */
export const localDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day))

/** Midnight in Zhoushan at the start of a local date, or of the day after it. */
export function startOfDay(day: string | undefined, daysLater = 0): Date | null {
  if (day === undefined) return null
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + daysLater * DAY_MS)
}

/** What is due within so long is due soon: counted on the overview as the list filters it. */
export const SOON_MS = DAY_MS

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** A file to save, under a name that may be Chinese (RFC 6266, RFC 8187). */
export function download(
  c: StaffContext,
  file: Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>,
) {
  const plain = file.name.replaceAll(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(file.name).replaceAll("'", '%27')
  c.header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
  c.header('Content-Type', file.mediaType)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  return c.body(new Uint8Array(file.bytes))
}
