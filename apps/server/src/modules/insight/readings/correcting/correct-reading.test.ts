// Guards that one click corrects, that it teaches, that it can be taken back, and that nobody corrects what they may not see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { newId } from '../../../../platform/id.ts'
import { letTimePass, readingOffice } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const odd = 'Frędzle mi się zrolowały na turkusowo.'

describe('a correction', () => {
  test('stands, is kept with who made it, and teaches: the next text of its kind is read as corrected', async () => {
    const { mail, ask, rows, readingOf, org } = await readingOffice(kontuar)
    const first = await mail(odd)
    await kontuar.runJobs()
    const before = await readingOf(first.interactionId)
    const right = before.sentiment === 'negative' ? 'positive' : 'negative'
    expect(await ask('PATCH', `/readings/${first.interactionId}`, { sentiment: right }, 'agent')).toMatchObject({ sentiment: right, by: 'person', confidence: null, certain: true })
    expect(await rows('select subject_id, language, sentiment, topic_id, text, by_id from reading_correction where org_id = $1'))
      .toEqual([{ subject_id: first.interactionId, language: before.language, sentiment: right, topic_id: null, text: odd, by_id: org.staff.agent.staffId }])
    expect(await ask('GET', '/reading-settings')).toMatchObject({ learned: { corrections: 0, at: null } })
    await letTimePass(kontuar)
    expect(await ask('GET', '/reading-settings')).toMatchObject({ learned: { corrections: 1, at: expect.any(String) } })
    const second = await mail(odd)
    await kontuar.runJobs()
    expect(await readingOf(second.interactionId)).toMatchObject({ sentiment: right, by: 'classifier' })
    expect((await ask('POST', '/readings/try', { text: odd })).sentiment).toBe(right)
  })

  test('is counted: the fact says what the person said', async () => {
    const { mail, ask, rows } = await readingOffice(kontuar)
    const { interactionId } = await mail('Skandal! Nigdy więcej, tragiczna obsługa.')
    await kontuar.runJobs()
    await ask('PATCH', `/readings/${interactionId}`, { sentiment: 'neutral' })
    await kontuar.runJobs()
    expect(await rows(`select measures, weight from fact where org_id = $1 and kind = 'reading' order by created_at, weight`)).toEqual([
      { measures: { negative: 1, neutral: 0, positive: 0 }, weight: 1 }, { measures: { negative: 1, neutral: 0, positive: 0 }, weight: -1 }, { measures: { negative: 0, neutral: 1, positive: 0 }, weight: 1 },
    ])
  })

  test('taken back gives the word to the machine again, and is unlearnt', async () => {
    const { mail, ask, readingOf } = await readingOffice(kontuar)
    const { interactionId } = await mail(odd)
    await kontuar.runJobs()
    const before = await readingOf(interactionId)
    await ask('PATCH', `/readings/${interactionId}`, { sentiment: before.sentiment === 'negative' ? 'positive' : 'negative' })
    await letTimePass(kontuar)
    expect(await ask('PATCH', `/readings/${interactionId}`, { sentiment: null })).toEqual(before)
    await letTimePass(kontuar)
    expect(await ask('GET', '/reading-settings')).toMatchObject({ learned: { corrections: 0 } })
    expect((await ask('POST', '/readings/try', { text: odd })).sentiment).toBe(before.sentiment)
  })

  test('of the topic names a reason, leaves the ticket’s own alone and the sentiment to the machine; none of them is an answer too', async () => {
    const { mail, ask, readingOf } = await readingOffice(kontuar)
    const reason = await ask('POST', '/reasons', { name: 'Zwrot towaru' })
    const { interactionId, ticketId } = await mail('Chcę zwrócić buty.')
    await kontuar.runJobs()
    const before = await readingOf(interactionId)
    expect(await ask('PATCH', `/readings/${interactionId}`, { topicId: reason.id })).toEqual({ ...before, topic: { reasonId: reason.id, name: 'Zwrot towaru', confidence: null } })
    expect((await ask('GET', `/tickets/${ticketId}`)).reasonId).toBeNull()
    expect(await ask('PATCH', `/readings/${interactionId}`, { sentiment: 'negative' })).toMatchObject({ by: 'person', topic: { reasonId: reason.id } })
    expect(await ask('PATCH', `/readings/${interactionId}`, { topicId: null })).toMatchObject({ topic: null, by: 'person', sentiment: 'negative' })
  })

  test.each([
    ['a reason that is none', { topicId: newId() }, 400, 'topicId'], ['a rubbish reason', { topicId: 'zwrot' }, 400, 'topicId'], ['a sentiment that is none', { sentiment: 'angry' }, 400, null], ['nothing', {}, 400, null],
  ])('with %s is refused and changes nothing', async (_name, body, status, field) => {
    const { mail, asked, readingOf, rows } = await readingOffice(kontuar)
    const { interactionId } = await mail(odd)
    await kontuar.runJobs()
    const before = await readingOf(interactionId)
    const answer = await asked('PATCH', `/readings/${interactionId}`, body)
    expect(answer).toMatchObject({ status, body: { code: 'invalid-input' } })
    if (field !== null) expect(answer.body.fields).toHaveProperty(field)
    expect(await readingOf(interactionId)).toEqual(before)
    expect(await rows('select from reading_correction where org_id = $1')).toEqual([])
  })

  test('of a text that is not there, or is another organization’s, or by somebody who may not change tickets, is refused', async () => {
    const [one, other] = [await readingOffice(kontuar), await readingOffice(kontuar)]
    const { interactionId } = await one.mail(odd)
    await kontuar.runJobs()
    expect(await one.asked('PATCH', `/readings/${newId()}`, { sentiment: 'neutral' })).toMatchObject({ status: 404 })
    expect(await one.asked('PATCH', '/readings/nope', { sentiment: 'neutral' })).toMatchObject({ status: 404 })
    expect(await other.asked('PATCH', `/readings/${interactionId}`, { sentiment: 'neutral' })).toMatchObject({ status: 404 })
    expect(await one.asked('PATCH', `/readings/${interactionId}`, { sentiment: 'neutral' }, 'observer')).toMatchObject({ status: 403 })
    expect((await other.ask('GET', `/readings?interactionId=${interactionId}`)).items).toEqual([])
  })
})
