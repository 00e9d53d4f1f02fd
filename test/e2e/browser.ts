// A headless browser as people in Zhoushan have it. Whatever a page complains about is kept, and a
// test fails on it.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export const CHROMIUM_PATH = process.env['CHROMIUM_PATH']

/** Far longer than anything takes to be seen: a busy machine is no failure. */
export const PATIENCE = { timeout: 45_000 } as const

const DESKTOP = { width: 1366, height: 860 }
export const PHONE = { width: 390, height: 844 }

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM_PATH as string,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}

export type Person = Readonly<{ page: Page; context: BrowserContext; complaints: string[] }>

/** Somebody with a browser of their own. */
export async function aPerson(
  browser: Browser,
  viewport: Readonly<{ width: number; height: number }> = DESKTOP,
): Promise<Person> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE.timeout)
  const complaints: string[] = []
  // Of the whole context: a second page of the same person counts too.
  context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
  return { page, context, complaints }
}

/** How far the page is wider than its window, in pixels. */
export const overflowOf = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
