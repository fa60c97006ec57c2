// Every screen of alerts, with the state the invented server is in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const one = '/alerts/01a22951-cb0a-7000-bbef-000000000000'
const press = (act: string) => async (page: Page) => { await page.locator(`[data-act=${act}]`).click() }

export const alertScreens: readonly Screen[] = [
  { name: 'alerts-open', path: '/alerts' },
  { name: 'alerts-empty', path: '/alerts', scenario: { empty: true } },
  { name: 'alerts-loading', path: '/alerts', scenario: { hanging: ['/alerts'] } },
  { name: 'alerts-failed', path: '/alerts', scenario: { failing: ['/alerts'] } },
  { name: 'alerts-story', path: one },
  { name: 'alerts-resolve', path: one, prepare: press('resolve') },
  { name: 'alerts-figure', path: '/alerts/01a22951-cb0a-7000-bbef-000000000001' },
  { name: 'alerts-pause', path: one, prepare: press('pause') },
  { name: 'alerts-gone', path: '/alerts/none' },
  { name: 'alerts-destinations', path: '/settings/alert-destinations' },
  { name: 'alerts-destinations-empty', path: '/settings/alert-destinations', scenario: { empty: true }, prepare: (page) => page.getByRole('button', { name: 'Dodaj miejsce' }).click() },
  { name: 'alerts-ledger', path: '/settings/alert-ledger' },
]
