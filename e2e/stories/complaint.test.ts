// Guards a complaint: its last day by law is set by itself, counted as the civil code says, never moved in silence, and
// kept by an answer in time. The day is counted here anew, without the program.
import type { Interaction, LegalDeadline, Mailbox, TicketDetail } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visit } from '../ground/browse.ts'
import { eventsOf, queueNamed, ticketAbout, ticketById } from '../ground/desk.ts'
import { endOfTerm, isPublicHoliday, latestBefore } from '../ground/polish-days.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const complaints = 'reklamacje@mieta.example'
const subject = 'Reklamacja: pęknięty koszyk'
const term = 14
const written = (day: Temporal.PlainDate) => day.toLocaleString('en-GB', { dateStyle: 'long' })

describeWith(['chromium'], 'a complaint', () => {
  let stage: Stage
  let desk: Visit
  let ticket: TicketDetail
  const today = Temporal.Now.plainDateISO('Europe/Warsaw')
  const deadline = () => stage.ask<LegalDeadline>('GET', `/tickets/${ticket.id}/legal-deadline`)
  const panel = () => desk.page.getByRole('complementary', { name: 'About the ticket' })
  beforeAll(async () => {
    stage = await setStage()
    const [first] = (await stage.ask<{ items: Mailbox[] }>('GET', '/mailboxes')).items
    const queue = await queueNamed(stage.ask, 'complaints')
    await stage.ask('POST', '/mailboxes', { name: 'Reklamacje', address: complaints, smtp: first!.smtp, queueId: queue.id })
  })
  afterAll(() => stage?.stop())

  test('a mail to the mailbox of complaints has its last day by law, with source and consequence', async () => {
    await stage.arrives({ subject, to: complaints, text: 'Koszyk pękł po dwóch dniach. Żądam wymiany.' })
    ticket = await ticketAbout(stage.ask, subject)
    desk = await stage.atTicket(subject)
    const expected = endOfTerm(today, term)
    await panel().getByText('Last day to answer').waitFor()
    await panel().getByText(written(expected), { exact: true }).first().waitFor()
    await panel().getByText('Consumer complaint (Poland)').waitFor()
    await panel().getByText('No answer in time means that the complaint is accepted.').waitFor()
    const source = panel().getByRole('link', { name: /Art\. 7a/ })
    expect(await source.getAttribute('href')).toContain('isap.sejm.gov.pl')
    expect(await deadline()).toMatchObject({ basisCode: 'pl-consumer', receivedOn: today.toString(), lastDay: expected.toString(), kept: null })
    expect((await ticketById(stage.ask, ticket.id)).queueId).toBe((await queueNamed(stage.ask, 'complaints')).id)
    await panel().getByRole('button', { name: 'How it was counted' }).click()
    await panel().getByText(/received, this day does not count|day of receipt|nie liczy/i).first().waitFor()
    await desk.look('complaint')
  })

  const correct = async (receivedOn: Temporal.PlainDate, why: string) => {
    await panel().getByRole('button', { name: 'Correct', exact: true }).click()
    const form = panel().getByRole('form', { name: 'Legal deadline' })
    await form.getByLabel('Received on').fill(receivedOn.toString())
    if (why !== '') await form.getByLabel('Why is it corrected?').fill(why)
    await form.getByRole('button', { name: 'Save' }).click()
    return form
  }

  test('a correction without a reason is refused beside the field, and nothing changes', async () => {
    const before = await deadline()
    const form = await correct(today.subtract({ days: 3 }), '')
    await form.getByText('Write why: the deadline cannot be moved silently.').waitFor()
    await desk.look('complaint-no-reason')
    await form.getByRole('button', { name: 'Cancel' }).click()
    expect(await deadline()).toEqual(before)
    await expect(stage.ask('PUT', `/tickets/${ticket.id}/legal-deadline`, { basisCode: 'pl-consumer', receivedOn: today.subtract({ days: 3 }).toString() })).rejects.toMatchObject({ status: 400 })
    expect(await deadline()).toEqual(before)
  })

  test.each([
    ['a Saturday', (end: Temporal.PlainDate) => end.dayOfWeek === 6, 'List leżał w skrzynce podawczej'],
    ['a public holiday in the week', (end: Temporal.PlainDate) => isPublicHoliday(end) && end.dayOfWeek <= 5, 'Data stempla pocztowego'],
  ] as const)('a term that would end on %s ends on the next working day, and the history tells why it moved', async (_, like, why) => {
    const receivedOn = latestBefore(today, term, like)
    const before = Temporal.PlainDate.from((await deadline()).lastDay)
    const expected = endOfTerm(receivedOn, term)
    expect(expected.equals(receivedOn.add({ days: term }))).toBe(false)
    const form = await correct(receivedOn, why)
    await form.waitFor({ state: 'detached' })
    await panel().getByText(written(expected), { exact: true }).first().waitFor()
    expect(await deadline()).toMatchObject({ receivedOn: receivedOn.toString(), lastDay: expected.toString() })
    const line = desk.page.locator('[data-entry]', { hasText: why })
    await line.waitFor()
    for (const day of [before, expected]) expect(await line.textContent()).toContain(String(day.day))
    expect(await line.textContent()).toContain('Anna Wójcik')
    const last = (await eventsOf(stage.ask, ticket.id)).findLast(({ name }) => name === 'legal-deadline-changed')
    expect(JSON.stringify(last?.detail)).toContain(why)
    await desk.look(`complaint-corrected-${expected.toString()}`)
  })

  test('an answer and closing keep the term', async () => {
    const { page } = desk
    const form = await correct(today.subtract({ days: 2 }), 'Klientka pokazała potwierdzenie nadania')
    await form.waitFor({ state: 'detached' })
    await page.locator('[data-kind=message]').click()
    await page.getByRole('textbox', { name: 'Text of the answer' }).fill('Uznajemy reklamację i wysyłamy nowy koszyk.')
    await page.getByRole('button', { name: 'Choose what happens to the ticket' }).click()
    await page.getByRole('menuitem', { name: 'Closed' }).click()
    const { mail } = await stage.postOffice.next('zofia@klient.example')
    expect(mail.text).toContain('Uznajemy reklamację')
    expect(mail.from?.value[0]?.address).toBe(complaints)
    await panel().getByText('Answered in time').waitFor()
    await expect.poll(deadline).toMatchObject({ kept: true, lastDay: endOfTerm(today.subtract({ days: 2 }), term).toString() })
    expect((await ticketById(stage.ask, ticket.id)).statusCategory).toBe('closed')
    const { items } = await stage.ask<{ items: Interaction[] }>('GET', `/tickets/${ticket.id}/interactions?limit=200`)
    expect(items.filter(({ event }) => event?.name === 'legal-deadline-changed')).toHaveLength(3)
    await desk.look('complaint-answered')
    expect(desk.faults).toEqual([])
  })
})
