// Guards what the form of a touchpoint sends: nothing that does not apply to its trigger, nothing that was not meant.
import { expect, test } from 'vitest'
import { definitionOf, isReadable, valuesOf, type TouchpointValues } from './touchpoint-values.ts'

const filled: TouchpointValues = {
  ...valuesOf(null, 's1'), trigger: 'interaction-recorded', name: 'After a call', interactionKinds: ['call'], channels: ['phone'], conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'high' }] },
  delayAmount: 2, delayUnit: 'days', roads: 'sms-email', share: 12.5, ownRest: true, restDays: 7, minors: false,
}

test('a touchpoint that is opened and saved stays what it was', () => {
  const definition = definitionOf(filled)
  expect(definition).toEqual({ interactionKinds: ['call'], channels: ['phone'], conditions: filled.conditions, roads: ['sms', 'email'], delayMinutes: 2880, sampleShare: 0.125, restDays: 7, exclude: { openComplaint: true, minors: false } })
  const stored = { id: 't', surveyId: 's1', surveyName: '', name: 'After a call', trigger: 'interaction-recorded' as const, definition, position: 0, active: true, retired: false, counts: { planned: 0, sent: 0, suppressed: 0, answered: 0 }, createdAt: '', updatedAt: '' }
  expect(definitionOf(valuesOf(stored, null))).toEqual(definition)
})

test('what a purchase does not have is not sent, though it was filled in before', () => {
  expect(definitionOf({ ...filled, trigger: 'purchase' })).toMatchObject({ interactionKinds: [], channels: [], conditions: null })
  expect(definitionOf({ ...filled, trigger: 'ticket-closed' })).toMatchObject({ interactionKinds: [], channels: ['phone'] })
})

test('an empty list of conditions means none, and the rest of the organization is left to it', () => {
  expect(definitionOf({ ...filled, conditions: { combinator: 'and', rules: [] }, ownRest: false })).toMatchObject({ conditions: null, restDays: null })
})

test.each([[{ delayAmount: '' }], [{ delayAmount: 400, delayUnit: 'days' as const }], [{ share: 0 }], [{ share: 101 }], [{ restDays: '' }], [{ restDays: 5000 }]])('with %j there is no sentence yet', (wrong) => expect(isReadable({ ...filled, ...wrong })).toBe(false))
test('a rest that is not asked for cannot be wrong', () => expect(isReadable({ ...filled, ownRest: false, restDays: '' })).toBe(true))
