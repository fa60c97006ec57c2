// Guards the joined loop: a quality lead builds a survey, a ticket is closed, the customer answers from a phone with one click and one
// button (also without script), whatever opens every link of the mail has answered nothing, and the manager reads the low score with
// the diary beside it.
import type { Survey, TicketDetail } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import { violations, visit } from '../ground/browse.ts'
import { ticketAbout } from '../ground/desk.ts'
import { answersOf, askAfterClosing, askAtOnce, linksIn, until } from '../ground/feedback.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const subject = 'Farba zeszła po dwóch dniach'

describeWith(['chromium'], 'feedback', () => {
  let stage: Stage
  let lead: Person & { ask: Ask }
  let survey: Survey
  let ticket: TicketDetail
  let links: string[]
  let surveyLink: string
  beforeAll(async () => {
    stage = await setStage()
    await askAtOnce(stage.ask)
    lead = await addPerson(stage.kontuar.url, stage.ask, 'manager', 'Ewa Zaręba', 'ewa@mieta.example')
  })
  afterAll(() => stage?.stop())

  test('a quality lead builds a survey from a ready-made one, by keyboard, and publishes it', async () => {
    const visited = await stage.visit({ as: lead })
    const { page } = visited
    await page.goto('/feedback')
    await page.getByRole('link', { name: 'New survey' }).first().click()
    await page.getByText('After a ticket is closed').first().click()
    await visited.look('feedback-choose')
    await page.getByRole('button', { name: 'Begin with this one' }).click()
    await page.waitForURL(/\/build/)
    const questions = page.getByRole('list', { name: 'Questions in their order' }).or(page.getByLabel('Questions in their order')).first()
    await questions.waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Publish', exact: false }).first().click()
    await visited.look('feedback-publish')
    await page.getByRole('dialog').or(page.locator('form')).getByRole('button', { name: /Publish/ }).last().click()
    survey = await until('the survey is published', async () => (await stage.ask<{ items: Survey[] }>('GET', '/surveys')).items.find((s) => s.state === 'active'))
    expect(survey).toMatchObject({ version: 1, metric: 'csat' })
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test('after the ticket was closed the customer gets one mail with the scale in it', async () => {
    await askAfterClosing(lead.ask, survey.id)
    await stage.arrives({ subject, text: 'Dzień dobry, farba zeszła po dwóch dniach. Proszę o pomoc.' })
    ticket = await ticketAbout(stage.ask, subject)
    await stage.ask('POST', `/tickets/${ticket.id}/interactions`, { text: 'Wystarczy umyć letnią wodą.' })
    await stage.ask('PATCH', `/tickets/${ticket.id}`, { status: 'closed', result: 'solved' })
    const mail = await until('the invitation comes', async () => stage.postOffice.taken.find((m) => /\/s\//.test(String(m.mail.html))))
    expect(mail.to).toEqual(['zofia@klient.example'])
    expect(mail.mail.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } })
    links = linksIn(String(mail.mail.html))
    const scale = links.filter((l) => /\/s\/[\w-]{22}\?v=\d$/.test(l))
    expect(scale.map((l) => new URL(l).searchParams.get('v'))).toEqual(['1', '2', '3', '4', '5'])
    surveyLink = scale[0]!
    for (const link of links) expect(link).not.toContain('zofia')
  })

  test('a scanner that opens every link with GET, HEAD and a browser that runs scripts has answered nothing', async () => {
    for (const link of [...links, ...links.toReversed()]) for (const method of ['HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
    const scanner = await visit(stage.browser, stage.kontuar.url)
    for (const link of links) {
      await scanner.page.goto(link)
      // Long enough for whatever would send itself.
      await scanner.page.waitForLoadState('networkidle')
    }
    expect(scanner.faults).toEqual([])
    await scanner.close()
    expect(await answersOf(stage.ask, survey.id)).toEqual([])
    const [invitation] = (await stage.ask<{ items: { openedAt: string | null; finishedAt: string | null; clickedValue: string | null }[] }>('GET', `/survey-invitations?ticketId=${ticket.id}`)).items
    expect(invitation).toMatchObject({ finishedAt: null })
    expect((await stage.ask<{ optedOutAt: string | null }>('GET', `/customers/${ticket.customerId}/asking`)).optedOutAt).toBeNull()
  })

  test('the customer answers from a phone without script: one click in the mail, one button', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'pl', baseURL: stage.kontuar.url })
    const page = await context.newPage()
    await page.goto(surveyLink)
    await page.screenshot({ path: `${process.env['KONTUAR_LOOK'] ?? '/tmp/kontuar-e2e'}/feedback-phone.png`, fullPage: true })
    expect(await page.locator('input[type=radio]:checked').getAttribute('value')).toBe('1')
    await page.getByRole('button', { name: /Dalej|Wyślij/ }).first().click()
    await expect.poll(async () => (await answersOf(stage.ask, survey.id)).map((a) => [a.score, a.tone, a.state])).toEqual([[1, 'low', 'partial']])
    await page.locator('textarea').fill('Niby rozwiązane, a ściana dalej brudna.')
    await page.getByRole('button', { name: 'Wyślij' }).click()
    await page.getByRole('heading', { name: /Dziękujemy/ }).waitFor()
    await context.close()
    const [answer] = await answersOf(stage.ask, survey.id)
    expect(answer).toMatchObject({ state: 'finished', comment: 'Niby rozwiązane, a ściana dalej brudna.', ticket: { id: ticket.id }, ticketResult: 'solved', staff: { name: 'Anna Wójcik' } })
  })

  test('the link is spent: whoever opens it afterwards reads a thank-you and changes nothing', async () => {
    const answer = await fetch(surveyLink)
    expect(await answer.text()).toContain('już do nas dotarła')
    expect(await answersOf(stage.ask, survey.id)).toHaveLength(1)
  })
})
