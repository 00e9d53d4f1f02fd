// How the centre works: limits, calendar, switches, connections; and the audit of what was done.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import type { PageAsk } from '../../ticket/desk-list.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type AuditEntry, entryOf, localDay, need, refuse, searchQuery } from './parts.ts'
import type { AuditWire, CalendarWire, Paged, SettingsWire } from './wire.ts'

export type SettingsDeps = Readonly<{
  read: () => Promise<SettingsWire>
  /** The days of a covered year, in order; null when its notice is not loaded. */
  calendar: (year: number) => CalendarWire | null
  /** Text null puts back what is shipped. @returns what is wrong with it; nothing is changed then */
  changeLimits: (text: string | null, entry: AuditEntry) => Promise<readonly string[]>
  /** @returns what is wrong with it; nothing is changed then */
  saveNotice: (given: unknown, entry: AuditEntry) => Promise<readonly string[]>
  /** `reason` null takes a declared day back. */
  declareClosedDay: (day: string, reason: string | null, entry: AuditEntry) => Promise<void>
  reviewSections: (sections: readonly string[], entry: AuditEntry) => Promise<void>
  aimAt: (targetError: number, entry: AuditEntry) => Promise<void>
  sectionCodes: () => ReadonlySet<string>
  auditLog: (text: string | null, page: PageAsk) => Promise<Paged<AuditWire>>
}>

const closedDayBody = z.strictObject({
  day: localDay,
  reason: z.string().trim().min(2).max(100).nullable(),
})
const limitsBody = z.strictObject({ text: z.string().max(20_000).nullable() })
const noticeBody = z.looseObject({ year: z.number().int() })
const reviewBody = z.strictObject({ sections: z.array(z.string().max(40)).max(40) })
const aimBody = z.strictObject({ targetError: z.number().min(0.005).max(0.1) })

export function settingsApi(deps: SettingsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/settings', async (c) => {
    need(c, 'knowledge.read')
    return c.json(await deps.read())
  })

  app.get('/calendar/:year', (c) => {
    need(c, 'knowledge.read')
    const year = Number(c.req.param('year'))
    const calendar = Number.isInteger(year) ? deps.calendar(year) : null
    if (calendar === null) throw new DomainError('not_found')
    return c.json(calendar)
  })

  app.put('/settings/calendar', async (c) => {
    const admin = need(c, 'settings.manage')
    const given = await jsonBody(c, noticeBody)
    const entry = entryOf(admin, 'settings.change', `setting:calendar=${given.year}`)
    const problems = await deps.saveNotice(given, entry)
    if (problems.length > 0) return refuse(c, 'invalid', problems.join('；'), 422)
    return c.json({ ok: true })
  })

  app.put('/settings/limits', async (c) => {
    const admin = need(c, 'settings.manage')
    const { text } = await jsonBody(c, limitsBody)
    const entry = entryOf(admin, 'settings.change', 'setting:limits')
    const problems = await deps.changeLimits(text, entry)
    if (problems.length > 0) return refuse(c, 'invalid', problems.join('；'), 422)
    return c.json({ ok: true })
  })

  app.post('/settings/closed-days', async (c) => {
    const admin = need(c, 'settings.manage')
    const { day, reason } = await jsonBody(c, closedDayBody)
    await deps.declareClosedDay(day, reason, entryOf(admin, 'closed_day.change', `day:${day}`))
    return c.json({ ok: true })
  })

  app.put('/settings/reviewed-sections', async (c) => {
    const admin = need(c, 'settings.manage')
    const { sections } = await jsonBody(c, reviewBody)
    if (sections.some((code) => !deps.sectionCodes().has(code))) throw new DomainError('invalid')
    const entry = entryOf(admin, 'settings.change', 'setting:reviewed_sections')
    await deps.reviewSections(sections, entry)
    return c.json({ ok: true })
  })

  app.put('/settings/target-error', async (c) => {
    const admin = need(c, 'settings.manage')
    const { targetError } = await jsonBody(c, aimBody)
    const entry = entryOf(admin, 'settings.change', `setting:target_error=${targetError}`)
    await deps.aimAt(targetError, entry)
    return c.json({ ok: true })
  })

  app.get('/audit', async (c) => {
    need(c, 'audit.read')
    const { q, ...page } = queryOf(c, searchQuery)
    return c.json(await deps.auditLog(q, page))
  })
  return app
}
