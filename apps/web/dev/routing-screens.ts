// Settings of queues, rules, calendars, SLA policies and terms of law.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const save = async (page: Page) => {
  await page.locator('main button[type=submit]').click()
  await page.waitForTimeout(500)
}
const bottom = async (page: Page) => {
  await page.locator('main section').last().scrollIntoViewIfNeeded()
  await page.waitForTimeout(300)
}
/** The middle of a long form: a section by its place. */
const section = (index: number) => async (page: Page) => {
  await page.locator('main form section').nth(index).scrollIntoViewIfNeeded()
  await page.locator('main form section').nth(index).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.waitForTimeout(900)
}
const retire = async (page: Page) => {
  await page.locator('main section').last().locator('button').click()
  await page.getByRole('alert').waitFor()
  await bottom(page)
}
const built = (page: Page) => page.locator('fieldset').first().waitFor()

export const routingScreens: readonly Screen[] = [
  { name: 'queues', path: '/settings/queues' },
  { name: 'queues-loading', path: '/settings/queues', scenario: { hanging: ['/queues'] } },
  { name: 'queues-failed', path: '/settings/queues', scenario: { failing: ['/queues'] } },
  { name: 'queues-agent', path: '/settings/queues', scenario: { role: 'agent' } },
  { name: 'queue-new', path: '/settings/queues/new', prepare: save },
  { name: 'queue-edit', path: '/settings/queues/q3' },
  { name: 'queue-times', path: '/settings/queues/q3', prepare: section(1) },
  { name: 'queue-assignment', path: '/settings/queues/q3', prepare: async (page) => {
    await page.getByRole('radio').nth(10).click()
    await section(3)(page)
  } },
  { name: 'queue-retire', path: '/settings/queues/q3', prepare: retire },
  { name: 'queue-gone', path: '/settings/queues/nothing' },
  { name: 'rules', path: '/settings/queue-rules', prepare: (page) => page.waitForTimeout(400) },
  { name: 'rules-empty', path: '/settings/queue-rules', scenario: { empty: true } },
  { name: 'rules-failed', path: '/settings/queue-rules', scenario: { failing: ['/queue-rules'] } },
  { name: 'rules-deleted', path: '/settings/queue-rules', prepare: async (page) => {
    await page.locator('main ol li').first().getByRole('button').last().click()
    await page.waitForTimeout(400)
  } },
  { name: 'rule-new', path: '/settings/queue-rules/new', prepare: async (page) => {
    await built(page)
    await save(page)
  } },
  { name: 'rule-edit', path: '/settings/queue-rules/e2', prepare: async (page) => {
    await built(page)
    await page.waitForTimeout(900)
  } },
  { name: 'rule-fault', path: '/settings/queue-rules/e4', prepare: built },
  { name: 'calendars', path: '/settings/calendars' },
  { name: 'calendars-failed', path: '/settings/calendars', scenario: { failing: ['/calendars'] } },
  { name: 'calendar-edit', path: '/settings/calendars/c2', prepare: (page) => page.waitForTimeout(600) },
  { name: 'calendar-days', path: '/settings/calendars/c2', prepare: section(1) },
  { name: 'calendar-try', path: '/settings/calendars/c2', prepare: async (page) => {
    await page.locator('input[type=datetime-local]').fill('2026-12-23T15:00')
    await section(3)(page)
  } },
  { name: 'calendar-night', path: '/settings/calendars/c3', prepare: section(0) },
  { name: 'calendar-wrong', path: '/settings/calendars/c2', prepare: async (page) => {
    const times = page.locator('main form section').first().getByRole('textbox')
    await times.nth(1).fill('16')
    await times.nth(4).fill('rano')
    await times.nth(5).click()
    await save(page)
    await section(0)(page)
  } },
  { name: 'calendar-never', path: '/settings/calendars/new', prepare: async (page) => {
    for (let left = 5; left > 0; left--) await page.locator('main form section').first().locator('[role=group] > span:first-child button').first().click()
    await section(0)(page)
  } },
  { name: 'calendar-retire', path: '/settings/calendars/c2', prepare: retire },
  { name: 'sla', path: '/settings/sla', prepare: (page) => page.waitForTimeout(400) },
  { name: 'sla-empty', path: '/settings/sla', scenario: { empty: true } },
  { name: 'sla-failed', path: '/settings/sla', scenario: { failing: ['/sla-policies'] } },
  { name: 'policy-edit', path: '/settings/sla/p1', prepare: built },
  { name: 'policy-targets', path: '/settings/sla/p2', prepare: section(1) },
  { name: 'policy-statuses', path: '/settings/sla/p2', prepare: section(2) },
  { name: 'policy-steps', path: '/settings/sla/p2', prepare: section(4) },
  { name: 'policy-preview', path: '/settings/sla/p2', prepare: async (page) => {
    await built(page)
    await page.locator('main form section').nth(1).getByRole('textbox').first().fill('4')
    await save(page)
    await page.locator('section[tabindex]').waitFor()
    await page.locator('section[tabindex]').evaluate((element) => element.scrollIntoView({ block: 'center' }))
  } },
  { name: 'policy-new', path: '/settings/sla/new', prepare: async (page) => {
    await built(page)
    await save(page)
  } },
  { name: 'legal', path: '/settings/legal' },
  { name: 'legal-failed', path: '/settings/legal', scenario: { failing: ['/legal-bases'] } },
  { name: 'legal-version', path: '/settings/legal/pl-consumer', prepare: (page) => page.waitForTimeout(700) },
  { name: 'legal-example', path: '/settings/legal/pl-consumer', prepare: async (page) => {
    await page.waitForTimeout(500)
    await page.getByRole('status').first().scrollIntoViewIfNeeded()
    await page.locator('main textarea').last().scrollIntoViewIfNeeded()
  } },
  { name: 'legal-new', path: '/settings/legal/new', prepare: save },
  { name: 'mailbox-queue', path: '/settings/mailboxes/m1' },
]
