// Changes to items through the console's API, to the version that answers with them; and the answer
// log, which some of them come from.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeKnowledgeService } from '../../src/compose/knowledge/knowledge.ts'
import { readLaidOver } from '../../src/compose/knowledge/laid-over.ts'
import { checksumOf } from '../../src/compose/knowledge/publish.ts'
import { switchVersion } from '../../src/compose/knowledge/switch-version.ts'
import { writeSheets } from '../../src/files/workbook.ts'
import { readSheets } from '../../src/files/workbook-read.ts'
import type {
  AuditWire,
  CheckWire,
  Paged,
  RefusalWire,
  TurnLineWire,
  TurnWire,
} from '../../src/http/console-api/wire.ts'
import type {
  AnswersWire,
  ChangeLineWire,
  ChangeRefusalWire,
  ChangeWire,
  CompareWire,
  EditWire,
  ImportWire,
  SavedWire,
} from '../../src/http/console-api/wire-changes.ts'
import type { Log } from '../../src/kernel/log.ts'
import type { ChangeAct } from '../../src/knowledge/change/change.ts'
import type { ItemDraft } from '../../src/knowledge/change/fields.ts'
import { noteWith } from '../../src/knowledge/change/lay-over.ts'
import type { VersionChanges } from '../../src/knowledge/ports.ts'
import { addChange, findChange } from '../../src/postgres/knowledge-changes.ts'
import { HASH_IDENTITY } from '../../src/retrieval/vectors.ts'
import { type Flow, onOneEngine, startFlow } from '../flow/harness.ts'
import { smallRoot } from '../flow/start.ts'
import { aVisitor } from '../flow/web-visitor.ts'
import { aPerson, aTicketOf, type Caller, signedIn } from './console.ts'

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const SUMMARY = '股东设立公司，向市场监管部门申请设立登记，领取营业执照。'

