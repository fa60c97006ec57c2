// When to ask, who was asked, by which roads, and what of it stands in settings and beside a ticket.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const settle = (page: Page) => page.waitForTimeout(900)
const lookInto = async (page: Page) => {
  await settle(page)
  await page.locator('main fieldset button').last().click()
  await page.locator('main textarea').fill('a;b\n1;2')
  await page.locator('main fieldset ~ div button').last().click()
  await page.locator('main button[type=submit]').waitFor()
  await settle(page)
}
const press = async (page: Page, keys: string) => {
  await settle(page)
  await page.keyboard.press(keys)
  await page.locator('section form').first().waitFor()
  await settle(page)
}
const ticket = '/tickets/k0'
const roads = '/feedback/surveys/v1/roads'
const touchpoint = '/feedback/touchpoints/tp3'

export const askingScreens: readonly Screen[] = [
  { name: 'touchpoints', path: '/feedback/touchpoints', prepare: settle },
  { name: 'touchpoints-empty', path: '/feedback/touchpoints', scenario: { empty: true } },
  { name: 'touchpoints-failed', path: '/feedback/touchpoints', scenario: { failing: ['/touchpoints'] } },
  { name: 'touchpoints-loading', path: '/feedback/touchpoints', scenario: { hanging: ['/touchpoints'] } },
  { name: 'touchpoint', path: touchpoint, prepare: settle },
  { name: 'touchpoint-new', path: '/feedback/touchpoints/new?survey=v1', prepare: settle },
  { name: 'touchpoint-trial-failed', path: touchpoint, scenario: { failing: ['/touchpoints/try'] }, prepare: settle },
  { name: 'touchpoint-gone', path: '/feedback/touchpoints/nothing', prepare: settle },
  { name: 'survey-ask', path: '/feedback/surveys/v3/ask', prepare: settle },
  { name: 'survey-ask-empty', path: '/feedback/surveys/v4/ask', prepare: settle },
  { name: 'invitations', path: '/feedback/invitations', prepare: settle },
  { name: 'invitations-reason', path: '/feedback/invitations?reason=rest-period', prepare: settle },
  { name: 'invitations-empty', path: '/feedback/invitations', scenario: { empty: true } },
  { name: 'settings-feedback', path: '/settings/feedback', prepare: settle },
  { name: 'settings-feedback-empty', path: '/settings/feedback', scenario: { empty: true }, prepare: settle },
  { name: 'settings-feedback-failed', path: '/settings/feedback', scenario: { failing: ['/feedback-settings'] } },
  { name: 'ticket-ask', path: ticket, prepare: (page) => press(page, 'f') },
  { name: 'ticket-ask-not', path: ticket, prepare: async (page) => {
    await press(page, 'f')
    await page.locator('form [role=radiogroup] label').nth(1).click()
    await page.locator('section form button[type=submit]').click()
    await settle(page)
  } },
  { name: 'ticket-ask-link', path: ticket, prepare: async (page) => {
    await press(page, 'f')
    await page.locator('form [role=radiogroup] label').nth(2).click()
    await page.locator('section form button[type=submit]').click()
    await settle(page)
  } },
  { name: 'ticket-phone', path: ticket, prepare: async (page) => {
    await press(page, 'Shift+F')
    await page.keyboard.press('2')
  } },
  { name: 'ticket-phone-why', path: ticket, prepare: async (page) => {
    await press(page, 'Shift+F')
    await page.keyboard.press('2')
    await page.keyboard.press('Control+Enter')
    await settle(page)
  } },
  { name: 'ticket-wish', path: ticket, prepare: async (page) => {
    await settle(page)
    // On a phone the panel is closed.
    if ((await page.locator('aside').count()) === 0) await page.keyboard.press('i')
    await page.locator('aside input[type=checkbox]').first().scrollIntoViewIfNeeded()
  } },
  { name: 'road-link', path: roads, prepare: settle },
  { name: 'road-link-empty', path: '/feedback/surveys/v4/roads', prepare: settle },
  { name: 'road-failed', path: roads, scenario: { failing: ['/survey-links'] }, prepare: settle },
  { name: 'road-qr', path: `${roads}/qr`, prepare: async (page) => {
    await page.locator('li [aria-expanded]').nth(1).click()
    await settle(page)
  } },
  { name: 'road-qr-new', path: `${roads}/qr`, prepare: async (page) => {
    await settle(page)
    await page.locator('h2 ~ *, header').locator('button').first().click()
    await settle(page)
  } },
  { name: 'road-website', path: `${roads}/website`, prepare: settle },
  { name: 'road-embedded', path: `${roads}/embedded`, prepare: settle },
  { name: 'road-kiosks', path: `${roads}/kiosks`, prepare: settle },
  { name: 'road-kiosk-new', path: `${roads}/kiosks`, prepare: async (page) => {
    await settle(page)
    await page.locator('main header button').last().click()
    await settle(page)
  } },
  { name: 'road-kiosk-told', path: `${roads}/kiosks`, prepare: async (page) => {
    await settle(page)
    await page.locator('main header button').last().click()
    await page.locator('main form input').first().fill('Recepcja')
    await page.keyboard.press('Control+Enter')
    await page.locator('svg[role=img] path').waitFor()
    await settle(page)
  } },
  { name: 'road-lists', path: `${roads}/lists`, prepare: settle },
  { name: 'road-list-new', path: `${roads}/lists`, prepare: async (page) => {
    await settle(page)
    await page.locator('main header button').last().click()
    await page.locator('main input[type=file]').setInputFiles({ name: 'klientki.csv', mimeType: 'text/csv', buffer: Buffer.from('email;name;language;produkt\nanna@example.com;Anna Nowak;pl;Krem nawilżający\nolga@example.com;Ольга Синицына;ru;Maska\nkate@example.com;Kate Harris;en;Serum\n') })
    await settle(page)
  } },
  { name: 'road-import', path: `${roads}/import`, prepare: settle },
  { name: 'road-import-mapping', path: `${roads}/import`, prepare: (page) => lookInto(page) },
  { name: 'road-import-outcome', path: `${roads}/import`, prepare: async (page) => {
    await lookInto(page)
    await page.locator('main input[type=radio]').first().check()
    await page.locator('main button[type=submit]').click()
    await settle(page)
  } },
  { name: 'road-api', path: `${roads}/api`, prepare: settle },
]
