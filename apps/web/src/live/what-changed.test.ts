// Guards that an event makes exactly those queries old that show what it touched.
import { expect, test } from 'vitest'
import { queryKeys } from '../api/query-keys.ts'
import { whatChanged } from './what-changed.ts'

const event = (name: string, ids: Record<string, string> = {}) => ({ name, at: '2026-11-22T12:00:00Z', ids })

test('a new message renews its ticket and the counters at once, but lists only quietly', () => {
  expect(whatChanged(event('diary.messageReceived', { ticketId: 't1', customerId: 'c1' }))).toEqual({
    now: [queryKeys.tickets.one('t1'), queryKeys.customers.one('c1'), queryKeys.tickets.counts],
    quietly: [queryKeys.tickets.lists],
  })
})

test('a rating renews its ticket and customer alone, and one of neither renews nothing', () => {
  expect(whatChanged(event('diary.ratingRecorded', { interactionId: 'i1', ticketId: 't1', customerId: 'c1' }))).toEqual({ now: [queryKeys.tickets.one('t1'), queryKeys.customers.one('c1')], quietly: [] })
  expect(whatChanged(event('diary.ratingRecorded', { interactionId: 'i1' }))).toEqual({ now: [], quietly: [] })
  expect(whatChanged(event('channels.deliveryChanged', { interactionId: 'i1', customerId: 'c1' }))).toEqual({ now: [queryKeys.customers.one('c1')], quietly: [] })
})

test('parked mail renews its list and the badge', () => {
  expect(whatChanged(event('channels.mailParked')).now).toEqual([queryKeys.parked.all, queryKeys.tickets.counts])
})

test('an unhappy customer is renewed with the list beside; a new one leaves the list its place', () => {
  const one = [queryKeys.recoveries.counts, queryKeys.recoveries.one('v1')]
  expect(whatChanged(event('recovery.recoveryChanged', { recoveryId: 'v1' }))).toEqual({ now: [one[0], queryKeys.recoveries.lists, one[1]], quietly: [] })
  expect(whatChanged(event('recovery.recoveryOpened', { recoveryId: 'v1' }))).toEqual({ now: one, quietly: [queryKeys.recoveries.lists] })
})

test('an answer renews its ticket at once and the counts of its survey only quietly', () => {
  expect(whatChanged(event('feedback.answerTaken', { answerId: 'a1', surveyId: 's1', ticketId: 't1' }))).toEqual({
    now: [queryKeys.tickets.one('t1')],
    quietly: [queryKeys.answers.lists, queryKeys.surveys.lists, queryKeys.surveys.counted('s1')],
  })
  expect(whatChanged(event('feedback.answerChanged', { answerId: 'a1', surveyId: 's1' })).now).toEqual([queryKeys.answers.one('a1')])
  expect(whatChanged(event('feedback.surveyChanged', { surveyId: 's1' })).now).toEqual([queryKeys.surveys.lists, queryKeys.surveyLinks.all, queryKeys.kiosks, queryKeys.surveys.one('s1'), queryKeys.surveys.versions('s1')])
})

test('an event of a newer server still renews what it names', () => {
  expect(whatChanged(event('booking.visitPlanned', { ticketId: 't1' }))).toEqual({ now: [queryKeys.tickets.one('t1')], quietly: [] })
  expect(whatChanged(event('booking.visitPlanned'))).toEqual({ now: [], quietly: [] })
})
