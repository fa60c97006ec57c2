// The board, tasks and notifications, in the states a person meets them in.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const some = { tickets: 160 }
const opened = async (page: Page) => {
  await page.locator('[data-ticket]').first().waitFor()
  await page.waitForTimeout(200)
}
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

export const boardScreens: readonly Screen[] = [
  { name: 'board', path: '/board', scenario: some },
  { name: 'board-empty', path: '/board', scenario: { empty: true } },
  { name: 'board-loading', path: '/board', scenario: { hanging: ['/board'] } },
  { name: 'board-failed', path: '/board', scenario: { failing: ['/board'] } },
  { name: 'board-filtered', path: '/board?queue=q2&hours=24', scenario: some },
  { name: 'board-owner', path: '/board?owner=s3', scenario: some, prepare: opened },
  { name: 'board-chosen', path: '/board?owner=s3', scenario: some, prepare: async (page) => {
    await opened(page)
    await press(page, 'j', 'x', 'j', 'x', 'a')
    await page.getByRole('option').first().waitFor()
  } },
  { name: 'board-dragging', path: '/board?owner=s3', scenario: some, prepare: async (page) => {
    await opened(page)
    const from = (await page.locator('[data-grip]').first().boundingBox())!
    const to = (await page.locator('[data-receiver=s6]').boundingBox())!
    await page.mouse.move(from.x + 5, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 80, to.y + 20, { steps: 6 })
  } },
  { name: 'board-given', path: '/board?owner=s3', scenario: some, prepare: async (page) => {
    await opened(page)
    await page.locator('section input[type=checkbox]').first().check()
    await press(page, 'a')
    await page.getByRole('option', { name: 'Joanna' }).click()
    await page.getByRole('alert').waitFor()
  } },
  { name: 'board-rows', path: '/board', scenario: some, prepare: async (page) => {
    await page.locator('tr[data-receiver=s3] td a').nth(1).click()
    await page.locator('[data-ticket]').first().waitFor()
    await page.waitForTimeout(500)
  } },
  { name: 'presence', path: '/tasks', prepare: async (page) => {
    await page.locator('section > [aria-haspopup=menu]').last().click()
    await page.getByRole('menu').waitFor()
  } },
  { name: 'tasks', path: '/tasks' },
  { name: 'tasks-everybody', path: '/tasks?show=everybody' },
  { name: 'tasks-done', path: '/tasks?show=done' },
  { name: 'tasks-empty', path: '/tasks', scenario: { empty: true } },
  { name: 'tasks-failed', path: '/tasks', scenario: { failing: ['/tasks'] } },
  { name: 'tasks-loading', path: '/tasks', scenario: { hanging: ['/tasks'] } },
  { name: 'tasks-new', path: '/tasks?task=new', prepare: (page) => page.locator('form button[type=submit]').click() },
  { name: 'tasks-pane', path: '/tasks?task=z2' },
  { name: 'tasks-edit', path: '/tasks?task=z2', prepare: async (page) => {
    await page.getByRole('region').getByRole('button').filter({ has: page.locator('svg.tabler-icon-pencil') }).click()
    await page.locator('form input').first().waitFor()
  } },
  { name: 'tasks-closing', path: '/tasks?task=zA&close=true', prepare: async (page) => {
    await page.locator('form button[type=submit]').click()
    await page.waitForTimeout(200)
  } },
  { name: 'tasks-closed', path: '/tasks?show=done&task=zB' },
  { name: 'tasks-gone', path: '/tasks?task=nothing' },
  { name: 'tasks-filtered', path: '/tasks?show=everybody&late=true&location=l3' },
  { name: 'tasks-filtered-none', path: '/tasks?show=everybody&origin=recovery' },
  { name: 'tasks-board', path: '/tasks?as=board&show=everybody' },
  { name: 'tasks-board-pane', path: '/tasks?as=board&show=everybody&task=zA' },
  { name: 'tasks-board-empty', path: '/tasks?as=board', scenario: { empty: true } },
  { name: 'tasks-board-failed', path: '/tasks?as=board', scenario: { failing: ['/tasks'] } },
  { name: 'tasks-board-loading', path: '/tasks?as=board', scenario: { hanging: ['/tasks'] } },
  { name: 'tasks-board-dragging', path: '/tasks?as=board&show=everybody', prepare: async (page) => {
    const from = (await page.locator('[data-grip]').first().boundingBox())!
    const to = (await page.locator('[data-receiver=doing]').boundingBox())!
    await page.mouse.move(from.x + 5, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 80, to.y + 60, { steps: 6 })
  } },
  { name: 'tasks-board-moved', path: '/tasks?as=board&show=everybody', prepare: async (page) => {
    await page.locator('[data-receiver=open] [data-task]').first().focus()
    await press(page, 'Shift+ArrowRight')
    await page.waitForTimeout(300)
  } },
  { name: 'tasks-due-in', path: '/tasks?task=new', prepare: async (page) => {
    await page.locator('form [role=group] label').nth(1).click()
    await page.waitForTimeout(200)
  } },
  { name: 'tasks-ticked', path: '/tasks', prepare: async (page) => {
    await page.locator('[data-task]').first().click()
    await page.waitForTimeout(300)
  } },
  { name: 'tasks-ticket', path: '/tickets/k0', prepare: async (page) => {
    await page.locator('[data-entry]').first().waitFor()
    if (!(await page.locator('aside').isVisible())) await page.keyboard.press('i')
    await page.locator('aside [data-task]').first().scrollIntoViewIfNeeded()
  } },
  { name: 'bell', path: '/tasks', prepare: async (page) => {
    await page.locator('a[href="/notifications"]').click()
    await page.locator('[data-unread]').first().waitFor()
  } },
  { name: 'notifications', path: '/notifications', prepare: (page) => page.locator('[data-unread]').first().waitFor() },
  { name: 'notifications-empty', path: '/notifications', scenario: { empty: true } },
  { name: 'notifications-failed', path: '/notifications', scenario: { failing: ['/notifications'] } },
  { name: 'notice-settings', path: '/settings/notifications' },
  { name: 'notice-settings-none', path: '/settings/notifications', scenario: { empty: true } },
  { name: 'notice-settings-failed', path: '/settings/notifications', scenario: { failing: ['/me/notifications'] } },
  { name: 'notice-settings-below', path: '/settings/notifications', prepare: (page) => page.locator('main fieldset').last().scrollIntoViewIfNeeded() },
  { name: 'pauses', path: '/settings/notifications', prepare: (page) => page.locator('main li button').last().scrollIntoViewIfNeeded() },
]
