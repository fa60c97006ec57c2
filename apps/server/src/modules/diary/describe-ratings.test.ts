// Guards what is shown and searched of a rating: what the port says of it, asked once a page, and no more than the asker may read.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Rating } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { newId } from '../../platform/id.ts'
import { buildStaff } from '../identity/testing.ts'
import { createToken } from '../identity/index.ts'
import { indexWords } from './handlers.ts'
import { fillDiaryPorts, recordRating, type NewRating } from './index.ts'
import { buildMailbox, buildTicket } from './testing.ts'

const rating = (more: Partial<Rating> = {}): Rating => ({ answerId: newId(), surveyId: newId(), surveyName: 'Po wizycie', metric: 'nps', value: 9, scale: { min: 0, max: 10 }, tone: 'high', comment: null, road: 'email', complete: true, hidden: false, ...more })
const hiddenOf = (r: Rating): Rating => ({ ...r, value: null, tone: null, comment: null, hidden: true })

let kontuar: TestKontuar
let ticketId: string
let customerId: string
let withoutFeedback: string
const known = new Map<string, Rating>()
let asked: { ids: readonly string[]; sees: boolean }[] = []
/** As an organization has it that hides answers from agents. */
let hides = false

beforeAll(async () => {
  kontuar = await startTestKontuar()
  const { platform: { db }, orgA } = kontuar
  fillDiaryPorts({
    describeRatings: async (_tx, ids, sees) => {
      asked.push({ ids, sees })
      return new Map(ids.flatMap((id) => { const found = known.get(id); return found === undefined ? [] : [[id, hides && !sees ? hiddenOf(found) : found]] }))
    },
  })
  const made = await db.write(orgA.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
  ticketId = made.ticketId
  customerId = made.customerId
  const person = await buildStaff(db, orgA.orgId, 'administrator', 'without@orga.test')
  withoutFeedback = (await createToken(db, { orgId: orgA.orgId, staffId: person.staffId, permissions: new Set(['ticket.read']), doer: null }, { name: 'reads tickets alone', scopes: ['ticket.read'] })).token
})
afterAll(async () => {
  fillDiaryPorts({ describeRatings: async () => new Map() })
  await kontuar.stop()
})
beforeEach(() => { asked = []; hides = false })

async function record(given: Partial<NewRating> & { says?: Partial<Rating> } = {}) {
  const { says, ...wish } = given
  const id = newId()
  if (says !== undefined) known.set(id, rating(says))
  await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => {
    // Feedback says when there are words to index.
    if (says?.comment) tx.publish({ name: 'feedback.commentWritten', ids: { interactionId: id } })
    await recordRating(tx, { id, ticketId, customerId, channel: 'survey', at: new Date(), fromName: 'Anna Nowak', text: 'co przyszło', queueId: null, locationId: null, ...wish })
  })
  return id
}
const entryOf = async (path: string, id: string, token?: string) => (await kontuar.ask('GET', path, undefined, token)).body.items.find((e: { id: string }) => e.id === id)
const foundBy = async (q: string) => (await kontuar.ask('GET', `/tickets?q=${encodeURIComponent(q)}`)).body.items.map((t: { id: string }) => t.id)

