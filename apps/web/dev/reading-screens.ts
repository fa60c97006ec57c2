// What was read of customers' words: beside them, in its settings, in the box to try it.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const chip = (page: Page, at = 0) => page.locator('[data-reading]').nth(at)
const tried = async (page: Page, example: number) => {
  await page.locator('form:has(textarea) button[type=button]').nth(example).click()
  await page.locator('[role=status] [data-sentiment]').first().waitFor()
  await page.locator('form:has(textarea)').scrollIntoViewIfNeeded()
}

export const readingScreens: readonly Screen[] = [
  { name: 'reading-chips', path: '/tickets/k0', prepare: (page) => chip(page).waitFor() },
  { name: 'reading-hover', path: '/tickets/k7', prepare: async (page) => { await chip(page).waitFor(); await page.keyboard.press('Tab'); await chip(page).focus() } },
  { name: 'reading-menu', path: '/tickets/k0', prepare: async (page) => { await chip(page).waitFor(); await chip(page).click(); await page.getByRole('menu').waitFor() } },
  { name: 'reading-corrected', path: '/tickets/k0', prepare: async (page) => {
    await chip(page).waitFor()
    await chip(page).click()
    await page.getByRole('menuitem').first().click()
    await page.waitForTimeout(300)
  } },
  { name: 'reading-topic', path: '/tickets/k0', prepare: async (page) => {
    await page.locator('[data-entry=k0-0] [data-topic] button').first().waitFor()
    await page.locator('[data-entry=k0-0]').scrollIntoViewIfNeeded()
  } },
  { name: 'reading-html', path: '/tickets/k1', prepare: async (page) => { await chip(page).waitFor(); await page.waitForTimeout(500); await chip(page).focus() } },
  { name: 'reading-rating', path: '/tickets/k4', prepare: (page) => chip(page).waitFor() },
  { name: 'reading-refused', path: '/tickets/k0', scenario: { failing: ['/readings/:id'] }, prepare: async (page) => {
    await chip(page).waitFor()
    await chip(page).click()
    await page.getByRole('menuitem').first().click()
    await page.waitForTimeout(400)
  } },
  { name: 'reading-answer', path: '/feedback/answers/a1', prepare: (page) => chip(page).waitFor() },
  { name: 'reading-settings', path: '/settings/readings' },
  { name: 'reading-settings-empty', path: '/settings/readings', scenario: { empty: true }, prepare: async (page) => { await page.locator('main dl').last().scrollIntoViewIfNeeded() } },
  { name: 'reading-settings-endpoint', path: '/settings/readings', scenario: { paused: true }, prepare: (page) => page.waitForTimeout(300) },
  { name: 'reading-settings-wrong', path: '/settings/readings', prepare: async (page) => {
    await page.locator('input[type=radio][value=endpoint]').check()
    await page.locator('input[type=url]').fill('http://10.0.0.5:11434/v1')
    await page.locator('input[maxlength="100"]').fill('mały-model')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
  } },
  { name: 'reading-settings-loading', path: '/settings/readings', scenario: { hanging: ['/reading-settings'] } },
  { name: 'reading-settings-failed', path: '/settings/readings', scenario: { failing: ['/reading-settings'] } },
  { name: 'reading-tried', path: '/settings/readings', prepare: (page) => tried(page, 0) },
  { name: 'reading-limits', path: '/settings/readings', prepare: async (page) => { await page.locator('main ul').last().scrollIntoViewIfNeeded() } },
]
