// Guards the life of a task before a person's eyes: due in business hours, with steps, carried over the board by mouse and keyboard,
// closed with what was found; and who is in charge of a place said in the settings.
import type { Location, Region, Task } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { tasksOf } from '../ground/desk.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'the life of a task', () => {
  let stage: Stage
  let anna: Visit
  const all = async <T>(path: string) => (await stage.ask<{ items: T[] }>('GET', path)).items
  const only = async (query: string): Promise<Task> => (await tasksOf(stage.ask, query))[0]!
  beforeAll(async () => {
    stage = await setStage()
    await addPerson(stage.kontuar.url, stage.ask, 'manager', 'Borys Sokół', 'borys@mieta.example')
    await stage.ask('POST', '/locations', { name: 'Salon Kraków' })
    anna = await stage.visit()
  })
  afterAll(() => stage?.stop())

  test('a region gets its manager and its locations', async () => {
    const { page } = anna
    await page.goto('/settings/regions/new')
    await page.getByLabel('Name', { exact: true }).fill('Południe')
    await page.getByRole('combobox', { name: 'Locations' }).click()
    await page.getByRole('option', { name: 'Salon Kraków' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Manager of the region' }).click()
    await page.getByRole('option', { name: 'Borys Sokół' }).click()
    await anna.look('new-region')
    await page.getByRole('button', { name: 'Add the region' }).click()
    await page.waitForURL('**/settings/regions')
    await page.getByText(/1 location · .*Borys Sokół/).waitFor()
    const [region] = await all<Region>('/regions')
    expect(region).toMatchObject({ name: 'Południe', locationIds: [(await all<Location>('/locations'))[0]!.id] })
  })

  test('a task is due in business hours and has steps', async () => {
    const { page } = anna
    await page.goto('/tasks')
    await page.getByRole('button', { name: 'Add a task' }).first().waitFor()
    await page.keyboard.press('c')
    await page.getByLabel('What is to be done').fill('Zadzwonić do pani Lis')
    await page.getByText('Business hours', { exact: true }).click()
    await page.getByPlaceholder(/Add a.step/).fill('Przeczytać dziennik')
    await page.getByPlaceholder(/Add a.step/).press('Enter')
    await page.getByPlaceholder(/Add a.step/).fill('Zaproponować zwrot')
    await anna.look('new-task')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Zadzwonić do pani Lis', exact: true }).waitFor()
    const task = await only('state=open')
    expect(task.checklist.map(({ text }) => text)).toEqual(['Przeczytać dziennik', 'Zaproponować zwrot'])
    expect(Date.parse(task.dueAt!)).toBeGreaterThan(Date.now() + 4 * 3_600_000 - 60_000)
  })

  test('it opens beside the list, and its steps are ticked there', async () => {
    const { page } = anna
    await page.getByRole('button', { name: 'Zadzwonić do pani Lis', exact: true }).click()
    const pane = page.getByRole('region', { name: 'Task', exact: true })
    await pane.getByRole('checkbox', { name: 'Przeczytać dziennik' }).click()
    await page.getByText('1/2').first().waitFor()
    await anna.look('task-pane')
    await expect.poll(async () => (await only('state=open')).checklist.map(({ done }) => done)).toEqual([true, false])
    await page.keyboard.press('Escape')
    await pane.waitFor({ state: 'detached' })
  })

  test('it is carried over the board by the mouse, and on by the keyboard', async () => {
    const { page } = anna
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Board').click()
    const card = page.locator('[data-receiver=open] li', { hasText: 'Zadzwonić' })
    const from = (await card.boundingBox())!
    const to = (await page.locator('[data-receiver=doing]').boundingBox())!
    await page.mouse.move(from.x + 30, from.y + from.height - 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 60, to.y + 50, { steps: 8 })
    await anna.look('task-carried')
    await page.mouse.up()
    await page.locator('[data-receiver=doing] li', { hasText: 'Zadzwonić' }).waitFor()
    await expect.poll(async () => (await tasksOf(stage.ask, 'state=doing')).length).toBe(1)
    await page.locator('[data-receiver=doing] [data-task]').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.locator('[data-receiver=done] [data-task]:focus').waitFor()
    await expect.poll(async () => (await tasksOf(stage.ask, 'state=done')).length).toBe(1)
    // The lists that come back from the server make the card anew: the keyboard is still with it.
    await page.locator('[data-receiver=done] [data-task]:focus').waitFor()
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(async () => (await tasksOf(stage.ask, 'state=doing')).length).toBe(1)
  })

  test('where the organization asks for it, closing needs the cause and what was done', async () => {
    const { page } = anna
    await stage.ask('PUT', '/task-settings', { closingAsks: 'everything', escalate: null, calendarId: null })
    await page.goto('/tasks')
    await page.getByRole('checkbox', { name: 'Done: Zadzwonić do pani Lis' }).click()
    await page.getByRole('button', { name: 'Close the task' }).click()
    await page.getByText('Choose a cause.').waitFor()
    await anna.look('task-closing')
    expect(await tasksOf(stage.ask, 'state=done')).toEqual([])
    await page.getByRole('combobox', { name: 'Cause' }).click()
    await page.getByRole('option').nth(1).click()
    await page.getByLabel('What was done').fill('Zwrot tego samego dnia.')
    await page.getByRole('button', { name: 'Close the task' }).click()
    await expect.poll(async () => (await only('state=done'))?.remedy).toBe('Zwrot tego samego dnia.')
    expect((await only('state=done')).causeName).not.toBeNull()
    await page.getByText('Zwrot tego samego dnia.').waitFor()
    expect(anna.faults).toEqual([])
  })
})
