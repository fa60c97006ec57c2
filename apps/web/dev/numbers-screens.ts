// Every screen of numbers, with the state the invented server is in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

/** Charts come by themselves, after the page. */
const settle = async (page: Page) => {
  await page.waitForFunction(() => !document.querySelector('[class*=Skeleton]'), null, { timeout: 8000 }).catch(() => {})
  await page.waitForTimeout(250)
}
const ready = (name: string) => `/numbers/dashboards/ready-${name}`
/** Opens the rows behind the first number. */
const rows = async (page: Page) => {
  await settle(page)
  await page.locator('[data-kind=number] a[class*=value]').first().click()
  await page.locator('[data-row]').first().waitFor()
  await settle(page)
}

export const numbersScreens: readonly Screen[] = [
  ...['shop', 'owner', 'contact-centre', 'e-commerce', 'quality', 'agent'].map((name): Screen => ({ name: `numbers-${name}`, path: ready(name), prepare: settle })),
  { name: 'numbers-own', path: '/numbers/dashboards/d1', prepare: settle },
  { name: 'numbers-broken', path: '/numbers/dashboards/d2', prepare: settle },
  { name: 'numbers-empty', path: ready('shop'), scenario: { empty: true }, prepare: settle },
  { name: 'numbers-loading', path: ready('shop'), scenario: { hanging: ['/metrics/read'] } },
  { name: 'numbers-failed', path: ready('shop'), scenario: { failing: ['/metrics/read'] }, prepare: settle },
  { name: 'numbers-gone', path: '/numbers/dashboards/none', prepare: settle },
  { name: 'numbers-filtered', path: `${ready('shop')}?period=last-30-days&compare=year&where=${encodeURIComponent(JSON.stringify({ combinator: 'and', rules: [{ field: 'location', operator: 'in', value: ['l1', 'l2'] }, { field: 'channel', operator: 'in', value: ['phone', 'email', 'chat'] }, { field: 'hour', operator: '>=', value: 9 }] }))}`, prepare: settle },
  { name: 'numbers-filter', path: ready('shop'), prepare: async (page) => {
    await settle(page)
    await page.getByRole('group', { name: /Filtry|Filters|Фильтры/ }).getByRole('button').last().click()
    await page.getByRole('menuitem').nth(2).click()
    await page.getByRole('dialog').waitFor()
    await settle(page)
  } },
  { name: 'numbers-days', path: `${ready('shop')}?from=2026-10-01&until=2026-10-31`, prepare: async (page) => {
    await settle(page)
    await page.locator('main [aria-haspopup=dialog]').first().click()
    await page.locator('input[type=date]').first().waitFor()
  } },
  { name: 'numbers-rows', path: ready('shop'), prepare: rows },
  { name: 'numbers-rows-share', path: ready('quality'), prepare: rows },
  { name: 'numbers-table', path: ready('shop'), prepare: async (page) => {
    await settle(page)
    const shut = page.locator('main button[aria-pressed=false]')
    while ((await shut.count()) > 0) await shut.first().click()
    await page.mouse.move(0, 0)
    await settle(page)
  } },
  { name: 'numbers-trap', path: ready('shop'), prepare: async (page) => {
    await settle(page)
    await page.locator('[data-kind=number] [class*=trapButton]').first().click()
    await settle(page)
  } },
  { name: 'numbers-menu', path: ready('shop'), prepare: async (page) => {
    await settle(page)
    await page.locator('[data-kind=bars] [aria-haspopup=menu]').first().click()
    await settle(page)
  } },
  { name: 'numbers-tip', path: ready('shop'), prepare: async (page) => {
    await settle(page)
    await page.locator('[data-kind=line] [role=img]').first().hover()
    await page.waitForTimeout(200)
  } },
  { name: 'numbers-full', path: `${ready('shop')}?tile=t8&period=last-90-days`, prepare: settle },
  { name: 'numbers-wall', path: `${ready('contact-centre')}?wall=true`, prepare: settle },
  { name: 'numbers-edit', path: `${ready('shop')}/edit`, prepare: settle },
  { name: 'numbers-gallery', path: '/numbers/dashboards/d1/edit', prepare: async (page) => {
    await settle(page)
    await page.keyboard.press('a')
    await page.locator('aside :is(h1, h2)').first().waitFor()
    await settle(page)
  } },
  { name: 'numbers-ways', path: '/numbers/dashboards/d1/edit', prepare: async (page) => {
    await settle(page)
    await page.keyboard.press('a')
    await page.locator('aside button[class*=metric]').nth(6).click()
    await settle(page)
  } },
  { name: 'numbers-tile', path: '/numbers/dashboards/d1/edit', prepare: async (page) => {
    await settle(page)
    await page.locator('[data-tile=t6]').hover()
    await page.locator('[data-tile=t6] [class*=tools] button').nth(3).click()
    await settle(page)
  } },
  { name: 'numbers-general', path: '/numbers/dashboards/d1/edit', prepare: async (page) => {
    await settle(page)
    await page.locator('header [aria-pressed]').click()
    await settle(page)
  } },
  { name: 'numbers-new', path: '/numbers/dashboards/new', prepare: settle },
  { name: 'numbers-catalogue', path: '/numbers/metrics', prepare: settle },
  { name: 'numbers-metric', path: '/numbers/metrics/first-response-median', prepare: settle },
  { name: 'numbers-metric-own', path: '/numbers/metrics/own-w1', prepare: settle },
  { name: 'numbers-metric-gone', path: '/numbers/metrics/smiles', prepare: settle },
  { name: 'numbers-compose', path: '/numbers/metrics/own-w1/edit', prepare: async (page) => {
    await settle(page)
    await page.waitForTimeout(700)
    await settle(page)
  } },
  { name: 'numbers-effect', path: '/numbers/effect?mark=k2', prepare: settle },
  { name: 'numbers-effect-running', path: '/numbers/effect', prepare: settle },
  { name: 'numbers-effect-empty', path: '/numbers/effect', scenario: { empty: true }, prepare: settle },
  { name: 'settings-numbers', path: '/settings/numbers', prepare: settle },
]
