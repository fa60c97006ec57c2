// Guards what an agent sees of the reading of messages: it comes by itself, one click corrects it, and the settings let people try it.
import type { Reading, TicketDetail } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visit } from '../ground/browse.ts'
import { ticketAbout } from '../ground/desk.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const patient = { timeout: 20_000 }
const subject = 'Paczka'
const angry = 'To już trzeci raz! Paczka znowu nie dotarła i nikt nie odbiera telefonu. Proszę o numer przesyłki.'

describeWith(['chromium'], 'the reading of messages', () => {
  let stage: Stage
  let ticket: TicketDetail
  let desk: Visit
  beforeAll(async () => {
    stage = await setStage()
    const first = await stage.arrives({ subject, text: 'Dzień dobry, kiedy wyślecie zamówienie?' })
    await stage.tickets(1)
    ticket = await ticketAbout(stage.ask, subject)
    desk = await stage.atTicket(subject)
    // It comes while the ticket is open, and nobody loads anything anew.
    await stage.arrives({ subject: `Re: ${subject}`, text: angry, inReplyTo: first, references: [first] })
  })
  afterAll(() => stage?.stop())

  const chip = () => desk.page.locator('[data-entry]', { hasText: 'trzeci raz' }).locator('[data-reading]')
  const reading = async () => (await stage.ask<{ items: Reading[] }>('GET', `/readings?ticketId=${ticket.id}`)).items[0]!

  test('stands beside the message a moment after it came, in a word and a shape', async () => {
    await chip().waitFor()
    expect(await chip().textContent()).toBe('negative')
    expect(await chip().locator('svg').count()).toBe(1)
    expect(await reading()).toMatchObject({ sentiment: 'negative', language: 'pl', certain: true })
  })

  test('says how sure it is and which sentence decided, also to whoever comes by keyboard', async () => {
    await desk.page.keyboard.press('Tab')
    await chip().focus()
    await desk.page.getByRole('tooltip').getByText(/^negative, \d\d% sure$/).waitFor()
    const underlined = await desk.page.evaluate("[...CSS.highlights.get('kontuar-sentence')].map(String).join()")
    expect(angry).toContain(underlined)
    expect(underlined).not.toContain('numer przesyłki')
    await desk.look('reading')
  })

  test('is corrected by two keys, stays corrected, and is taken back', async () => {
    await chip().press('Enter')
    await desk.page.getByRole('menu').waitFor()
    await desk.page.getByRole('menuitem', { name: 'Neutral' }).press('Enter')
    await expect.poll(() => chip().textContent(), patient).toBe('neutral')
    await expect.poll(async () => (await reading()).by, patient).toBe('person')
    await desk.page.reload()
    await chip().waitFor()
    expect(await chip().textContent()).toBe('neutral')
    await chip().click()
    await desk.page.getByRole('menuitem', { name: 'Take the correction back' }).click()
    await expect.poll(async () => (await reading()).by, patient).toBe('classifier')
    await expect.poll(() => chip().textContent(), patient).toBe('negative')
  })

  test('can be tried in the settings, sentence by sentence, and switched off for everybody', async () => {
    const { page } = desk
    await page.goto('/settings/readings')
    await page.getByLabel('Text', { exact: true }).fill('The staff were lovely, thank you! But the delivery was a disaster, never again.')
    await page.getByLabel('Text', { exact: true }).press('Control+Enter')
    await expect.poll(() => page.locator('[role=status] span[title]').evaluateAll((all) => all.map((each) => each.getAttribute('data-sentiment'))), patient).toEqual(['positive', 'negative'])
    await desk.look('reading-tried')
    await page.getByLabel('Read messages and comments').uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(async () => (await stage.ask<{ on: boolean }>('GET', '/reading-settings')).on, patient).toBe(false)
    await page.goto(`/tickets/${ticket.id}?view=all`)
    await page.locator('[data-entry]', { hasText: 'trzeci raz' }).waitFor()
    expect(await chip().count()).toBe(0)
    expect(desk.faults).toEqual([])
  })
})
