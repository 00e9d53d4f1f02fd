// The people of the centre: who they are, what they may do, when they are away or on duty.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import { asId, type ItemCode, type StaffId } from '../../kernel/ids.ts'
import { may, NO_RELATION, STAFF_ROLES } from '../../staff/permissions.ts'
import {
  auditName,
  type Duty,
  type Leave,
  type Roster,
  type StaffMember,
} from '../../staff/staff.ts'
import { jsonBody } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type AuditEntry, entryOf, localDay, need, refuse, type StaffContext } from './parts.ts'
import type { StaffWire } from './wire.ts'

export type StaffDeps = Readonly<{
  roster: () => Promise<Roster>
  loads: () => Promise<ReadonlyMap<StaffId, number>>
  newId: () => string
  /**
   * Saves somebody, and ends what they are signed in with unless they do it themselves: changed rights
   * hold at once.
   * @returns false when another person has this Lark account
   */
  save: (member: StaffMember, entry: AuditEntry) => Promise<boolean>
  /** @returns the path of a page that signs this person in once */
  makeLink: (id: StaffId, entry: AuditEntry) => Promise<string>
  /** Records an absence and hands over what the person holds. */
  recordLeave: (leave: Leave, entry: AuditEntry) => Promise<void>
  endLeave: (id: StaffId, entry: AuditEntry) => Promise<void>
  saveDuties: (
    stretch: Readonly<{ from: string; to: string; duties: readonly Duty[] }>,
    entry: AuditEntry,
  ) => Promise<void>
  known: () => Readonly<{
    districts: ReadonlySet<string>
    sections: ReadonlySet<string>
    items: ReadonlySet<string>
  }>
}>

const names = z.array(z.string().trim().min(1).max(60)).max(60)
const memberBody = z.strictObject({
  name: z.string().trim().min(1).max(30),
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  districts: names,
  departments: names,
  sections: names,
  items: z.array(z.strictObject({ code: z.string().max(20), part: z.enum(['A', 'B']) })).max(400),
  substituteId: z.uuid().nullable(),
  larkOpenId: z
    .string()
    .trim()
    .regex(/^ou_[0-9a-z]{8,64}$/)
    .nullable(),
  active: z.boolean(),
})
const leaveBody = z
  .strictObject({ from: localDay, to: localDay, substituteId: z.uuid().nullable() })
  .refine((one) => one.from <= one.to, { path: ['to'], message: '结束日期应不早于开始日期' })
const dutiesBody = z
  .strictObject({
    from: localDay,
    to: localDay,
    duties: z
      .array(z.strictObject({ staffId: z.uuid(), district: z.string().max(40).nullable() }))
      .max(200),
  })
  .refine((one) => one.from <= one.to, { path: ['to'], message: '结束日期应不早于开始日期' })

