// Every screen of reports, with the state the invented server is in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

/** Charts come by themselves, after the page. */
const settle = async (page: Page) => {
  await page.waitForFunction(() => !document.querySelector('[class*=Skeleton]'), null, { timeout: 8000 }).catch(() => {})
  await page.waitForTimeout(400)
}
const after = (act: (page: Page) => Promise<void>) => async (page: Page) => { await settle(page); await act(page); await settle(page) }
const weekly = '/reports/ready-after-sales-weekly'

export const reportScreens: readonly Screen[] = [
  { name: 'reports', path: '/reports' },
  { name: 'reports-agent', path: '/reports', scenario: { role: 'agent' } },
  { name: 'reports-empty', path: '/reports', scenario: { role: 'agent', empty: true } },
  { name: 'reports-loading', path: '/reports', scenario: { hanging: ['/reports'] } },
  { name: 'reports-failed', path: '/reports', scenario: { failing: ['/reports'] } },
  { name: 'report-weekly', path: weekly, prepare: settle },
  { name: 'report-end', path: weekly, prepare: after((page) => page.locator('section').last().scrollIntoViewIfNeeded()) },
  { name: 'report-service', path: '/reports/ready-service-weekly?for=w2&period=last-28-days', prepare: settle },
  { name: 'report-stores', path: '/reports/ready-stores-monthly', prepare: settle },
  { name: 'report-nothing', path: weekly, scenario: { empty: true }, prepare: settle },
  { name: 'report-loading', path: weekly, scenario: { hanging: ['/reports/:id/view'] } },
  { name: 'report-failed', path: weekly, scenario: { failing: ['/reports/:id/view'] }, prepare: settle },
  { name: 'report-gone', path: '/reports/none' },
  { name: 'report-rows', path: weekly, prepare: after((page) => page.locator('[data-kind=number] a[class*=value]').first().click()) },
  { name: 'report-send', path: weekly, prepare: after(async (page) => {
    await page.locator('[data-act=send]').click()
    await page.getByRole('menuitem').last().click()
    await page.getByRole('dialog').waitFor()
  }) },
  { name: 'report-edit', path: `${weekly}/edit`, prepare: settle },
  { name: 'report-edit-end', path: '/reports/r1/edit', prepare: after((page) => page.locator('textarea').last().scrollIntoViewIfNeeded()) },
  { name: 'report-edit-block', path: '/reports/r1/edit', prepare: after((page) => page.locator('[data-block=b1] button[aria-expanded]').click()) },
  { name: 'report-edit-gallery', path: '/reports/r1/edit', prepare: after((page) => page.keyboard.press('a')) },
  { name: 'report-edit-outside', path: '/reports/r1/edit', prepare: after(async (page) => {
    await page.getByRole('button', { name: /spoza firmy|outside|внешний/ }).click()
    await page.locator('input[type=email]').scrollIntoViewIfNeeded()
  }) },
  { name: 'report-new', path: '/reports/new', prepare: after((page) => page.locator('[data-act=save]').click()) },
  { name: 'report-runs', path: '/reports/runs' },
  { name: 'report-runs-empty', path: '/reports/runs', scenario: { empty: true } },
  { name: 'report-run', path: '/reports/runs/u1' },
  { name: 'report-run-late', path: '/reports/runs/u2' },
  { name: 'report-run-failed', path: '/reports/runs/u4?state=failed' },
  { name: 'report-run-loading', path: '/reports/runs/u1', scenario: { hanging: ['/report-sendings'] } },
  { name: 'report-run-gone', path: '/reports/runs/none' },
  { name: 'who-receives', path: '/settings/who-receives-what' },
  { name: 'who-receives-one', path: '/settings/who-receives-what?person=s2' },
  { name: 'who-receives-empty', path: '/settings/who-receives-what', scenario: { empty: true } },
  { name: 'who-receives-failed', path: '/settings/who-receives-what', scenario: { failing: ['/report-reach'] } },
]
