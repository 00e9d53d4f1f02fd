// The whole loop over Lark, encrypted and signed: a question, its answer, a ticket, two specialists,
// and an enterprise that says when it is solved. Nothing is reached into; people speak and click.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manualClock } from '../fakes/lark/clock.ts'
import { clickMenu, enterChat, say, sendAttachment } from '../fakes/lark/people.ts'
import { pushEvent } from '../fakes/lark/push.ts'
import { addGroup, messagesIn, storeMessage } from '../fakes/lark/world.ts'
import { aCast, type Cast, dispatches, FORM, submits, toastOf } from './cast.ts'
import { onEachEngine, startLarkFlow, until } from './harness.ts'
import { aPerson, type LarkPerson } from './people.ts'

const ANSWER = { outcome: 'solved', text: '已与供电部门对接,用电增容今日完成。', basis: '' }

onEachEngine('the whole loop over Lark', (engine) => {
  let cast: Cast
  beforeAll(async () => {
    cast = await aCast(engine)
  })
  afterAll(() => cast.flow.stop())

  test('from the question to the confirmed resolution, every step told in the same chat', async () => {
    const { flow, zhang, wang, liu, triage } = cast

    await zhang.says('公司设立登记要几天')
    expect(zhang.last()).toMatch(/公司设立登记[\s\S]*3 个工作日[\s\S]*QYKB-002 · 版本 \d/)

    await zhang.says('码头路灯坏了半年，报了几次都没人修')
    await zhang.presses('提交诉求')
    const wrong = { ...FORM, creditCode: '91330900MA00000000', phone: '110' }
    expect(toastOf(await zhang.presses('同意并提交', wrong))).toContain('需要修改')
    expect(zhang.last()).toContain('统一社会信用代码')
    const submitted = toastOf(await zhang.presses('同意并提交', FORM))
    const number = /ZSQS-\d{8}-\d{4}/.exec(submitted)?.[0] ?? ''
    expect(zhang.last()).toContain(`您的诉求已登记，编号 ${number}`)
    expect(wang.last(triage)).toContain(`待人工派单 · ${number}`)

    await dispatches(cast, wang)
    expect(wang.last()).toContain(`新派单 · ${number}`)
    expect(wang.last()).not.toContain(FORM.phone)
    expect(zhang.last()).toContain('已派单')

    expect(toastOf(await wang.presses('签收'))).toBe('已完成')
    expect(zhang.last()).toMatch(/已签收[\s\S]*办理期限/)

    await wang.presses('要求补充')
    await wang.presses('提交', { text: '请提供用电增容申请的受理编号。' })
    expect(zhang.last()).toContain('请提供用电增容申请的受理编号')
    await zhang.says('受理编号是 示例-001')
    expect(zhang.last()).toContain(`已转给诉求 ${number} 的承办人员`)
    expect(wang.last()).toContain('受理编号是 示例-001')

    await wang.presses('查看工单').catch(() => null)
    await wang.presses('回复企业')
    await wang.presses('提交', { text: '已收到,正在联系供电部门。' })
    expect(zhang.last()).toContain('已收到,正在联系供电部门')
    await zhang.says('好的，麻烦尽快')
    expect(wang.last()).toContain('好的，麻烦尽快')
    await zhang.presses('问新问题（返回智能问答）')
    await zhang.says('公司设立登记要几天')
    expect(zhang.last()).toContain('QYKB-002')

    await wang.presses('办结答复')
    await wang.presses('提交', ANSWER)
    expect(zhang.last()).toMatch(/已答复，请您确认[\s\S]*用电增容今日完成/)

    await zhang.presses('未解决')
    await zhang.presses('提交', { text: '只通知了,还没有送电。' })
    expect(zhang.last()).toContain('重新办理')
    expect(wang.last()).toContain('企业不满意，重新办理')

    await dispatches(cast, wang)
    expect(cast.zhao.last(), 'not the same person again').toMatch(/不能|另派|其他/)
    await dispatches(cast, liu)
    expect(liu.last()).toContain(`新派单 · ${number}`)
    await liu.presses('签收')
    await liu.presses('办结答复')
    await liu.presses('提交', { ...ANSWER, text: '今日十点已送电,现场核实。' })
    expect(zhang.last()).toContain('今日十点已送电')

    expect(toastOf(await zhang.presses('已解决，确认办结'))).toBe('已提交')
    expect(zhang.last()).toContain('已确认办结')
    expect(liu.last()).toContain('企业已确认解决')
    expect(flow.logged.filter((line) => line.level === 'error')).toEqual([])
    expect(flow.fake.world.lint).toEqual([])
  })
  test('a form pressed twice makes one ticket', async () => {
    const number = await submits(cast)
    expect(toastOf(await cast.zhang.presses('同意并提交', FORM))).toBe(`已登记，编号 ${number}`)
    expect(await countOf('ticket', `number > '${number}'`)).toBe(0)
    await cast.zhang.says(`撤回 ${number}`)
    await cast.zhang.presses('确认撤回')
    expect(cast.zhang.last()).toContain('已撤回')
  })

  test('who is no member of staff cannot act on a ticket, and is told so', async () => {
    const number = await submits(cast)
    await dispatches(cast, cast.wang)
    const li = aPerson(cast.flow, '李示例')
    const clicked = await li.presses('签收', undefined, cast.wang.chat)
    expect(toastOf(clicked)).toBe('您没有工单办理权限，请联系管理员')
    expect(await countOf('ticket', `number = '${number}' and state = 'dispatched'`)).toBe(1)
    expect(li.sees()).toEqual([])
    await cast.wang.presses('签收')
    await cast.wang.presses('办结答复')
    await cast.wang.presses('提交', ANSWER)
  })

  test('somebody else in the chat cannot confirm for the requester', async () => {
    const li = aPerson(cast.flow, '李示例')
    await li.presses('已解决，确认办结', undefined, cast.zhang.chat)
    expect(li.last(cast.zhang.chat)).toMatch(/没有查到/)
    expect(await countOf('ticket', `state = 'resolved'`)).toBe(1)
    await cast.zhang.presses('已解决，确认办结')
    expect(await countOf('ticket', `state = 'resolved'`)).toBe(0)
  })

  test('a button whose time has passed is answered with what holds now', async () => {
    const { flow, zhang, wang } = cast
    const { rows } = await flow.database.pool.query('select max(number) as number from ticket')
    const { number } = rows[0]
    // As on a card that could not be updated.
    const show = (to: LarkPerson, label: string, value: object) =>
      storeMessage(flow.fake.world, {
        chatId: to.chat.id,
        senderId: flow.fake.world.app.id,
        senderType: 'app',
        type: 'interactive',
        content: JSON.stringify(cardWith(label, value)),
      })
    show(wang, '签收', { a: 'ticket', act: 'accept', number })
    show(zhang, '已解决，确认办结', { a: 'own_ticket', act: 'confirm', number })
    expect(toastOf(await wang.presses('签收'))).toContain('不能进行此操作')
    expect(wang.last()).toMatch(/工单 ZSQS-[\s\S]*已确认/)
    await zhang.presses('已解决，确认办结')
    expect(zhang.last()).toMatch(/已确认/)
    show(zhang, '上一版本的按钮', { a: 'gone_since' })
    expect(toastOf(await zhang.presses('上一版本的按钮'))).toBe('这个按钮已经失效')
    expect(zhang.last()).toContain('这个按钮已经失效')
  })

  test('in a group the one who mentions it is answered, in reply to their message', async () => {
    const { flow, zhang } = cast
    const group = addGroup(flow.fake.world, '示例园区企业群', [zhang.person])
    await zhang.says('中午吃什么', { chat: group })
    expect(zhang.sees(group)).toEqual([])
    const { message } = await zhang.says('公司设立登记要几天', { chat: group, mentionBot: true })
    expect(zhang.last(group)).toContain('3 个工作日')
    expect(messagesIn(flow.fake.world, group.id).at(-1)?.parentId).toBe(message.id)
  })

  test('a picture goes to the open ticket, with its bytes', async () => {
    const { flow, zhang, wang } = cast
    const number = await submits(cast)
    await dispatches(cast, wang)
    await sendAttachment(flow.fake.world, zhang.person.openId, 'image', { image_key: 'img_1' }, PNG)
    await flow.settle()
    expect(zhang.last()).toContain(`已收到，并补充到诉求 ${number}`)
    expect(wang.last()).toContain('企业补充了附件')
    await until(
      async () =>
        (await countOf('attachment', `bytes is not null and media_type = 'image/png'`)) === 1,
      'the bytes are fetched',
    )
    const { rows } = await flow.database.pool.query('select bytes from attachment')
    expect(Buffer.from(rows[0].bytes)).toEqual(PNG)
  })

  test('what cannot be read is answered, not dropped', async () => {
    const { flow, zhang } = cast
    for (const type of ['sticker', 'location', 'share_user', 'something_new']) {
      const before = zhang.sees().length
      await sendAttachment(flow.fake.world, zhang.person.openId, type, {})
      await flow.settle()
      expect(zhang.sees().length, type).toBe(before + 1)
    }
  })

  test('greets once on entry, and answers the menu', async () => {
    const { flow } = cast
    const li = aPerson(flow, '李示例')
    await enterChat(flow.fake.world, li.person.openId)
    await enterChat(flow.fake.world, li.person.openId)
    await flow.settle()
    expect(li.sees()).toHaveLength(1)
    expect(li.last()).toContain('您好，我是助企小舟')
    await clickMenu(flow.fake.world, li.person.openId, 'my_tickets')
    await flow.settle()
    expect(li.last()).toContain('我的诉求')
  })

  test('an event delivered again, under its own or another id, is answered once', async () => {
    const { flow } = cast
    const li = aPerson(flow, '李示例')
    const { event } = await li.says('公司设立登记要几天')
    await pushEvent(flow.fake.world, event)
    const header = { ...(event['header'] as object), event_id: 'another-id-of-the-same' }
    const pushed = await pushEvent(flow.fake.world, { ...event, header })
    await flow.settle()
    expect(pushed.outcome).toBe(200)
    expect(li.sees()).toHaveLength(1)
  })

  test('events that overtake one another are all answered, each once', async () => {
    const { flow } = cast
    const li = aPerson(flow, '李示例')
    const { world } = flow.fake
    const silent = { push: { retries: false } }
    const url = world.webhookUrl
    world.webhookUrl = 'http://127.0.0.1:9/lark/events'
    const texts = ['公司设立登记要几天', '公司设立登记要哪些材料', '公司设立登记收费吗']
    const said = []
    for (const text of texts) said.push(await say(world, li.person.openId, text, silent))
    world.webhookUrl = url
    for (const { event } of said.reverse()) {
      await pushEvent(world, event)
      await flow.settle()
    }
    expect(li.sees()).toHaveLength(3)
  })

  async function countOf(table: string, where: string): Promise<number> {
    const { rows } = await cast.flow.database.pool.query(
      `select count(*)::int as count from ${table} where ${where}`,
    )
    return rows[0].count
  }
})

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(64).fill(7)])

const cardWith = (label: string, value: object) => ({
  schema: '2.0',
  body: {
    elements: [
      {
        tag: 'button',
        name: 'old',
        text: { tag: 'plain_text', content: label },
        behaviors: [{ type: 'callback', value }],
      },
    ],
  },
})

test('what could not be delivered while the product was away comes again and is answered', async () => {
  const clock = manualClock()
  const flow = await startLarkFlow('embedded', { lark: { clock } })
  const li = aPerson(flow, '李示例')
  const { world } = flow.fake
  const url = world.webhookUrl
  world.webhookUrl = 'http://127.0.0.1:9/lark/events'
  await li.says('公司设立登记要几天')
  await clock.advance(20_000)
  expect(world.deliveries.map((one) => one.outcome)).toEqual(['refused', 'refused'])
  world.webhookUrl = url
  await clock.advance(24 * 3_600_000)
  await flow.settle()
  expect(world.deliveries.map((one) => one.outcome)).toEqual(['refused', 'refused', 200])
  expect(li.sees()).toHaveLength(1)
  await flow.stop()
})
