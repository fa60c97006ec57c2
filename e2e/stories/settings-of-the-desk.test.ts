// Guards how a desk is arranged: a status that asks for the result, a queue with its people, hours that may not overlap, and
// an SLA policy whose change says beforehand what it moves and leaves a line at each ticket it moved.
import type { Calendar, Queue, SlaClock, SlaPolicy, Status, TicketDetail } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { eventsOf, ticketAbout } from '../ground/desk.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'the settings of the desk', () => {
  let stage: Stage
  let anna: Visit
  let ticket: TicketDetail
  const all = async <T>(path: string) => (await stage.ask<{ items: T[] }>('GET', path)).items
  const save = () => anna.page.getByRole('button', { name: 'Save', exact: true }).click()
  beforeAll(async () => {
    stage = await setStage()
    await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Borys Sokół', 'borys@mieta.example')
    await stage.arrives({ subject: 'Pytanie o termin' })
    ticket = await ticketAbout(stage.ask, 'Pytanie o termin')
    anna = await stage.visit({ expected: /status 400: POST .*\/calendars/ })
  })
  afterAll(() => stage?.stop())

  test('a new status asks for the result before a ticket may enter it', async () => {
    const { page } = anna
    await page.goto('/settings/statuses')
    await page.getByRole('link', { name: 'Add a status' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill('Rozwiązane')
    await page.getByRole('radio', { name: 'Closed' }).click()
    await page.getByRole('checkbox', { name: 'the result must be filled in' }).click()
    await anna.look('new-status')
    await page.getByRole('button', { name: 'Add the status' }).click()
    await page.waitForURL('**/settings/statuses')
    await page.getByText('Rozwiązane', { exact: true }).first().waitFor()
    const made = (await all<Status>('/statuses')).find(({ name }) => name === 'Rozwiązane')!
    expect(made).toMatchObject({ category: 'closed', requires: { reason: false, result: true } })
    await stage.arrives({ subject: 'Załatwione od ręki', from: 'szybki@klient.example' })
    const { id } = await ticketAbout(stage.ask, 'Załatwione od ręki')
    await expect(stage.ask('PATCH', `/tickets/${id}`, { status: made.key })).rejects.toMatchObject({ code: 'cannot-do' })
    await stage.ask('PATCH', `/tickets/${id}`, { status: made.key, result: 'solved' })
  })

  test('a queue is added with the people who serve it', async () => {
    const { page } = anna
    await page.goto('/settings/queues')
    await page.getByRole('link', { name: 'Add a queue' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill('Serwis rowerów')
    await page.getByText('Nobody is named, so everybody serves this queue.').waitFor()
    await page.getByRole('combobox', { name: 'People' }).click()
    await page.getByRole('option', { name: 'Borys Sokół' }).click()
    await page.keyboard.press('Escape')
    await page.getByText('In the end 1 person serves it:').waitFor()
    await anna.look('new-queue')
    await save()
    await page.getByText('Queue “Serwis rowerów” added').waitFor()
    const made = (await all<Queue>('/queues')).find(({ name }) => name === 'Serwis rowerów')!
    expect(made.serverIds).toHaveLength(1)
    // Whoever does not serve it cannot own its tickets: Anna may, since she sees everything and manages.
    const observer = await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Ewa Mróz', 'ewa@mieta.example')
    const ewa = (await all<{ id: string; email: string }>('/staff')).find(({ email }) => email === observer.email)!
    await stage.ask('PATCH', `/tickets/${ticket.id}`, { queueId: made.id })
    await expect(stage.ask('PATCH', `/tickets/${ticket.id}`, { assigneeId: ewa.id })).rejects.toMatchObject({ message: expect.stringMatching(/Ewa Mróz|serve/) })
  })

  test('hours that overlap are refused where they stand, and nothing is saved; then they are right', async () => {
    const { page } = anna
    await page.goto('/settings/calendars/new')
    await page.getByLabel('Name', { exact: true }).fill('Zmiany w serwisie')
    const monday = page.getByRole('group', { name: 'Monday' })
    await monday.getByRole('button', { name: 'Monday: add hours' }).click()
    const from = monday.getByRole('textbox', { name: 'Monday: from' }).nth(1)
    await from.fill('16')
    await from.press('Tab')
    await monday.getByRole('alert').filter({ hasText: /overlap\. Shorten one, or join them\./ }).waitFor()
    await anna.look('overlapping-hours')
    await save()
    expect((await all<Calendar>('/calendars')).map(({ name }) => name)).not.toContain('Zmiany w serwisie')
    await from.fill('17:30')
    await from.press('Tab')
    await monday.getByRole('alert').waitFor({ state: 'detached' })
    await save()
    await page.getByText('Calendar “Zmiany w serwisie” added').waitFor()
    const made = (await all<Calendar>('/calendars')).find(({ name }) => name === 'Zmiany w serwisie')!
    expect((made.definition.weekly as Record<string, { from: string }[]>)['1']!.map(({ from }) => from)).toEqual(['09:00', '17:30'])
    // The server refuses the overlap too, for those who come by another door.
    await expect(stage.ask('POST', '/calendars', { name: 'X', definition: { ...made.definition, weekly: { 1: [{ from: '09:00', to: '17:00' }, { from: '16:00', to: '18:00' }] } } })).rejects.toMatchObject({ status: 400 })
  })

  test('a change of policy shows which tickets move, and their history says so', async () => {
    const { page } = anna
    await page.goto('/settings/sla')
    await page.getByRole('link', { name: 'Standard' }).click()
    const first = page.getByRole('textbox', { name: 'First response', exact: true })
    await first.waitFor()
    expect(await first.inputValue()).toBe('8')
    await first.fill('4')
    const clock = async () => (await all<SlaClock>(`/tickets/${ticket.id}/clocks`)).find(({ kind }) => kind === 'first-response')!
    const before = await clock()
    await save()
    const preview = page.getByRole('region', { name: 'What would move' })
    await preview.getByText('1 of 1 open ticket gets another deadline').waitFor()
    await preview.getByText(`#${ticket.number}`).waitFor()
    await anna.look('policy-preview')
    expect((await clock()).dueAt).toBe(before.dueAt)
    await preview.getByRole('button', { name: 'Save and move 1 ticket' }).click()
    await page.getByText('Policy “Standard” saved').waitFor()
    expect((await all<SlaPolicy>('/sla-policies'))[0]!.definition.targets.firstResponse!.seconds).toBe(4 * 3600)
    await expect.poll(async () => Date.parse((await clock()).dueAt!), { timeout: 20_000 }).toBeLessThan(Date.parse(before.dueAt!))
    await expect.poll(async () => (await eventsOf(stage.ask, ticket.id)).some(({ name }) => name === 'sla-moved'), { timeout: 20_000 }).toBe(true)
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByText(/First response: deadline moved from .* to .*/).first().waitFor()
    await page.getByText(/policy changed: Standard/).first().waitFor()
    await anna.look('deadline-moved')
    expect(anna.faults).toEqual([])
  })
})
