// Guards the table of tickets: every row of the list, with its words, clocks and custom fields, and nothing anybody may not see.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => {
  kontuar = await startTestKontuar()
  await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => {
    const mailboxId = await buildMailbox(tx)
    for (let i = 0; i < 405; i++) await buildTicket(tx, mailboxId, { subject: i === 7 ? '=cmd|calc' : `Sprawa ${i}` })
  })
  await kontuar.runJobs()
})
afterAll(() => kontuar.stop())

test('every ticket of the list is a row, over several pages, with its clocks and fields', async () => {
  const field = (await kontuar.ask('POST', '/custom-fields', { subject: 'ticket', name: 'Numer zamówienia', type: 'text' })).body
  const ticket = (await kontuar.ask('GET', '/tickets?number=3')).body.items[0]
  await kontuar.ask('PATCH', `/tickets/${ticket.id}`, { fields: { [field.id]: 'ZAM-48213' } })
  await kontuar.runJobs()
  expect((await kontuar.ask('GET', '/search?q=zam-48213')).body.tickets).toMatchObject([{ number: 3 }])
  const { status, headers, text } = await kontuar.ask('GET', '/tickets/export?sort=number')
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/csv; charset=utf-8' })
  const lines = text.replace('\uFEFF', '').trim().split('\r\n')
  const [head, ...rows] = lines.map((line) => line.split(';'))
  expect(rows).toHaveLength(405)
  const third = Object.fromEntries(head!.map((name, i) => [name, rows[2]![i]]))
  expect(third).toMatchObject({ number: '3', subject: 'Sprawa 2', queue: 'Obsługa posprzedażowa', firstResponse: 'running', resolution: 'running', 'Numer zamówienia': 'ZAM-48213' })
  expect(text).toContain(`'=cmd|calc`)
})

test('a wrong filter is refused with a sentence, and another organization has its own rows', async () => {
  expect(await kontuar.ask('GET', '/tickets/export?viewId=nope')).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect((await kontuar.ask('GET', '/tickets/export', undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).text).not.toContain('Sprawa')
})
