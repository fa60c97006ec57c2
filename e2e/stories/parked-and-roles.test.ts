// Guards two promises: a mail that cannot be read is shown and not lost, and nobody gets more than their role allows,
// neither on the screen nor behind it.
import { readFile } from 'node:fs/promises'
import type { Ticket } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmtp } from '../../bench/ground/smtp-client.ts'
import { addPerson, type Ask, type Refused, type Person } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { office, setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'parked mail and roles', () => {
  let stage: Stage
  let observer: Person & { ask: Ask }
  let agent: Person & { ask: Ask }
  let ticket: Ticket
  beforeAll(async () => {
    stage = await setStage()
    observer = await addPerson(stage.kontuar.url, stage.ask, 'observer', 'Olga Widz', 'olga@mieta.example')
    agent = await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Adam Kos', 'adam@mieta.example')
    await stage.arrives({ subject: 'Zwrot towaru' })
    await stage.tickets(1)
    ticket = (await stage.ask<{ items: Ticket[] }>('GET', '/tickets')).items[0]!
  })
  afterAll(() => stage?.stop())

  test('a mail that cannot be read appears among the parked, can be downloaded and read again', async () => {
    const visited = await stage.visit()
    const { page } = visited
    await page.goto('/parked')
    await page.getByText('Nothing is parked: every mail was read').waitFor()
    const smtp = await openSmtp(stage.kontuar.smtpPort)
    await smtp.send('pusty@klient.example', office, '')
    smtp.close()
    await page.getByText('The mail is empty').waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: 'The mail is empty' }).textContent()).toContain('pusty@klient.example')
    await page.getByText('1 attempt', { exact: false }).waitFor()
    await visited.look('parked')
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()])
    expect(download.suggestedFilename()).toMatch(/\.eml$/)
    expect((await readFile(await download.path())).toString().trim()).toBe('')
    await page.getByRole('button', { name: /^Read .*again/ }).click()
    await page.getByText('The mail is being read again').waitFor()
    await page.getByText('2 attempts', { exact: false }).waitFor()
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test('an observer sees the ticket and the customer, but nothing to write with and nothing to change', async () => {
    const visited = await stage.atTicket('Zwrot towaru', { as: observer })
    const { page } = visited
    await page.getByText('Dzień dobry, proszę o informację.').first().waitFor()
    expect(await page.locator('[data-kind=message], [data-kind=note]').count()).toBe(0)
    await page.keyboard.press('r')
    expect(await page.getByRole('textbox', { name: /Text of/ }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Close', exact: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Write to a customer' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /Parked/ }).count()).toBe(0)
    await visited.look('observer')
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test('an agent answers, and does not find the settings of the organization', async () => {
    const visited: Visit = await stage.atTicket('Zwrot towaru', { as: agent })
    const { page } = visited
    await page.locator('[data-kind=message]').waitFor()
    await page.goto('/settings')
    const places = page.getByRole('navigation', { name: 'Settings' })
    await places.getByRole('link', { name: 'My profile' }).waitFor()
    expect(await places.getByRole('link', { name: 'Organization' }).count()).toBe(0)
    expect(await places.getByRole('link', { name: 'Audit log' }).count()).toBe(0)
    await page.goto('/settings/mailboxes')
    await page.getByText(office).waitFor()
    expect(await page.getByRole('link', { name: 'Add a mailbox' }).count()).toBe(0)
    await page.goto('/settings/people')
    await page.getByText('Olga Widz').first().waitFor()
    expect(await page.getByRole('link', { name: 'Invite a person' }).count()).toBe(0)
    expect(visited.faults).toEqual([])
    await visited.close()
  })

  test.each<[who: string, method: 'GET' | 'POST' | 'PATCH', path: string, body: unknown]>([
    ['observer', 'POST', '/tickets/:id/interactions', { text: 'Hello' }],
    ['observer', 'PATCH', '/tickets/:id', { status: 'closed' }],
    ['observer', 'GET', '/parked', undefined],
    ['agent', 'PATCH', '/organization', { outgoingPaused: true }],
    ['agent', 'POST', '/invitations', { email: 'x@mieta.example', role: 'agent' }],
    ['agent', 'POST', '/mailboxes', { name: 'X', address: 'x@mieta.example' }],
    ['agent', 'GET', '/audit', undefined],
  ])('the server itself refuses the %s: %s %s', async (who, method, path, body) => {
    const { ask } = who === 'observer' ? observer : agent
    const refused = await ask(method, path.replace(':id', ticket.id), body).then(() => null, (error: Refused) => error)
    expect(refused).toMatchObject({ status: 403, code: 'not-allowed' })
  })
})
