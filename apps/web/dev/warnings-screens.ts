// Every screen of warnings, with the state the invented server is in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

/** Charts come by themselves, after the page. */
const settle = async (page: Page) => {
  await page.waitForFunction(() => !document.querySelector('[class*=Skeleton]'), null, { timeout: 8000 }).catch(() => {})
  await page.waitForTimeout(250)
}
const press = (act: string) => async (page: Page) => {
  await settle(page)
  await page.locator(`[data-warning=w1] [data-act=${act}]`).click()
  await settle(page)
}
const home = '/numbers/warnings'

export const warningsScreens: readonly Screen[] = [
  { name: 'warnings-open', path: home, prepare: settle },
  ...['snoozed', 'dismissed', 'over'].map((state): Screen => ({ name: `warnings-${state}`, path: `${home}?state=${state}`, prepare: settle })),
  { name: 'warnings-filtered', path: `${home}?kind=step-falls&location=l2`, prepare: settle },
  { name: 'warnings-empty', path: home, scenario: { empty: true }, prepare: settle },
  { name: 'warnings-agent', path: home, scenario: { empty: true, role: 'agent' }, prepare: settle },
  { name: 'warnings-loading', path: home, scenario: { hanging: ['/warnings'] } },
  { name: 'warnings-failed', path: home, scenario: { failing: ['/warnings'] }, prepare: settle },
  { name: 'warnings-dismiss', path: home, prepare: press('dismiss') },
  { name: 'warnings-task', path: home, prepare: press('task') },
  { name: 'warnings-snooze', path: home, prepare: press('snooze') },
  { name: 'warnings-rows', path: home, prepare: press('rows') },
  { name: 'warnings-one', path: `${home}/w2`, prepare: settle },
  { name: 'warnings-gone', path: `${home}/none`, prepare: settle },
  { name: 'warnings-past', path: `${home}/past`, prepare: settle },
  { name: 'warnings-past-tried', path: `${home}/past?months=12`, prepare: async (page) => {
    await settle(page)
    await page.locator('input[type=range]').fill('6')
    await page.waitForTimeout(500)
    await settle(page)
  } },
  { name: 'warnings-past-history', path: `${home}/past`, prepare: async (page) => {
    await settle(page)
    await page.locator('#history').scrollIntoViewIfNeeded()
    await page.evaluate(() => document.querySelector('#history')?.scrollIntoView())
  } },
  { name: 'warnings-past-empty', path: `${home}/past`, scenario: { empty: true }, prepare: settle },
  { name: 'warnings-past-failed', path: `${home}/past`, scenario: { failing: ['/warnings/replay'] }, prepare: settle },
]
