// Guards who sees readings: whoever sees the text, and nobody else; of a comment only who may read the comment.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildSurvey } from '../../feedback/answering/testing.ts'
import { readingOffice } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const angry = 'Skandal! Trzeci raz to samo, jestem wściekła.'

async function ratedTicket() {
  const office = await readingOffice(kontuar)
  const { ticketId, interactionId } = await office.mail('Bardzo dziękuję, świetna obsługa!')
  const surveyId = await office.db.write(office.org.orgId, (tx) => buildSurvey(tx))
  const { id: answerId } = await office.ask('POST', `/tickets/${ticketId}/answers`, { surveyId, values: { nps: 3, text: angry } })
  await kontuar.runJobs()
  const of = async (query: string, role: 'administrator' | 'agent' | 'observer' = 'administrator') => ((await office.ask('GET', `/readings?${query}`, undefined, role)).items as { id: string; sentiment: string }[]).map((r) => [r.id, r.sentiment])
  return { ...office, ticketId, interactionId, answerId: answerId as string, of }
}

describe('readings of a ticket', () => {
  test('are those of its messages and of the comment of its rating, also after it was merged into another', async () => {
    const { ticketId, interactionId, answerId, of, ask, mail } = await ratedTicket()
    expect(await of(`ticketId=${ticketId}`)).toEqual([[answerId, 'negative'], [interactionId, 'positive']])
    expect(await of(`interactionId=${interactionId}, ,${newId()}`)).toEqual([[interactionId, 'positive']])
    expect(await of(`answerId=${answerId}`)).toEqual([[answerId, 'negative']])
    const other = await mail('Dzień dobry, proszę o fakturę.')
    await kontuar.runJobs()
    await ask('POST', `/tickets/${other.ticketId}/merge`, { intoId: ticketId })
    expect((await of(`ticketId=${ticketId}`)).map(([id]) => id)).toContain(other.interactionId)
  })

  test('show of the comment what agents may read of it, and to those who read feedback everything', async () => {
    const { ticketId, interactionId, answerId, of, ask, asked } = await ratedTicket()
    for (const [agentsSee, agents] of [['all', [answerId, interactionId]], ['score', [interactionId]], ['nothing', [interactionId]]] as const) {
      await ask('PATCH', '/feedback-settings', { agentsSee })
      expect((await of(`ticketId=${ticketId}`, 'agent')).map(([id]) => id), agentsSee).toEqual(agents)
      expect((await of(`answerId=${answerId}`, 'agent')).map(([id]) => id), agentsSee).toEqual(agents.filter((id) => id === answerId))
      expect((await of(`ticketId=${ticketId}`, 'observer')).map(([id]) => id)).toEqual([answerId, interactionId])
    }
    expect((await asked('PATCH', `/readings/${answerId}`, { sentiment: 'neutral' }, 'agent')).status).toBe(404)
    expect((await asked('PATCH', `/readings/${answerId}`, { sentiment: 'neutral' })).body).toMatchObject({ sentiment: 'neutral', by: 'person' })
  })

  test('are hidden with the ticket from somebody who sees other queues alone', async () => {
    const { ticketId, interactionId, answerId, of, ask, org } = await ratedTicket()
    const hidden = await ask('POST', '/queues', { name: 'Osobna' })
    const open = await ask('POST', '/queues', { name: 'Otwarta' })
    await ask('PUT', `/staff/${org.staff.agent.staffId}/access`, { access: 'granted', queueIds: [open.id], locationIds: [] })
    await ask('PATCH', `/tickets/${ticketId}`, { queueId: hidden.id })
    await kontuar.runJobs()
    expect(await of(`ticketId=${ticketId}&interactionId=${interactionId}&answerId=${answerId}`, 'agent')).toEqual([])
    await ask('PATCH', `/tickets/${ticketId}`, { queueId: open.id })
    expect((await of(`ticketId=${ticketId}`, 'agent')).map(([id]) => id)).toContain(interactionId)
  })

  test('are none while reading is switched off', async () => {
    const { ticketId, of, ask } = await ratedTicket()
    await ask('PUT', '/reading-settings', { on: false, topics: true, endpoint: null })
    expect(await of(`ticketId=${ticketId}`)).toEqual([])
  })
})

