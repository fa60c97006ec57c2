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

  test('the manager opens the low score and reads beside it what was said and done before, and has somebody call back', async () => {
    const visited = await stage.visit({ as: lead })
    const { page } = visited
    await page.goto('/feedback/answers?tone=low')
    await page.getByText('Niby rozwiązane, a ściana dalej brudna.').first().click()
    await page.waitForURL(/\/feedback\/answers\/[\w-]+/)
    const diary = page.getByRole('region', { name: 'Before this answer' })
    await diary.getByText('Dzień dobry, farba zeszła po dwóch dniach.').first().waitFor()
    await diary.getByText('Wystarczy umyć letnią wodą.').first().waitFor()
    // What we recorded against what was said.
    await diary.getByText(/solved/i).first().waitFor()
    expect(await violations(page)).toEqual([])
    await visited.look('feedback-low-score')
    await page.getByRole('button', { name: 'Call back' }).click()
    await page.getByRole('region', { name: 'Call back' }).locator('button[type=submit]').click()
    const task = await until('the call-back is a task', async () => (await stage.ask<{ items: { title: string; kind: string; ticketId: string | null }[] }>('GET', `/tasks?ticketId=${ticket.id}`)).items[0])
    expect(task).toMatchObject({ kind: 'call-back', ticketId: ticket.id })
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test('the score stands in the ticket where the agent works, and in the customer’s diary', async () => {
    const visited = await stage.visit()
    await visited.page.goto(`/tickets/${ticket.id}`)
    await visited.page.locator('[data-entry]').getByText('Niby rozwiązane, a ściana dalej brudna.').waitFor()
    await visited.page.goto(`/customers/${ticket.customerId}`)
    await visited.page.getByText('Niby rozwiązane, a ściana dalej brudna.').first().waitFor()
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test('results are live: another answer changes the number while one looks at it', async () => {
    const visited = await stage.visit({ as: lead })
    await visited.page.goto(`/feedback/surveys/${survey.id}/results`)
    await visited.page.getByText('1 answer', { exact: false }).first().waitFor()
    for (const score of [5, 5, 4, 2]) await stage.ask('POST', '/answers', { surveyId: survey.id, values: { score } })
    await visited.page.getByText('60%').first().waitFor()
    await visited.look('feedback-results')
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test('the shop makes codes for its tables and prints the poster', async () => {
    const visited = await stage.visit({ as: lead })
    const { page } = visited
    await page.goto(`/feedback/surveys/${survey.id}/roads/qr`)
    await page.getByRole('button', { name: 'Add codes' }).click()
    await page.getByLabel('To', { exact: true }).fill('3')
    await page.getByRole('button', { name: 'Make 3 codes' }).click()
    await page.getByRole('button', { name: /^Table 3/ }).click()
    await page.getByRole('img', { name: /Table 3/ }).waitFor()
    await visited.look('feedback-codes')
    for (const paper of ['A4', 'A6']) {
      const poster = await page.request.get((await page.getByRole('link', { name: paper, exact: true }).first().getAttribute('href'))!)
      expect(poster.headers()['content-type']).toBe('application/pdf')
      expect((await poster.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }
    const { items } = await stage.ask<{ items: { url: string; place: string }[] }>('GET', `/survey-links?surveyId=${survey.id}`)
    expect(items.map((l) => l.place).sort()).toEqual(['Table 1', 'Table 2', 'Table 3'])
    const table = await stage.browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'pl' })
    await table.goto(items.find((l) => l.place === 'Table 2')!.url)
    await table.locator('label', { hasText: /^5/ }).first().click()
    await table.getByRole('button', { name: /Dalej|Wyślij/ }).first().click()
    await expect.poll(async () => (await answersOf(stage.ask, survey.id)).filter((a) => a.place === 'Table 2').length).toBe(1)
    await table.close()
    expect(visited.faults).toEqual([])
    await visited.close()
  })
})
