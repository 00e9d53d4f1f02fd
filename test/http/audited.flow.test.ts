// What is done at the console stands in the audit, or is not done: also when the store fails between.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSheets } from '../../src/files/workbook.ts'
import type {
  AuditWire,
  KnowledgeWire,
  Paged,
  SettingsWire,
} from '../../src/http/console-api/wire.ts'
import type { ChangeLineWire, EditWire } from '../../src/http/console-api/wire-changes.ts'
import { asId, type ContactId } from '../../src/kernel/ids.ts'
import type { ChangeAct } from '../../src/knowledge/change/change.ts'
import { toSheets } from '../../src/knowledge/change/sheets.ts'
import { askBinding } from '../../src/postgres/bindings.ts'
import { makeSignInLink } from '../../src/postgres/sessions.ts'
import { HOUSING } from '../builders/world.ts'
import { type Flow, LEARNING_MS_MAX, onOneEngine, startFlow, until } from '../flow/harness.ts'
import { aPerson, aTicketOf, type Caller, callerOf, signedIn } from './console.ts'

const TABLES = [
  'staff',
  'staff_session',
  'sign_in_link',
  'staff_leave',
  'staff_duty',
  'closed_day',
  'setting',
  'enterprise_binding',
  'outbox_entry',
  'knowledge_change',
  'knowledge_change_step',
  'knowledge_version',
]

/** What changes by itself: a session is seen with every request, and the sender sends what is owed. */
const CHANGING = [
  ...['seen_at', 'expires_at'],
  ...['run_at', 'attempts', 'lease', 'lease_until', 'first_tried_at', 'done_at', 'dead_at'],
  ...['last_error', 'sent_ref', 'read_at', 'settled_at'],
]

