// Guards that topics are learnt from the organization's own tickets, suggested and never set, and that what was learnt is used at once everywhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { buildTicket } from '../../../diary/testing.ts'
import { newId } from '../../../../platform/id.ts'
import { letTimePass, readingOffice } from '../testing.ts'
import { learnInTheNight, lookAtTopics } from '../jobs.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const returns = ['Chcę zwrócić buty kupione w sobotę', 'Proszę o zwrot pieniędzy za kurtkę', 'Jak oddać zakupiony towar, zwrot w 14 dni', 'Odsyłam sukienkę, zwrot należności na konto', 'Zwrot zamówienia, nie pasuje rozmiar', 'Gdzie odesłać zwrot spodni', 'Chciałabym zwrócić sweter i odzyskać pieniądze', 'Formularz zwrotu nie działa, chcę oddać buty']
const visits = ['Chciałabym umówić wizytę na strzyżenie', 'Czy jest wolny termin na koloryzację w piątek', 'Proszę przełożyć wizytę na wtorek', 'Odwołuję wizytę u fryzjera jutro', 'Wolny termin na manicure w sobotę', 'Umówić strzyżenie męskie na poniedziałek', 'Czy mogę przyjść na wizytę o 17, termin', 'Zapisać córkę na strzyżenie, jaki termin']
const once = (jobs: { handle: (payload: never, context: never) => Promise<void> }) => jobs.handle({} as never, { attempt: 1, maxAttempts: 1 } as never)

async function sortedOffice() {
  const office = await readingOffice(kontuar)
  const [back, visit] = [await office.ask('POST', '/reasons', { name: 'Oddaje kupione' }), await office.ask('POST', '/reasons', { name: 'Umawia wizytę u nas' })]
  // Sorted long ago, all at once.
  await office.db.write(office.org.orgId, async (tx) => {
    for (const [texts, reason] of [[returns, back], [visits, visit]] as const) {
      for (const text of texts.flatMap((each) => [`${each}.`, `${each}, dzień dobry.`])) {
        const { ticketId } = await buildTicket(tx, office.mailboxId, { from: { name: 'Anna Nowak', address: `${newId()}@klient.example` }, text, visibleText: text })
        await tx.query('update ticket set reason_id = $3 where org_id = $1 and id = $2', [tx.orgId, ticketId, reason.id])
      }
    }
  })
  await kontuar.runJobs()
  return { ...office, back, visit }
}

