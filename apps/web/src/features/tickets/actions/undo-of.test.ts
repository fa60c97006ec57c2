// Guards that undo gives back exactly what stood there before.
import { expect, it } from 'vitest'
import { undoOf } from './undo-of.ts'

it('gives back the former values of what was changed, and of nothing else', () => {
  expect(undoOf({ status: 'closed', result: 'solved' }, { status: 'parts', result: null, priority: 'high' })).toEqual({ status: 'parts', result: null })
})
it('empties a field that was empty', () => {
  expect(undoOf({ fields: { a: 'new', b: null } }, { fields: { b: 'old' } })).toEqual({ fields: { a: null, b: 'old' } })
})
it('restores all tags after one was added', () => {
  expect(undoOf({ addTagIds: ['x'] }, { tagIds: ['a'] })).toEqual({ tagIds: ['a'] })
})
it('offers no way back to an empty subject, nor to what is not known', () => {
  expect(undoOf({ subject: 'New' }, { subject: '' })).toBeNull()
  expect(undoOf({ resultNote: 'New' }, {})).toBeNull()
})
