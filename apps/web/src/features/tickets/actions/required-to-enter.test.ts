// Guards that closing asks for what is missing and for nothing else.
import type { CustomField, Reason, Status } from '@kontuar/contracts'
import { expect, it } from 'vitest'
import { isComplete, missingOfRefusal, requiredToEnter } from './required-to-enter.ts'

const status = (key: string, category: Status['category'], requires = { reason: false, result: false }): Status => ({ key, name: key, readyMade: null, category, colour: 'grey', position: 1, isDefault: true, next: null, requires, onCustomerMessage: null, retired: false })
const field = (id: string, required: CustomField['required'], retired = false): CustomField => ({ id, subject: 'ticket', name: id, help: '', type: 'text', options: [], position: 1, retired, required })
const reasons = [{ id: 'below', path: ['above', 'below'] }] as unknown as Reason[]
const ticket = { queueId: 'q1', reasonId: null, result: null, fields: {} }
const closed = status('done', 'closed', { reason: true, result: true })

it('names reason, result and the fields of the queue on closing', () => {
  const fields = [field('a', { always: true }), field('b', { queues: ['q1'] }), field('c', { queues: ['q2'] }), field('d', { always: true }, true)]
  expect(requiredToEnter(closed, ticket, fields, reasons)).toEqual({ reason: true, result: true, fieldIds: ['a', 'b'] })
})
it('asks for a field of a reason also when a reason below it is chosen', () => {
  expect(requiredToEnter(closed, { ...ticket, reasonId: 'below', result: 'solved' }, [field('a', { reasons: ['above'] })], reasons)).toEqual({ reason: false, result: false, fieldIds: ['a'] })
})
it('asks only for the fields of the status itself while the ticket stays open', () => {
  const fields = [field('a', { always: true }), field('b', { statuses: ['parts'] })]
  expect(requiredToEnter(status('parts', 'waiting'), ticket, fields, reasons).fieldIds).toEqual(['b'])
})
it('takes zero as filled and a box without its tick as missing', () => {
  const missing = requiredToEnter(status('done', 'closed'), { ...ticket, fields: { a: 0, b: false } }, [field('a', { always: true }), field('b', { always: true })], reasons)
  expect(missing.fieldIds).toEqual(['b'])
  expect(isComplete(missing)).toBe(false)
})
it('reads what the server found missing', () => {
  expect(missingOfRefusal({ reasonId: '…', 'fields.f1': '…' })).toEqual({ reason: true, result: false, fieldIds: ['f1'] })
})
