// Guards the beginning of an agent's day: Today says what to do first and why, and it is done without touching the mouse.
import type { Task, TicketDetail, TodayItem } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { dayFromToday, tasksOf, ticketAbout, ticketById } from '../ground/desk.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const mine = ['Spóźniona reklamacja roweru', 'Pilne: hamulec nie działa', 'Pytanie o rozmiar', 'Gdzie jest paczka']

describeWith(['chromium'], "an agent's morning", () => {
  let stage: Stage
  let borys: Person & { ask: Ask }
  let morning: Visit
  const tickets: Record<string, TicketDetail> = {}
  let callBack: Task
  beforeAll(async () => {
    stage = await setStage()
    borys = await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Borys Sokół', 'borys@mieta.example')
    await stage.ask('PATCH', '/statuses/closed', { requires: { reason: true } })
    for (const [index, subject] of mine.entries()) await stage.arrives({ subject, from: `klient${index}@klient.example` })
    await stage.arrives({ subject: 'Niczyja sprawa', from: 'ktos@klient.example' })
    await stage.tickets(mine.length + 1)
    for (const subject of mine) {
      tickets[subject] = await ticketAbout(stage.ask, subject)
      await stage.ask('PATCH', `/tickets/${tickets[subject].id}`, { assigneeId: await idOf(stage.ask, borys.email) })
    }
    await stage.ask('PATCH', `/tickets/${tickets[mine[1]!]!.id}`, { priority: 'urgent' })
    await stage.ask('PUT', `/tickets/${tickets[mine[0]!]!.id}/legal-deadline`, { basisCode: 'pl-consumer', receivedOn: dayFromToday(-30) })
    const { customerId } = tickets['Gdzie jest paczka']!
    callBack = await borys.ask<Task>('POST', '/tasks', { kind: 'call-back', title: 'Oddzwonić w sprawie paczki', customerId, ownerId: await idOf(stage.ask, borys.email), dueAt: new Date(Date.now() - 600_000).toISOString() })
    morning = await stage.visit({ as: borys })
  })
  afterAll(() => stage?.stop())

  const press = async (...keys: string[]) => { for (const key of keys) await morning.page.keyboard.press(key) }
  const rows = () => morning.page.locator('[data-item]')
  const row = (words: string) => morning.page.getByRole('listitem').filter({ has: morning.page.locator('[data-item]') }).filter({ hasText: words })
  const titles = () => rows().evaluateAll((items, known) => items.map((item) => known.find((each) => item.textContent!.includes(each)) ?? item.textContent!), [...mine, 'Oddzwonić w sprawie paczki', 'Nagle: pożar roweru', 'Niczyja sprawa'])
  /** What stands on the row that has the focus. */
  const onCursor = async () => String(await morning.page.evaluate("document.activeElement.closest('[data-item]')?.textContent ?? ''"))
  const ticketTitle = () => morning.page.getByRole('heading', { level: 1 }).last().textContent()

  test('Kontuar opens with Today: what is late and urgent first, with the reason in words', async () => {
    const { page } = morning
    await page.goto('/')
    await page.waitForURL('**/today')
    await rows().nth(4).waitFor()
    const shown = await titles()
    const { items } = await borys.ask<{ items: TodayItem[] }>('GET', '/today')
    expect(shown).toEqual(items.map(({ ticket, task }) => ticket?.subject ?? task!.title))
    expect(shown.slice(0, 3).toSorted()).toEqual(['Oddzwonić w sprawie paczki', mine[0]!, mine[1]!].toSorted())
    await row(mine[0]!).getByText(/^\d+ days.* late$/).first().waitFor()
    await row(mine[0]!).getByText(/^deadline by law: /).waitFor()
    await row(mine[1]!).getByText('urgent', { exact: true }).waitFor()
    await row('Oddzwonić').getByText(/^was to be done 1\d min ago$/).waitFor()
    await row(mine[2]!).getByText(/^due /).waitFor()
    await page.getByText('2 overdue').waitFor()
    await morning.look('today')
  })

  test('J and K walk, Enter opens the ticket beside the list', async () => {
    await press('j')
    await expect.poll(onCursor).toContain((await titles())[0]!)
    await press('j', 'j', 'k')
    await expect.poll(onCursor).toContain((await titles())[1]!)
    while (!(await onCursor()).includes(mine[1]!)) await press((await titles()).indexOf(mine[1]!) === 0 ? 'k' : 'j')
    await press('Enter')
    await expect.poll(ticketTitle).toBe(mine[1])
    await morning.page.getByRole('region', { name: 'Today' }).waitFor()
    expect(new URL(morning.page.url()).search).toContain('view=today')
  })

  test('R answers, Ctrl+Enter sends, Escape goes back to the list, N goes on with what is not done', async () => {
    await press('r')
    await expect.poll(() => morning.page.evaluate('document.activeElement.isContentEditable')).toBe(true)
    await morning.page.keyboard.type('Proszę nie jeździć, już dzwonię.')
    await press('Control+Enter')
    await morning.page.getByText(/Answer to #\d+/).waitFor()
    expect((await stage.postOffice.next('klient1@klient.example')).mail.text).toMatch(/^Proszę nie jeździć/)
    await expect.poll(async () => (await ticketById(borys.ask, tickets[mine[1]!]!.id)).statusCategory).toBe('waiting')
    await press('Escape')
    await morning.page.waitForURL('**/today')
    await rows().first().waitFor()
    await press('n')
    await expect.poll(onCursor).not.toContain(mine[1]!)
    expect(await rows().count()).toBeGreaterThan(2)
  })

  test('E closes, and asks for the reason that the status requires', async () => {
    const { page } = morning
    for (let steps = 0; !(await onCursor()).includes(mine[2]!); steps++) {
      if (steps > 10) throw new Error('J does not reach the ticket')
      await press('j')
    }
    await press('e')
    await page.getByText(/Closing #\d+ asks for something first\./).waitFor()
    await expect.poll(ticketTitle).toBe(mine[2])
    await page.locator('[data-entry]').first().waitFor()
    await press('e')
    const panel = page.getByRole('form', { name: 'What the status asks for' })
    await panel.waitFor()
    await morning.look('closing-asks')
    await page.keyboard.type('Question')
    await page.getByRole('option', { name: 'Question', exact: true }).waitFor()
    await press('ArrowDown', 'Enter', 'Control+Enter')
    await page.getByText(/^Closed #\d+/).waitFor()
    const closed = await ticketById(borys.ask, tickets[mine[2]!]!.id)
    expect(closed.statusCategory).toBe('closed')
    expect(closed.reasonId).not.toBeNull()
    await press('Escape')
    await page.waitForURL('**/today')
  })

  test('an urgent mail that arrives meanwhile moves nothing: it waits as "1 new"', async () => {
    const { page } = morning
    await page.goto('/today?whose=everybody')
    await rows().nth(2).waitFor()
    const before = await places()
    await stage.arrives({ subject: 'Nagle: pożar roweru', from: 'pozar@klient.example' })
    const arrived = await ticketAbout(stage.ask, 'Nagle: pożar roweru')
    await stage.ask('PATCH', `/tickets/${arrived.id}`, { priority: 'urgent' })
    const pill = page.getByRole('button', { name: /^1 new/ })
    await pill.waitFor()
    expect(await places()).toEqual(before)
    await morning.look('today-news')
    await pill.focus()
    await press('Enter')
    await row('Nagle: pożar roweru').getByText('urgent', { exact: true }).waitFor()
    expect((await titles()).indexOf('Nagle: pożar roweru')).toBeLessThan(3)
  })

  test('a call-back is ticked and undone', async () => {
    const { page } = morning
    await page.goto('/today')
    const box = page.getByRole('checkbox', { name: 'Done: Oddzwonić w sprawie paczki' })
    await box.waitFor()
    for (let steps = 0; !(await onCursor()).includes('Oddzwonić'); steps++) {
      if (steps > 10) throw new Error('J does not reach the call-back')
      await press('j')
    }
    const state = async (query: string) => (await tasksOf(borys.ask, query)).some(({ id }) => id === callBack.id)
    await press('e')
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('true')
    await expect.poll(() => state('ownerId=me&state=done')).toBe(true)
    await press('z')
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('false')
    await expect.poll(() => state('ownerId=me&state=open')).toBe(true)
  })

  test('T takes the next ticket that nobody has, and opens it', async () => {
    const { page } = morning
    await press('t')
    await page.getByText(/^#\d+ is yours now/).first().waitFor()
    await page.locator('[data-entry]').first().waitFor()
    const id = /tickets\/([^?]+)/.exec(page.url())![1]!
    const taken = await ticketById(borys.ask, id)
    expect(taken.assignee?.name).toBe('Borys Sokół')
    expect(['Niczyja sprawa', 'Nagle: pożar roweru']).toContain(taken.subject)
    await page.getByRole('region', { name: 'Today' }).locator('[data-item]', { hasText: taken.subject }).waitFor()
    await morning.look('today-beside')
    expect(morning.faults).toEqual([])
  })

  const places = () => rows().evaluateAll((items) => items.map((item) => [item.getAttribute('data-item'), Math.round(item.getBoundingClientRect().top)]))
})

async function idOf(ask: Ask, email: string): Promise<string> {
  return (await ask<{ items: { id: string; email: string }[] }>('GET', '/staff')).items.find((person) => person.email === email)!.id
}
