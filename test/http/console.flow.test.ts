import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  AuditWire,
  CalendarDayWire,
  CalendarWire,
  DeadLetterWire,
  FigureCaseWire,
  FiguresWire,
  ItemLineWire,
  ItemWire,
  KnowledgeWire,
  OpenedWire,
  OpeningRefusalWire,
  OptionsWire,
  Paged,
  RefusalWire,
  SettingsWire,
  SimilarWire,
  StaffWire,
  TicketLineWire,
  TicketWire,
  TrialWire,
} from '../../src/http/console-api/wire.ts'
import { plainMessage } from '../../src/kernel/message.ts'
import { saveSetting } from '../../src/postgres/desk/settings.ts'
import { enqueueOwed } from '../../src/postgres/outbox.ts'
import { makeSignInLink } from '../../src/postgres/sessions.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { HOUSING, MARKET } from '../builders/world.ts'
import { type Flow, onOneEngine, startFlow } from '../flow/harness.ts'
import { A_DESK_OPENING, aPerson, aTicketOf, type Caller, callerOf, signedIn } from './console.ts'

type Lines = Paged<TicketLineWire>

onOneEngine("the console's API", (engine) => {
  let flow: Flow
  let specialist: Caller
  let stranger: Caller
  let dispatcher: Caller
  let supervisor: Caller
  let auditor: Caller
  let administrator: Caller
  let ticket: Ticket
  const holder = aPerson({ name: '李示例', districts: ['dinghai'], departments: [HOUSING] })
  const admin = aPerson({ name: '王示例', roles: ['administrator'], districts: ['city'] })

  beforeAll(async () => {
    flow = await startFlow(engine)
    specialist = await signedIn(flow, holder)
    stranger = await signedIn(flow, aPerson({ districts: ['putuo'], departments: [MARKET] }))
    dispatcher = await signedIn(flow, aPerson({ roles: ['dispatcher'], districts: ['city'] }))
    supervisor = await signedIn(flow, aPerson({ roles: ['supervisor'], districts: ['city'] }))
    auditor = await signedIn(flow, aPerson({ roles: ['auditor'], districts: [] }))
    administrator = await signedIn(flow, admin)
    ticket = await aTicketOf(flow)
  })
  afterAll(() => flow.stop())

  test('tells nothing to whoever is not signed in', async () => {
    const nobody = callerOf(flow)
    for (const path of PATHS) expect((await nobody.get(path)).status, path).toBe(401)
    expect((await nobody.get('/session')).body).toEqual({ me: null, larkSignIn: false })
    expect((await callerOf(flow, { cookie: 'zhuqi_staff=guess' }).get('/tickets')).status).toBe(401)
  })

  test('a link signs in once', async () => {
    const member = aPerson()
    await flow.employ(member)
    const token = await makeSignInLink(flow.database.db, member.id)
    expect((await callerOf(flow).post('/session', { token })).status).toBe(200)
    const again = await callerOf(flow).post('/session', { token })
    expect(again).toMatchObject({ status: 401, body: { error: { code: 'bad_sign_in_link' } } })
    expect((await callerOf(flow).post('/session', { token: 'no' })).status).toBe(422)
  })

  test('who has signed out is out', async () => {
    const member = await signedIn(flow, aPerson())
    expect((await member.get('/tickets')).status).toBe(200)
    await member.delete('/session')
    expect((await member.get('/tickets')).status).toBe(401)
  })

  test('a foreign page changes nothing', async () => {
    const token = await makeSignInLink(flow.database.db, holder.id)
    const foreign = callerOf(flow, { 'sec-fetch-site': 'cross-site' })
    expect(await foreign.post('/session', { token })).toMatchObject({
      status: 403,
      body: { error: { code: 'bad_origin' } },
    })
    expect((await callerOf(flow).post('/session', { token })).status).toBe(200)
  })

  test('a list shows each person what they may see, a page at a time', async () => {
    await aTicketOf(flow, { title: '另一件', district: { code: 'putuo', name: '普陀区' } })
    expect((await stranger.get<Lines>('/tickets')).body.total).toBe(0)
    expect((await specialist.get<Lines>('/tickets?owner=me')).body.rows).toMatchObject([
      { number: ticket.number, owner: '李示例', enterpriseName: '示例贸易有限公司' },
    ])
    const first = await auditor.get<Lines>('/tickets?size=1&page=1')
    const second = await auditor.get<Lines>('/tickets?size=1&page=2')
    expect(first.body.rows).toHaveLength(1)
    expect(second.body.total).toBe(first.body.total)
    expect(second.body.rows[0]?.number).not.toBe(first.body.rows[0]?.number)
  })

  test('filters narrow the list together, and wildcards are only characters', async () => {
    const numbers = async (query: string) =>
      (await dispatcher.get<Lines>(`/tickets?${query}`)).body.rows.map((row) => row.number)
    const day = ticket.number.slice(5, 13)
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
    expect(
      await numbers(
        `q=${ticket.number}&state=dispatched&kind=help&district=dinghai&from=${date}&to=${date}`,
      ),
    ).toEqual([ticket.number])
    expect(await numbers(`q=${ticket.number}&state=closed`)).toEqual([])
    expect(await numbers('q=%25')).toEqual([])
    expect(await numbers('from=2031-01-01')).toEqual([])
  })

  test.each(['state=lost', 'page=0', 'size=1000', 'from=2026-02-30', 'owner=anybody'])(
    'a list that is asked for as %s is refused',
    async (query) => {
      expect((await dispatcher.get(`/tickets?${query}`)).status).toBe(422)
    },
  )

  test('a ticket that is not theirs does not exist for a person', async () => {
    for (const path of ['', '/similar']) {
      expect((await stranger.get(`/tickets/${ticket.number}${path}`)).status).toBe(404)
    }
    expect((await stranger.post(`/tickets/${ticket.number}/person`)).status).toBe(404)
    expect((await stranger.post(`/tickets/${ticket.number}/acts`, { act: 'accept' })).status).toBe(
      404,
    )
    expect((await specialist.get('/tickets/ZSQS-20260101-9999')).status).toBe(404)
  })

  test('the handler sees the facts, the limit with its days, and the acts that work now', async () => {
    const { body } = await specialist.get<TicketWire>(`/tickets/${ticket.number}`)
    expect(body.line).toMatchObject({ state: 'dispatched', owner: '李示例' })
    expect(body.requester).toEqual({ name: '张*例', phone: '138****0000', full: true })
    const handling = body.limits.find((one) => one.timer === 'handling')
    expect(handling?.dueAt).toMatch(/^2026-12-0/)
    expect(handling?.lines.join('')).toContain('个工作日')
    expect(body.acts.map((act) => act.kind)).toContain('accept')
    expect(body.timeline.map((entry) => entry.title)).toEqual(['登记诉求', '派单'])
  })

  test('an act is done once; where the state does not allow it the words say so', async () => {
    const path = `/tickets/${ticket.number}/acts`
    expect((await specialist.post(path, { act: 'accept' })).body).toEqual({ ok: true })
    const again = await specialist.post<RefusalWire>(path, { act: 'accept' })
    expect(again.status).toBe(409)
    expect(again.body.error.text).toContain('已签收')
    expect(again.body.error.requestId).toBeTruthy()
  })

  test('an act with something missing, unknown, or by somebody else changes nothing', async () => {
    const path = `/tickets/${ticket.number}/acts`
    const before = await specialist.get<TicketWire>(`/tickets/${ticket.number}`)
    expect((await specialist.post(path, { act: 'reply', form: { text: '  ' } })).status).toBe(422)
    expect((await specialist.post(path, { act: 'explode' })).status).toBe(400)
    expect((await specialist.post(path, { act: 'reply', form: { text: 1 } })).status).toBe(422)
    expect((await auditor.post(path, { act: 'reply', form: { text: '好' } })).status).toBe(403)
    expect((await supervisor.post(path, { act: 'resolve', form: {} })).status).toBe(403)
    const after = await specialist.get<TicketWire>(`/tickets/${ticket.number}`)
    expect(after.body.timeline).toEqual(before.body.timeline)
  })

  test('a ticket is merged only into one that is theirs to merge', async () => {
    const local = await signedIn(flow, aPerson({ roles: ['dispatcher'], districts: ['dinghai'] }))
    const [ending, near] = [await aTicketOf(flow), await aTicketOf(flow)]
    const far = await aTicketOf(flow, { district: { code: 'putuo', name: '普陀区' } })
    const merges = (into: string) =>
      local.post(`/tickets/${ending.number}/acts`, {
        act: 'merge',
        form: { into, reason: '同一企业同一事项重复提交' },
      })
    expect((await merges(far.number)).status).toBe(422)
    expect((await dispatcher.get<TicketWire>(`/tickets/${far.number}`)).body.timeline).toHaveLength(
      far.ownerId === null ? 1 : 2,
    )
    expect((await merges(near.number)).status).toBe(200)
  })

  test('a number in full is for the handler, and each reading is recorded', async () => {
    const path = `/tickets/${ticket.number}/person`
    expect((await supervisor.post(path)).status).toBe(403)
    expect((await specialist.post(path)).body).toEqual({ name: '张示例', phone: '13800000000' })
    const { body } = await administrator.get<Paged<unknown>>('/audit?q=ticket.read_person')
    expect(body.rows).toMatchObject([
      { actor: '李示例', action: 'ticket.read_person', subject: ticket.number },
    ])
  })

  test('reading a ticket in full and its files is recorded, once an hour and each time', async () => {
    const read = await aTicketOf(flow, { title: '有附件的一件' })
    const path = `/tickets/${read.number}`
    const id = randomUUID()
    await sql`insert into attachment (id, ticket_id, kind, name, media_type, size_bytes, bytes)
      values (${id}::uuid, ${read.id}::uuid, 'file', '材料.pdf', 'application/pdf', 4, ${Buffer.from('%PDF')})`.execute(
      flow.database.db,
    )
    for (const who of [specialist, specialist, supervisor, auditor]) await who.get(path)
    for (let n = 0; n < 2; n++) await specialist.get(`${path}/files/${id}`)
    await auditor.get(`${path}/files/${id}`)
    const { body } = await administrator.get<Paged<AuditWire>>(`/audit?q=${read.number}`)
    expect(body.rows.map((row) => `${row.action} ${row.actor}`).sort()).toEqual([
      'ticket.read 李示例',
      'ticket.read_file 孙示例',
      'ticket.read_file 李示例',
      'ticket.read_file 李示例',
    ])
  })

  test('whom a sealed report comes from is shown and found by its handler only', async () => {
    const sealed = await aTicketOf(flow, { kind: 'report', enterpriseName: '示例密报有限公司' })
    const path = `/tickets/${sealed.number}`
    expect((await specialist.get<TicketWire>(path)).body.line.enterpriseName).toBe(
      '示例密报有限公司',
    )
    const { body } = await dispatcher.get<TicketWire>(path)
    expect(body.line.enterpriseName).toBeNull()
    expect(body).toMatchObject({ creditCode: null, requester: null })
    expect((await dispatcher.post(`${path}/person`)).status).toBe(403)
    expect(
      (await dispatcher.get<Lines>(`/tickets?q=${encodeURIComponent('示例密报')}`)).body.total,
    ).toBe(0)
  })

  test('what a sealed report says is shown and found by its handler only', async () => {
    const title = '密报某示例公司偷排'
    const sealed = await aTicketOf(flow, { kind: 'report', title, description: `${title}，请查。` })
    const path = `/tickets/${sealed.number}`
    const fileId = randomUUID()
    await sql`insert into attachment (id, ticket_id, kind, name, media_type, size_bytes, bytes)
      values (${fileId}::uuid, ${sealed.id}::uuid, 'file', '密报.pdf', 'application/pdf', 4, ${Buffer.from('%PDF')})`.execute(
      flow.database.db,
    )
    const list = `/tickets?q=${sealed.number}`
    const read = async (who: Caller) =>
      JSON.stringify([(await who.get(path)).body, (await who.get(list)).body])
    expect(await read(specialist)).toContain(title)
    for (const who of [dispatcher, supervisor, auditor]) {
      const seen = await read(who)
      expect(seen).toContain('举报件（内容仅承办人员可见）')
      expect(seen).not.toContain('密报')
      expect((await who.get(`${path}/files/${fileId}`)).status).toBe(404)
    }
    expect(
      (await dispatcher.get<Lines>(`/tickets?q=${encodeURIComponent('偷排')}`)).body.total,
    ).toBe(0)
    expect((await specialist.get(`${path}/files/${fileId}`)).status).toBe(200)
  })

  test('what is said about a sealed report is shown to its handler only', async () => {
    const secret = '密报某示例公司偷排'
    const sealed = await aTicketOf(flow, { kind: 'report', description: `${secret}，请查。` })
    const path = `/tickets/${sealed.number}`
    const helper = aPerson({ name: '赵示例', departments: [HOUSING] })
    const coHandler = await signedIn(flow, helper)
    for (const [act, form] of [
      ['accept', {}],
      ['add_co_handler', { staffId: helper.id, department: HOUSING, task: secret }],
      ['ask_extension', { days: '5', reason: secret }],
    ] as const) {
      expect((await specialist.post(`${path}/acts`, { act, form })).status).toBe(200)
    }
    await enqueueOwed(flow.database.db, [
      {
        address: { channel: 'web', to: 'nobody', toKind: 'person', replyTo: null },
        purpose: 'ticket_notice',
        message: plainMessage(secret),
        turnId: null,
        ticketId: sealed.id,
      },
    ])
    const read = async (who: Caller) => (await who.get<TicketWire>(path)).body
    expect(await read(specialist)).toMatchObject({
      coHandlers: [{ task: secret }],
      extension: { reason: secret },
      sendings: [{ summary: secret }],
    })
    expect(await read(coHandler)).toMatchObject({ coHandlers: [{ task: secret }] })
    for (const who of [dispatcher, supervisor, auditor]) {
      expect(JSON.stringify(await read(who))).not.toContain(secret)
    }
    expect((await dispatcher.post(`${path}/reply-draft`)).status).toBe(403)
  })

  test('nothing is likened to a sealed report for whom it is sealed', async () => {
    const about = { title: '养殖尾水直排港湾', description: '养殖尾水直排港湾，请处理。' }
    const sealed = await aTicketOf(flow, { kind: 'report', ...about })
    const plain = await aTicketOf(flow, about)
    const alike = async (who: Caller, number: string) =>
      (await who.get<SimilarWire>(`/tickets/${number}/similar`)).body.open.map(
        (one) => one.line.number,
      )
    expect(await alike(specialist, sealed.number)).toEqual([plain.number])
    expect(await alike(specialist, plain.number)).toEqual([sealed.number])
    expect(await alike(dispatcher, sealed.number)).toEqual([])
    expect(await alike(dispatcher, plain.number)).toEqual([])
    const again = await dispatcher.post<OpenedWire>('/openings', {
      ...A_DESK_OPENING,
      ...about,
    })
    expect(again.body.similar.map((one) => one.number)).toEqual([plain.number])
  })

  test('a phone number in the words is masked for whoever does not handle the ticket', async () => {
    const told = await aTicketOf(flow, { description: '请打 13800000001 联系我，谢谢。' })
    const of = async (caller: Caller) =>
      (await caller.get<TicketWire>(`/tickets/${told.number}`)).body
    expect((await of(specialist)).description).toContain('13800000001')
    expect((await of(auditor)).description).toContain('138****0001')
    expect(JSON.stringify(await of(auditor))).not.toContain('13800000001')
  })

  test('a file is handed out with its own ticket only, and never as a page', async () => {
    const id = randomUUID()
    await sql`insert into attachment (id, ticket_id, kind, name, media_type, size_bytes, bytes)
      values (${id}::uuid, ${ticket.id}::uuid, 'file', '营业执照 复印件.pdf', 'application/pdf', 4, ${Buffer.from('%PDF')})`.execute(
      flow.database.db,
    )
    const file = await specialist.get(`/tickets/${ticket.number}/files/${id}`)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('营业执照 复印件.pdf')}`,
    )
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    const other = await aTicketOf(flow, { title: '没有附件的一件' })
    expect((await specialist.get(`/tickets/${other.number}/files/${id}`)).status).toBe(404)
    expect((await stranger.get(`/tickets/${ticket.number}/files/${id}`)).status).toBe(404)
    expect((await specialist.get(`/tickets/${ticket.number}/files/nonsense`)).status).toBe(404)
  })

  test('the list is exported by whom the table lets, and that is recorded', async () => {
    expect((await specialist.get('/tickets/export.xlsx')).status).toBe(403)
    const { status, headers } = await supervisor.get('/tickets/export.xlsx?stage=open')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('spreadsheetml')
    expect((await administrator.get<Paged<unknown>>('/audit?q=ticket.export')).body.total).toBe(1)
  })

  test('staff record what an enterprise told them; everything wrong is told at once', async () => {
    const opening = A_DESK_OPENING
    const opened = await dispatcher.post<{ number: string }>('/openings', opening)
    expect(opened.status).toBe(201)
    const { body } = await dispatcher.get<TicketWire>(`/tickets/${opened.body.number}`)
    expect(body).toMatchObject({
      line: { source: 'hotline', enterpriseName: '示例船舶修造有限公司' },
      requester: { phone: '138****0002' },
      external: { system: '12345', number: 'DH-1' },
    })
    const again = await dispatcher.post<OpenedWire>('/openings', opening)
    expect(again.body.similar).toMatchObject([
      { number: opened.body.number, reason: expect.stringContaining('同一企业') },
    ])
    const wrong = { ...opening, phone: '12', creditCode: 'X', consent: false }
    const refused = await dispatcher.post<OpeningRefusalWire>('/openings', wrong)
    expect(refused.status).toBe(422)
    expect(refused.body.problems.map((one) => one.field)).toEqual([
      'creditCode',
      'phone',
      'consent',
    ])
    expect((await dispatcher.post('/openings', { ...opening, district: 'x' })).status).toBe(422)
    expect((await dispatcher.post('/openings', { ...opening, kind: 'gossip' })).status).toBe(422)
    expect((await auditor.post('/openings', opening)).status).toBe(403)
  })

  test('a ledger that somebody changed behind our back is found', async () => {
    const path = `/ledgers/${ticket.number}`
    expect((await specialist.get(path)).status).toBe(403)
    expect((await auditor.get(path)).body).toMatchObject({ ok: true, deleted: 0 })
    const { db } = flow.database
    const rename = (state: string) => sql`
      update ticket_activity set to_state = ${state} where ticket_id = ${ticket.id}::uuid and seq = 2`
    await expect(rename('closed').execute(db)).rejects.toThrow(/append-only/)
    await sql`alter table ticket_activity disable trigger all`.execute(db)
    await rename('closed').execute(db)
    expect((await auditor.get(path)).body).toEqual({ ok: false, seq: 2, fault: 'altered_entry' })
    await rename('dispatched').execute(db)
    await sql`alter table ticket_activity enable trigger all`.execute(db)
    expect((await auditor.get(path)).body).toMatchObject({ ok: true })
  })

  test('a dead letter is seen with its cause and goes back to work at a person’s request', async () => {
    const { rows } = await sql<{ id: string }>`
      insert into inbox_entry (channel, event_id, key, kind, incoming, attempts, dead_at, last_error)
      values ('web', ${randomUUID()}, 'web:test-dead', 'read',
        '{"content": {"kind": "read", "messageRefs": []}, "occurredAt": "2026-11-25T02:00:00Z"}', 8, now(), 'Error: 数据库暂时不可用')
      returning id::text as id`.execute(flow.database.db)
    const path = `/dead-letters/inbox/${rows[0]?.id}/retry`
    expect((await specialist.get('/dead-letters')).status).toBe(403)
    expect((await supervisor.get<Paged<unknown>>('/dead-letters')).body.rows).toMatchObject([
      { box: 'inbox', cause: 'Error: 数据库暂时不可用', attempts: 8 },
    ])
    expect((await supervisor.post(path)).status).toBe(403)
    expect((await dispatcher.post(path)).status).toBe(200)
    expect((await dispatcher.post(path)).status).toBe(409)
    expect((await dispatcher.post('/dead-letters/attic/1/retry')).status).toBe(404)
  })

  test('what was owed about a report is given up on without a word of it', async () => {
    const ticket = await aTicketOf(flow, { kind: 'report' })
    expect(ticket.sealed).toBe(true)
    await sql`
      insert into outbox_entry (channel, key, address, purpose, message, ticket_id, dead_at)
      values ('web', 'web:test-sealed', '{}', 'ticket_notice', '{"summary": "举报示例公司"}',
        ${ticket.id}, now())`.execute(flow.database.db)
    const { rows } = (await supervisor.get<Paged<DeadLetterWire>>('/dead-letters?box=outbox')).body
    const letter = rows.find((row) => row.ticketNumber === ticket.number)
    expect(letter?.preview).toBe('［举报件，内容不在此显示］')
  })

  test('nor is what somebody wrote to report, before there is a ticket', async () => {
    await sql`
      insert into inbox_entry (channel, event_id, key, kind, incoming, dead_at)
      values ('web', 'test-report', 'web:test-report', 'text',
        '{"content": {"kind": "text", "text": "我要举报示例公司偷排"}}', now())`.execute(
      flow.database.db,
    )
    const { rows } = (await supervisor.get<Paged<DeadLetterWire>>('/dead-letters?box=inbox')).body
    expect(rows.map((row) => row.preview)).toContain('［举报件，内容不在此显示］')
    expect(JSON.stringify(rows)).not.toContain('偷排')
  })

  test('items are listed by what is looked for and shown with every field', async () => {
    const { body } = await specialist.get<Paged<ItemLineWire>>(
      `/knowledge/items?q=${encodeURIComponent('公司设立')}`,
    )
    expect(body.rows.map((row) => row.code)).toContain('QYKB-002')
    const item = (await specialist.get<ItemWire>('/knowledge/items/QYKB-002')).body
    expect(item.item.timeLimit.statutory).toMatchObject({ days: 3, unit: '工作日' })
    expect((await specialist.get('/knowledge/items/NONE-001')).status).toBe(404)
    expect((await specialist.get('/knowledge/items?section=attic')).status).toBe(422)
  })

  test('a hit test gives the answer of the chat and leaves no trace in the log', async () => {
    const before = (await administrator.get<Paged<unknown>>('/turns')).body.total
    const { body } = await specialist.post<TrialWire>('/knowledge/try', { q: '公司设立登记要几天' })
    expect(body).toMatchObject({
      decision: { kind: 'answer', code: 'QYKB-002' },
      field: 'time_limit',
    })
    expect(body.hits[0]?.code).toBe('QYKB-002')
    expect((await administrator.get<Paged<unknown>>('/turns')).body.total).toBe(before)
  })

  test('only an administrator publishes or goes back to a version', async () => {
    const { active } = (await administrator.get<KnowledgeWire>('/knowledge')).body
    const path = `/knowledge/versions/${active.id}/activate`
    expect((await dispatcher.post(path)).status).toBe(403)
    expect((await dispatcher.post('/knowledge/publish')).status).toBe(403)
    expect((await administrator.post('/knowledge/versions/999999/activate')).status).toBe(404)
    expect((await administrator.post(path)).status).toBe(200)
    expect((await administrator.get<KnowledgeWire>('/knowledge')).body.active.id).toBe(active.id)
  })

  test('figures and the cases behind one agree; a period the wrong way round is refused', async () => {
    const period = 'from=2026-11-01&to=2026-11-30'
    const { body } = await supervisor.get<FiguresWire>(`/figures?${period}&by=district`)
    const { signed_on_time: signed } = body.total
    const cases = await supervisor.get<Paged<FigureCaseWire>>(
      `/figures/cases?${period}&rate=signed_on_time`,
    )
    expect(cases.body.total).toBe(signed.of)
    expect(body.groups.map((group) => group.label)).toContain('定海区')
    expect((await supervisor.get('/figures?from=2026-11-30&to=2026-11-01')).status).toBe(422)
    expect((await specialist.get(`/figures?${period}`)).status).toBe(403)
  })

  test('a changed person has to sign in again; nobody can lock themselves out', async () => {
    const member = aPerson({ name: '赵示例' })
    const caller = await signedIn(flow, member)
    const { id, ...body } = member
    expect((await dispatcher.put(`/staff/${id}`, body)).status).toBe(403)
    expect(
      (await administrator.put(`/staff/${id}`, { ...body, districts: ['nowhere'] })).status,
    ).toBe(422)
    expect((await caller.get('/overview')).status).toBe(200)
    expect((await administrator.put(`/staff/${id}`, { ...body, active: false })).status).toBe(200)
    expect((await caller.get('/overview')).status).toBe(401)
    const { id: own, ...mine } = admin
    expect((await administrator.put(`/staff/${own}`, { ...mine, roles: ['auditor'] })).status).toBe(
      409,
    )
  })

  test('one’s own leave is a specialist’s to record, anybody’s a dispatcher’s', async () => {
    const leave = { from: '2027-01-04', to: '2027-01-05', substituteId: null }
    const record = async (who: Caller, id: string) =>
      (await who.post(`/staff/${id}/leave`, leave)).status
    expect(await record(specialist, holder.id)).toBe(200)
    expect(await record(dispatcher, holder.id)).toBe(200)
    expect((await specialist.delete(`/staff/${holder.id}/leave`)).status).toBe(200)
    const mine = aPerson({ roles: ['auditor'] })
    expect(await record(await signedIn(flow, mine), mine.id)).toBe(403)
    expect(await record(specialist, admin.id)).toBe(403)
    expect(await record(specialist, randomUUID()), 'tells nothing of who is there').toBe(403)
    expect(await record(dispatcher, randomUUID())).toBe(404)
  })

  test('who works here is listed for whoever may read it', async () => {
    const listed = async (who: Caller) => (await who.get<OptionsWire>('/options')).body
    expect((await listed(dispatcher)).staff.map((one) => one.value)).toContain(holder.id)
    expect(await listed(specialist)).toEqual({ ...(await listed(dispatcher)), staff: [] })
  })

  test('one Lark account belongs to one person', async () => {
    const { id: _id, ...body } = aPerson({ larkOpenId: 'ou_0123456789abcdef' })
    expect((await administrator.post('/staff', body)).status).toBe(200)
    const second = await administrator.post('/staff', body)
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'lark_taken' } } })
  })

  test('who is on duty in a stretch of days is arranged by the administrator', async () => {
    const stretch = { from: '2026-12-05', to: '2026-12-06' }
    const arrange = (who: Caller, duties: object[]) =>
      who.put('/staff/duties', { ...stretch, duties })
    const own = [{ staffId: holder.id, district: null }]
    expect((await arrange(dispatcher, own)).status).toBe(403)
    expect((await arrange(administrator, own)).status).toBe(200)
    const dutiesOf = async () =>
      (await administrator.get<{ rows: StaffWire[] }>('/staff')).body.rows.find(
        (one) => one.id === holder.id,
      )?.duties
    expect(await dutiesOf()).toEqual([{ ...stretch, district: null }])
    await arrange(administrator, [])
    expect(await dutiesOf()).toEqual([])
  })

  test('a declared day counts as none at once, until it is taken back', async () => {
    const day = '2026-12-09'
    const kindOf = async () =>
      (await specialist.get<{ days: CalendarDayWire[] }>('/calendar/2026')).body.days.find(
        (one) => one.date === day,
      )?.kind
    const path = '/settings/closed-days'
    expect((await specialist.post(path, { day, reason: '台风停工' })).status).toBe(403)
    expect((await administrator.post(path, { day, reason: '台风停工' })).status).toBe(200)
    expect(await kindOf()).toBe('closed')
    await administrator.post(path, { day, reason: null })
    expect(await kindOf()).toBe('work')
    expect((await specialist.get('/calendar/2027')).status).toBe(404)
  })

  test('limits changed at the console are in force at once, and what is wrong is named', async () => {
    const settings = async () => (await administrator.get<SettingsWire>('/settings')).body
    const put = (who: typeof administrator, text: string | null) =>
      who.put<RefusalWire>('/settings/limits', { text })
    const { limitsText, limits } = await settings()
    const longer = limitsText.replace('consultation: 1', 'consultation: 2')
    expect((await put(specialist, longer)).status).toBe(403)
    const refused = await put(administrator, limitsText.replace('log_days: 180', 'log_days: 30'))
    expect(refused.status).toBe(422)
    expect(refused.body.error.text).toContain('retention.log_days 日志至少保存 180 日')
    expect((await settings()).limitsChanged).toBe(false)
    expect((await put(administrator, longer)).status).toBe(200)
    expect(flow.app.parts.world.work.rules().limits.handling.consultation).toBe(2)
    expect(await settings()).toMatchObject({ limitsText: longer, limitsChanged: true })
    expect((await put(administrator, null)).status).toBe(200)
    expect(await settings()).toMatchObject({ limits, limitsText, limitsChanged: false })
  })

  test('limits of an older version that no longer fit give way to what is shipped, and it is told', async () => {
    const { db } = flow.database
    await saveSetting(db, 'limits', 'handling: {consultation: 9}', 'staff:nobody')
    await flow.app.parts.world.work.reload()
    const { body } = await administrator.get<SettingsWire>('/settings')
    expect(body.limits.handling.consultation).toBe(1)
    expect(body.limitsProblem).toContain('dispatch')
    await administrator.put('/settings/limits', { text: null })
    expect((await administrator.get<SettingsWire>('/settings')).body.limitsProblem).toBeNull()
  })

  test('the notice of a year is entered at the console, and its days count', async () => {
    const notice = {
      year: 2031,
      source: '示例通知',
      holidays: [{ name: '示例节', from: '2031-01-01', to: '2031-01-03' }],
      workdays: ['2031-01-05'],
    }
    const put = (who: typeof administrator, given: object) =>
      who.put<RefusalWire>('/settings/calendar', given)
    expect((await put(specialist, notice)).status).toBe(403)
    const refused = await put(administrator, { ...notice, workdays: ['2031-01-06'] })
    expect(refused.status).toBe(422)
    expect(refused.body.error.text).toContain('调休上班日应为周六或周日')
    expect((await administrator.get('/calendar/2031')).status).toBe(404)
    expect((await put(administrator, notice)).status).toBe(200)
    const { body } = await administrator.get<CalendarWire>('/calendar/2031')
    expect(body.notice).toEqual(notice)
    const kinds = new Map(body.days.map(({ date, kind }) => [date, kind]))
    expect([kinds.get('2031-01-02'), kinds.get('2031-01-05')]).toEqual(['holiday', 'extra_work'])
    await put(administrator, { ...notice, workdays: [] })
    const again = (await administrator.get<CalendarWire>('/calendar/2031')).body
    expect(again.days.find(({ date }) => date === '2031-01-05')?.kind).toBe('rest')
    expect((await administrator.get<SettingsWire>('/settings')).body.coveredYears).toContain(2026)
  })

  test('a section that is reviewed sends its next ticket through a reviewer', async () => {
    const put = (sections: string[]) =>
      administrator.put('/settings/reviewed-sections', { sections })
    expect((await put(['attic'])).status).toBe(422)
    expect((await put(['project'])).status).toBe(200)
    expect(flow.app.parts.world.reviewedSections().has('project')).toBe(true)
    await put([])
  })

  test('a ticket moved to an item of a reviewed section is answered through a reviewer', async () => {
    await administrator.put('/settings/reviewed-sections', { sections: ['open'] })
    const moved = await aTicketOf(flow)
    const path = `/tickets/${moved.number}`
    const acts = (who: Caller, act: string, form: Record<string, string> = {}) =>
      who.post(`${path}/acts`, { act, form })
    const form = {
      ticketKind: 'help',
      urgency: 'normal',
      complexity: 'simple',
      itemCode: 'QYKB-002',
      reason: '实为设立登记',
    }
    expect((await acts(dispatcher, 'reclassify', form)).status).toBe(200)
    await acts(specialist, 'accept')
    const answer = { outcome: 'solved', text: '已登记。' }
    expect((await acts(specialist, 'resolve', answer)).status).toBe(409)
    expect((await acts(specialist, 'submit_review', answer)).status).toBe(200)
    expect(
      (await dispatcher.get<Lines>(`/tickets?section=open&q=${moved.number}`)).body.total,
    ).toBe(1)
    await administrator.put('/settings/reviewed-sections', { sections: [] })
  })

  test('how sure an answer must be is set by the administrator, and holds from the next question', async () => {
    const put = (who: typeof administrator, targetError: number) =>
      who.put('/settings/target-error', { targetError })
    const unclear = [
      '厂里要排污水,环保那张证怎么办',
      '小店请了两个帮工,要去哪里登记一下',
      '货要出口到日本,公司要先办什么登记',
      '起的名字系统通不过,外资的是不是另外一套',
    ]
    const tried = async () => {
      const asked = await Promise.all(
        unclear.map((q) => administrator.post<TrialWire>('/knowledge/try', { q })),
      )
      return asked.map(({ body }) => ({ ...body, bar: body.trace.bar ?? 0 }))
    }
    expect((await put(specialist, 0.01)).status).toBe(403)
    expect((await put(administrator, 0.5)).status).toBe(422)
    expect((await put(administrator, 0.1)).status).toBe(200)
    const lax = await tried()
    expect((await put(administrator, 0.005)).status).toBe(200)
    const strict = await tried()
    expect(strict.some(({ bar }, n) => bar > lax[n]!.bar)).toBe(true)
    for (const [n, { bar, confidence, decision }] of strict.entries()) {
      expect(bar).toBeGreaterThanOrEqual(lax[n]!.bar)
      if (decision.kind === 'answer') expect(confidence).toBeGreaterThanOrEqual(bar)
    }
    expect((await administrator.get<SettingsWire>('/settings')).body.targetError).toBe(0.005)
    await put(administrator, 0.02)
  })

  test('the audit is read from its latest entry on', async () => {
    const { body } = await administrator.get<Paged<AuditWire>>('/audit?size=100')
    expect(body.rows.length).toBeGreaterThanOrEqual(10)
    const ids = body.rows.map((row) => Number(row.id))
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  })

  test('nothing that the log says names a person or a number', () => {
    expect(JSON.stringify(flow.logged)).not.toMatch(/13800000000|张示例|示例贸易/)
  })
})

const PATHS = [
  '/overview',
  '/options',
  '/tickets',
  '/tickets/export.xlsx',
  '/tickets/ZSQS-20261125-0001',
  '/dead-letters',
  '/knowledge',
  '/knowledge/items',
  '/turns',
  '/figures?from=2026-11-01&to=2026-11-30',
  '/staff',
  '/settings',
  '/calendar/2026',
  '/bindings',
  '/bindings/confirmed',
  '/audit',
]
