// An answer that is seen on the page while a model writes it, then replaced by the answer itself.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeLlm, startFakeLlm } from '../fakes/llm/server.ts'
import { until } from '../flow/harness.ts'
import { aPerson, CHROMIUM_PATH, openBrowser, type Person } from './browser.ts'
import { type Running, startBuiltProduct } from './program.ts'

const VERIFIED = '有限责任公司由1个以上50个以下股东出资设立。'

describe.skipIf(!CHROMIUM_PATH)('an answer that a model writes', () => {
  let llm: FakeLlm
  let product: Running
  let browser: Browser
  let contact: Person

  beforeAll(async () => {
    llm = await startFakeLlm()
    product = await startBuiltProduct({ LLM_BASE_URL: llm.url, LLM_MODEL: 'test-model' })
    browser = await openBrowser()
    contact = await aPerson(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await llm?.close()
  })

  test('is seen sentence by sentence, marked as being written, and gives way to the answer', async () => {
    const { page } = contact
    let isSeen = false
    llm.script({
      kind: 'text',
      text: `${VERIFIED}[2]材料齐全、符合法定形式的当场登记。[5]收费500元。[6]公司设立登记免费。[6]`,
      waitFor: async (said) => {
        if (said.length > `${VERIFIED}[2]`.length) await until(() => isSeen, 'the draft is seen')
      },
    })
    await page.goto(`${product.url}/chat`)
    const box = page.getByRole('textbox')
    await box.fill('介绍一下公司设立登记这个事项')
    await box.press('Enter')
    const draft = page.locator('.draft')
    await draft.getByText(VERIFIED).waitFor()
    expect(await draft.innerText()).not.toContain('500')
    isSeen = true
    await page.getByRole('article').filter({ hasText: 'QYKB-002' }).waitFor()
    expect(await page.getByText('正在撰写').count()).toBe(0)
    expect(await page.getByText('500元').count()).toBe(0)
  })

  test('is not there again after the page is loaded anew', async () => {
    const { page, complaints } = contact
    await page.reload()
    await page.getByRole('article').filter({ hasText: 'QYKB-002' }).waitFor()
    expect(await page.getByText(VERIFIED).count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
