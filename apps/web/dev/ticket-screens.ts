// Tickets, customers and parked mail, in the states a person meets them in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'
import { ticketDeskScreens } from './ticket-desk-screens.ts'

const write = async (page: Page, key: 'r' | 'n', words: string) => {
  await page.locator('[data-entry]').first().waitFor()
  await page.locator('section[aria-label] [data-kind], [data-kind=message]').first().waitFor()
  await page.keyboard.press(key)
  await page.locator('.ProseMirror').waitFor()
  await page.locator('.ProseMirror').click()
  await page.keyboard.type(words)
  await page.waitForTimeout(1200)
}
const rows = (page: Page) => page.locator('[data-ticket]').first().waitFor()

export const ticketScreens: readonly Screen[] = [
  { name: 'tickets', path: '/tickets', prepare: rows },
  { name: 'tickets-cursor', path: '/tickets?view=mine', prepare: async (page) => {
    await rows(page)
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
  } },
  { name: 'tickets-news', path: '/tickets', prepare: async (page) => {
    await rows(page)
    await page.keyboard.press('j')
    await page.evaluate(async () => {
      for (let n = 0; n < 3; n++) await fetch('/fake/arrive', { method: 'POST' })
    })
    await page.waitForTimeout(2500)
  } },
  { name: 'tickets-filtered', path: '/tickets?view=all&owner=me&priority=high&q=wizyta&customer=c0', prepare: (page) => page.waitForTimeout(500) },
  { name: 'tickets-filters', path: '/tickets?priority=high', prepare: async (page) => {
    await rows(page)
    await page.locator('[aria-haspopup=dialog]').first().click()
    await page.waitForTimeout(200)
  } },
  { name: 'tickets-empty', path: '/tickets', scenario: { empty: true } },
  { name: 'tickets-loading', path: '/tickets', scenario: { hanging: ['/tickets'] } },
  { name: 'tickets-failed', path: '/tickets', scenario: { failing: ['/tickets'] } },
  { name: 'ticket', path: '/tickets/k0' },
  { name: 'ticket-html', path: '/tickets/k1', prepare: (page) => page.waitForTimeout(600) },
  { name: 'ticket-trouble', path: '/tickets/k2' },
  { name: 'ticket-long', path: '/tickets/k3' },
  { name: 'ticket-machines', path: '/tickets/k4' },
  { name: 'ticket-answer', path: '/tickets/k0', prepare: (page) => write(page, 'r', 'Dzień dobry, potwierdzam termin: piątek, 16:30.') },
  { name: 'ticket-note', path: '/tickets/k0', prepare: (page) => write(page, 'n', 'Ola ma wtedy wolne.') },
  { name: 'ticket-sent', path: '/tickets/k0', prepare: async (page) => {
    await write(page, 'r', 'Potwierdzam.')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(700)
  } },
  { name: 'ticket-menu', path: '/tickets/k0', prepare: async (page) => {
    await page.locator('[data-entry]').first().waitFor()
    await page.keyboard.press('o')
    await page.getByRole('menu').waitFor()
  } },
  { name: 'ticket-customer', path: '/tickets/k0', prepare: async (page) => {
    await page.locator('[data-entry]').first().waitFor()
    if (!(await page.locator('aside').isVisible())) await page.keyboard.press('i')
    await page.locator('aside').waitFor()
  } },
  { name: 'ticket-loading', path: '/tickets/k0', scenario: { hanging: ['/tickets/:id', '/tickets/:id/interactions'] } },
  { name: 'ticket-failed', path: '/tickets/k0', scenario: { failing: ['/tickets/:id/interactions', '/customers/:id'] } },
  { name: 'ticket-gone', path: '/tickets/nothing' },
  { name: 'ticket-new', path: '/tickets/new' },
  ...ticketDeskScreens,
  { name: 'ticket-keys', path: '/tickets/k0', prepare: async (page) => {
    await page.locator('[data-entry]').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'customers', path: '/customers' },
  { name: 'customers-nobody', path: '/customers?q=zzz' },
  { name: 'customer', path: '/customers/c0', prepare: (page) => page.waitForTimeout(500) },
  { name: 'customer-ratings', path: '/customers/c4', prepare: (page) => page.getByText('Wszystko świetnie').scrollIntoViewIfNeeded() },
  { name: 'parked', path: '/parked' },
  { name: 'parked-empty', path: '/parked', scenario: { empty: true } },
]
