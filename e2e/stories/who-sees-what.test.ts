// Guards the walls between queues: a person with access to one queue finds nothing of another, in no list, no search, at no
// address and in no live news.
import type { Queue, Ticket, TicketDetail } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { queueNamed, ticketAbout } from '../ground/desk.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'who sees what', () => {
  let stage: Stage
  let ewa: Person & { ask: Ask }
  let limited: Visit
  let it: Queue
  let accounting: Queue
  let own: TicketDetail
  let foreign: TicketDetail
  const rows = () => limited.page.locator('[data-ticket]')
  const move = (ticket: TicketDetail, queue: Queue) => stage.ask('PATCH', `/tickets/${ticket.id}`, { queueId: queue.id })
  beforeAll(async () => {
    stage = await setStage()
    ewa = await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Ewa Mróz', 'ewa@mieta.example')
    it = await queueNamed(stage.ask, 'it')
    accounting = await queueNamed(stage.ask, 'accounting')
    const { items } = await stage.ask<{ items: { id: string; email: string }[] }>('GET', '/staff')
    await stage.ask('PUT', `/staff/${items.find(({ email }) => email === ewa.email)!.id}/access`, { access: 'granted', queueIds: [it.id], locationIds: [] })
    // The other queues name somebody, or they would be everybody's.
    const me = items.find(({ email }) => email !== ewa.email)!.id
    for (const queue of (await stage.ask<{ items: Queue[] }>('GET', '/queues')).items) if (queue.id !== it.id) await stage.ask('PATCH', `/queues/${queue.id}`, { memberIds: [me] })
    await stage.arrives({ subject: 'Drukarka nie drukuje', from: 'drukarka@klient.example', text: 'Zacięła się ryza papieru wapniowego.' })
    await stage.arrives({ subject: 'Faktura za wapno', from: 'faktura@klient.example', text: 'Proszę o korektę faktury za wapno palone.' })
    own = await ticketAbout(stage.ask, 'Drukarka nie drukuje')
    foreign = await ticketAbout(stage.ask, 'Faktura za wapno')
    await move(own, it)
    await move(foreign, accounting)
    // Asking for what one does not see is answered so, and that is the story.
    limited = await stage.visit({ as: ewa, expected: /status 404: GET .*\/tickets\// })
  })
  afterAll(() => stage?.stop())

  test('the list holds the tickets of their queue alone', async () => {
    await limited.page.goto('/tickets?view=all')
    await rows().filter({ hasText: 'Drukarka' }).waitFor()
    expect(await rows().count()).toBe(1)
    expect((await ewa.ask<{ items: Ticket[] }>('GET', '/tickets?limit=200')).items.map(({ subject }) => subject)).toEqual(['Drukarka nie drukuje'])
    await limited.look('one-queue')
  })

  test('search finds neither the ticket nor its words, in the list and in the palette', async () => {
    const { page } = limited
    await expect.poll(async () => (await stage.ask<{ items: unknown[] }>('GET', '/tickets?q=wapno')).items.length, { timeout: 20_000 }).toBeGreaterThan(0)
    await page.goto('/tickets?view=all')
    await page.locator('[data-list-search]').first().fill('faktura')
    await page.getByText('Nothing matches these filters').waitFor()
    await page.goto('/tickets?view=all')
    await rows().first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(`#${foreign.number}`)
    await page.getByText('Nothing found. Try fewer or other words.').waitFor()
    expect(await page.getByRole('option', { name: /Faktura/ }).count()).toBe(0)
    await page.keyboard.press('Escape')
    expect((await ewa.ask<{ tickets: unknown[] }>('GET', '/search?q=wapno')).tickets).toEqual([])
  })

  test('its address says that there is nothing, and so does the server', async () => {
    const { page } = limited
    await page.goto(`/tickets/${foreign.id}`)
    await page.getByText('This no longer exists, or you have no access to it.').first().waitFor()
    expect(await page.getByText('wapno').count()).toBe(0)
    await limited.look('not-yours')
    for (const path of ['', '/interactions', '/clocks', '/stays', '/legal-deadline']) await expect(ewa.ask('GET', `/tickets/${foreign.id}${path}`), path).rejects.toMatchObject({ status: 404 })
  })

  test('what happens in another queue is not told; a ticket that comes over appears by itself', async () => {
    const { page } = limited
    await page.goto('/tickets?view=all')
    await rows().first().waitFor()
    await stage.arrives({ subject: 'Tajna kadrowa', from: 'kadry@klient.example' })
    await ticketAbout(stage.ask, 'Tajna kadrowa')
    await move(foreign, it)
    await expect.poll(async () => (await rows().filter({ hasText: 'Faktura za wapno' }).count()) + (await page.getByRole('button', { name: /^1 new$/ }).count())).toBeGreaterThan(0)
    expect(await page.getByText('Tajna kadrowa').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^2 new$/ }).count()).toBe(0)
  })

  test('a ticket that moves away leaves their list, and its page no longer shows it', async () => {
    const { page } = limited
    await page.goto('/tickets?view=all')
    await rows().filter({ hasText: 'Faktura za wapno' }).waitFor()
    await move(foreign, accounting)
    await expect.poll(() => rows().filter({ hasText: 'Faktura za wapno' }).count()).toBe(0)
    await expect(ewa.ask('GET', `/tickets/${foreign.id}`)).rejects.toMatchObject({ status: 404 })
    await rows().filter({ hasText: 'Drukarka' }).click()
    await page.getByText('Zacięła się ryza').first().waitFor()
    await move(own, accounting)
    await page.getByText('This no longer exists, or you have no access to it.').first().waitFor()
    await expect.poll(() => rows().filter({ hasText: 'Drukarka' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('link', { name: /^Unassigned/ }).last().textContent()).toBe('Unassigned0')
    await limited.look('moved-away')
    expect(limited.faults).toEqual([])
  })
})