describe('a rating', () => {
  test('shows what was answered in the timeline, in the diary and by itself, and its comment as its words', async () => {
    const id = await record({ says: { comment: 'Bardzo miło' } })
    const wanted = { id, text: 'Bardzo miło', visibleText: 'Bardzo miło', rating: { metric: 'nps', value: 9, comment: 'Bardzo miło', surveyName: 'Po wizycie' } }
    expect(await entryOf(`/tickets/${ticketId}/interactions`, id)).toMatchObject(wanted)
    expect(await entryOf(`/interactions?customerId=${customerId}`, id)).toMatchObject(wanted)
    expect((await kontuar.ask('GET', `/interactions/${id}`)).body).toMatchObject(wanted)
    expect((await kontuar.ask('GET', `/interactions/${id}/document`)).text).toContain('Bardzo miło')
  })

  test('without a comment says nothing, and one that is not known says what came', async () => {
    const [silent, unknown] = [await record({ says: {} }), await record()]
    expect(await entryOf(`/tickets/${ticketId}/interactions`, silent)).toMatchObject({ text: '', visibleText: '' })
    expect(await entryOf(`/tickets/${ticketId}/interactions`, unknown)).toMatchObject({ text: 'co przyszło', rating: null })
  })

  test('is asked for once a page, and only where there is one', async () => {
    const ids = [await record({ says: {} }), await record({ says: {} }), await record()]
    asked = []
    await kontuar.ask('GET', `/interactions?customerId=${customerId}&kind=rating&limit=2`)
    expect(asked).toEqual([{ ids: [ids[2], ids[1]], sees: true }])
    asked = []
    await kontuar.ask('GET', `/interactions?customerId=${customerId}&kind=message`)
    expect(asked).toEqual([])
  })

  test('of which the asker may not read is described as the organization says', async () => {
    hides = true
    const id = await record({ says: { comment: 'Nigdy więcej', value: 0, tone: 'low' } })
    for (const path of [`/tickets/${ticketId}/interactions`, `/interactions?customerId=${customerId}`]) {
      const answer = await kontuar.ask('GET', path, undefined, withoutFeedback)
      expect(answer.text).not.toContain('Nigdy więcej')
      expect(answer.body.items.find((e: { id: string }) => e.id === id)).toMatchObject({ text: '', rating: { hidden: true, value: null, comment: null } })
      expect((await kontuar.ask('GET', path)).text).toContain('Nigdy więcej')
    }
    for (const path of [`/interactions/${id}`, `/interactions/${id}/document`]) {
      expect((await kontuar.ask('GET', path, undefined, withoutFeedback)).text).not.toContain('Nigdy więcej')
      expect((await kontuar.ask('GET', path)).text).toContain('Nigdy więcej')
    }
  })
})

describe('search', () => {
  const changed = (id: string) => indexWords(kontuar.platform).handle(kontuar.orgA.orgId, [{ id: newId(), name: 'feedback.answerChanged', at: new Date().toISOString(), ids: { interactionId: id, answerId: known.get(id)!.answerId }, detail: {} }])

  test('finds the ticket by the comment, and after a change by the new one alone', async () => {
    const id = await record({ says: { comment: 'rozczarowanie pierwsze' } })
    await kontuar.runJobs()
    expect(await foundBy('rozczarowanie')).toEqual([ticketId])
    known.set(id, rating({ comment: 'zachwyt drugi' }))
    await changed(id)
    expect(await foundBy('rozczarowanie')).toEqual([])
    expect(await foundBy('zachwyt')).toEqual([ticketId])
    known.set(id, rating({ comment: null }))
    await changed(id)
    expect(await foundBy('zachwyt')).toEqual([])
  })

  test('told of a change before the entry was ever indexed, or twice, holds the words once', async () => {
    const id = await record({ says: { comment: 'przedwczesny' } })
    await Promise.all([changed(id), changed(id), kontuar.runJobs()])
    expect(await foundBy('przedwczesny')).toEqual([ticketId])
  })

  test('does not tell by a word what the asker may not read', async () => {
    hides = true
    await record({ says: { comment: 'tajemniczy' } })
    await kontuar.runJobs()
    expect(await foundBy('tajemniczy')).toEqual([])
  })

  test('answers tickets: words of an entry without one are kept and found by none of its searches', async () => {
    const id = await record({ ticketId: null, says: { comment: 'bezdomny' } })
    await kontuar.runJobs()
    expect(await foundBy('bezdomny')).toEqual([])
    expect((await kontuar.ask('GET', '/search?q=bezdomny')).body).toEqual({ tickets: [], customers: [] })
    const kept = await kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query(`select ticket_id from ticket_words where org_id = $1 and interaction_id = $2 and words @@ to_tsquery('kontuar', 'bezdomny')`, [tx.orgId, id]))
    expect(kept).toEqual([{ ticket_id: null }])
  })
})
