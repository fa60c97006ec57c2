// Guards that what happens becomes facts, once each, however often, late or broken off it is told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMailbox, buildMessage, buildTicket } from '../../../diary/testing.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import { netFacts } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const { db } = kontuar.platform
  const token = await kontuar.tokenOf('administrator', org)
  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object) => {
    const answer = await kontuar.ask(method, path, body, token)
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer.body
  }
  const mailboxId = await db.write(org.orgId, (tx) => buildMailbox(tx))
  const facts = async () => { await kontuar.runJobs(); return db.read(org.orgId, netFacts) }
  return { org, db, ask, mailboxId, facts }
}

describe('a mail that is answered and closed', () => {
  test('is told as opened, entered, two entries, a closing and what it came to', async () => {
    const { org, db, ask, mailboxId, facts } = await office()
    const { ticketId } = await db.write(org.orgId, (tx) => buildTicket(tx, mailboxId))
    expect((await facts()).map((f) => f.kind)).toEqual(['entry', 'stay-entered', 'ticket-opened'])
    await ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Wymienimy je.', status: 'closed' })
    const all = await facts()
    expect(all.map((f) => f.kind)).toMatchInlineSnapshot()
    expect(all).toMatchInlineSnapshot()
  })
})
