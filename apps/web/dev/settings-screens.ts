// Settings of the desk: words, canned answers, places, people.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const list = (name: string, path: string, route: string): Screen[] => [
  { name, path },
  { name: `${name}-empty`, path, scenario: { empty: true } },
  { name: `${name}-loading`, path, scenario: { hanging: [route] } },
  { name: `${name}-failed`, path, scenario: { failing: [route] } },
]
const settle = (page: Page) => page.waitForTimeout(400)
const submit = async (page: Page) => {
  await page.locator('main form button[type=submit]').last().click()
  await settle(page)
}

export const settingsScreens: readonly Screen[] = [
  ...list('statuses', '/settings/statuses', '/statuses'),
  { name: 'statuses-sorted', path: '/settings/statuses', prepare: async (page) => {
    await page.locator('[data-handle=waiting]').focus()
    await page.keyboard.press('ArrowDown')
    await settle(page)
  } },
  { name: 'statuses-dragged', path: '/settings/statuses', prepare: async (page) => {
    const from = (await page.locator('[data-handle=waiting]').boundingBox())!
    await page.mouse.move(from.x + 8, from.y + 12)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y + 90, { steps: 4 })
  } },
  { name: 'status-one', path: '/settings/statuses/parts-ordered' },
  { name: 'status-refused', path: '/settings/statuses/closed', prepare: async (page) => {
    await page.locator('main form button').last().click()
    await page.locator('main [role=alert]').first().waitFor()
  } },
  { name: 'status-taken', path: '/settings/statuses/new?category=waiting', prepare: async (page) => {
    await page.locator('main input').first().fill('zamówiono preparat')
    await submit(page)
  } },
  { name: 'status-gone', path: '/settings/statuses/nothing' },
  ...list('reasons', '/settings/reasons', '/reasons'),
  { name: 'reasons-search', path: '/settings/reasons?q=uszk' },
  { name: 'reasons-add', path: '/settings/reasons', prepare: async (page) => {
    await page.locator('[data-reason=r3]').locator('xpath=ancestor::li[1]').locator('button').nth(1).click()
    await page.locator('main li form input').fill('wada towaru')
    await settle(page)
  } },
  { name: 'reasons-rename', path: '/settings/reasons', prepare: async (page) => {
    await page.locator('[data-reason=r33]').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Wada towaru')
    await page.keyboard.press('Enter')
    await settle(page)
  } },
  { name: 'reasons-menu', path: '/settings/reasons', prepare: async (page) => {
    await page.locator('[data-reason=r32]').locator('xpath=ancestor::li[1]').locator('[aria-haspopup=menu]').click()
    await page.getByRole('menu').waitFor()
  } },
  { name: 'reason-retired', path: '/settings/reasons', prepare: async (page) => {
    await page.locator('main details summary').click()
    await page.locator('[data-reason=r33]').locator('xpath=ancestor::li[1]').locator('[aria-haspopup=menu]').click()
    await page.getByRole('menuitem').last().click()
    await settle(page)
  } },
  { name: 'reason-move', path: '/settings/reasons/r33/move' },
  { name: 'reason-merge', path: '/settings/reasons/r31/merge', prepare: async (page) => {
    await page.locator('main form input').first().click()
    await page.getByRole('option').nth(4).click()
    await settle(page)
  } },
  ...list('tags', '/settings/tags', '/tags'),
  { name: 'tags-colour', path: '/settings/tags', prepare: async (page) => {
    await page.locator('main li button').first().click()
    await settle(page)
  } },
  ...list('fields', '/settings/fields', '/custom-fields'),
  { name: 'field-choice', path: '/settings/fields/f4' },
  { name: 'field-tree', path: '/settings/fields/f5' },
  { name: 'field-when', path: '/settings/fields/f3' },
  { name: 'field-new', path: '/settings/fields/new?subject=customer' },
  { name: 'field-fault', path: '/settings/fields/f4', prepare: async (page) => {
    await page.locator('[data-option=b] input').fill('bon')
    await submit(page)
  } },
  ...list('canned', '/settings/canned', '/canned-answers'),
  { name: 'canned-one', path: '/settings/canned/a2' },
  { name: 'canned-insert', path: '/settings/canned/a1', prepare: async (page) => {
    await page.locator('main [aria-haspopup=menu]').first().click()
    await page.getByRole('menu').waitFor()
  } },
  { name: 'canned-new-fault', path: '/settings/canned/new', prepare: submit },
  { name: 'canned-agent', path: '/settings/canned/a1', scenario: { role: 'agent' } },
  ...list('locations', '/settings/locations', '/locations'),
  { name: 'location-one', path: '/settings/locations/l1', prepare: async (page) => {
    await page.locator('main form button').last().click()
    await settle(page)
  } },
  ...list('regions', '/settings/regions', '/regions'),
  { name: 'region-one', path: '/settings/regions/e1' },
  ...list('causes', '/settings/causes', '/causes'),
  { name: 'task-settings', path: '/settings/tasks' },
  { name: 'task-settings-failed', path: '/settings/tasks', scenario: { failing: ['/task-settings'] } },
  ...list('teams', '/settings/teams', '/teams'),
  { name: 'team-one', path: '/settings/teams/w1' },
  { name: 'person', path: '/settings/people/s3' },
  { name: 'person-me', path: '/settings/people/s1' },
  { name: 'person-failed', path: '/settings/people/s3', scenario: { failing: ['/staff/:id/access'], hanging: ['/staff/:id/ability'] } },
  { name: 'person-agent', path: '/settings/people/s3', scenario: { role: 'agent' } },
  { name: 'desk-closed', path: '/settings/statuses', scenario: { role: 'agent' } },
]
