// Every screen of alert rules, with the state the invented server is in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const one = (n: number) => `/alerts/rules/01a22951-cb0a-7000-bbef-${String(90 + n).padStart(12, '0')}`
const kind = (name: string) => async (page: Page) => { await page.locator(`input[type=radio][value=${name}]`).check() }
const save = async (page: Page) => {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').first().waitFor()
}

export const alertRuleScreens: readonly Screen[] = [
  { name: 'alert-rules', path: '/alerts/rules' },
  { name: 'alert-rules-empty', path: '/alerts/rules', scenario: { empty: true } },
  { name: 'alert-rules-loading', path: '/alerts/rules', scenario: { hanging: ['/alert-rules'] } },
  { name: 'alert-rules-failed', path: '/alerts/rules', scenario: { failing: ['/alert-rules'] } },
  { name: 'alert-rules-agent', path: '/alerts/rules', scenario: { role: 'agent' } },
  { name: 'alert-rule-new', path: '/alerts/rules/new' },
  { name: 'alert-rule-new-agent', path: '/alerts/rules/new', scenario: { role: 'agent' } },
  { name: 'alert-rule-figure', path: '/alerts/rules/new', prepare: kind('figure') },
  { name: 'alert-rule-warning', path: '/alerts/rules/new', prepare: kind('warning') },
  { name: 'alert-rule-wrong', path: '/alerts/rules/new', prepare: async (page) => {
    await kind('sequence')(page)
    await page.locator('main input[maxlength="100"]').focus()
    await save(page)
  } },
  { name: 'alert-rule-noisy', path: '/alerts/rules/new', prepare: async (page) => {
    await page.locator('main input[maxlength="100"]').fill('Każda odpowiedź')
    await save(page)
    await page.locator('[data-noisy]').scrollIntoViewIfNeeded()
  } },
  { name: 'alert-rule-event', path: one(0) },
  { name: 'alert-rule-row', path: one(1) },
  { name: 'alert-rule-nps', path: one(6) },
  { name: 'alert-rule-broken', path: one(7) },
  { name: 'alert-rule-silence', path: one(9) },
  { name: 'alert-rule-agent', path: one(0), scenario: { role: 'agent' } },
  { name: 'alert-rule-gone', path: '/alerts/rules/none' },
  ...['found', 'noisy', 'running', 'stopped', 'failed', 'nothing', 'gone'].map((test): Screen => ({
    name: `alert-rule-past-${test}`, path: `${one(0)}?test=${test}`,
    prepare: async (page) => { await page.locator(test === 'gone' ? '[role=note]' : '[data-back-test]').last().scrollIntoViewIfNeeded() },
  })),
]
