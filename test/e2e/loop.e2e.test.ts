// The whole loop as people see it: a question, an answer, a matter nobody can answer, a ticket, its
// handling at the desk, and the enterprise saying that it is solved.
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  aPerson,
  CHROMIUM_PATH,
  openBrowser,
  overflowOf,
  PATIENCE,
  type Person,
  PHONE,
} from './browser.ts'
import { act, choose, picture as keepPicture } from './desk.ts'
import { type Running, startBuiltProduct } from './program.ts'

const PICTURES = path.resolve(import.meta.dirname, '../../.github/images')
const MATTER = '我的建设用地规划许可申请卡住了，催了三次都没结果，我要投诉'
const REPLY = '已联系自然资源窗口核实您提交的图纸。'
const ANSWER = '建设用地规划许可证已于今日核发，可凭电子证照使用。'

describe.skipIf(!CHROMIUM_PATH)('a matter from question to confirmation', () => {
  let product: Running
  let browser: Browser
  let contact: Person
  let desk: Person

  beforeAll(async () => {
    product = await startBuiltProduct()
    browser = await openBrowser()
    contact = await aPerson(browser, { width: 1000, height: 860 })
    desk = await aPerson(browser)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || !process.env['E2E_PICTURES']) return
    for (const [who, { page }] of Object.entries({ contact, desk })) {
      await page.screenshot({ path: path.join(process.env['E2E_PICTURES'], `failed-${who}.png`) })
    }
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('a question is answered from the record, with source and version', async () => {
    const { page } = contact
    await page.goto(`${product.url}/chat`)
    await say(page, '公司设立登记要几天')
    const card = page.getByRole('article').filter({ hasText: '公司设立登记' }).last()
    await card.getByText('3 个工作日（法定时限）').waitFor()
    expect(await card.innerText()).toMatch(/来源：.*QYKB-002.*版本 \d+/)
    await picture(page, 'chat')
  })

  test('on a phone a long answer is read from its beginning, and a vote is thanked for', async () => {
    const phone = await aPerson(browser, PHONE)
    const { page } = phone
    await page.goto(`${product.url}/chat`)
    await say(page, '公司设立登记要几天')
    const title = page.getByRole('heading', { name: '公司设立登记' })
    await title.waitFor()
    await expect
      .poll(async () => (await title.boundingBox())?.y, PATIENCE)
      .toBeLessThan(PHONE.height / 2)
    expect((await title.boundingBox())?.y).toBeGreaterThan(0)
    await page.getByRole('button', { name: '有用' }).click()
    await page.getByText('感谢您的评价。').waitFor()
    expect(await page.getByText('正在查询').isVisible()).toBe(false)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  test('a label leads into the form that it stands in, however many are open', async () => {
    const { page } = contact
    for (const shown of [1, 2]) {
      await say(page, '转人工')
      await expect.poll(() => page.getByText('联系电话').count(), PATIENCE).toBe(shown)
    }
    await page.getByText('联系电话').last().click()
    await page.keyboard.type('13800000000')
    const phones = page.getByLabel('联系电话')
    expect(await phones.first().inputValue()).toBe('')
    expect(await phones.last().inputValue()).toBe('13800000000')
  })

  test('a matter for people becomes a ticket with a number', async () => {
    const { page } = contact
    await say(page, MATTER)
    const forms = page.getByText('联系电话')
    const before = await forms.count()
    await page.getByRole('button', { name: '提交诉求' }).last().click()
    // Forms that were opened before are still there: the new one has to have come.
    await expect.poll(() => forms.count(), PATIENCE).toBe(before + 1)
    await page.getByLabel('企业名称').last().fill('示例贸易有限公司')
    await page.getByLabel('联系人').last().fill('张示例')
    await page.getByLabel('联系电话').last().fill('13800000000')
    await page.getByLabel('所在地').last().selectOption('dinghai')
    await page.getByRole('button', { name: '同意并提交' }).last().click()
    await page.getByText('您的诉求已登记').waitFor()
  })

  test('the printed link signs in once', async () => {
    const { page } = desk
    await page.goto(product.signInLink)
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    const second = await aPerson(browser)
    await second.page.goto(product.signInLink)
    await second.page.getByText('登录链接无效或已使用').waitFor()
    await second.context.close()
  })

  test('the desk finds the ticket, takes it, and the contact sees each step', async () => {
    const { page } = desk
    await page.getByRole('link', { name: '诉求工单' }).click()
    await page
      .getByRole('link', { name: /^ZSQS-/ })
      .first()
      .click()
    await page.getByText('138****0000').waitFor()
    if (await page.getByRole('button', { name: '派单' }).isVisible()) await dispatch(page)

    await act(page, '签收')
    await contact.page.getByText('服务专员已签收您的诉求').waitFor()
    await act(page, '回复企业', { 回复内容: REPLY })
    await contact.page.getByText(REPLY).last().waitFor()
    await act(page, '开始办理', {})
  })

  test('a click beside the form loses nothing that was typed, a cancel does', async () => {
    const { page } = desk
    const form = page.getByRole('dialog', { name: '回复企业' })
    const words = form.getByLabel('回复内容')
    const open = () => page.getByRole('button', { name: '回复企业', exact: true }).click()
    await open()
    await words.fill('已约定周四上午现场核对。')
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'hidden' })
    await page.reload()
    await open()
    expect(await words.inputValue()).toBe('已约定周四上午现场核对。')
    await form.getByRole('button', { name: '取消' }).click()
    await form.waitFor({ state: 'hidden' })
    await open()
    expect(await words.inputValue()).toBe('')
    await page.keyboard.press('Escape')
  })

  test('what the contact writes back reaches the ticket', async () => {
    await say(contact.page, '图纸已重新上传。')
    await contact.page.getByText('已转给诉求').last().waitFor()
    const { page } = desk
    await page.reload()
    await page.getByRole('tab', { name: /与企业往来/ }).click()
    await page.getByRole('listitem').filter({ hasText: '图纸已重新上传' }).waitFor()
  })

  test('the requester’s number is shown on request only', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '查看联系方式' }).click()
    await page.getByText('13800000000').waitFor()
  })

  test('the result is told, confirmed by the enterprise, and stands at the desk', async () => {
    const { page } = desk
    await act(page, '办结答复', { '答复内容（企业可见）': ANSWER }, { 办理结果: '已解决' })
    await contact.page.getByText(ANSWER).last().waitFor()
    await contact.page.getByRole('button', { name: '已解决，确认办结' }).last().click()
    await contact.page
      .getByText('〔确认解决〕')
      .or(contact.page.getByText(/已确认|感谢/))
      .last()
      .waitFor()
    await page.reload()
    await page.getByText('已确认办结').first().waitFor()
    await page.getByRole('tab', { name: '办理记录' }).click()
    await page.getByText('企业确认').first().waitFor()
    await picture(page, 'ticket')
  })

  test('every page of the desk opens, on a screen and on a phone, without a complaint', async () => {
    const phone = await desk.context.newPage()
    await phone.setViewportSize(PHONE)
    for (const page of [desk.page, phone]) {
      for (const [address, heading] of PAGES) {
        await page.goto(`${product.url}/console${address}`)
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        expect(await overflowOf(page), `${address} is too wide`).toBeLessThanOrEqual(0)
        const kept = address.replaceAll(/\W+/g, '-')
        await keepPicture(page, `${page === phone ? 'phone' : 'desk'}${kept}`)
      }
    }
    await phone.close()
  })

  test('nothing was complained about', () => {
    expect([...contact.complaints, ...desk.complaints]).toEqual([])
  })
})

