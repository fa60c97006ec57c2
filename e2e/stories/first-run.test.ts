// Guards the main road: from the address of an empty installation to an answer in the customer's mail program, and back.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, pasteFile, settled, violations, visit, type Visit } from '../ground/browse.ts'
import { openPostOffice, post, replyTo, type PostOffice, type TakenMail } from '../ground/post.ts'
import { startKontuar, type StartedKontuar } from '../ground/start-kontuar.ts'
import { describeWith } from '../ground/tools.ts'

const office = 'biuro@swiezak.example'
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

describeWith(['chromium'], 'the main road', () => {
  let kontuar: StartedKontuar
  let postOffice: PostOffice
  let browser: Browser
  let anna: Visit
  let question: string
  let answer: TakenMail
  beforeAll(async () => {
    [kontuar, postOffice, browser] = await Promise.all([startKontuar(), openPostOffice(), openBrowser()])
    anna = await visit(browser, kontuar.url)
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([kontuar?.discard(), postOffice?.stop()])
  })

  test('an empty installation opens at its set-up page, and that makes the organization and signs in', async () => {
    const { page } = anna
    await page.goto('/')
    await page.getByRole('heading', { name: 'Set up Kontuar' }).waitFor()
    expect(await violations(page)).toEqual([])
    await anna.look('set-up')
    await page.getByLabel('Name', { exact: true }).fill('Świeżak')
    await page.getByLabel('First and last name').fill('Anna Wójcik')
    await page.getByLabel('E-mail').fill('anna@swiezak.example')
    await page.getByRole('textbox', { name: 'Password' }).fill('zielona mięta w doniczce')
    await page.getByRole('button', { name: 'Create the organization' }).click()
    await page.waitForURL('**/today')
    await settled(page)
    await anna.look('after-set-up')
  })

  test('a mailbox is added in four steps', async () => {
    const { page } = anna
    await page.goto('/settings/mailboxes')
    await page.getByRole('link', { name: 'Add a mailbox' }).click()
    await page.getByLabel('E-mail address').fill(office)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText(String(kontuar.smtpPort)).waitFor()
    await anna.look('mailbox-receiving')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1')
    await page.getByRole('textbox', { name: 'Port' }).fill(String(postOffice.port))
    for (const [label, choice] of [['Encryption', 'None'], ['Signing in', 'Without signing in']] as const) {
      await page.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', { name: choice, exact: true }).click()
    }
    await page.getByRole('button', { name: 'Try the connection' }).click()
    await page.getByText('The connection works. Save to start sending.').waitFor()
    await anna.look('mailbox-sending')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('textbox', { name: 'Signature of the mailbox' }).fill('Świeżak, warzywa pod drzwi')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL('**/settings/mailboxes')
    await page.getByText(office).waitFor()
  })

  test('a mail appears in the open list without a reload', async () => {
    const { page } = anna
    await page.goto('/tickets')
    await page.getByText('A message that arrives appears here by itself.').waitFor()
    await anna.look('tickets-empty')
    question = await post(kontuar.smtpPort, { from: '"Zofia Lis" <zofia@klient.example>', to: office, subject: 'Gdzie jest mój koszyk?', text: 'Dzień dobry,\n\nzamówienie 4711 nie dotarło.\n\nZofia Lis' })
    await page.locator('[data-ticket]', { hasText: 'Gdzie jest mój koszyk?' }).waitFor()
  })

  test('the customer gets one confirmation, in their language and with the number', async () => {
    const { mail } = await postOffice.next('zofia@klient.example', 'robot')
    expect(mail.inReplyTo).toBe(question)
    expect(mail.text).toContain('Mamy ją pod numerem 1')
  })

  test('the ticket shows what was written and who the customer is', async () => {
    const { page } = anna
    await page.locator('[data-ticket]', { hasText: 'Gdzie jest mój koszyk?' }).click()
    await page.getByText('zamówienie 4711 nie dotarło.').waitFor()
    const panel = page.getByRole('complementary', { name: 'About the ticket' })
    await panel.getByText('zofia@klient.example').waitFor()
    await panel.getByText('This is the only one.').waitFor()
    expect(await panel.textContent()).toContain('Zofia Lis')
  })

  test('an answer with bold words, a picture and a file leaves as one well-made mail', async () => {
    const { page } = anna
    await page.locator('[data-kind=message]').click()
    const field = page.getByRole('textbox', { name: 'Text of the answer' })
    await field.pressSequentially('Dzień dobry, koszyk jest ')
    await page.keyboard.press('Control+b')
    await field.pressSequentially('u kuriera')
    await page.keyboard.press('Control+b')
    await field.pressSequentially('.')
    await pasteFile(page, 'mapa.png', 'image/png', picture)
    await field.getByRole('img', { name: 'mapa.png' }).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'potwierdzenie żółte.txt', mimeType: 'text/plain', buffer: Buffer.from('nadano 12 marca') })
    await page.getByText('potwierdzenie żółte.txt').waitFor()
    await page.getByText('Draft saved').waitFor()
    await anna.look('composer')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    answer = await postOffice.next('zofia@klient.example')
    const { mail, raw } = answer
    expect(mail.from?.value[0]?.address).toBe(office)
    expect(mail.messageId).toMatch(/^<[^<>\s]+@[^<>\s]+>$/)
    expect(mail.inReplyTo).toBe(question)
    expect([mail.references].flat()).toContain(question)
    expect(mail.subject).toMatch(/^Re: .*Gdzie jest mój koszyk\?/)
    expect(raw).toMatch(/^content-type: multipart\/alternative/im)
    expect(mail.text).toContain('Dzień dobry, koszyk jest u kuriera.')
    expect(mail.text).toContain('Świeżak, warzywa pod drzwi')
    expect(String(mail.html)).toMatch(/<(strong|b)>u kuriera<\/\1>/)
    const inline = mail.attachments.find(({ filename }) => filename === 'mapa.png')!
    expect(inline).toMatchObject({ related: true, contentType: 'image/png' })
    expect(inline.content.equals(picture)).toBe(true)
    expect(raw.replaceAll('=\r\n', '')).toContain(`cid:${inline.cid}`)
    expect(mail.attachments.find(({ filename }) => filename === 'potwierdzenie żółte.txt')?.content.toString()).toBe('nadano 12 marca')
  })

  test('the screen says that it was sent', async () => {
    await anna.page.getByText('Sent', { exact: true }).waitFor()
    await anna.look('answered')
  })

  test("the customer's reply comes back to the same ticket, live", async () => {
    await post(kontuar.smtpPort, replyTo(answer, 'Dziękuję, już jest!'))
    await anna.page.getByText('Dziękuję, już jest!').waitFor()
    await anna.look('replied')
    await anna.page.goto('/tickets?view=all')
    await anna.page.locator('[data-ticket]').first().waitFor()
    expect(await anna.page.locator('[data-ticket]').count()).toBe(1)
  })

  test('nothing went wrong on the way', () => {
    expect(anna.faults).toEqual([])
  })
})
