// Guards that whoever closes an unhappy customer's matter need not close its alert and task as well, and that nothing else ends with it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { buildNpsSurvey, buildRule, giveAnswer } from '../rules/testing.ts'
import { endOf } from './end-with-loops.ts'

let kontuar: TestKontuar
let org: TestOrganization
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { org = await buildOrganization(kontuar.platform.db) })

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org.orgId, work)
const ask = async (method: 'GET' | 'POST', path: string, body?: object) => kontuar.ask(method, path, body, await kontuar.tokenOf('manager', org))
const low = { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'low' }] }
const alerts = async (): Promise<Record<string, { id: string; state: string; resolvedReason: string | null; resolvedByName: string | null; recoveryId: string | null }>> =>
  Object.fromEntries((await ask('GET', '/alerts')).body.items.map((a: { ruleName: string }) => [a.ruleName, a]))

test.each([['solved', 'handled'], ['nothing-to-mend', 'nothing-to-do'], ['mistaken', 'false-alarm']])('closed as %s it ends the alert of that rating as %s, with its tasks, and no alert of a run', async (as, reason) => {
  const { ticketId, customerId } = await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))
  const since = new Date(Date.now() - 3_600_000)
  await write((tx) => buildRule(tx, { kind: 'event', on: 'answer', where: low }, { name: 'Zła ocena', since }))
  await write((tx) => buildRule(tx, { kind: 'sequence', on: 'answer', fits: low, each: 'all', n: 2 }, { name: 'Dwie z rzędu', since }))
  const surveyId = await write(buildNpsSurvey)
  await write((tx) => giveAnswer(tx, surveyId, { score: 1, at: new Date(Date.now() - 60_000) }))
  await write((tx) => giveAnswer(tx, surveyId, { score: 2, at: new Date(), about: { ticketId, customerId } }))
  await kontuar.runJobs()
  const found = (await ask('GET', '/alerts')).body.items.find((a: { ruleName: string; recoveryId: string | null }) => a.ruleName === 'Zła ocena' && a.recoveryId !== null)
  const { body: withTask } = await ask('POST', `/alerts/${found.id}/task`, {})
  const causeId = as === 'mistaken' ? null : (await kontuar.ask('POST', '/causes', { name: `Wada ${newId()}` }, await kontuar.tokenOf('administrator', org))).body.id
  expect((await ask('POST', `/recoveries/${found.recoveryId}/close`, { as, causeId, remedy: 'Wymieniono buty.' })).status).toBe(200)
  await kontuar.runJobs()
  await Promise.all([1, 2].map(() => write((tx) => endOf(tx, [found.recoveryId]))))
  expect((await alerts())['Dwie z rzędu']).toMatchObject({ state: 'open' })
  expect((await ask('GET', `/alerts/${found.id}`)).body.alert).toMatchObject({ state: 'resolved', resolvedReason: reason, resolvedByName: expect.any(String) })
  const { body: task } = await ask('GET', `/tasks/${withTask.taskId}`)
  expect([task.state, task.causeId, task.remedy]).toEqual(as === 'mistaken' ? ['open', null, ''] : ['done', causeId, 'Wymieniono buty.'])
})

test('a loop that is open ends nothing', async () => {
  const { ticketId, customerId } = await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))
  await write((tx) => buildRule(tx, { kind: 'event', on: 'answer', where: low }, { name: 'Zła ocena', since: new Date(Date.now() - 3_600_000) }))
  await write(async (tx) => giveAnswer(tx, await buildNpsSurvey(tx), { score: 2, at: new Date(), about: { ticketId, customerId } }))
  await kontuar.runJobs()
  const { recoveryId } = (await alerts())['Zła ocena']!
  expect((await ask('POST', `/recoveries/${recoveryId}/close`, { as: 'no-contact-possible' })).status).toBe(200)
  expect((await ask('POST', `/recoveries/${recoveryId}/reopen`)).status).toBe(200)
  await kontuar.runJobs()
  expect((await alerts())['Zła ocena']).toMatchObject({ state: 'open' })
})