const PAGES = [
  ['', '工作台'],
  ['/tickets', '诉求工单'],
  ['/tickets?due=overdue&order=due', '诉求工单'],
  ['/dead-letters', '死信'],
  ['/knowledge', '知识库'],
  ['/knowledge?tab=try', '知识库'],
  ['/knowledge?tab=versions', '知识库'],
  ['/knowledge/items/QYKB-002', '公司设立登记'],
  ['/turns', '问答日志'],
  ['/figures', '统计'],
  ['/staff', '人员'],
  ['/tickets/new', '代录诉求'],
  ['/help', '办理流程'],
  ['/settings', '设置'],
  ['/settings?tab=limits', '设置'],
  ['/settings?tab=switches', '设置'],
  ['/settings?tab=audit', '设置'],
] as const

async function say(page: Page, text: string): Promise<void> {
  await page
    .getByRole('textbox', { name: /问题|输入/ })
    .or(page.getByPlaceholder(/请输入/))
    .last()
    .fill(text)
  await page.keyboard.press('Enter')
  await page.locator('.from-requester').filter({ hasText: text }).last().waitFor()
}

async function dispatch(page: Page): Promise<void> {
  await page.getByRole('button', { name: '派单', exact: true }).click()
  await choose(page, '承办人', '本机管理员')
  await choose(page, '承办单位', '舟山市企业综合服务中心')
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await page.getByText('派单：已完成').waitFor()
}

/** Kept for the README when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['UPDATE_PICTURES']) return
  fs.mkdirSync(PICTURES, { recursive: true })
  await page.waitForTimeout(600)
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}
