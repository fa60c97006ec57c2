// Every screen of the closed loop, with the state the invented server is in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const one = (n: number) => `/recoveries/01a22951-cb0a-7000-bcef-${String(n).padStart(12, '0')}`
const press = (act: string) => async (page: Page) => { await page.locator(`[data-act=${act}]`).click() }

export const recoveryScreens: readonly Screen[] = [
  { name: 'recoveries-open', path: '/recoveries' },
  { name: 'recoveries-narrowed', path: '/recoveries?show=all&cause=u2&of=recovered&from=2026-11-01T00:00:00.000Z&to=2026-11-30T00:00:00.000Z' },
  { name: 'recoveries-empty', path: '/recoveries', scenario: { empty: true } },
  { name: 'recoveries-loading', path: '/recoveries', scenario: { hanging: ['/recoveries'] } },
  { name: 'recoveries-failed', path: '/recoveries', scenario: { failing: ['/recoveries'] } },
  { name: 'recoveries-story', path: one(0) },
  { name: 'recoveries-note', path: one(2), prepare: press('note') },
  { name: 'recoveries-close', path: one(2), prepare: async (page) => {
    await press('close')(page)
    await page.locator('form button[type=submit]').click()
  } },
  { name: 'recoveries-came-back', path: one(5) },
  { name: 'recoveries-gone', path: '/recoveries/none' },
  { name: 'error-review', path: '/error-review' },
  { name: 'error-review-empty', path: '/error-review', scenario: { empty: true } },
  { name: 'error-review-failed', path: '/error-review', scenario: { failing: ['/error-review'] } },
  { name: 'study-sets', path: '/study-sets' },
  { name: 'study-sets-empty', path: '/study-sets', scenario: { empty: true } },
  { name: 'study-set', path: '/study-sets/01a22951-cb0a-7000-bcef-000000000080' },
  { name: 'study-set-gone', path: '/study-sets/none' },
  { name: 'recovery-settings', path: '/settings/recovery' },
  { name: 'recovery-at-ticket', path: '/tickets/k0' },
]