describe('a comment of an anonymous survey', () => {
  test('is read, but its reading is shown only where the comment is: among five, and without the moment', async () => {
    const { db, org, ask, rows } = await readingOffice(kontuar)
    const surveyId = await db.write(org.orgId, (tx) => buildSurvey(tx, { anonymous: true }))
    const ids: string[] = []
    for (let i = 0; i < 5; i++) {
      ids.push((await ask('POST', '/answers', { surveyId, values: { nps: 2, text: angry } })).id)
      await kontuar.runJobs()
      const { items } = await ask('GET', `/readings?answerId=${ids.join(',')}`)
      expect(items).toHaveLength(i < 4 ? 0 : 5)
      for (const { readAt } of items) expect(new Date(readAt).toISOString()).toBe((await ask('GET', `/answers/${ids[0]}`)).at)
    }
    expect(await rows(`select count(*)::int as n from reading where org_id = $1 and subject = 'answer'`)).toEqual([{ n: 5 }])
    expect(await rows(`select from fact where org_id = $1 and kind = 'reading'`)).toEqual([])
  })
})

describe('a comment that grows with its answer', () => {
  test('is read anew', async () => {
    const { db, org, ask } = await readingOffice(kontuar)
    const surveyId = await db.write(org.orgId, (tx) => buildSurvey(tx))
    const put = async (text: string, finished: boolean) => (await ask('POST', '/answers', { surveyId, key: 'one-and-the-same', finished, values: { nps: 3, text } })).id as string
    const id = await put('Świetnie, dziękuję!', false)
    await kontuar.runJobs()
    expect((await ask('GET', `/readings?answerId=${id}`)).items).toMatchObject([{ sentiment: 'positive' }])
    expect(await put(angry, true)).toBe(id)
    await kontuar.runJobs()
    expect((await ask('GET', `/readings?answerId=${id}`)).items).toMatchObject([{ sentiment: 'negative', sentences: [{ from: 0, to: 8 }, { to: angry.length }] }])
  })
})

describe('a question', () => {
  test('of more than a hundred is refused in one sentence', async () => {
    const { asked } = await readingOffice(kontuar)
    const answer = await asked('GET', `/readings?interactionId=${Array.from({ length: 101 }, () => newId()).join(',')}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(/^[A-Z].*\.$/) } })
  })
  test('of nothing or of rubbish ids is answered with nothing', async () => {
    const { ask } = await readingOffice(kontuar)
    for (const query of ['', 'ticketId=nope', 'interactionId=nope,1', `answerId=${newId()}`]) expect((await ask('GET', `/readings?${query}`)).items).toEqual([])
  })
})

describe('trying a text', () => {
  test('reads it with what was learnt and stores nothing', async () => {
    const { ask, rows } = await readingOffice(kontuar)
    expect(await ask('POST', '/readings/try', { text: 'Great service, thank you so much! But the parcel came late.' }, 'agent')).toMatchObject({ language: 'en', sentiment: expect.any(String), certain: expect.any(Boolean), topic: null, sentences: [{ from: 0, to: 33, sentiment: 'positive' }, { from: 34, to: 59 }] })
    expect((await ask('POST', '/readings/try', { text: 'Спасибо, всё отлично!' })).language).toBe('ru')
    expect(await ask('POST', '/readings/try', { text: 'Спасибо, всё отлично!', language: 'ru' })).toMatchObject({ language: 'ru', sentiment: 'positive' })
    expect(await ask('POST', '/readings/try', { text: 'Das Paket ist gestern nicht angekommen, bitte prüfen Sie das.', language: 'DE' })).toMatchObject({ language: null })
    expect(await rows('select from reading where org_id = $1')).toEqual([])
  })
  test.each([['nothing', { text: ' \n' }], ['too much', { text: 'x'.repeat(100_001) }], ['no text', {}], ['more than it takes', { text: 'x', store: true }]])('with %s is refused', async (_name, body) => {
    const { asked } = await readingOffice(kontuar)
    expect(await asked('POST', '/readings/try', body)).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })
})
