// A day of each role at the desk, each in a browser of their own: the administrator employs people,
// a call is recorded and routed, handled, sent back by the reviewer, approved, supervised, followed
// up, and looked through by the auditor.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { creditCheckCharacter } from '../../src/ticket/enterprise.ts'
import { until } from '../flow/harness.ts'
import { submitsTicket } from '../flow/web-ticket.ts'
import { aVisitor } from '../flow/web-visitor.ts'
import { aPerson, CHROMIUM_PATH, openBrowser, overflowOf, type Person, PHONE } from './browser.ts'
import { act, choose, picture } from './desk.ts'
import { type Running, startBuiltProduct } from './program.ts'

const UNIT = '舟山市自然资源和规划局'
const PEOPLE = {
  李专员: { roles: ['服务专员'], districts: ['定海区'], sections: ['项目建设'] },
  王调度: { roles: ['调度员'], districts: ['舟山市本级'], sections: [] },
  赵审核: { roles: ['审核员'], districts: ['定海区'], sections: [] },
  钱督办: { roles: ['督办员'], districts: ['舟山市本级'], sections: [] },
  孙审计: { roles: ['审计员'], districts: [], sections: [] },
} as const
type Name = keyof typeof PEOPLE

describe.skipIf(!CHROMIUM_PATH)('a day at the desk', () => {
  let product: Running
  let browser: Browser
  let admin: Person
  const people = new Map<string, Person>()
  let address = ''

  const pageOf = (name: Name): Page => people.get(name)?.page as Page
  const openTicket = async (name: Name) => {
    const page = pageOf(name)
    await page.goto(address)
    await page.getByText('诉求内容').waitFor()
    return page
  }

  beforeAll(async () => {
    product = await startBuiltProduct()
    browser = await openBrowser()
    admin = await aPerson(browser)
    await admin.page.goto(product.signInLink)
    await admin.page.getByRole('heading', { name: '工作台' }).waitFor()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [name, { page }] of [['admin', admin] as const, ...people]) {
      await picture(page, `failed-${name}`)
    }
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('the administrator employs people and hands each a link', async () => {
    const { page } = admin
    await page.getByRole('link', { name: '人员' }).click()
    for (const name of Object.keys(PEOPLE) as Name[]) {
      await employ(page, name)
      const person = await aPerson(browser)
      people.set(name, person)
      await person.page.goto(await signInLinkOf(page, name))
      await person.page.getByRole('heading', { name: '工作台' }).waitFor()
    }
    await picture(page, 'role-administrator-staff')
  })

  test('the administrator enters the holidays of a year to come', async () => {
    const { page } = admin
    await page.goto(`${product.url}/console/settings?tab=calendar`)
    await page.getByRole('button', { name: /^录入 \d{4} 年安排$/ }).click()
    const form = page.getByRole('dialog')
    const year = Number(await form.getByLabel('年份').inputValue())
    await form.getByLabel('依据').fill('示例通知')
    for (let surplus = 6; surplus > 0; surplus--) {
      await form
        .getByRole('button', { name: /删\s*除/ })
        .last()
        .click()
    }
    await form.getByPlaceholder('第一天').fill(`${year}-01-01`)
    await form.getByPlaceholder('第一天').press('Enter')
    await form.getByPlaceholder('最后一天').fill(`${year}-01-03`)
    await form.getByPlaceholder('最后一天').press('Tab')
    await picture(page, 'role-administrator-notice')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    await page.getByText('已保存，期限按新日历计算').waitFor()
    await page.getByText(`${year} 年`, { exact: true }).click()
    await page.getByText('依据：示例通知').waitFor()
  })

  test('the administrator changes a limit', async () => {
    const { page } = admin
    await page.goto(`${product.url}/console/settings?tab=limits`)
    await page.getByRole('button', { name: '修改时限' }).click()
    const form = page.getByRole('dialog')
    const text = form.getByRole('textbox', { name: '时限' })
    const shipped = await text.inputValue()
    await text.fill(shipped.replace('review: 1', 'review: 2'))
    await picture(page, 'role-administrator-limits')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    await page.getByText('已由管理员修改').waitFor()
    await page.getByText('2 个工作日', { exact: true }).first().waitFor()
  })

  test('the administrator has the answers of a section reviewed', async () => {
    const { page } = admin
    await page.goto(`${product.url}/console/settings?tab=switches`)
    const sections = page.getByRole('combobox', { name: '须审核的板块' })
    await sections.fill('项目建设')
    await sections.press('Enter')
    await page.getByText('已保存').waitFor()
    await sections.press('Tab')
    await picture(page, 'role-administrator-switches')
  })

  test('the dispatcher records a call, which finds its specialist by itself', async () => {
    const page = pageOf('王调度')
    await page.getByRole('link', { name: '诉求工单' }).click()
    await page.getByRole('button', { name: '代录诉求' }).click()
    await page.getByLabel('事由').fill('建设用地规划许可证久未批复')
    await page.getByLabel('诉求内容').fill('企业来电：建设用地规划许可证提交二十日未批复，请协调。')
    await choose(page, '属地', '定海区')
    await page.getByLabel('关联事项').fill('建设用地规划许可')
    await page.locator('.ant-select-item-option', { hasText: 'XMJS-010' }).first().click()
    await page.getByLabel('企业名称').fill('示例船舶修造有限公司')
    await page.getByLabel('联系人').fill('周示例')
    await page.getByLabel('联系电话').fill('13800000003')
    await page.getByRole('button', { name: '登记' }).click()
    await page.getByText('须先取得企业同意').waitFor()
    await page.getByLabel(/取得同意/).check()
    await picture(page, 'role-dispatcher-opening')
    await page.getByRole('button', { name: '登记' }).click()
    await page.getByText('已派单，待签收').first().waitFor()
    address = page.url()
    await picture(page, 'role-dispatcher-ticket')
  })

  test('the specialist is told, takes it, works, and hands in a result for review', async () => {
    const page = pageOf('李专员')
    await page.reload()
    await page.getByText('新派单').first().waitFor()
    await picture(page, 'role-specialist-overview')
    await openTicket('李专员')
    await act(page, '签收')
    await act(page, '开始办理', {})
    await act(page, '内部批注', { '批注（企业不可见）': '已电话联系审批科。' })
    expect(await page.getByRole('button', { name: '办结答复', exact: true }).isVisible()).toBe(
      false,
    )
    await act(page, '提交审核', { '答复内容（企业可见）': '已批。' }, { 办理结果: '已解决' })
    await picture(page, 'role-specialist-ticket')
  })

  test('the reviewer sends it back, and approves the better one', async () => {
    const page = await openTicket('赵审核')
    await page.getByText('待审核的答复（企业尚未看到）').waitFor()
    await act(page, '退回修改', { 修改意见: '请写明证照领取方式。' })
    const handler = await openTicket('李专员')
    await handler.getByText('请写明证照领取方式。').first().waitFor()
    const better = '建设用地规划许可证已核发，可在浙江政务服务网下载电子证照。'
    await act(handler, '提交审核', { '答复内容（企业可见）': better }, { 办理结果: '已解决' })
    await page.reload()
    await page.getByRole('button', { name: '审核通过' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '确 定' })
      .or(page.getByRole('dialog').getByRole('button', { name: '确定' }))
      .click()
    await page.getByText('已答复，待确认').first().waitFor()
    await picture(page, 'role-reviewer-ticket')
  })

  test('the supervisor calls back, and the figures count it', async () => {
    const page = await openTicket('钱督办')
    expect(await page.getByRole('button', { name: '查看联系方式' }).isVisible()).toBe(false)
    await act(
      page,
      '登记回访',
      { 回访记录: '企业表示证照已下载。' },
      { 回访方式: '电话', 回访结果: '企业表示已解决' },
    )
    await page.getByText('已确认办结').first().waitFor()
    await page.getByRole('link', { name: '统计' }).click()
    await page.getByText('企业确认解决率').first().waitFor()
    await page.locator('.chart svg').waitFor()
    await picture(page, 'role-supervisor-figures')
    await page.getByText('签收及时率').first().click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^ZSQS-/ })
      .waitFor()
    await picture(page, 'role-supervisor-cases')
  })

  test('the specialist edits an item, is told what is wrong, and hands it in', async () => {
    const page = pageOf('李专员')
    await page.goto(`${product.url}/console/knowledge/items/XMJS-010`)
    await page.getByRole('link', { name: '编辑' }).click()
    await page.getByLabel('办理结果').fill('建设用地规划许可证（电子证照）')
    await page.getByRole('button', { name: '增加常见问题' }).click()
    const row = page.getByRole('group', { name: /^常见问题/ }).last()
    await row.getByLabel(/问题$/).fill('证照在哪里看？')
    await row.getByLabel(/答复$/).fill('请打 13800000009 询问。')
    await row.getByLabel(/依据$/).fill('通行做法,待中心核定')
    await page.getByLabel('改动说明').fill('证照改为电子')
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.getByText('不得写入手机号').first().waitFor()
    await picture(page, 'role-specialist-edit')
    await page.reload()
    await row.getByLabel(/答复$/).fill('在浙江政务服务网查看。')
    await page.getByRole('tab', { name: 'YAML' }).click()
    const yaml = page.getByLabel('事项 YAML')
    expect(await yaml.inputValue()).toContain('a: 在浙江政务服务网查看。')
    const text = await yaml.inputValue()
    await yaml.fill(`${text}\nx: &x [*x]`)
    await page.getByText('不支持引用').waitFor()
    await yaml.fill(text.replace('证照在哪里看？', '证照在哪里查看？'))
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.getByRole('link', { name: '返回事项' }).click()
    expect(page.url()).toContain('/edit')
    await page.getByRole('tab', { name: '试问' }).click()
    await page.getByRole('button', { name: '试问' }).click()
    await page.getByText('改动后的答复').waitFor()
    await picture(page, 'role-specialist-answers')
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.getByText('已提交，待另一人审核').waitFor()
    await page.getByRole('cell', { name: '证照改为电子' }).waitFor()
    await picture(page, 'role-specialist-changes')
  })

  test('a second person sees what it changes, on a phone, and approves it', async () => {
    const { page } = admin
    await page.setViewportSize(PHONE)
    await page.goto(`${product.url}/console/knowledge?tab=changes`)
    await page.getByRole('link', { name: '建设用地规划许可证核发' }).click()
    await page.getByRole('region', { name: '办理结果' }).locator('ins').first().waitFor()
    await page.getByRole('region', { name: '常见问题' }).getByText('证照在哪里查看？').waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await picture(page, 'role-administrator-change')
    await page.getByRole('button', { name: '审核通过' }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click()
    await page.getByText('已通过，待发布').waitFor()
    await page.goto(`${product.url}/console/knowledge/items/XMJS-010/edit`)
    await page.getByLabel('办理结果').waitFor()
    expect(await page.getByLabel('办理结果').inputValue()).toContain('电子证照')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1366, height: 860 })
  })

  test('the dispatcher confirms who speaks for an enterprise, and ends it', async () => {
    const visitor = await aVisitor(product.url)
    const isRegistered = async () => JSON.stringify(await visitor.transcript()).includes('ZSQS-')
    const settle = () => until(isRegistered, 'the ticket is registered')
    const body = '91330900MA0000000'
    const form = { creditCode: body + creditCheckCharacter(body), contactName: '吴示例' }
    await submitsTicket({ settle }, visitor, { form })
    const page = pageOf('王调度')
    const agree = () =>
      page
        .getByRole('tooltip')
        .getByRole('button', { name: /确\s*定/ })
        .click()
    await page.goto(`${product.url}/console/settings?tab=bindings`)
    await page.getByText('吴示例').waitFor()
    await page.getByRole('button', { name: '确认绑定' }).click()
    await agree()
    const confirmed = page.getByRole('row', { name: '吴示例' })
    await confirmed.getByText('示例贸易有限公司').waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await picture(page, 'role-dispatcher-bindings')
    await confirmed.getByRole('button', { name: /解\s*除/ }).click()
    await agree()
    await page.getByText('没有已确认的绑定').waitFor()
    await visitor.answers(3)
    expect(JSON.stringify(await visitor.transcript())).toContain('您已不再是「示例贸易有限公司」')
  })

  test('the auditor sees everything, may change nothing, and proves the ledger', async () => {
    const page = await openTicket('孙审计')
    await page.getByText('当前没有您可以进行的操作').waitFor()
    expect(await page.getByText('138****0003').isVisible()).toBe(true)
    await page.getByRole('button', { name: '核验办理记录' }).click()
    await page.getByText(/共 \d+ 条办理记录，未被改动/).waitFor()
    await picture(page, 'role-auditor-ticket')
    await page.goto(`${product.url}/console/settings?tab=audit`)
    await page.getByText('生成登录链接').first().waitFor()
    await picture(page, 'role-auditor-audit')
  })

  test('each sees only the pages of their role, and no page complained', async () => {
    const menu = (name: Name) => pageOf(name).getByRole('navigation').getByRole('link')
    expect(await menu('李专员').allInnerTexts()).not.toContain('死信')
    expect(await menu('孙审计').allInnerTexts()).toContain('死信')
    const complaints = [...people.values(), admin].flatMap((one) => one.complaints)
    expect(complaints).toEqual([])
  })
})

async function employ(page: Page, name: Name): Promise<void> {
  const { roles, districts, sections } = PEOPLE[name]
  await page.getByRole('button', { name: '新增人员' }).click()
  const form = page.getByRole('dialog', { name: '新增人员' })
  await form.getByLabel('姓名').fill(name)
  // A new person is offered as a specialist.
  await form.getByLabel('岗位').press('Backspace')
  await choose(page, '岗位', ...roles)
  await choose(page, '负责属地', ...districts)
  await choose(page, '所在单位', UNIT)
  await choose(page, '负责板块', ...sections)
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
}

async function signInLinkOf(page: Page, name: Name): Promise<string> {
  await page.getByRole('row', { name }).getByRole('button', { name: '登录链接' }).click()
  const told = page.getByRole('dialog').filter({ hasText: '一次有效' })
  const link = /http\S+token=[\w-]+/.exec(await told.innerText())?.[0] ?? ''
  // A click at the first frame of its opening is not heard.
  await page.locator('.ant-zoom-appear, .ant-zoom-enter').waitFor({ state: 'detached' })
  await told.getByRole('button', { name: '知道了' }).click()
  await told.waitFor({ state: 'hidden' })
  return link
}