onOneEngine('changes to items', (engine) => {
  let flow: Flow
  let specialist: Caller
  let dispatcher: Caller
  let auditor: Caller
  let administrator: Caller
  const author = aPerson({ name: '李示例' })
  const admin = aPerson({ name: '王示例', roles: ['administrator'], districts: ['city'] })
  const folder = () => ({ db: flow.database.db, dir: `${smallRoot()}/knowledge`, log })
  const service = () => makeKnowledgeService({ ...folder(), progress: () => {}, vectors: null })
  /** A publish without the minute that learning from all questions takes. */
  const publishUnlearnt = async (by: string, given: string | null) => {
    const { base, laid, absorbed } = await readLaidOver(folder())
    const { store } = service()
    const id = await store.stage({
      checksum: checksumOf(base),
      embedding: HASH_IDENTITY,
      items: base.items,
      note: noteWith(given, laid),
      createdBy: by,
      changes: { laid, absorbed },
    })
    await store.activate(id)
    return (await store.active())!
  }

  beforeAll(async () => {
    flow = await startFlow(engine)
    specialist = await signedIn(flow, author)
    dispatcher = await signedIn(flow, aPerson({ roles: ['dispatcher'], districts: ['city'] }))
    auditor = await signedIn(flow, aPerson({ roles: ['auditor'], districts: [] }))
    administrator = await signedIn(flow, admin)
  })
  afterAll(() => flow.stop())

  const currentOf = async (code: string) =>
    (await specialist.get<EditWire>(`/knowledge/changes/of/${code}`)).body.current
  const drafted = async (
    by: Caller,
    code: string,
    changed: ItemDraft,
    reason = '按新规修改',
  ): Promise<SavedWire> => {
    const base = await currentOf(code)
    const item = { ...base, ...changed }
    const saved = await by.post<SavedWire>('/knowledge/changes', { code, base, item, reason })
    expect(saved.status).toBe(201)
    return saved.body
  }
  const seen = async (id: string, by = specialist) =>
    (await by.get<ChangeWire>(`/knowledge/changes/${id}`)).body
  const acts = async (by: Caller, act: ChangeAct, ids: readonly string[], note = '') => {
    const changes = await Promise.all(
      ids.map(async (id) => ({
        id,
        revision: (await findChange(flow.database.db, id))?.revision,
      })),
    )
    return by.post<RefusalWire & ChangeRefusalWire>('/knowledge/changes/acts', {
      act,
      changes,
      note,
    })
  }
  const approved = async (code: string, changed: ItemDraft, reason?: string) => {
    const { id } = await drafted(specialist, code, changed, reason)
    expect((await acts(specialist, 'submit', [id])).body).toEqual({ ok: true })
    expect((await acts(administrator, 'approve', [id])).body).toEqual({ ok: true })
    return id
  }

  test('are drafted by whom the table lets, and read by all staff', async () => {
    const base = await currentOf('QYKB-002')
    const body = { code: 'QYKB-002', base, item: base, reason: '' }
    expect((await auditor.post('/knowledge/changes', body)).status).toBe(403)
    expect((await auditor.get('/knowledge/changes/of/QYKB-002')).status).toBe(403)
    expect((await auditor.get('/knowledge/changes')).status).toBe(200)
    expect(
      (await specialist.post('/knowledge/changes', { ...body, code: 'NONE-001' })).status,
    ).toBe(404)
    for (const id of ['999999', 'x', '%00']) {
      expect((await specialist.get(`/knowledge/changes/${id}`)).status, id).toBe(404)
    }
  })

  test('survive half finished, with the reasons at their fields, and are not handed in so', async () => {
    const saved = await drafted(specialist, 'QYKB-001', {
      summary: '',
      conditions: [{ text: '有', source: '' }],
      faq: 7,
      time_limit: { statutory: { days: '三', unit: '工作日', source: '无' }, promised: null },
    })
    const reasons = Object.fromEntries(saved.problems.map(({ path, reason }) => [path, reason]))
    expect(reasons).toMatchObject({
      summary: '不能为空',
      'conditions.0.source': '不能为空',
      'time_limit.statutory.days': '内容类型有误，应为数字',
      faq: '内容类型有误，应为列表',
    })
    const again = await specialist.get<EditWire>('/knowledge/changes/of/QYKB-001')
    expect(again.body.mine?.item).toMatchObject({ summary: '', faq: 7 })
    expect(again.body.mine?.acts).not.toContain('submit')
    const refused = await acts(specialist, 'submit', [saved.id])
    expect(refused.status).toBe(422)
    expect(refused.body.problems.length).toBeGreaterThan(3)
    expect((await acts(specialist, 'withdraw', [saved.id])).status).toBe(200)
    expect((await seen(saved.id)).line.state).toBe('withdrawn')
  })

  test('what is far beyond an item is not kept, and nothing is done twice in one go', async () => {
    const base = await currentOf('QYKB-001')
    const add = (item: ItemDraft) =>
      specialist.post('/knowledge/changes', { code: 'QYKB-001', base, item, reason: '' })
    const rows = Array.from({ length: 301 }, (_, n) => `问法${n}`)
    expect((await add({ ...base, questions: rows })).status).toBe(422)
    expect((await add({ ...base, summary: '长'.repeat(2_001) })).status).toBe(422)
    expect((await add({ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } })).status).toBe(422)
    const { id } = await drafted(specialist, 'QYKB-001', { result: '执照' })
    expect((await acts(specialist, 'submit', [id, id])).status).toBe(422)
    const ahead = { act: 'submit', changes: [{ id, revision: 2 }] }
    expect((await specialist.post('/knowledge/changes/acts', ahead)).status).toBe(409)
    await acts(specialist, 'withdraw', [id])
  })

  test('what the check of the files forbids is forbidden here', async () => {
    const base = await currentOf('QYKB-002')
    const other = await currentOf('QYKB-007')
    const saved = await drafted(specialist, 'QYKB-002', {
      summary: '有事请拨打13800000001，或者0580-2020202。',
      questions: [...(base['questions'] as string[]), (other['questions'] as string[])[0]],
      faq: [{ q: '要交多少钱？', a: '要交 8888 元。', source: '《没有的法》第一条' }],
    })
    expect(saved.problems.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      expect.stringMatching(/^questions 「.*」也在 QYKB-007$/u),
      expect.stringMatching(/^faq .*8888/u),
      'faq laws.yaml 中没有《没有的法》',
      expect.stringMatching(/^summary 不得写入手机号/u),
      expect.stringMatching(/^summary 不得写入固定电话/u),
    ])
    expect((await acts(specialist, 'submit', [saved.id])).status).toBe(422)
    await acts(specialist, 'withdraw', [saved.id])
    const same = await drafted(specialist, 'QYKB-002', {})
    expect((await acts(specialist, 'submit', [same.id])).body.problems).toMatchObject([
      { reason: '没有修改任何内容' },
    ])
    await acts(specialist, 'withdraw', [same.id])
    const renamed = await drafted(specialist, 'QYKB-002', { code: 'QYKB-003' })
    expect(renamed.problems).toMatchObject([{ path: 'code' }])
    await acts(specialist, 'withdraw', [renamed.id])
  })

  test('only the author edits, a second person approves, and each sees what they may do', async () => {
    const { id, revision } = await drafted(specialist, 'QYKB-003', { result: '办结通知书' })
    const item = { ...(await currentOf('QYKB-003')), result: '登记通知书' }
    const save = { revision, item, reason: '改名' }
    expect((await dispatcher.put(`/knowledge/changes/${id}`, save)).status).toBe(409)
    const saved = await specialist.put<SavedWire>(`/knowledge/changes/${id}`, save)
    expect(saved.body).toMatchObject({ id, revision: revision + 1, problems: [] })
    expect((await specialist.put(`/knowledge/changes/${id}`, save)).status).toBe(409)
    expect((await seen(id)).changes).toMatchObject([
      { field: 'result', lines: [{ after: '登记通知书' }] },
    ])
    expect((await acts(specialist, 'approve', [id])).status).toBe(403)
    expect((await acts(administrator, 'approve', [id])).body.error.code).toBe('wrong_state')
    await acts(specialist, 'submit', [id])
    expect((await seen(id, dispatcher)).acts).toEqual([])
    expect((await seen(id, administrator)).acts).toEqual(['approve', 'send_back', 'withdraw'])
    expect((await acts(administrator, 'send_back', [id])).status).toBe(422)
    expect((await acts(administrator, 'send_back', [id], '请写依据')).status).toBe(200)
    expect((await seen(id)).acts).toContain('save')
    await acts(specialist, 'submit', [id])
    await acts(administrator, 'approve', [id])
    const { steps } = await seen(id)
    expect(steps.map(({ act, actor, note }) => [act, actor, note])).toEqual([
      ['create', '李示例', ''],
      ['submit', '李示例', ''],
      ['send_back', '王示例', '请写依据'],
      ['submit', '李示例', ''],
      ['approve', '王示例', ''],
    ])
    expect((await acts(specialist, 'withdraw', [id])).status).toBe(403)
    expect((await acts(administrator, 'withdraw', [id])).status).toBe(200)
  })

  test('nobody approves their own, unless there is nobody else; then the log says so', async () => {
    const { id } = await drafted(administrator, 'QYKB-007', { result: '个体执照' })
    await acts(administrator, 'submit', [id])
    expect((await seen(id, administrator)).isAlone).toBe(true)
    const second = aPerson({ name: '赵示例', roles: ['administrator'], districts: ['city'] })
    await flow.employ(second)
    expect((await acts(administrator, 'approve', [id])).body.error.code).toBe('own_change')
    await flow.employ({ ...second, active: false })
    expect((await acts(administrator, 'approve', [id])).status).toBe(200)
    const { rows } = (await administrator.get<Paged<AuditWire>>(`/audit?q=change:${id}`)).body
    expect(rows.map(({ action }) => action)).toEqual([
      'knowledge.change.approve_own',
      'knowledge.change.submit',
      'knowledge.change.create',
    ])
    await acts(administrator, 'withdraw', [id])
  })

  test('of an item that has moved on are put on what it says now', async () => {
    const base = await currentOf('RCFW-004')
    const late = await drafted(dispatcher, 'RCFW-004', { summary: '后改的摘要。' })
    const first = await approved('RCFW-004', { result: '先改的结果' })
    const upon = await approved('RCFW-004', { materials_note: '在其上再改' })
    expect((await acts(administrator, 'withdraw', [first])).body.error.code).toBe('built_upon')
    expect((await acts(administrator, 'withdraw', [upon])).status).toBe(200)
    const shown = await seen(late.id, dispatcher)
    expect(shown.line.movedOn).toBe(true)
    expect(shown.since).toMatchObject([{ field: 'result', lines: [{ after: '先改的结果' }] }])
    expect((await acts(dispatcher, 'submit', [late.id])).body.error.code).toBe('moved_on')
    expect((await acts(dispatcher, 'rebase', [late.id])).status).toBe(200)
    const rebased = await seen(late.id, dispatcher)
    expect(rebased.line.movedOn).toBe(false)
    expect(rebased.item).toMatchObject({ summary: '后改的摘要。', result: '先改的结果' })
    expect(rebased.changes.map(({ field }) => field)).toEqual(['summary'])
    await acts(dispatcher, 'withdraw', [late.id])
    await acts(administrator, 'withdraw', [first])
    expect(await currentOf('RCFW-004')).toEqual(base)
  })

  test('two of one item are not approved in one go, and a bad one holds up all', async () => {
    const one = await drafted(specialist, 'XMJS-010', { result: '甲证' })
    const two = await drafted(dispatcher, 'XMJS-010', { result: '乙证' })
    await acts(specialist, 'submit', [one.id])
    await acts(dispatcher, 'submit', [two.id])
    const both = await acts(administrator, 'approve', [one.id, two.id])
    expect(both.body.error.code).toBe('moved_on')
    expect((await seen(one.id)).line.state).toBe('submitted')
    await acts(administrator, 'withdraw', [one.id, two.id])
    const list = await specialist.get<Paged<ChangeLineWire>>(
      '/knowledge/changes?mine=1&state=withdrawn',
    )
    expect(list.body.rows.map(({ id }) => id)).toContain(one.id)
    expect(list.body.rows.map(({ id }) => id)).not.toContain(two.id)
  })

  test('an answer from the draft stands beside the one of today', async () => {
    const item = { ...(await currentOf('QYKB-002')), result: '一张新的执照' }
    const body = { code: 'QYKB-002', item, field: 'result', question: '办好了拿到什么' }
    const { body: answers } = await specialist.post<AnswersWire>('/knowledge/answers', body)
    expect(JSON.stringify(answers.changed)).toContain('一张新的执照')
    expect(JSON.stringify(answers.today)).not.toContain('一张新的执照')
    expect((await auditor.post('/knowledge/answers', body)).status).toBe(403)
    const faulty = { ...body, item: { ...item, summary: '' } }
    expect((await specialist.post('/knowledge/answers', faulty)).status).toBe(422)
  })

  test('a handled ticket becomes the draft of a frequent question, without what names anybody', async () => {
    const ticket = await aTicketOf(flow, { title: '示例贸易有限公司名称能否预留' })
    const from = { kind: 'ticket', number: ticket.number }
    const ask = (by: Caller, code = 'XMJS-010') =>
      by.post('/knowledge/changes/from', { code, from })
    expect((await ask(dispatcher)).status).toBe(409)
    const resolution = {
      outcome: 'solved',
      text: '示例贸易有限公司可以预留，详询 13812345678，身份证 330902199001011237。',
    }
    await flow.database.pool.query(
      `update ticket set ticket = jsonb_set(ticket, '{resolution}', $1::jsonb) where number = $2`,
      [JSON.stringify(resolution), ticket.number],
    )
    const stranger = await signedIn(flow, aPerson({ districts: ['putuo'] }))
    expect((await ask(stranger)).status).toBe(404)
    expect((await ask(auditor)).status).toBe(403)
    expect((await ask(dispatcher, 'NONE-001')).status).toBe(404)
    expect((await ask(dispatcher)).status).toBe(201)
    const draft = (await dispatcher.get<EditWire>('/knowledge/changes/of/XMJS-010')).body.mine
    expect((draft!.item['faq'] as unknown[]).at(-1)).toEqual({
      q: '企业名称能否预留',
      a: '企业可以预留，详询 138****5678，身份证 ［身份证号已隐去］。',
      source: '',
    })
    expect(draft!.line.reason).toBe(`来自工单 ${ticket.number}`)
    expect(draft!.problems.map(({ path }) => path)).toEqual([
      expect.stringMatching(/faq\.\d+\.source/u),
    ])
    await flow.database.pool.query('update ticket set sealed = true where number = $1', [
      ticket.number,
    ])
    await flow.database.pool.query(
      `update ticket set ticket = jsonb_set(ticket, '{sealed}', 'true') where number = $1`,
      [ticket.number],
    )
    expect((await ask(dispatcher)).status).toBe(404)
    await acts(dispatcher, 'withdraw', [draft!.line.id])
  })

  test('so does an answered question, for whoever may read the log', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('公司设立登记要几天？我的电话 13812345678')
    await visitor.answers(1)
    const log = await administrator.get<Paged<TurnLineWire>>('/turns')
    const from = { kind: 'turn', id: log.body.rows[0]?.id }
    const ask = (by: Caller) => by.post('/knowledge/changes/from', { code: 'CYFW-005', from })
    expect((await ask(specialist)).status).toBe(403)
    expect((await ask(administrator)).status).toBe(201)
    expect((await ask(administrator)).status).toBe(201)
    const { body } = await administrator.get<EditWire>('/knowledge/changes/of/CYFW-005')
    const rows = body.mine?.item['faq'] as { q: string }[]
    expect(rows.slice(-2).map(({ q }) => q)).toEqual([
      '公司设立登记要几天？我的电话 138****5678',
      '公司设立登记要几天？我的电话 138****5678',
    ])
    expect(body.others).toEqual([])
    await acts(administrator, 'withdraw', [body.mine!.line.id])
  })

  test('a workbook is shown first, then made into drafts, all or none', async () => {
    const exported = await fetch(`${flow.url}/api/console/knowledge/workbook?section=finance`, {
      headers: { cookie: specialist.cookie },
    })
    expect(exported.status).toBe(200)
    const sheets = await readSheets(new Uint8Array(await exported.arrayBuffer()))
    if (!sheets.ok) throw new Error(sheets.reason)
    const edited = async (change: (sheet: string, row: unknown[], n: number) => unknown[]) =>
      writeSheets(
        sheets.sheets.map(({ sheet, rows }) => ({
          sheet,
          columns: (rows[0] ?? []).map((title) => ({ title: String(title), width: 10 })),
          rows: rows.slice(1).map((row, n) => change(sheet, [...row], n)) as never,
        })),
      )
    const hand = async (bytes: Uint8Array, commit: boolean, by = specialist) => {
      const name = encodeURIComponent('..\\表/金融 服务.xlsx')
      const response = await fetch(
        `${flow.url}/api/console/knowledge/workbook?name=${name}${commit ? '&commit=1' : ''}`,
        {
          method: 'POST',
          headers: { cookie: by.cookie, 'sec-fetch-site': 'same-origin' },
          body: bytes as Uint8Array<ArrayBuffer>,
        },
      )
      return { status: response.status, body: (await response.json()) as ImportWire }
    }
    const same = await edited((_, row) => row)
    expect((await hand(same, false)).body).toMatchObject({
      changed: [],
      unchanged: 1,
      problems: [],
    })
    const bad = await edited((sheet, row, n) =>
      sheet === '办理流程' && n === 0 ? [row[0], '', ...row.slice(2)] : row,
    )
    expect((await hand(bad, true)).body).toMatchObject({
      isMade: false,
      problems: [{ sheet: '办理流程', row: 2, column: '步骤', reason: 'JRFW-001：不能为空' }],
    })
    const good = await edited((sheet, row) =>
      sheet === '事项' ? [...row.slice(0, -1), '新的结果'] : row,
    )
    const shown = await hand(good, false)
    expect(shown.body).toMatchObject({
      isMade: false,
      problems: [],
      changed: [{ code: 'JRFW-001', fields: [{ field: 'result' }] }],
    })
    const mine = () =>
      specialist.get<Paged<ChangeLineWire>>('/knowledge/changes?mine=1&state=editing&code=JRFW-001')
    expect((await mine()).body.total).toBe(0)
    expect((await hand(good, true, auditor)).status).toBe(403)
    expect((await hand(good, true)).body.isMade).toBe(true)
    const made = (await mine()).body.rows
    expect(made).toMatchObject([{ reason: '导入 金融 服务.xlsx', fields: ['办理结果'] }])
    expect((await hand(new Uint8Array([1, 2, 3]), false)).body.problems).toMatchObject([
      { reason: expect.stringContaining('不是 Excel') },
    ])
    await acts(specialist, 'withdraw', [made[0]!.id])
  })

  test('are published with the folder, stay laid over it, and drop out when it says the same', async () => {
    const { store, publish: publishLearnt, folderState } = service()
    const publish = engine === 'embedded' ? publishLearnt : publishUnlearnt
    const before = (await store.active())!
    const checked = async () => (await specialist.post<CheckWire>('/knowledge/check')).body
    expect(await folderState()).toBe('same')
    const waiting = await drafted(specialist, 'QYKB-011', { result: '未通过的改动' })
    const id = await approved('QYKB-002', { summary: SUMMARY }, '摘要写短')
    expect(await folderState()).toBe('differs')
    expect(await checked()).toMatchObject({ differs: true })
    const version = await publish('staff:x', '例行发布')
    expect(version.note).toBe('例行发布；含改动：QYKB-002 公司设立登记')
    expect(await folderState()).toBe('same')
    const summaryIn = async (versionId: string) =>
      (await store.items(versionId)).find((item) => item.code === 'QYKB-002')?.summary
    expect(await summaryIn(version.id)).toBe(SUMMARY)
    expect((await seen(id)).line.state).toBe('published')
    expect((await seen(waiting.id)).line.state).toBe('editing')

    const path = `/knowledge/compare?a=${before.id}&b=${version.id}`
    const compared = (await auditor.get<CompareWire>(path)).body
    expect(compared).toMatchObject({ added: [], removed: [], changed: [{ code: 'QYKB-002' }] })
    expect(compared.changed[0]?.fields.map(({ field }) => field)).toEqual(['summary'])
    expect((await auditor.get('/knowledge/compare?a=1&b=999999')).status).toBe(404)

    const stands = async () => (await checked()).changes
    expect(await checked()).toMatchObject({ differs: false, changes: [{ id, over: 'file' }] })

    const next = await approved('QYKB-002', { result: '新执照' })
    const file = `${smallRoot()}/knowledge/items/QYKB-002.yaml`
    const text = fs.readFileSync(file, 'utf8')
    try {
      const again = await publishUnlearnt('staff:x', null)
      expect(await summaryIn(again.id)).toBe(SUMMARY)
      expect((await seen(id)).line.state).toBe('absorbed')
      const said = text
        .replace(/^summary: .*$/mu, `summary: ${SUMMARY}`)
        .replace(/^result: .*$/mu, 'result: 新执照')
      fs.writeFileSync(file, text.replace(/^level: .*$/mu, 'level: 市级'))
      expect(await stands()).toMatchObject([{ code: 'QYKB-002', over: 'edited_file' }])
      fs.writeFileSync(file, said)
      expect(await stands()).toEqual([])
      expect(await folderState()).toBe('same')
      const merged = await publishUnlearnt('staff:x', null)
      expect(merged.note).toBeNull()
      expect((await seen(next)).line.state).toBe('absorbed')
    } finally {
      fs.writeFileSync(file, text)
    }
    expect((await seen(next)).steps.map(({ act }) => act)).toEqual([
      'create',
      'submit',
      'approve',
      'publish',
      'absorb',
    ])
  })

  const stagedWith = async (changes: VersionChanges) => {
    const { store } = service()
    const { checksum, embedding } = (await store.active())!
    const version = { checksum, embedding, items: [], note: null, createdBy: 'system', changes }
    return store.stage(version)
  }
  const revisionOf = async (id: string) => (await findChange(flow.database.db, id))!.revision

  test('one that is taken back while it is being published is not published', async () => {
    const id = await approved('QYKB-026', { result: '收回的结果' })
    const { store } = service()
    const active = (await store.active())!
    const laid = [{ id, revision: await revisionOf(id) }]
    const version = await stagedWith({ laid, absorbed: [] })
    await acts(administrator, 'withdraw', [id])
    await expect(store.activate(version)).rejects.toThrow('QYKB-026')
    expect((await store.active())?.id).toBe(active.id)
    await store.discard(version)
  })

  test('nor is one that was approved anew with another text meanwhile', async () => {
    const id = await approved('QYKB-026', { result: '先通过的结果' })
    const seenThen = [{ id, revision: await revisionOf(id) }]
    await acts(administrator, 'send_back', [id], '再改')
    const item = { ...(await seen(id)).item, result: '后通过的结果' }
    await specialist.put(`/knowledge/changes/${id}`, {
      revision: await revisionOf(id),
      item,
      reason: '再改',
    })
    await acts(specialist, 'submit', [id])
    await acts(administrator, 'approve', [id])
    const { store } = service()
    const active = (await store.active())!
    const version = await stagedWith({ laid: seenThen, absorbed: [] })
    await expect(store.activate(version)).rejects.toThrow('QYKB-026')
    await store.discard(version)
    const other = await stagedWith({ laid: [], absorbed: seenThen })
    await store.activate(other)
    expect((await seen(id)).line.state).toBe('approved')
    await store.activate(active.id)
    await acts(administrator, 'withdraw', [id])
  })

  test('what a switch to an earlier version takes away comes back with no publish by itself', async () => {
    const { store } = service()
    const stateOf = async (id: string) => (await seen(id)).line.state
    const lower = await approved('QYKB-026', { result: '先发布的结果' })
    const before = await publishUnlearnt('王示例', null)
    const upper = await approved('QYKB-026', { result: '后发布的结果' })
    const later = await publishUnlearnt('王示例', null)
    const onTop = await approved('QYKB-026', { result: '在它之上通过的结果' })
    expect(await Promise.all([lower, upper].map(stateOf))).toEqual(['absorbed', 'published'])

    const switchTo = async (version: string) =>
      flow.database.db.transaction().execute((tx) => switchVersion(tx, version, 'staff:x'))
    await switchTo(before.id)
    expect(await Promise.all([lower, upper, onTop].map(stateOf))).toEqual([
      'published',
      'sent_back',
      'sent_back',
    ])
    expect((await currentOf('QYKB-026'))['result']).toBe('先发布的结果')
    expect((await seen(upper)).steps.at(-1)).toMatchObject({
      act: 'take_back',
      note: `version:${before.id}`,
    })

    await switchTo(later.id)
    expect(await Promise.all([lower, upper].map(stateOf))).toEqual(['absorbed', 'published'])
    await switchTo(before.id)
    await publishUnlearnt('王示例', null)
    const [item] = (await store.items((await store.active())!.id)).filter(
      ({ code }) => code === 'QYKB-026',
    )
    expect(item?.result).toBe('先发布的结果')
    expect((await acts(specialist, 'submit', [upper])).body).toEqual({ ok: true })
    await acts(specialist, 'withdraw', [upper])
  })

  test('one that no schema accepts any more does not keep the rest from answering', async () => {
    const { db, pool } = flow.database
    const id = await addChange(db, {
      code: 'QYKB-003',
      item: { code: 'QYKB-003' },
      base: {},
      baseDigest: '',
      reason: '',
      author: author.id,
    })
    await pool.query(
      `update knowledge_change set state = 'approved', approved_at = now() where id = ${id}`,
    )
    expect(await service().folderState()).not.toBe('invalid')
    await pool.query(`update knowledge_change set state = 'withdrawn' where id = ${id}`)
  })
})