export function staffApi(deps: StaffDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    need(c, 'staff.read')
    const [roster, loads] = await Promise.all([deps.roster(), deps.loads()])
    return c.json({ rows: roster.staff.map((member) => staffWire(member, roster, loads)) })
  })

  app.post('/', async (c) => {
    const admin = need(c, 'staff.manage')
    const member = memberOf(deps, asId<StaffId>(deps.newId()), await jsonBody(c, memberBody))
    return keep(deps, c, admin, member, 'staff.add')
  })

  // Before `/:id`, which would take it for somebody's.
  app.put('/duties', async (c) => {
    const admin = need(c, 'staff.manage')
    const { from, to, duties } = await jsonBody(c, dutiesBody)
    const given = duties.map(({ staffId, district }) => ({
      staffId: asId<StaffId>(staffId),
      from,
      to,
      district,
    }))
    const entry = entryOf(admin, 'duty.change', `days:${from}..${to}`)
    await deps.saveDuties({ from, to, duties: given }, entry)
    return c.json({ ok: true })
  })

  app.put('/:id', async (c) => {
    const admin = need(c, 'staff.manage')
    const { id } = await personOf(deps, c)
    const member = memberOf(deps, id, await jsonBody(c, memberBody))
    if (id === admin.id && !(member.active && may(member.roles, 'staff.manage'))) {
      return refuse(c, 'own_rights', '不能停用自己或取消自己的管理员身份，请由其他管理员操作。')
    }
    return keep(deps, c, admin, member, 'staff.change')
  })

  app.post('/:id/link', async (c) => {
    const admin = need(c, 'staff.manage')
    const { id, active } = await personOf(deps, c)
    if (!active) return refuse(c, 'not_active', '该人员已停用，不能登录。')
    const path = await deps.makeLink(id, entryOf(admin, 'staff.link', auditName(id)))
    return c.json({ path })
  })

  app.post('/:id/leave', async (c) => {
    const { actor, id } = await mayRecordLeave(deps, c)
    const { from, to, substituteId } = await jsonBody(c, leaveBody)
    if (substituteId === id) return refuse(c, 'same_person', '代理人不能是本人。', 422)
    const substitute = substituteId === null ? null : asId<StaffId>(substituteId)
    const leave = { staffId: id, from, to, substituteId: substitute }
    await deps.recordLeave(leave, entryOf(actor, 'leave.record', auditName(id)))
    return c.json({ ok: true })
  })

  app.delete('/:id/leave', async (c) => {
    const { actor, id } = await mayRecordLeave(deps, c)
    await deps.endLeave(id, entryOf(actor, 'leave.end', auditName(id)))
    return c.json({ ok: true })
  })
  return app
}

async function personOf(deps: StaffDeps, c: StaffContext): Promise<StaffMember> {
  const found = (await deps.roster()).staff.find((one) => one.id === c.req.param('id'))
  if (found === undefined) throw new DomainError('not_found')
  return found
}

/** One's own absence, or anybody's for whom the table says so. */
async function mayRecordLeave(
  deps: StaffDeps,
  c: StaffContext,
): Promise<Readonly<{ actor: StaffMember; id: StaffId }>> {
  const actor = c.get('staff')
  const own = c.req.param('id') === actor.id
  // Before anybody is looked up: who may not, does not learn who is there.
  if (!may(actor.roles, 'leave.record', { ...NO_RELATION, own })) {
    throw new DomainError('not_permitted')
  }
  return { actor, id: (await personOf(deps, c)).id }
}

async function keep(
  deps: StaffDeps,
  c: StaffContext,
  admin: StaffMember,
  member: StaffMember,
  action: string,
): Promise<Response> {
  const entry = entryOf(admin, action, auditName(member.id))
  if (!(await deps.save(member, entry))) {
    return refuse(c, 'lark_taken', '该飞书账号已登记在其他人员名下。')
  }
  return c.json({ id: member.id })
}

/** @throws DomainError `invalid` for a district, section or item that does not exist */
function memberOf(deps: StaffDeps, id: StaffId, body: z.infer<typeof memberBody>): StaffMember {
  const known = deps.known()
  const unknown = [
    ...body.districts.filter((code) => !known.districts.has(code)),
    ...body.sections.filter((code) => !known.sections.has(code)),
    ...body.items.map((one) => one.code).filter((code) => !known.items.has(code)),
  ]
  if (unknown.length > 0) {
    throw new DomainError('invalid', {
      show: unknown.map((code) => ({ path: code, reason: '没有这个属地、板块或事项' })),
    })
  }
  return {
    ...body,
    id,
    items: body.items.map((one) => ({ code: asId<ItemCode>(one.code), part: one.part })),
    substituteId: body.substituteId === null ? null : asId<StaffId>(body.substituteId),
  }
}

function staffWire(
  member: StaffMember,
  roster: Roster,
  loads: ReadonlyMap<StaffId, number>,
): StaffWire {
  return {
    ...member,
    load: loads.get(member.id) ?? 0,
    leaves: roster.leaves
      .filter((one) => one.staffId === member.id)
      .map(({ from, to, substituteId }) => ({ from, to, substituteId })),
    duties: roster.duties
      .filter((one) => one.staffId === member.id)
      .map(({ from, to, district }) => ({ from, to, district })),
  }
}
