// Guards what is asked for before a contact is recorded, and that only what was filled in is sent.
import { expect, it, test } from 'vitest'
import { recordBody, recordFaults, emptyForm } from './record-form.ts'

const zone = 'Europe/Warsaw'
const now = new Date('2026-11-22T12:00:00Z')

test.each([
  ['nobody chosen and nothing written', {}, { customerId: 'customer', request: 'request' }],
  ['somebody new without a way to reach them', { isNew: true, name: 'Jan', request: 'x' }, { phone: 'address' }],
  ['somebody new with half an address', { isNew: true, name: 'Jan', email: 'jan@', request: 'x' }, { email: 'email' }],
  ['a next step without a name', { customerId: 'c', request: 'x', nextKind: 'task' as const }, { nextTitle: 'nextTitle' }],
  ['a call of tomorrow', { customerId: 'c', request: 'x', at: '2026-11-23T09:00' }, { at: 'future' }],
  ['a ticket is enough to know who it is', { ticketId: 't', request: 'x' }, {}],
])('%s', (_, given, faults) => expect(recordFaults({ ...emptyForm, ...given }, zone, now)).toEqual(faults))

it('sends what was filled in and nothing else', () => {
  expect(recordBody({ ...emptyForm, customerId: 'c', request: ' Termin? ', at: '2026-11-22T12:30' }, zone)).toEqual({ kind: 'call', channel: 'phone', direction: 'in', at: '2026-11-22T11:30:00.000Z', customerId: 'c', request: 'Termin?' })
})
it('sends the next step with its own time', () => {
  expect(recordBody({ ...emptyForm, ticketId: 't', request: 'x', nextKind: 'call-back', nextTitle: 'Oddzwonić', nextDue: '2026-11-24T10:00' }, zone).nextStep).toEqual({ title: 'Oddzwonić', kind: 'call-back', dueAt: '2026-11-24T09:00:00.000Z' })
})
