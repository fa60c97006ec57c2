// Guards what counts as caught and as missed.
import { expect, test } from 'vitest'
import { layBeside, type Incident } from './incidents.ts'

const day = 86_400_000
const alarm = (at: number, more: object = {}) => ({ key: 'x', at, ticketId: null, locationId: null, customerId: null, queueId: null, teamId: null, staffId: null, ...more })
const incident = (at: number, more: Partial<Incident> = {}): Incident => ({ what: 'complaint', id: `i${at}`, at, ticketId: null, locationId: null, customerId: null, ...more })

test.each([
  ['an alarm at the same location within the week before', alarm(5 * day, { locationId: 'a' }), incident(10 * day, { locationId: 'a' }), 120],
  ['one at the very moment', alarm(10 * day, { ticketId: 't' }), incident(10 * day, { ticketId: 't' }), 0],
  ['one about the same customer, wherever', alarm(9 * day, { customerId: 'c', locationId: 'a' }), incident(10 * day, { customerId: 'c', locationId: 'b' }), 24],
  ['one about everything together', alarm(9 * day, { key: '' }), incident(10 * day, { locationId: 'b' }), 24],
])('%s catches it', (_, a, i, hoursBefore) => expect(layBeside([a], [i])).toEqual({ caught: [{ incident: i, hoursBefore }], missed: [], vain: 0 }))

test.each([
  ['one at another location', alarm(9 * day, { locationId: 'a' }), incident(10 * day, { locationId: 'b' })],
  ['one more than a week before', alarm(2 * day, { locationId: 'a' }), incident(10 * day, { locationId: 'a' })],
  ['one afterwards', alarm(11 * day, { locationId: 'a' }), incident(10 * day, { locationId: 'a' })],
  ['one about a queue, of which the incident says nothing', alarm(9 * day, { queueId: 'q' }), incident(10 * day)],
])('%s does not, and was in vain', (_, a, i) => expect(layBeside([a], [i])).toEqual({ caught: [], missed: [i], vain: 1 }))

test('the first alarm of the week says how early it was', () => {
  expect(layBeside([alarm(4 * day, { key: '' }), alarm(9 * day, { key: '' })], [incident(10 * day)]).caught[0]!.hoursBefore).toBe(144)
})
