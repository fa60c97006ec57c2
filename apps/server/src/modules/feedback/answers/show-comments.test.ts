// Guards that the search of tickets, which is everybody's, finds words of comments only while everybody may read them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildSurvey } from '../answering/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => {
  kontuar = await startTestKontuar()
  const { platform: { db }, orgA: { orgId } } = kontuar
  const { surveyId, ticketId } = await db.write(orgId, async (tx) => ({ surveyId: await buildSurvey(tx), ...(await buildTicket(tx, await buildMailbox(tx))) }))
  const answer = await kontuar.ask('POST', `/tickets/${ticketId}/answers`, { surveyId, values: { nps: 3, text: 'Zyrafa czekała' } })
  if (answer.status !== 201) throw new Error(answer.text)
  await kontuar.runJobs()
})
afterAll(() => kontuar.stop())

const found = async () => {
  const { body } = await kontuar.ask('GET', '/tickets?q=zyrafa', undefined, await kontuar.tokenOf('agent'))
  return body.items.length as number
}
const see = async (agentsSee: string) => {
  expect((await kontuar.ask('PATCH', '/feedback-settings', { agentsSee })).status).toBe(200)
  await kontuar.runJobs()
}

test('a comment is found while agents may read it, not while they may not, and again afterwards', async () => {
  expect(await found()).toBe(1)
  await see('score')
  expect(await found()).toBe(0)
  await see('all')
  expect(await found()).toBe(1)
  await see('nothing')
  expect(await found()).toBe(0)
})
