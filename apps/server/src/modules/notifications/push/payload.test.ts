// Guards what strangers may read on a lock screen.
import { expect, test } from 'vitest'
import { Value } from 'typebox/value'
import { notificationKinds, PushPayload } from '@kontuar/contracts'
import { makePayload, type NoticeToPush } from './payload.ts'

const now = new Date('2026-03-01T10:00:00Z')
const notice = (given: Partial<NoticeToPush> = {}): NoticeToPush => ({ id: 'n1', kind: 'assigned', ticketId: 't1', ticketNumber: 12, count: 1, urgent: false, at: now, ...given })

test.each(['pl', 'ru', 'en'])('every kind in %s has the shape that was agreed, with and without a ticket', (locale) => {
  for (const kind of notificationKinds) {
    for (const given of [notice({ kind }), notice({ kind, ticketId: null, ticketNumber: null }), notice({ kind, count: 4 })]) {
      const payload = makePayload([given], locale, now)
      expect(Value.Check(PushPayload, payload), kind).toBe(true)
      expect(payload.title).not.toMatch(/^\p{Ll}|undefined|null/u)
    }
  }
  for (const many of [[], [notice(), notice({ id: 'n2' })]]) expect(Value.Check(PushPayload, makePayload(many, locale, now))).toBe(true)
})

test('the same kind of the same ticket takes the place of the one before; other tickets stand beside it', () => {
  const tag = (given: Partial<NoticeToPush>) => makePayload([notice(given)], 'en', now).tag
  expect(tag({ id: 'a' })).toBe(tag({ id: 'b' }))
  expect(new Set([tag({}), tag({ ticketId: 't2' }), tag({ kind: 'mentioned' }), tag({ ticketId: null, id: 'a' }), tag({ ticketId: null, id: 'b' })]).size).toBe(5)
})

test('of several, one urgent makes it urgent; a ticket opens its page, several the workspace', () => {
  expect(makePayload([notice(), notice({ urgent: true })], 'en', now)).toMatchObject({ kind: 'several', urgent: true, url: '/', title: '2 notifications are waiting' })
  expect(makePayload([notice()], 'en', now)).toMatchObject({ url: '/tickets/t1', title: '#12: is yours now' })
})

test('what is about an alert or a task opens it; ids that are none open the ticket', () => {
  const id = '01a22951-cb0a-7000-bbef-21d60b3bcb26'
  const url = (given: Partial<NoticeToPush>) => makePayload([notice(given)], 'en', now).url
  expect(url({ kind: 'alert', detail: { alertId: id } })).toBe(`/alerts/${id}`)
  expect(url({ kind: 'task-late', ticketId: null, detail: { taskId: id } })).toBe(`/tasks?show=everybody&task=${id}`)
  expect(url({ kind: 'recovery', detail: { recoveryId: id } })).toBe(`/recoveries/${id}`)
  expect(url({ kind: 'alert', ticketId: null, detail: { count: 3 } })).toBe('/alerts')
  expect(url({ kind: 'assigned', detail: { alertId: id } })).toBe('/tickets/t1')
  for (const alertId of ['../settings', '//evil.example', 1, null]) expect(url({ kind: 'alert', detail: { alertId } })).toBe('/tickets/t1')
})

test.each([['pl', 'Reguła alertów wymaga uwagi'], ['ru', 'Правило оповещений требует внимания'], ['en', 'An alert rule needs attention']])('a rule that does not hold any more is no alert: in %s it says so, and opens the rule', (locale, title) => {
  const alertRuleId = '01a22951-cb0a-7000-bbef-21d60b3bcb26'
  expect(makePayload([notice({ kind: 'alert', ticketId: null, ticketNumber: null, detail: { alertRuleId, ruleProblem: true } })], locale, now)).toMatchObject({ title, url: `/alerts/rules/${alertRuleId}` })
})
