// The ticket page of the desk: panel, closing, deadlines, merging, canned answers, recording a contact.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const shown = (page: Page) => page.locator('[data-entry]').first().waitFor()
const panel = async (page: Page) => {
  await shown(page)
  if (!(await page.locator('aside').isVisible())) await page.keyboard.press('i')
  await page.locator('aside').waitFor()
  await page.waitForTimeout(300)
}
const compose = async (page: Page, key: 'r' | 'n', words: string) => {
  await shown(page)
  await page.locator('section[aria-label] [data-kind], [data-kind=message]').first().waitFor()
  await page.keyboard.press(key)
  await page.locator('.ProseMirror').click()
  await page.keyboard.type(words)
  await page.waitForTimeout(500)
}

export const ticketDeskScreens: readonly Screen[] = [
  { name: 'desk-panel', path: '/tickets/k0', prepare: panel },
  { name: 'desk-panel-empty', path: '/tickets/k3', prepare: panel },
  { name: 'desk-why', path: '/tickets/k0', prepare: async (page) => {
    await panel(page)
    await page.locator('aside [aria-controls][aria-expanded=false]').first().click()
    await page.waitForTimeout(200)
  } },
  { name: 'desk-late', path: '/tickets/k1', prepare: panel },
  { name: 'desk-merged-here', path: '/tickets/k2', prepare: panel },
  { name: 'desk-legal', path: '/tickets/k8', prepare: panel },
  { name: 'desk-legal-correct', path: '/tickets/k8', prepare: async (page) => {
    await panel(page)
    await page.locator('aside [data-tone] button').last().click()
    await page.locator('aside form button[type=submit]').click()
  } },
  { name: 'desk-legal-set', path: '/tickets/k0', prepare: async (page) => {
    await panel(page)
    await page.locator('aside button', { hasText: /reklamacj|complaint|рекламац/i }).first().click()
  } },
  { name: 'desk-waited', path: '/tickets/k0', prepare: async (page) => {
    await panel(page)
    await page.locator('aside h2 button').last().click()
    await page.waitForTimeout(300)
    await page.locator('aside section').last().scrollIntoViewIfNeeded()
  } },
  { name: 'desk-status', path: '/tickets/k0', prepare: async (page) => {
    await shown(page)
    await page.keyboard.press('s')
    await page.getByRole('menu').waitFor()
  } },
  { name: 'desk-queue', path: '/tickets/k0', prepare: async (page) => {
    await shown(page)
    await page.keyboard.press('q')
    await page.getByRole('menu').waitFor()
  } },
  { name: 'desk-refused', path: '/tickets/k12', prepare: async (page) => {
    await shown(page)
    await page.keyboard.press('o')
    await page.getByRole('menu').waitFor()
    await page.getByRole('menuitemradio').nth(2).click()
    await page.getByRole('alert').waitFor()
  } },
  { name: 'desk-closing', path: '/tickets/k0', prepare: async (page) => {
    await shown(page)
    await page.keyboard.press('e')
    await page.locator('form').waitFor()
    await page.waitForTimeout(200)
  } },
  { name: 'desk-closing-fault', path: '/tickets/k8', prepare: async (page) => {
    await shown(page)
    await page.keyboard.press('e')
    await page.locator('form').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
  } },
  { name: 'desk-merge', path: '/tickets/k0', prepare: async (page) => {
    await shown(page)
    await page.locator('article header [aria-haspopup=menu]').first().click()
    await page.getByRole('menuitem').nth(1).click()
    await page.locator('[role=radiogroup]').waitFor()
    await page.locator('section input[type=text], section input:not([type])').first().fill('wizyt')
    await page.waitForTimeout(700)
    await page.locator('[role=radiogroup] input').nth(1).check()
  } },
  { name: 'desk-merged', path: '/tickets/k9', prepare: shown },
  { name: 'desk-canned', path: '/tickets/k0', prepare: (page) => compose(page, 'r', '/re') },
  { name: 'desk-canned-filled', path: '/tickets/k0', prepare: async (page) => {
    await compose(page, 'r', '/rekl')
    await page.keyboard.press('Enter')
    await page.locator('.kontuar-unfilled').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').waitFor()
  } },
  { name: 'desk-mention', path: '/tickets/k0', prepare: (page) => compose(page, 'n', 'Proszę sprawdzić @') },
  { name: 'desk-events', path: '/tickets/k4', prepare: shown },
  { name: 'contact-new', path: '/interactions/new' },
  { name: 'contact-ticket', path: '/interactions/new?ticket=k0', prepare: async (page) => {
    await page.locator('[role=radiogroup]').last().locator('label').last().click()
    await page.waitForTimeout(400)
  } },
  { name: 'contact-fault', path: '/interactions/new', prepare: async (page) => {
    await page.locator('button[type=submit]').click()
    await page.waitForTimeout(200)
  } },
]
