// Lists, saved views, conditions and Today, in the states a person meets them in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const rows = (page: Page) => page.locator('[data-ticket]').first().waitFor()
const items = (page: Page) => page.locator('[data-item]').first().waitFor()
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

export const workScreens: readonly Screen[] = [
  { name: 'view', path: '/tickets?view=v3', prepare: rows },
  { name: 'view-broken', path: '/tickets?view=v5', prepare: (page) => page.waitForTimeout(400) },
  { name: 'view-gone', path: '/tickets?view=nothing', prepare: (page) => page.waitForTimeout(400) },
  { name: 'views-none', path: '/tickets', scenario: { empty: true } },
  { name: 'view-menu', path: '/tickets?view=v3', prepare: async (page) => {
    await rows(page)
    const more = page.locator('nav [aria-haspopup=menu]').nth(2)
    if (await more.count() > 0 && (await page.viewportSize())!.width > 900) await more.click()
    else await page.locator('section [aria-haspopup=menu]').first().click()
    await page.getByRole('menu').waitFor()
  } },
  { name: 'selected', path: '/tickets', prepare: async (page) => {
    await rows(page)
    await press(page, 'j', 'x', 'j', 'x', 'j', 'x')
    await page.getByRole('toolbar').waitFor()
  } },
  { name: 'selected-owner', path: '/tickets', prepare: async (page) => {
    await rows(page)
    await press(page, 'j', 'x', 'j', 'x')
    await page.getByRole('toolbar').getByRole('button').nth(4).click()
    await page.waitForTimeout(300)
  } },
  { name: 'bulk-refused', path: '/tickets', prepare: async (page) => {
    await rows(page)
    await press(page, 'j', 'x', 'j', 'x', 'j', 'x')
    await page.getByRole('toolbar').getByRole('button').nth(1).click()
    await page.getByRole('menuitem').last().click()
    await page.waitForTimeout(500)
  } },
  { name: 'views-new', path: '/views/new', prepare: (page) => page.locator('fieldset').first().waitFor() },
  { name: 'views-change', path: '/views/v3', prepare: async (page) => {
    await page.locator('fieldset ul li').first().waitFor()
    await page.waitForTimeout(900)
  } },
  { name: 'views-preview', path: '/views/v3', prepare: async (page) => {
    await page.locator('fieldset ul li').first().waitFor()
    await page.waitForTimeout(900)
    await page.locator('section[aria-label]').last().scrollIntoViewIfNeeded()
  } },
  { name: 'views-wrong', path: '/views/v5', prepare: async (page) => {
    await page.locator('fieldset ul li').first().waitFor()
    await page.locator('fieldset').first().getByRole('button').last().click()
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(900)
  } },
  { name: 'today', path: '/today', prepare: items },
  { name: 'today-everybody', path: '/today?whose=everybody', prepare: items },
  { name: 'today-empty', path: '/today', scenario: { empty: true } },
  { name: 'today-loading', path: '/today', scenario: { hanging: ['/today'] } },
  { name: 'today-failed', path: '/today', scenario: { failing: ['/today'] } },
  { name: 'today-working', path: '/today', prepare: async (page) => {
    await items(page)
    await press(page, 'j', 'j')
    await page.locator('[role=checkbox]').first().click()
    await page.evaluate(() => fetch('/api/v1/tickets/pull', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }))
    await page.waitForTimeout(2800)
  } },
  { name: 'today-ticket', path: '/today', prepare: async (page) => {
    await items(page)
    await press(page, 'j', 'j', 'Enter')
    await page.locator('[data-entry]').first().waitFor()
  } },
  { name: 'palette-found', path: '/today', prepare: async (page) => {
    await items(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('lis')
    await page.waitForTimeout(600)
  } },
]