describe('topics', () => {
  test('stay silent after too few tickets, and the night learns them anew', async () => {
    const { mail, ask, rows } = await readingOffice(kontuar)
    const reason = await ask('POST', '/reasons', { name: 'Oddaje kupione' })
    const { ticketId } = await mail(returns[0]!)
    await ask('PATCH', `/tickets/${ticketId}`, { reasonId: reason.id })
    await kontuar.runJobs()
    await once(lookAtTopics(kontuar.platform))
    await kontuar.runJobs()
    expect(await rows('select from learned where org_id = $1')).toEqual([])
    await once(learnInTheNight(kontuar.platform))
    await kontuar.runJobs()
    expect(await rows(`select model->'reasonIds' as reasons, examples from learned where org_id = $1 and name = 'topics'`)).toEqual([{ reasons: [], examples: 1 }])
    expect((await ask('POST', '/readings/try', { text: returns[1]! })).topic).toBeNull()
  })

  test('are suggested for what is open already, as soon as they are learnt; not over a person’s word, nor for what is sorted or closed', async () => {
    const { mail, ask, readingOf, back, visit } = await sortedOffice()
    const text = 'Dzień dobry, jak zwrócić buty? Proszę o zwrot pieniędzy.'
    const [open, said, closed] = [await mail(text), await mail('Kiedy otwieracie?'), await mail('Proszę o zwrot pieniędzy za sweter.')]
    await kontuar.runJobs()
    expect((await readingOf(open.interactionId)).topic).toBeNull()
    await ask('PATCH', `/readings/${said.interactionId}`, { topicId: visit.id })
    await ask('PATCH', `/tickets/${closed.ticketId}`, { reasonId: back.id, status: 'closed', result: 'solved' })
    await letTimePass(kontuar)
    expect((await readingOf(open.interactionId)).topic).toMatchObject({ reasonId: back.id })
    expect((await readingOf(said.interactionId)).topic).toMatchObject({ reasonId: visit.id, confidence: null })
    expect((await readingOf(closed.interactionId)).topic).toBeNull()
  })

  test('are learnt once enough tickets are sorted; then a message bears one, and its ticket still has no reason', async () => {
    const { mail, ask, readingOf, back, rows } = await sortedOffice()
    await once(lookAtTopics(kontuar.platform))
    await kontuar.runJobs()
    expect(await ask('GET', '/reading-settings')).toMatchObject({ learned: { topicExamples: 32 } })
    const { interactionId, ticketId } = await mail('Dzień dobry, jak zwrócić buty? Proszę o zwrot pieniędzy.')
    await kontuar.runJobs()
    const { topic } = await readingOf(interactionId)
    expect(topic).toMatchObject({ reasonId: back.id, name: 'Oddaje kupione' })
    expect(topic.confidence).toBeGreaterThanOrEqual(0.5)
    expect((await ask('GET', `/tickets/${ticketId}`)).reasonId).toBeNull()
    expect((await readingOf((await mail('Ile kosztuje abonament na internet światłowodowy w bloku?')).interactionId))?.topic ?? null).toBeNull()

    // Nothing more was sorted: nothing is learnt anew.
    const [{ at }] = await rows<{ at: string }>(`select at::text as at from learned where org_id = $1 and name = 'topics'`) as [{ at: string }]
    await once(lookAtTopics(kontuar.platform))
    await kontuar.runJobs()
    expect(await rows(`select at::text as at from learned where org_id = $1 and name = 'topics'`)).toEqual([{ at }])

    // Out of use, a reason is suggested no more, not even by what was read before; switched off, no topic is.
    await ask('PUT', '/reading-settings', { on: true, topics: false, endpoint: null })
    expect((await readingOf(interactionId)).topic).toBeNull()
    await ask('PUT', '/reading-settings', { on: true, topics: true, endpoint: null })
    expect((await readingOf(interactionId)).topic).toMatchObject({ reasonId: back.id })
    await ask('PATCH', `/reasons/${back.id}`, { retired: true })
    expect((await readingOf(interactionId)).topic).toBeNull()
  })

  test('learn from a person who says what a message is about', async () => {
    const { mail, ask, visit, rows } = await sortedOffice()
    const { interactionId } = await mail('Kiedy otwieracie?')
    await kontuar.runJobs()
    await ask('PATCH', `/readings/${interactionId}`, { topicId: visit.id })
    await letTimePass(kontuar)
    expect(await rows(`select examples from learned where org_id = $1 and name = 'topics'`)).toEqual([{ examples: 33 }])
  })
})

test('what another process learnt is used here at once, and what an older program learnt is left aside', async () => {
  const { ask, db, org } = await readingOffice(kontuar)
  const text = 'Frędzle turkusowe, frędzle.'
  const before = await ask('POST', '/readings/try', { text, language: 'pl' })
  const { learnFrom } = await import('@kontuar/sentiment')
  const right = before.sentiment === 'positive' ? 'negative' as const : 'positive' as const
  const keep = (model: object) => db.write(org.orgId, (tx) => tx.query(
    `insert into learned (org_id, name, model, examples) values ($1, 'sentiment', $2, 1) on conflict (org_id, name) do update set model = excluded.model, at = clock_timestamp()`, [org.orgId, JSON.stringify(model)]))
  await keep(learnFrom([{ text, language: 'pl', sentiment: right }]))
  expect((await ask('POST', '/readings/try', { text, language: 'pl' })).sentiment).toBe(right)
  await keep({ version: 0, table: 'of another kind' })
  expect(await ask('POST', '/readings/try', { text, language: 'pl' })).toEqual(before)
})
