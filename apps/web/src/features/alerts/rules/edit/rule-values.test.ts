// Guards that a rule goes through its form unchanged, and that what cannot be read is not sent.
import type { AlertRuleDefinition, NewAlertRule } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { definitionOf, deliveryOf, faultsOf, placesFor, valuesOf } from './rule-values.ts'

const low = { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'low' }] }
const delivery: NewAlertRule['delivery'] = {
  recipients: [{ to: 'owner' }, { to: 'role', role: 'manager' }], roads: ['app', 'mail'], destinationIds: ['d1'], urgent: false, when: 'at-once', groupMinutes: 5,
  escalation: [{ afterMinutes: 120, recipients: [{ to: 'region-manager' }] }], calendarId: null, task: { owner: { to: 'owner' }, dueInHours: 8 },
}
const definitions: AlertRuleDefinition[] = [
  { kind: 'event', on: 'breach', where: null },
  { kind: 'sequence', on: 'answer', fits: low, among: null, each: 'location', n: 3 },
  { kind: 'figure', metric: 'nps', where: null, each: 'channel', days: 28, test: { test: 'falls', by: 10, against: 'before' }, minimum: 30, noData: 'quiet' },
  { kind: 'figure', metric: 'csat', where: low, each: 'all', days: 7, test: { test: 'below', value: 0.8, backAt: 0.85, certain: true }, minimum: 20, noData: 'tell', noDataDays: 14 },
  { kind: 'figure', metric: 'csat', where: null, each: 'all', days: 7, test: { test: 'trend', direction: 'down', weeks: 8 }, minimum: 80, noData: 'quiet' },
  { kind: 'figure', metric: 'tickets-opened', where: null, each: 'reason', days: 14, test: { test: 'share-grows', by: 0.05, against: 'year' }, minimum: 50, noData: 'quiet' },
  { kind: 'silence', on: 'interaction', where: null, each: 'all', hours: 8, calendarId: null },
  { kind: 'warning', kinds: ['nps-falls'], locationIds: ['l1'] },
]

test.each(definitions)('a rule comes out of its form as it went in: $kind', (definition) => {
  const values = valuesOf({ name: 'Niska ocena', definition, delivery })
  expect(definitionOf(values)).toEqual(definition)
  expect(deliveryOf(values)).toEqual(delivery)
  expect(faultsOf(values)).toEqual([])
})

test('a new rule lacks only its name', () => {
  expect(faultsOf(valuesOf(null))).toEqual(['name'])
})

test('what is typed half is not sent, and is named', () => {
  const begun = valuesOf({ name: 'NPS', definition: definitions[2]!, delivery })
  expect(definitionOf({ ...begun, by: null })).toBeNull()
  expect(faultsOf({ ...begun, by: null })).toEqual(['by'])
  expect(faultsOf({ ...begun, metric: null, days: 0, minimum: null })).toEqual(['metric', 'days', 'minimum'])
  expect(faultsOf({ ...begun, test: 'below', value: 40, backAt: 30 })).toEqual(['backAt'])
})

test('somebody has to be told by their part, and steps come one after the other', () => {
  const begun = valuesOf({ name: 'x', definition: definitions[0]!, delivery })
  expect(faultsOf({ ...begun, recipients: [], destinationIds: [] })).toEqual(['recipients'])
  expect(faultsOf({ ...begun, recipients: [{ to: 'staff', staffId: 's1' }] })).toEqual(['onlyByName'])
  expect(faultsOf({ ...begun, escalation: [{ afterMinutes: 60, recipients: [{ to: 'owner' }] }, { afterMinutes: 60, recipients: [{ to: 'team' }] }] })).toEqual(['escalationOrder'])
  expect(deliveryOf({ ...begun, roads: [] })).toBeNull()
})

test('what is urgent waits for no group and no digest', () => {
  expect(deliveryOf({ ...valuesOf({ name: 'x', definition: definitions[0]!, delivery }), urgent: true, when: 'daily', groupMinutes: 30 })).toMatchObject({ when: 'at-once', groupMinutes: 0 })
})

test('a share is one of several, and only answers belong to a survey', () => {
  expect(placesFor({ kind: 'figure', on: 'answer', test: 'share-grows' }, ['reason'])).toEqual(['reason'])
  expect(placesFor({ kind: 'figure', on: 'answer', test: 'falls' }, ['channel'])).toEqual(['all', 'channel'])
  expect(placesFor({ kind: 'sequence', on: 'interaction', test: 'falls' })).not.toContain('survey')
  expect(placesFor({ kind: 'silence', on: 'answer', test: 'falls' })).not.toContain('customer')
})