onOneEngine('an act and its audit', (engine) => {
  let flow: Flow
  let admin: Caller
  let adminId: string
  let bindingId: string
  const holder = aPerson({ name: '李示例', districts: ['dinghai'], departments: [HOUSING] })

  beforeAll(async () => {
    flow = await startFlow(engine)
    const roles = ['administrator', 'dispatcher', 'supervisor'] as const
    const person = aPerson({ name: '王示例', roles: [...roles], districts: ['city'] })
    admin = await signedIn(flow, person)
    adminId = person.id
    await signedIn(flow, holder)
    const { rows } = await sql<{ id: string }>`
      insert into contact (channel, external_id) values ('web', 'v1') returning id`.execute(
      flow.database.db,
    )
    const contactId = asId<ContactId>(rows[0]!.id)
    const asked = {
      contactId,
      creditCode: '91330900MA2A00007H',
      enterpriseName: '示例贸易有限公司',
      personName: '张示例',
    }
    bindingId = (await askBinding(flow.database.db, asked)) ?? ''
  })
  afterAll(() => flow.stop())

  /** Does it while no row can be added to this table. */
  async function failing<T>(table: string, act: () => Promise<T>): Promise<T> {
    const { pool } = flow.database
    await pool.query(`create or replace function no_more() returns trigger language plpgsql
      as $$ begin raise exception 'no more rows'; end $$`)
    await pool.query(`create trigger no_more before insert on ${table} execute function no_more()`)
    return act().finally(() => pool.query(`drop trigger no_more on ${table}`))
  }
  const stored = async () =>
    Promise.all(
      TABLES.map(async (table) => {
        const row = `to_jsonb(t) - '{${CHANGING}}'::text[]`
        const query = `select ${row} as row from ${table} t order by (${row})::text`
        return [table, (await flow.database.pool.query(query)).rows]
      }),
    )
  const entries = async () =>
    (await admin.get<Paged<AuditWire>>('/audit?size=100')).body.rows.map((row) => row.action)

  const current = async (code: string) =>
    (await admin.get<EditWire>(`/knowledge/changes/of/${code}`)).body.current
  /** Does this to the one change that there is. */
  const actOnChange = async (act: ChangeAct) => {
    const { rows } = (await admin.get<Paged<ChangeLineWire>>('/knowledge/changes')).body
    const changes = rows.map(({ id, revision }) => ({ id, revision }))
    return admin.post('/knowledge/changes/acts', { act, changes, note: '' })
  }
  const importing = (bytes: Uint8Array<ArrayBuffer>) =>
    fetch(`${flow.url}/api/console/knowledge/workbook?name=items.xlsx&commit=1`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: admin.cookie },
      body: bytes,
    })

  /** Every act, in an order in which each has something to do. */
  async function acts(limitsText: string) {
    const { id, ...member } = holder
    const { id: _new, ...another } = aPerson({ name: '周示例' })
    const day = { from: '2026-12-01', to: '2026-12-02' }
    const pin = { items: ['QYKB-002'], text: '登记系统今晚维护。', until: '2026-11-30' }
    const holiday = { name: '示例节', from: '2031-01-01', to: '2031-01-03' }
    const notice = { year: 2031, source: '示例通知', holidays: [holiday], workdays: ['2031-01-05'] }
    const base = await current('QYKB-002')
    const change = { code: 'QYKB-002', base, item: { ...base, result: '新执照' }, reason: '' }
    const workbook = await writeSheets(toSheets([{ ...(await current('QYKB-007')), result: '照' }]))
    const { active } = (await admin.get<KnowledgeWire>('/knowledge')).body
    return [
      ['knowledge.change.create', () => admin.post('/knowledge/changes', change)],
      ['knowledge.change.submit', () => actOnChange('submit')],
      ['knowledge.change.approve_own', () => actOnChange('approve')],
      ['knowledge.import', () => importing(Uint8Array.from(workbook))],
      ['knowledge.activate', () => admin.post(`/knowledge/versions/${active.id}/activate`)],
      ['staff.add', () => admin.post('/staff', another)],
      ['leave.record', () => admin.post(`/staff/${id}/leave`, { ...day, substituteId: null })],
      ['leave.end', () => admin.delete(`/staff/${id}/leave`)],
      [
        'duty.change',
        () => admin.put('/staff/duties', { ...day, duties: [{ staffId: id, district: null }] }),
      ],
      ['staff.link', () => admin.post(`/staff/${id}/link`)],
      ['staff.change', () => admin.put(`/staff/${id}`, { ...member, name: '李改名' })],
      [
        'settings.change',
        () =>
          admin.put('/settings/limits', {
            text: limitsText.replace('consultation: 1', 'consultation: 2'),
          }),
      ],
      ['settings.change', () => admin.put('/settings/calendar', notice)],
      [
        'settings.change',
        () => admin.put('/settings/reviewed-sections', { sections: ['project'] }),
      ],
      ['settings.change', () => admin.put('/settings/target-error', { targetError: 0.03 })],
      [
        'closed_day.change',
        () => admin.post('/settings/closed-days', { day: '2026-12-09', reason: '台风停工' }),
      ],
      ['binding.decide', () => admin.post(`/bindings/${bindingId}`, { confirmed: true })],
      ['binding.end', () => admin.delete(`/bindings/${bindingId}`)],
      ['answer.pin', () => admin.post('/pins', pin)],
    ] as const
  }

  test('are kept together or not at all', async () => {
    const { limitsText } = (await admin.get<SettingsWire>('/settings')).body
    for (const [action, act] of await acts(limitsText)) {
      const before = [await stored(), await entries()]
      const unnoted = await failing('audit_entry', act)
      expect(unnoted.status, `${action} without an audit`).toBe(500)
      expect([await stored(), await entries()], action).toEqual(before)
      expect([200, 201], action).toContain((await act()).status)
      expect((await entries())[0]).toBe(action)
      expect(await stored(), action).not.toEqual(before[0])
    }
  })

  test('what is refused is not in the audit', async () => {
    const before = await entries()
    expect((await admin.post(`/bindings/${bindingId}`, { confirmed: true })).status).toBe(409)
    expect((await admin.put('/settings/limits', { text: '' })).status).toBe(422)
    expect((await admin.delete(`/pins/${randomUUID()}`)).status).toBe(404)
    expect(await entries()).toEqual(before)
  })

  test('a publish stands in it with its version, and people are named who published', async () => {
    const knowledge = async () => (await admin.get<KnowledgeWire>('/knowledge')).body
    const publishes = async () => {
      expect((await admin.post('/knowledge/publish', {})).status).toBe(202)
      const isOver = async () => !(await knowledge()).publish.running
      await until(isOver, 'it is published', LEARNING_MS_MAX)
    }
    const before = await knowledge()
    await failing('audit_entry', publishes)
    expect(await knowledge()).toMatchObject({ publish: { failed: true }, active: before.active })
    await publishes()
    const { active } = await knowledge()
    expect(active).toMatchObject({ createdBy: '王示例' })
    const { rows } = (await admin.get<Paged<AuditWire>>('/audit')).body
    const action = 'knowledge.publish'
    expect(rows[0]).toMatchObject({ actor: '王示例', action, subject: `version:${active.id}` })
    const { pool } = flow.database
    const steps = await pool.query(`select actor from knowledge_change_step where act = 'publish'`)
    expect(steps.rows).toEqual([{ actor: `staff:${adminId}` }])
  })

  test('a sign-in link that begins no session is not used up', async () => {
    const token = await makeSignInLink(flow.database.db, holder.id)
    const signIn = () => callerOf(flow).post('/session', { token })
    expect((await failing('staff_session', signIn)).status).toBe(500)
    expect((await signIn()).status).toBe(200)
  })

  test('a hand-over that fails leaves the leave recorded, once', async () => {
    const away = aPerson({
      name: '吴示例',
      districts: ['putuo'],
      departments: [HOUSING],
      substituteId: holder.id,
    })
    await flow.employ(away)
    const ticket = await aTicketOf(flow, { district: { code: 'putuo', name: '普陀区' } })
    expect(ticket.ownerId).toBe(away.id)
    const leave = { from: '2026-11-01', to: '2099-01-01', substituteId: holder.id }
    const recorded = await failing('ticket_activity', () =>
      admin.post(`/staff/${away.id}/leave`, leave),
    )
    expect(recorded.status).toBe(200)
    const { rows } = await flow.database.pool.query(
      `select count(*)::int as n from staff_leave where staff_id = '${away.id}'`,
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})
