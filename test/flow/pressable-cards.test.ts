// Cards in Lark follow their ticket: what can be pressed is what can be done, and no card grows older
// than Lark lets it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reissueAged } from '../../src/compose/lark/pressable-cards.ts'
import { ticketDeps } from '../../src/compose/tickets/tickets.ts'
import { revive } from '../../src/postgres/lease.ts'
import { findStaffByLark } from '../../src/postgres/staff.ts'
import { actorOf } from '../../src/ticket/actor.ts'
import type { Command } from '../../src/ticket/command.ts'
import { perform } from '../../src/ticket/perform.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { buttonsIn } from '../fakes/lark/card-validator.ts'
import { click } from '../fakes/lark/clicks.ts'
import type { Json } from '../fakes/lark/payloads.ts'
import { type Chat, cardOf, messagesIn } from '../fakes/lark/world.ts'
import { type LarkFlow, onOneEngine, startLarkFlow, TRIAGE_CHAT, until } from './harness.ts'
import { aPerson, aStaffMember, type LarkPerson } from './people.ts'

const FORM = {
  enterpriseName: '示例贸易有限公司',
  creditCode: '',
  contactName: '张示例',
  phone: '13800000000',
  district: 'dinghai',
  kind: 'help',
  description: '冷库用电增容申请报了一个月,没有人回复。',
}