// In one file with the above, since the small knowledge is published once a file.
onOneEngine('the answer log', (engine) => {
  let flow: Flow
  let administrator: Caller
  beforeAll(async () => {
    flow = await startFlow(engine)
    const admin = aPerson({ roles: ['administrator', 'dispatcher'], districts: ['city'] })
    administrator = await signedIn(flow, admin)
  })
  afterAll(() => flow.stop())

  test('shows nothing of what was said to report somebody, and finds it by no word', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('我要举报某示例公司偷排废水，请保密')
    await visitor.answers(1)
    await visitor.says('公司设立登记要几天')
    await visitor.answers(2)
    const listed = await administrator.get<Paged<TurnLineWire>>('/turns')
    const [question, report] = listed.body.rows
    expect(question?.question).toBe('公司设立登记要几天')
    expect(report?.question).toBe('［涉举报内容，不在此显示］')
    const turn = await administrator.get<TurnWire>(`/turns/${report?.id}`)
    expect(turn.body.trace.decided).toBe(report?.decisionKind)
    expect(JSON.stringify([listed.body, turn.body])).not.toMatch(/偷排|废水/)
    const found = await administrator.get<Paged<TurnLineWire>>('/turns?q=偷排')
    expect(found.body.total).toBe(0)
    const from = { kind: 'turn', id: report?.id }
    const drafted = administrator.post('/knowledge/changes/from', { code: 'QYKB-002', from })
    expect((await drafted).status).toBe(404)
  })

  test('shows no number of whoever asked, in the question, the decision, the trace or the answer', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('ZSQS-20261103-0012 到哪一步了，我的电话 13812345678')
    await visitor.answers(1)
    await flow.database.pool.query(
      `update turn set trace = trace || '{"said": ["13812345678"]}', feedback_reason = '打 13812345678'`,
    )
    const { rows } = (await administrator.get<Paged<TurnLineWire>>('/turns')).body
    const turn = (await administrator.get<TurnWire>(`/turns/${rows[0]?.id}`)).body
    expect(turn.decision).toMatchObject({
      kind: 'status',
      text: expect.stringContaining('138****'),
    })
    expect(JSON.stringify([rows, turn])).not.toContain('13812345678')
  })

  test('and no other page is upset by a NUL in what it is asked for', async () => {
    for (const path of ['/tickets/%00', '/knowledge/items/%00', '/turns/%00', '/ledgers/a%00b']) {
      expect((await administrator.get(path)).status, path).toBe(404)
    }
    for (const path of ['/tickets?q=%00', '/turns?q=a%00', '/audit?q=%00']) {
      expect((await administrator.get(path)).status, path).toBe(422)
    }
  })

  test('an uploaded file keeps a name that one can read, and no more', async () => {
    const visitor = await aVisitor(flow.url)
    await visitor.says('公司设立登记要几天')
    await visitor.answers(1)
    const form = new FormData()
    form.set('clientId', randomUUID())
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])
    form.set('file', new File([png], '..\\夹/营业\u202e\u0000执照.png'))
    expect((await visitor.upload(form)).status).toBe(202)
    const { rows } = await flow.database.pool.query('select name from attachment')
    expect(rows).toEqual([{ name: '营业执照.png' }])
  })
})
