// In a group everybody reads what is answered: what concerns somebody's tickets is told to them alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBot } from '../fakes/lark/people.ts'
import { addGroup, type Chat } from '../fakes/lark/world.ts'
import { type LarkFlow, onOneEngine, startLarkFlow } from './harness.ts'
import { aPerson, type LarkPerson } from './people.ts'

const FORM = {
  enterpriseName: '示例贸易有限公司',
  creditCode: '',
  contactName: '张示例',
  phone: '13800000000',
  district: 'city',
  kind: 'help',
  description: '园区门口路灯三天不亮，请协调处理。',
}

onOneEngine('a person in a group', (engine) => {
  let flow: LarkFlow
  let zhang: LarkPerson
  let group: Chat
  beforeAll(async () => {
    flow = await startLarkFlow(engine)
    zhang = aPerson(flow, '张示例')
    group = addGroup(flow.fake.world, '示例园区企业群', [zhang.person])
  })
  afterAll(() => flow.stop())

  const inGroup = (text: string) => zhang.says(text, { chat: group, mentionBot: true })
  const query = async (text: string) => (await flow.database.pool.query(text)).rows

  test('who wants a person gets the form in private, and submits it there', async () => {
    await inGroup('转人工')
    expect(zhang.last(group)).toContain('已私聊您')
    expect(zhang.last()).toContain('提交诉求')
    await zhang.presses('同意并提交', FORM)
    expect(zhang.last()).toContain('您的诉求已登记')
    expect(zhang.sees(group).join()).not.toContain('ZSQS-')
    expect(
      await query(`select address->>'replyTo' as reply from ticket t join conversation c
      on c.id::text = t.ticket->>'conversationId'`),
    ).toEqual([{ reply: null }])
  })

  test('who asks for their tickets reads them in private', async () => {
    await inGroup('我的诉求')
    expect(zhang.last(group)).toContain('已私聊您')
    expect(zhang.last()).toMatch(/ZSQS-[\s\S]*路灯/)
  })

  test('what they want to withdraw or supplement is asked in private, and what they say in the group stays a question', async () => {
    const [{ number }] = await query('select number from ticket')
    await inGroup(`撤回 ${number}`)
    expect(zhang.last()).toContain('请确认是否撤回诉求')
    expect(zhang.last(group)).toContain('已私聊您')
    await zhang.presses('补充')
    expect(zhang.last()).toContain('请直接发送要补充到诉求')
    await inGroup('公司设立登记要几天')
    expect(zhang.last(group)).toContain('3 个工作日')
    await zhang.says('路灯编号为示例 12 号')
    expect(zhang.last()).toContain('已转给诉求')
  })

  test('two people who talk at once are understood each in their own dialogue', async () => {
    const li = aPerson(flow, '李示例')
    const both = addGroup(flow.fake.world, '示例码头企业群', [zhang.person, li.person])
    const says = async (who: LarkPerson, text: string) => {
      await who.says(text, { chat: both, mentionBot: true })
      return who.last(both)
    }
    expect(await says(zhang, '公司设立登记怎么办')).toContain('公司设立登记')
    expect(await says(li, '个体工商户设立登记怎么办')).toContain('个体工商户设立登记')
    expect(await says(zhang, '要几天')).toContain('公司设立登记')
    expect(await says(li, '要交哪些材料')).toContain('个体工商户设立登记')
  })

  test('news of a ticket that began in a group goes to the person', async () => {
    await query(`update ticket set ticket = jsonb_set(ticket, '{conversationId}', to_jsonb((
      select id::text from conversation where address->>'to' = '${group.id}'
        and key like '%${zhang.person.openId}%')))`)
    const before = zhang.sees(group).length
    const [{ number }] = await query('select number from ticket')
    await zhang.says('问助手')
    await zhang.says(`撤回 ${number}`)
    await zhang.presses('确认撤回')
    expect(zhang.last()).toMatch(/已撤回/)
    expect(zhang.sees(group)).toHaveLength(before)
  })

  test('who presses on the greeting of a group is answered in private', async () => {
    const wang = aPerson(flow, '王示例')
    const greeted = addGroup(flow.fake.world, '示例渔业企业群', [zhang.person, wang.person])
    await addBot(flow.fake.world, greeted, wang.person.openId)
    await flow.settle()
    await zhang.presses('我的诉求', undefined, greeted)
    expect(zhang.last(greeted)).toContain('已私聊您')
    expect(zhang.last()).toContain('路灯')
    await wang.presses('转人工', undefined, greeted)
    expect(wang.last(greeted)).toContain('已私聊您')
    await wang.presses('同意并提交', FORM)
    expect(wang.last()).toContain('您的诉求已登记')
    expect(zhang.sees(greeted).join()).not.toContain('ZSQS-')
  })

  test('what they had said in the group comes along, and nothing said elsewhere', async () => {
    await zhang.says('营业执照丢了怎么办')
    await inGroup('公司设立登记要几天')
    await inGroup('找个真人')
    await zhang.presses('同意并提交', FORM)
    const [{ description }] = await query(
      `select ticket->>'description' as description from ticket order by number desc limit 1`,
    )
    expect(description).toContain('问：公司设立登记要几天\n答：公司设立登记·办理时限')
    expect(description).not.toContain('营业执照丢了')
    expect(
      await query(`select dialogue from conversation where address->>'to' = '${group.id}'
      and key like '%${zhang.person.openId}%'`),
      'what led to the ticket is over in the group as well',
    ).toEqual([{ dialogue: null }])
  })
})