onOneEngine('cards that live with their ticket', (engine) => {
  let flow: LarkFlow
  let zhang: LarkPerson
  let wang: LarkPerson
  let triage: Chat

  beforeAll(async () => {
    flow = await startLarkFlow(engine)
    zhang = aPerson(flow, '张示例')
    wang = aPerson(flow, '王示例')
    await flow.employ(aStaffMember(wang, { roles: ['specialist', 'dispatcher'] }))
    triage = flow.fake.world.chats.get(TRIAGE_CHAT) as Chat
    await zhang.says('我要找人工')
    await zhang.presses('同意并提交', FORM)
    await wang.presses('查看工单', undefined, triage)
    await wang.presses('派单')
    const { rows } = await flow.database.pool.query('select id from staff')
    await wang.presses('提交', { to: rows[0].id, department: '舟山市企业综合服务中心' })
  })
  afterAll(() => flow.stop())

  /** The buttons of every card in the chat whose text has `words`, card by card. */
  const buttonsOf = (chat: Chat, words: string) =>
    messagesIn(flow.fake.world, chat.id)
      .map((message) => cardOf(flow.fake.world, message))
      .filter((card): card is Json => card !== null && JSON.stringify(card).includes(words))
      .map((card) =>
        buttonsIn(card['body'] as Json).map((one) => (one['text'] as Json)['content'] as string),
      )
  const textOf = (chat: Chat) =>
    messagesIn(flow.fake.world, chat.id)
      .map((message) => JSON.stringify(cardOf(flow.fake.world, message)))
      .join('\n')

  const query = async (text: string) => (await flow.database.pool.query(text)).rows

  /** Opens a ticket. @returns how wang acts on it without a card */
  async function opens(description: string) {
    await zhang.says('我要找人工')
    await zhang.presses('同意并提交', { ...FORM, description })
    const [{ id }] = await query('select id from ticket order by number desc limit 1')
    const { db } = flow.database
    const staff = (await findStaffByLark(db, wang.person.openId))!
    const acts = (command: Command) =>
      db.transaction().execute(async (tx) => {
        const deps = ticketDeps(flow.app.parts.world, tx)
        expect(await perform(deps, id, command, actorOf(staff))).toMatchObject({ ok: true })
      })
    const department = '舟山市企业综合服务中心'
    return {
      dispatch: () => acts({ ...A_COMMAND.dispatch, to: staff.id, department }),
      accept: () => acts(A_COMMAND.accept),
    }
  }

  test('once a ticket is signed for, no card offers signing for it, and each says why', async () => {
    expect(buttonsOf(wang.chat, '新派单')).toEqual([expect.arrayContaining(['签收', '退单'])])
    await wang.presses('签收')
    expect(buttonsOf(wang.chat, '新派单')).toEqual([['查看工单']])
    expect(textOf(wang.chat)).toContain('此卡片的操作已失效，工单当前状态：已签收')
    expect(buttonsOf(wang.chat, '工单 ZSQS').at(-1)).toEqual(expect.arrayContaining(['开始办理']))
  })

  test('a form that was handed in, and the card it came from, can not be pressed again', async () => {
    await wang.presses('办结答复')
    await wang.presses('提交', { outcome: 'solved', text: '已送电。', basis: '' })
    expect(buttonsOf(wang.chat, '办结答复 · ').at(-1)).toEqual(['查看工单'])
    expect(buttonsOf(zhang.chat, '已签收').at(-1)).toEqual(['查看进度'])
    expect(buttonsOf(zhang.chat, '已答复，请您确认')).toEqual([
      expect.arrayContaining(['已解决，确认办结', '未解决']),
    ])
  })

  test('an answer that was corrected is confirmed by what corrects it, and by nothing before', async () => {
    const shown = messagesIn(flow.fake.world, zhang.chat.id)
    // As somebody has it on the screen who presses at the very moment.
    const before = { ...shown.findLast((one) => one.content.includes('已答复，请您确认'))! }
    await wang.presses('更正答复')
    const reason = '送电日期有误'
    await wang.presses('提交', { outcome: 'solved', text: '明日送电。', basis: '', reason })
    expect(buttonsOf(zhang.chat, '已答复，请您确认')).toEqual([['查看进度']])
    expect(textOf(zhang.chat)).toMatch(/答复已更正，以更正后的答复为准/)
    expect(buttonsOf(zhang.chat, '答复更正，请您确认')).toEqual([
      expect.arrayContaining(['已解决，确认办结', '未解决']),
    ])
    const { openId } = zhang.person
    await click(flow.fake.world, { openId, message: before, button: '已解决，确认办结' })
    await flow.settle()
    expect(zhang.last()).toMatch(/答复已更正，请以更正后的答复为准.*明日送电/s)
    expect(await query('select state from ticket')).toEqual([{ state: 'resolved' }])
    const kept = await query(
      `select act -> 'resolution' ->> 'text' as text from ticket_activity
      where kind in ('resolve', 'correct') order by seq`,
    )
    expect(kept).toEqual([{ text: '已送电。' }, { text: '明日送电。' }])
  })

  test('a card that nears the end of its time is sent anew, and the old one taken back', async () => {
    await flow.database.pool.query(
      `update outbox_entry set done_at = now() - interval '13 days 1 hour' where done_at is not null`,
    )
    await reissueAged(flow.database.db, flow.app.parts.world, flow.app.parts.options.log)
    await flow.settle()
    const cards = buttonsOf(zhang.chat, '答复更正，请您确认')
    expect(cards).toEqual([['查看进度'], expect.arrayContaining(['已解决，确认办结'])])
    await reissueAged(flow.database.db, flow.app.parts.world, flow.app.parts.options.log)
    await flow.settle()
    expect(buttonsOf(zhang.chat, '答复更正，请您确认')).toHaveLength(2)
  })

  test('the card that was sent anew does what the old one did', async () => {
    await zhang.presses('已解决，确认办结')
    expect(zhang.last()).toContain('已确认办结')
    expect(buttonsOf(zhang.chat, '答复更正，请您确认')).toEqual([['查看进度'], ['查看进度']])
    expect(flow.logged.filter((line) => line.level === 'error')).toEqual([])
  })

  test('a card that waits until Lark is back is taken back however long that was', async () => {
    const { faults } = flow.fake.world
    const wangs = await opens('港口堆场收费比去年涨了一倍，请核实。')
    const away = { path: /\/messages$/, action: { status: 503, body: {} } }
    faults.push(...Array.from({ length: 500 }, () => away))
    await wangs.dispatch()
    await wangs.accept()
    // All tries but the last have been.
    await query(
      'update outbox_entry set attempts = 39 where updates_id is not null and done_at is null',
    )
    const hurry = () => query('update outbox_entry set run_at = now() where done_at is null')
    await until(async () => {
      await hurry()
      const [row] = await query(
        'select max(attempts)::int as tries from outbox_entry where done_at is null and updates_id is null',
      )
      return row.tries >= 4
    }, 'the card was tried in vain')
    faults.length = 0
    // A try that was refused before may end only now, and waits from then on.
    await until(async () => {
      await hurry()
      return (await query('select 1 from outbox_entry where done_at is null')).length === 0
    }, 'all has gone out')
    expect(buttonsOf(wang.chat, '新派单').at(-1)).toEqual(['查看工单'])
    expect(await query('select last_error from outbox_entry where dead_at is not null')).toEqual([])
  })

  test('a card that may not be updated is shown to a person, and taken back when it may', async () => {
    const wangs = await opens('渔港码头的吊机坏了一周，请协调维修。')
    await wangs.dispatch()
    await flow.settle()
    const refused = {
      code: 99991672,
      msg: 'Access denied. One of the following scopes is required',
    }
    const action = { status: 400, body: refused }
    flow.fake.world.faults.push({ path: /\/messages\/[^/]+$/, action })
    await wangs.accept()
    await flow.settle()
    const dead = await query('select id, last_error from outbox_entry where dead_at is not null')
    expect(dead).toEqual([
      { id: dead[0]?.id, last_error: '请检查飞书应用的权限和配置（飞书错误码 99991672）' },
    ])
    await revive(flow.database.db, 'outbox_entry', dead[0].id)
    await flow.settle()
    expect(buttonsOf(wang.chat, '新派单').at(-1)).toEqual(['查看工单'])
  })
})
