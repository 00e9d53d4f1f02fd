// Who sees an enterprise's tickets: nobody because of a code, colleagues once somebody who knows has
// confirmed them, a successor after somebody has left, and never a sealed report.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BindingWire, Paged } from '../../src/http/console-api/wire.ts'
import { waitingBindings } from '../../src/postgres/bindings.ts'
import { creditCheckCharacter } from '../../src/ticket/enterprise.ts'
import { signedIn } from '../http/console.ts'
import { type LarkFlow, onOneEngine, startLarkFlow } from './harness.ts'
import { aPerson, aStaffMember, type LarkPerson } from './people.ts'

const BODY = '91330900MA0000000'
const CODE = BODY + creditCheckCharacter(BODY)
const FORM = {
  enterpriseName: '示例贸易有限公司',
  creditCode: CODE,
  contactName: '张示例',
  phone: '13800000000',
  district: 'dinghai',
  kind: 'help',
  description: '冷库用电增容申请报了一个月,没有人回复。',
}
const CONFIRM = '确认是本企业联系人'

onOneEngine('who speaks for an enterprise', (engine) => {
  let flow: LarkFlow
  let zhang: LarkPerson
  let li: LarkPerson
  let zhao: LarkPerson
  let number: string

  beforeAll(async () => {
    flow = await startLarkFlow(engine)
    ;[zhang, li, zhao] = ['张示例', '李示例', '赵示例'].map((name) => aPerson(flow, name)) as [
      LarkPerson,
      LarkPerson,
      LarkPerson,
    ]
    await flow.employ(aStaffMember(zhao, { roles: ['dispatcher', 'specialist'] }))
  })
  afterAll(() => flow.stop())

  async function submits(person: LarkPerson, overrides: Partial<typeof FORM> = {}) {
    await person.says('我要找人工')
    const { toast } = await person.presses('同意并提交', { ...FORM, ...overrides })
    const found = /ZSQS-\d{8}-\d{4}/.exec(String(toast?.['content']))?.[0]
    if (!found) throw new Error(`no ticket: ${JSON.stringify(toast)}`)
    return found
  }
  const toastOf = async (pressed: ReturnType<LarkPerson['presses']>) =>
    String((await pressed).toast?.['content'])

  test('a code alone opens nothing: the first contact is confirmed by staff', async () => {
    number = await submits(zhang)
    expect(zhao.sees().join('\n')).toContain('张示例 提交诉求时填写的企业为「示例贸易有限公司」')
    await zhang.says('我的诉求')
    expect(zhang.last()).toContain(number)
    expect(zhang.last()).not.toContain('您代表')
    expect(zhao.sees().join('\n')).toContain(CODE)
    expect(await toastOf(zhao.presses(CONFIRM))).toContain('已处理')
    const { rows } = await flow.database.pool.query(
      `select count(*)::int as count from audit_entry where action = 'binding.decide'`,
    )
    expect(rows).toEqual([{ count: 1 }])
    expect(zhang.last()).toContain('您已确认为「示例贸易有限公司」的联系人')
    await zhang.presses('我的诉求')
    expect(zhang.last()).toContain('您代表：示例贸易有限公司')
  })

  test('before confirmation somebody with the same code sees nothing of the others', async () => {
    const own = await submits(li, { contactName: '李示例', description: '港区道路破损,影响运输。' })
    await li.says('我的诉求')
    expect(li.last()).toContain(own)
    expect(li.last()).not.toContain(number)
    await li.says(`查询 ${number}`)
    expect(li.last()).toContain('没有查到')
    expect(li.last()).not.toContain('冷库')
  })

  test('nobody confirms themselves, and no stranger confirms', async () => {
    const pressed = li.presses(CONFIRM, undefined, zhang.chat)
    expect(await toastOf(pressed)).toContain('只有该企业已确认的其他联系人')
    const stranger = aPerson(flow, '王示例')
    expect(await toastOf(stranger.presses(CONFIRM, undefined, zhang.chat))).toContain('只有该企业')
    const forged = stranger.presses(CONFIRM, undefined, zhao.chat)
    expect(await toastOf(forged)).toContain('没有工单办理权限')
  })

  test('a confirmed colleague confirms, and then both see both', async () => {
    expect(zhang.sees().join('\n')).toContain('李示例 提交诉求时填写的企业为')
    expect(await toastOf(zhang.presses(CONFIRM))).toBe('已确认')
    expect(li.last()).toContain('您已确认为「示例贸易有限公司」的联系人')
    await li.says(`查询 ${number}`)
    expect(li.last()).toContain('冷库用电增容')
    expect(await toastOf(zhang.presses(CONFIRM))).toBe('该申请已处理')
  })

  test('who writes their own firm’s name beside the code of another is seen through', async () => {
    const zheng = aPerson(flow, '郑示例')
    const enterpriseName = '另一示例有限公司'
    await submits(zheng, { contactName: '郑示例', enterpriseName, description: '路灯不亮。' })
    const parts = '该代码已确认的企业名称为「示例贸易有限公司」'
    for (const one of [zhang, zhao]) {
      expect(one.last()).toContain(CODE)
      expect(one.last()).toContain(parts)
    }
    expect(await waitingBindings(flow.database.db)).toMatchObject([
      { enterpriseName, otherNames: ['示例贸易有限公司'] },
    ])
    expect(await toastOf(zhao.presses('不是'))).toContain('已处理')
  })

  test('a report under seal is its author’s alone, whoever is bound', async () => {
    const sealed = await submits(li, { kind: 'report', description: '反映某处违规收费的线索。' })
    await zhang.says('我的诉求')
    expect(zhang.last()).not.toContain(sealed)
    await zhang.says(`查询 ${sealed}`)
    expect(zhang.last()).toContain('没有查到')
    await li.says(`查询 ${sealed}`)
    expect(li.last()).toContain('违规收费')
  })

  test('a report asks for no binding: nobody but its handler is to know who made it', async () => {
    const sun = aPerson(flow, '孙示例')
    const colleaguesSee = [zhang, li].map((one) => one.sees())
    await submits(sun, {
      contactName: '孙示例',
      kind: 'report',
      description: '反映偷排废水的线索。',
    })
    expect([zhang, li].map((one) => one.sees())).toEqual(colleaguesSee)
    expect(zhao.sees().join('\n')).not.toContain('孙示例')
    expect(await waitingBindings(flow.database.db)).toEqual([])
    // Something open for the same enterprise asks as ever.
    await submits(sun, { contactName: '孙示例', description: '园区门口路灯不亮。' })
    expect(zhang.sees().join('\n')).toContain('孙示例 提交诉求时填写的企业为')
  })

  test('a dispatcher ends what was confirmed, and whom it was taken from is told', async () => {
    const qian = aPerson(flow, '钱示例')
    await submits(qian, { contactName: '钱示例', description: '厂区积水,请协调。' })
    await zhang.presses(CONFIRM)
    await qian.says(`查询 ${number}`)
    expect(qian.last()).toContain('冷库用电增容')
    const desk = await signedIn(
      flow,
      aStaffMember(aPerson(flow, '周示例'), { roles: ['dispatcher'] }),
    )
    const specialist = await signedIn(flow, aStaffMember(aPerson(flow, '吴示例')))
    const { body } = await desk.get<Paged<BindingWire>>(`/bindings/confirmed?q=${CODE}`)
    const of = (name: string) => body.rows.find((one) => one.contactName === name)?.id
    expect((await specialist.delete(`/bindings/${of('钱示例')}`)).status).toBe(403)
    expect((await desk.delete(`/bindings/${of('钱示例')}`)).status).toBe(200)
    expect((await desk.delete(`/bindings/${of('钱示例')}`)).status).toBe(409)
    await flow.settle()
    expect(qian.last()).toContain('您已不再是「示例贸易有限公司」的联系人')
    await qian.says(`查询 ${number}`)
    expect(qian.last()).toContain('没有查到')
  })

  test('who leaves sees no more of it, and the successor is told what comes', async () => {
    await zhang.presses('我的诉求')
    expect(await toastOf(zhang.presses('不再代表该企业'))).toContain('已解除')
    await zhang.says(`查询 ${number}`)
    expect(zhang.last()).toContain('没有查到')
    const before = zhang.sees().length
    await li.says(`撤回 ${number}`)
    await li.presses('确认撤回')
    expect(li.last()).toContain('已撤回')
    expect(zhang.sees().length).toBe(before)
  })
})
