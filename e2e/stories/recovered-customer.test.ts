// Guards the road from a number to an action and back: a rule is tried on the past and saved; a bad rating becomes an alert, a mail with a
// button, a task, a call, a cause and a remedy; the second question brings the customer back; and the weekly report of that shop tells it.
import type { Alert, AlertBackTest, Cause, Location, Recovery, Report, SurveyAnswer, TicketDetail } from '@kontuar/contracts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import { pictures, settled, violations, type Visit } from '../ground/browse.ts'
import { tasksOf, ticketAbout } from '../ground/desk.ts'
import { answersOf, askAfterClosing, askAtOnce, linksIn, until } from '../ground/feedback.ts'
import type { TakenMail } from '../ground/post.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { makeSurvey } from '../ground/surveys.ts'
import { describeWith } from '../ground/tools.ts'

const zofia = 'zofia@klient.example'
const subject = 'Rozklejone buty'
const words = 'Buty rozkleiły się po tygodniu, a nikt nie oddzwonił.'
const remedy = 'Wymieniono buty na nowe i dołożono wkładki.'
const rule = 'Zła ocena w Krakowie'
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
/** Blanks that hold words together are blanks to whoever reads. */
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u2060', '').replaceAll(/\s+/g, ' ')

describeWith(['chromium'], 'a customer who was unhappy', () => {
  let stage: Stage
  let borys: Person & { ask: Ask }
  let anna: Visit
  let manager: Visit
  let krakow: Location
  let surveyId: string
  let cause: string
  let ticket: TicketDetail
  let mail: TakenMail
  const all = async <T>(path: string, ask: Ask = stage.ask) => (await ask<{ items: T[] }>('GET', path)).items
  const alerts = () => all<Alert>('/alerts')
  const loop = async (): Promise<Recovery> => (await all<Recovery>('/recoveries'))[0]!
  const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  /** What a customer or colleague opens on a telephone: whole without any script, and free of faults. */
  async function onTelephone(link: string, name: string, act: (page: Page) => Promise<unknown>): Promise<void> {
    const checked = await stage.browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'pl' })
    await checked.goto(link)
    expect(await violations(checked), name).toEqual([])
    expect(await checked.evaluate('document.documentElement.scrollWidth'), name).toBe(390)
    await checked.close()
    const context = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'pl' })
    const page = await context.newPage()
    await page.goto(link)
    await picture(page, name)
    await act(page)
    await context.close()
  }
  /** A mail as a telephone shows it. */
  async function looked(html: string, name: string): Promise<void> {
    const page = await stage.browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.setContent(html)
    await picture(page, name)
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(390)
    await page.close()
  }
  beforeAll(async () => {
    stage = await setStage()
    await askAtOnce(stage.ask)
    borys = await addPerson(stage.kontuar.url, stage.ask, 'manager', 'Borys Sokół', 'borys@mieta.example')
    const { id: managerId } = (await borys.ask<{ staff: { id: string } }>('GET', '/me')).staff
    krakow = await stage.ask<Location>('POST', '/locations', { name: 'Salon Kraków', managerId })
    const gdansk = await stage.ask<Location>('POST', '/locations', { name: 'Salon Gdańsk' })
    surveyId = await makeSurvey(stage.ask, 'Po wizycie')
    await askAfterClosing(stage.ask, surveyId)
    // Months that have been: two bad ratings in Kraków, which the rule finds, and what it has no business with.
    for (const [days, nps, where, text] of [[70, 2, krakow, 'Nikt nie umiał pomóc.'], [40, 9, krakow, null], [33, 3, krakow, 'Godzina w kolejce.'], [20, 8, krakow, null], [12, 2, gdansk, 'Zimna kawa.'], [3, 10, gdansk, null]] as const)
      await stage.ask('POST', '/answers', { surveyId, at: daysAgo(days), values: { nps, ...(text === null ? {} : { text }) }, locationId: where.id })
    await stage.ask('PUT', '/recovery-settings', { ...await stage.ask<object>('GET', '/recovery-settings'), askAfterHours: 0 })
    cause = (await all<Cause>('/causes'))[0]!.name
    anna = await stage.visit()
    manager = await stage.visit({ as: borys })
  })
  afterAll(() => stage?.stop())

  test('the administrator makes a rule of bad ratings at a location and sees what it would have done before it is saved', async () => {
    const { page } = anna
    const choose = async (label: string, option: string) => {
      await page.getByRole('combobox', { name: label }).last().click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    await page.goto('/alerts/rules/new')
    await page.getByLabel('Name', { exact: true }).fill(rule)
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await choose('What is asked', 'Score')
    await choose('How it is compared: Score', 'is at most')
    await page.getByLabel('Value: Score').fill('4')
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await choose('What is asked', 'Location')
    await choose('Value: Location', 'Salon Kraków')
    await page.keyboard.press('Escape')
    // By their part in the matter: who that is now stands below.
    await page.getByText('now Borys Sokół', { exact: false }).waitFor()
    await page.getByLabel('Gather for').fill('0')
    await page.getByText('Only if: Score is at most 4 and location is Salon Kraków', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Try it on the past' }).click()
    const past = page.locator('[data-back-test=done]')
    await past.getByText('2 alerts, 0.1 a week.', { exact: false }).waitFor()
    for (const said of ['Nikt nie umiał pomóc.', 'Godzina w kolejce.']) await past.getByText(said).waitFor()
    await past.getByRole('row', { name: /Borys Sokół/ }).waitFor()
    expect(await past.getByText('Zimna kawa.').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await past.getByText('Who would have been told').scrollIntoViewIfNeeded()
    await anna.look('recovered-rule-past')
    expect(await all('/alert-rules')).toEqual([])
    const { result } = await stage.ask<AlertBackTest>('GET', `/alert-back-tests/${new URL(page.url()).searchParams.get('test')!.replaceAll('"', '')}`)
    expect(result).toMatchObject({ alarms: 2, noisy: false, people: [{ name: 'Borys Sokół' }] })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/alerts/rules')
    await page.getByText(rule).first().waitFor()
    // What has been is over: nobody is told of it.
    expect(await alerts()).toEqual([])
  })

  test('a customer rates low on a telephone', async () => {
    await stage.arrives({ subject, text: 'Dzień dobry, buty się rozkleiły. Co teraz?' })
    ticket = await ticketAbout(stage.ask, subject)
    await stage.ask('PATCH', `/tickets/${ticket.id}`, { locationId: krakow.id })
    await stage.ask('POST', `/tickets/${ticket.id}/interactions`, { text: 'Proszę przynieść je do salonu, oddzwonimy dzisiaj.' })
    await stage.ask('PATCH', `/tickets/${ticket.id}`, { status: 'closed', result: 'solved' })
    const invitation = await until('the invitation comes', async () => stage.postOffice.taken.find((m) => m.to.includes(zofia) && /\/s\//.test(String(m.mail.html))))
    await onTelephone(linksIn(String(invitation.mail.html)).find((link) => link.endsWith('?v=2'))!, 'recovered-rating', async (page) => {
      await page.getByRole('button', { name: /Dalej|Wyślij/ }).first().click()
      await page.locator('textarea').last().fill(words)
      await page.getByRole('button', { name: 'Wyślij' }).click()
      await page.getByRole('heading', { name: /Dziękujemy/ }).waitFor()
    })
  })

  test('it is an alert within seconds: in the app, and as a mail with the customer’s words, the diary, the reason and the buttons', async () => {
    const { page } = manager
    await page.goto('/alerts')
    await page.locator('[data-alert]', { hasText: 'A rating of 2 out of 10' }).waitFor()
    const [alert] = await alerts()
    expect(alert).toMatchObject({ ruleName: rule, times: 1, state: 'open', words: { text: words, by: 'Zofia Lis' }, location: { name: 'Salon Kraków' }, ticket: { id: ticket.id } })
    mail = await stage.postOffice.next(borys.email, 'robot')
    expect(mail.mail.subject).toContain('A rating of 2 out of 10')
    const text = plain(mail.mail.text)
    for (const said of [words, 'Why now', 'gives 2 on a scale of 0–10', 'Dzień dobry, buty się rozkleiły.', 'Proszę przynieść je do salonu', 'You get this because you manage the location (Salon Kraków).', `Rule “${rule}”`, 'Europe/Warsaw', 'Acknowledge', 'Take the task', 'I will call back'])
      expect(plain(String(mail.mail.html).replaceAll(/<[^>]+>/g, ' ')) + text).toContain(said)
    // What a machine wrote is no part of what was said.
    expect(text).not.toContain('Zapisaliśmy ją pod numerem')
    await looked(String(mail.mail.html), 'recovered-alert-mail')
    await page.locator('[data-alert]').first().click()
    const story = page.getByRole('region', { name: 'Alert', exact: true })
    for (const said of [words, 'Nobody has it yet', 'Borys Sokół · by mail', 'manages the location: Salon Kraków']) await story.getByText(said).first().waitFor()
    await settled(page)
    expect(await violations(page)).toEqual([])
    await manager.look('recovered-alert')
    // Once by each road, however often one looks.
    expect(stage.postOffice.taken.filter((m) => m.to.includes(borys.email))).toHaveLength(1)
  })

  test('whatever opens the links of the mail has done nothing; the manager takes the task with one button', async () => {
    const acts = linksIn(String(mail.mail.html)).filter((link) => new URL(link).pathname.startsWith('/a/'))
    expect(acts).toHaveLength(3)
    for (const link of [...acts, ...acts.toReversed()]) for (const method of ['HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
    expect([(await alerts())[0]!.state, await tasksOf(stage.ask, 'state=undone')]).toEqual(['open', []])
    await onTelephone(acts.find((link) => new URL(link).pathname.startsWith('/a/t'))!, 'recovered-take', async (page) => {
      await page.getByRole('heading', { name: 'Take the task?' }).waitFor()
      await page.getByRole('button', { name: 'Take the task' }).click()
      await page.getByRole('heading', { name: 'The task is yours' }).waitFor()
      await picture(page, 'recovered-taken')
    })
    expect((await alerts())[0]).toMatchObject({ state: 'acknowledged', acknowledgedByName: 'Borys Sokół' })
    expect(await tasksOf(borys.ask, 'ownerId=me&state=undone')).toMatchObject([{ origin: 'alert', ticketId: ticket.id, locationName: 'Salon Kraków', dueAt: expect.any(String) }])
    // Due in business time: in Today when its day comes.
    await manager.page.goto('/tasks')
    await manager.page.getByRole('button', { name: 'A rating of 2 out of 10', exact: false }).first().waitFor()
    expect(await violations(manager.page)).toEqual([])
    await manager.look('recovered-task')
  })

  test('from the alert the manager comes to the low score, with the diary beside it, and records the call', async () => {
    const { page } = manager
    await page.goto(`/alerts/${(await alerts())[0]!.id}`)
    await page.getByRole('link', { name: 'To the unhappy customer' }).click()
    await page.waitForURL(/\/recoveries\//)
    const diary = page.getByRole('region', { name: 'Diary' })
    for (const said of ['Dzień dobry, buty się rozkleiły.', 'Proszę przynieść je do salonu', 'Low score: 2 / 10', 'Nothing since.']) await diary.getByText(said, { exact: false }).first().waitFor()
    await page.getByText('Why: manages the location: Salon Kraków').waitFor()
    await page.getByText(words).first().waitFor()
    expect(await violations(page)).toEqual([])
    await manager.look('recovered-low-score')
    await page.getByRole('button', { name: 'Call and record it' }).click()
    await page.getByLabel('What the customer wanted').fill('Chce nowych butów, nie naprawy.')
    await page.getByLabel('What was decided').fill('Wymiana na nowe, do odbioru w piątek.')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.waitForURL(/\/recoveries\//)
    await diary.getByText('first contact').waitFor()
    expect(plain(await diary.textContent())).toContain('Chce nowych butów, nie naprawy. Wymiana na nowe, do odbioru w piątek.')
    expect(await loop()).toMatchObject({ state: 'contacted', reachLate: false })
  })

  test('cause and remedy are noted and it is closed; with it the alert and its task are done', async () => {
    const { page } = manager
    await page.getByRole('button', { name: 'Close it' }).click()
    const form = page.getByRole('group', { name: 'Close it' })
    await form.getByRole('button', { name: 'Close it' }).click()
    await form.getByText('Choose what lay behind it.').waitFor()
    await form.getByRole('combobox', { name: 'Cause' }).click()
    await page.getByRole('option', { name: cause, exact: true }).click()
    await form.getByLabel('What was done').fill(remedy)
    expect(await form.getByRole('checkbox', { name: 'Ask the customer whether it helped' }).isChecked()).toBe(true)
    expect(await violations(page)).toEqual([])
    await manager.look('recovered-close')
    await form.getByRole('button', { name: 'Close it' }).click()
    await page.getByText('Asked whether it helped').first().waitFor()
    await expect.poll(async () => (await alerts())[0]).toMatchObject({ state: 'resolved', resolvedReason: 'handled', resolvedByName: 'Borys Sokół' })
    await expect.poll(() => tasksOf(stage.ask, 'state=done')).toMatchObject([{ origin: 'alert', causeName: cause, remedy }])
    await page.goto(`/alerts/${(await alerts())[0]!.id}`)
    await page.getByText('Resolved by Borys Sokół: seen to').waitFor()
    await manager.look('recovered-alert-resolved')
  })

  test('the customer says on a telephone that it is solved, and is won back before the manager’s eyes', async () => {
    const { page } = manager
    await page.goto(`/recoveries/${(await loop()).id}?show=all`)
    await page.getByText('Asked whether it helped').first().waitFor()
    const second = await until('the second question comes', async () => stage.postOffice.taken.find((m) => m.to.includes(zofia) && m.mail.subject === 'Czy sprawa jest rozwiązana?'))
    await looked(String(second.mail.html), 'recovered-second-mail')
    await onTelephone(linksIn(String(second.mail.html)).find((link) => link.endsWith('?v=yes'))!, 'recovered-second', async (telephone) => {
      expect(await telephone.locator('input[type=radio]:checked').getAttribute('value')).toBe('yes')
      await telephone.locator('label', { hasText: /^5/ }).click()
      await telephone.getByRole('button', { name: 'Wyślij' }).click()
      await telephone.getByRole('heading', { name: /Dziękujemy/ }).waitFor()
    })
    await page.getByRole('region', { name: 'Unhappy customer', exact: true }).getByText('Won back').waitFor()
    await page.getByText('it is solved', { exact: true }).waitFor()
    await page.locator('[data-recovery]', { hasText: 'Won back' }).waitFor()
    await page.getByText('The customer says: it is solved').waitFor()
    expect(await violations(page)).toEqual([])
    await manager.look('recovered-won-back')
    expect(await loop()).toMatchObject({ state: 'recovered', recovered: true, inTime: true, cause: { name: cause }, remedy })
    // Whoever has seen to it has been told: nothing waits at the bell.
    await expect.poll(async () => (await borys.ask<{ unread: number }>('GET', '/notifications/counts')).unread).toBe(0)
    // The good word opens no loop and fires no rule.
    expect([(await all('/recoveries')).length, (await alerts()).length]).toEqual([1, 1])
  })

  test('on a telephone the manager finds the same, and nothing sticks out', async () => {
    const phone = await stage.visit({ as: borys, width: 390 })
    for (const [name, path, said] of [['alert', `/alerts/${(await alerts())[0]!.id}`, words], ['customer', `/recoveries/${(await loop()).id}`, 'Won back'], ['tasks', '/tasks?show=done', 'A rating of 2 out of 10'], ['rules', '/alerts/rules', rule]] as const) {
      await phone.page.goto(path)
      await phone.page.getByText(said).first().waitFor()
      await settled(phone.page)
      expect([name, await violations(phone.page), await phone.page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, [], 390])
      await phone.look(`recovered-phone-${name}`)
    }
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  test('error review counts it by its cause, and the number opens the customer', async () => {
    const { page } = manager
    await page.goto('/error-review')
    const card = page.getByRole('article', { name: cause }).or(page.locator('li, article, section').filter({ has: page.getByRole('heading', { name: cause, exact: true }) })).first()
    await card.getByText('Salon Kraków: 1').waitFor()
    for (const said of ['Won back', '1 of 1', remedy]) expect(plain(await card.innerText())).toContain(said)
    expect(await violations(page)).toEqual([])
    await manager.look('recovered-error-review')
    await card.getByRole('link', { name: 'Salon Kraków: 1' }).click()
    await page.locator('[data-recovery]', { hasText: 'Zofia Lis' }).waitFor()
    const { results } = await borys.ask<{ results: { figure: { value: number | null; n: number } }[] }>('POST', '/metrics/read', { queries: ['recovered', 'contacted-in-time'].map((metric) => ({ metric, from: daysAgo(1).slice(0, 10), to: daysAgo(-2).slice(0, 10) })) })
    expect(results.map(({ figure }) => figure.n)).toEqual([1, 1])
  })

  test('the weekly report of that shop tells it: on the screen, and sent by one click as a mail with the PDF', async () => {
    const { page } = anna
    const report = (await all<Report>('/reports')).find(({ readyMade }) => readyMade === 'after-sales-weekly')!
    await page.goto(`/reports/${report.id}/edit`)
    // The week that is under way, since all of it happened today.
    await page.getByLabel('Period').selectOption({ label: 'This week' })
    expect(await page.getByRole('checkbox', { name: 'PDF' }).isChecked()).toBe(true)
    await page.getByRole('switch', { name: 'Switched on' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/reports\/[\w-]+$/)
    // The address is there before the page: the preview beside the form has the same choice of a location.
    await page.getByRole('button', { name: 'Send' }).waitFor()
    await page.getByRole('combobox', { name: 'Which location' }).click()
    await page.getByRole('option', { name: 'Salon Kraków' }).click()
    await page.getByRole('link', { name: 'Zofia Lis' }).waitFor()
    const shown = plain(await page.locator('body').textContent())
    for (const said of ['Low scores and what became of them', '2 / 10 · customer won back', `${cause}: ${remedy}`, words]) expect(shown).toContain(said)
    await settled(page)
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Zofia Lis' }).scrollIntoViewIfNeeded()
    await anna.look('recovered-report')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('menuitem', { name: 'all', exact: false }).click()
    await page.getByRole('button', { name: 'Send 1 report' }).click()
    await page.waitForURL(/\/reports\/runs\//)
    const sent = await until('the report comes', async () => stage.postOffice.taken.find((m) => m.to.includes(borys.email) && m.mail.attachments.some(({ contentType }) => contentType === 'application/pdf')), 60)
    expect(sent.mail.subject).toContain('Salon Kraków')
    for (const said of ['Zofia Lis', 'customer won back', cause, remedy, words, 'What followed: customer won back', 'You get this report because you are in charge of the location “Salon Kraków”.']) expect(plain(sent.mail.text)).toContain(said)
    // From the mail to the customer.
    expect(linksIn(String(sent.mail.html))).toContain(`${stage.kontuar.url}/recoveries/${(await loop()).id}`)
    const pdf = sent.mail.attachments.find(({ contentType }) => contentType === 'application/pdf')!
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.filename).toMatch(/Salon-Kraków-\d{4}-\d{2}-\d{2}\.pdf$/)
    writeFileSync(join(pictures, 'recovered-report.pdf'), pdf.content)
    await looked(String(sent.mail.html).replaceAll(/src="cid:[^"]+"/g, ''), 'recovered-report-mail')
    await page.getByText('Borys Sokół').first().waitFor()
    await anna.look('recovered-run')
    // The shop manager reads the same by the live link.
    await manager.page.goto(linksIn(String(sent.mail.html)).find((link) => link.includes(`/reports/${report.id}`))!)
    // Over a slow network, by which addresses never opened before are learnt late.
    await manager.context.route(/\/assets\/routes-/, async (route) => { await pause(600); await route.continue() })
    await manager.page.getByRole('link', { name: 'Zofia Lis' }).click()
    await manager.page.waitForURL(/\/recoveries\//)
    await manager.page.getByText('Won back').first().waitFor()
    expect([...anna.faults, ...manager.faults]).toEqual([])
  })

  test('every answer of the story is one answer', async () => {
    expect((await answersOf(stage.ask, surveyId)).filter(({ ticket: of }: SurveyAnswer) => of?.id === ticket.id)).toMatchObject([{ score: 2, state: 'finished', comment: words }])
  })
})
