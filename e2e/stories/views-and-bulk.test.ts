// Guards a person's own order: a view made of conditions, its counter that goes along with the mail, many tickets changed at
// once and taken back, and a view that colleagues see too.
import type { Ticket, View } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const subjects = ['Rower 1', 'Rower 2', 'Rower 3', 'Rower 4', 'Lampka']

describeWith(['chromium'], 'views and acts on many tickets', () => {
  let stage: Stage
  let borys: Person & { ask: Ask }
  let anna: Visit
  const rows = () => anna.page.locator('[data-ticket]')
  const counter = (visited: Visit) => visited.page.getByRole('region', { name: 'Shared views' }).getByRole('link', { name: /^Nowe rowery/ })
  const rowers = async () => (await stage.ask<{ items: Ticket[] }>('GET', '/tickets?limit=200')).items.filter(({ subject }) => subject.startsWith('Rower'))
  beforeAll(async () => {
    stage = await setStage()
    borys = await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Borys Sokół', 'borys@mieta.example')
    for (const [index, subject] of subjects.entries()) {
      await stage.arrives({ subject, from: `klient${index}@klient.example` })
      await stage.tickets(index + 1)
    }
    anna = await stage.visit()
  })
  afterAll(() => stage?.stop())

  test('a view is built of two conditions and shows beforehand what it will hold', async () => {
    const { page } = anna
    await page.goto('/tickets?view=all')
    await page.getByRole('link', { name: 'Save a view' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Nowe rowery')
    const add = page.getByRole('button', { name: 'Add a condition' })
    await add.click()
    await page.getByRole('combobox', { name: 'What is asked' }).click()
    await page.getByRole('option', { name: 'Subject', exact: true }).click()
    await page.getByRole('combobox', { name: 'How it is compared: Subject' }).click()
    await page.getByRole('option', { name: 'contains', exact: true }).click()
    await page.getByRole('textbox', { name: 'Value: Subject' }).fill('rower')
    await add.click()
    await page.getByRole('combobox', { name: 'What is asked' }).nth(1).click()
    await page.getByRole('option', { name: 'Kind of status', exact: true }).click()
    await page.getByRole('combobox', { name: 'Value: Kind of status' }).or(page.getByRole('textbox', { name: 'Value: Kind of status' })).first().click()
    await page.getByRole('option', { name: 'New', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByText(/Subject contains “rower”.*New/).waitFor()
    await page.getByText('4 tickets now').waitFor()
    await page.getByRole('combobox', { name: 'Who sees it' }).click()
    await page.getByRole('option', { name: 'Everybody' }).click()
    await anna.look('view-builder')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('View “Nowe rowery” saved').waitFor()
    await rows().nth(3).waitFor()
    expect(await rows().count()).toBe(4)
    const saved = (await stage.ask<{ items: View[] }>('GET', '/views')).items.find(({ name }) => name === 'Nowe rowery')!
    expect(saved).toMatchObject({ sharing: 'shared', problems: [] })
    expect(saved.conditions.rules).toHaveLength(2)
  })

  test('its counter in the sidebar goes up by itself when a mail fits, and only then', async () => {
    await expect.poll(() => counter(anna).textContent()).toBe('Nowe rowery4')
    await stage.arrives({ subject: 'Lampka druga', from: 'lampka@klient.example' })
    await stage.tickets(6)
    await stage.arrives({ subject: 'Rower 5', from: 'klient5@klient.example' })
    await expect.poll(() => counter(anna).textContent()).toBe('Nowe rowery5')
    await anna.look('view-counter')
  })

  test('Shift selects a range; one act changes the three, Z takes it back', async () => {
    const { page } = anna
    await page.reload()
    await rows().nth(4).waitFor()
    const boxes = page.getByRole('checkbox', { name: /^Select #/ })
    await boxes.nth(1).click()
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    const bar = page.getByRole('toolbar', { name: 'Change the selected tickets' })
    await bar.getByText('3 selected').waitFor()
    await bar.getByRole('button', { name: 'Priority' }).click()
    await page.getByRole('menuitem', { name: 'Urgent' }).click()
    await page.getByText('3 tickets changed').waitFor()
    await anna.look('bulk-done')
    await expect.poll(async () => (await rowers()).filter(({ priority }) => priority === 'urgent').length).toBe(3)
    await page.keyboard.press('z')
    await page.getByText('3 tickets restored').waitFor()
    expect((await rowers()).filter(({ priority }) => priority === 'urgent')).toEqual([])
  })

  test('an act that takes tickets out of the view lowers the counter', async () => {
    const { page } = anna
    await page.reload()
    await rows().nth(4).waitFor()
    await page.getByRole('checkbox', { name: /^Select #/ }).first().click()
    await page.getByRole('toolbar').getByRole('button', { name: 'Status' }).click()
    await page.getByRole('menuitem', { name: 'In progress' }).click()
    await page.getByText('1 ticket changed').waitFor()
    await expect.poll(() => counter(anna).textContent()).toBe('Nowe rowery4')
  })

  test('a colleague sees the shared view with its counter, and cannot change it', async () => {
    const colleague = await stage.visit({ as: borys })
    await colleague.page.goto('/tickets')
    await counter(colleague).click()
    await colleague.page.locator('[data-ticket]').nth(3).waitFor()
    await expect.poll(() => counter(colleague).textContent()).toBe('Nowe rowery4')
    expect(await colleague.page.getByRole('button', { name: 'Change or delete: Nowe rowery' }).count()).toBe(0)
    await colleague.look('shared-view')
    expect([...anna.faults, ...colleague.faults]).toEqual([])
    await colleague.close()
  })
})
