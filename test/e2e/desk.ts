// What people do at the desk, in its own words.
import path from 'node:path'
import type { Page } from 'playwright-core'

/** One act on the ticket that is open: its button, and its form where it has one. */
export async function act(
  page: Page,
  name: string,
  texts: Readonly<Record<string, string>> | null = null,
  choices: Readonly<Record<string, string>> = {},
): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  const menu = page.getByRole('button', { name: '更多操作' })
  await button.or(menu).first().waitFor()
  if (await button.isVisible()) await button.click()
  else {
    await menu.click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  if (texts !== null) {
    const form = page.getByRole('dialog', { name })
    for (const [label, option] of Object.entries(choices)) await choose(page, label, option)
    for (const [label, text] of Object.entries(texts)) await form.getByLabel(label).fill(text)
    await form.getByRole('button', { name: '提交' }).click()
    await form.waitFor({ state: 'hidden' })
  }
  await page.getByText(`${name}：已完成`).last().waitFor()
}

/** By keyboard alone: type what narrows the list, take what is left. */
export async function choose(page: Page, label: string, ...options: string[]): Promise<void> {
  const field = page.getByRole('dialog').or(page.locator('form')).getByLabel(label, { exact: true })
  for (const option of options) {
    await field.first().fill(option)
    await field.first().press('Enter')
  }
}

/** Kept to be looked at, where a folder is named. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (!folder) return
  await page.waitForTimeout(500)
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
