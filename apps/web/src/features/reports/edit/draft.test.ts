// Guards the editing of a report: nothing is lost, ids stay each its own, recipients fit what the report is about.
import { expect, test } from 'vitest'
import type { ReportBlock } from '@kontuar/contracts'
import { addBlock, addRecipient, addTile, bodyOf, changeBlock, changePersonal, emptyDraft, freshId, lackOfBlock, moveBlock, removeBlock, type Draft } from './draft.ts'

const text = (id: string, said = 'x'): ReportBlock => ({ id, kind: 'text', text: said })
const draft: Draft = { ...emptyDraft, name: 'Tydzień', definition: { ...emptyDraft.definition, blocks: [text('b1'), text('b2'), text('b3')] } }
const ids = ({ definition }: Draft) => definition.blocks.map(({ id }) => id).join()

test.each([[0, 2, 'b2,b3,b1'], [2, 0, 'b3,b1,b2'], [1, 1, 'b1,b2,b3']])('the block in place %d is moved to place %d', (from, to, order) => expect(ids(moveBlock(draft, from, to))).toBe(order))

test('a new block has an id of its own, also after one was removed', () => {
  expect(freshId([text('b1'), text('b3'), text('b4')])).toBe('b5')
  expect(ids(addBlock(removeBlock(draft, 'b1'), 'tickets'))).toBe('b2,b3,b4')
  expect(ids(addTile(draft, { kind: 'number', metrics: ['nps'], width: 1, height: 1 }))).toBe('b1,b2,b3,b4')
})

test('a changed block stays in its place', () => expect(changeBlock(draft, text('b2', 'new')).definition.blocks.map((block) => block.kind === 'text' && block.text)).toEqual(['x', 'new', 'x']))

test('parts that have nothing to do with what the report is about go, everybody else stays', () => {
  const full: Draft = { ...draft, recipients: [{ to: 'location-manager' }, { to: 'region-manager' }, { to: 'role', role: 'manager' }, { to: 'staff', staffId: 's1' }, { to: 'address', name: 'A', email: 'a@b.example', scopeId: 'l1' }] }
  expect(changePersonal(full, 'region').recipients).toEqual([{ to: 'region-manager' }, { to: 'role', role: 'manager' }, { to: 'staff', staffId: 's1' }, { to: 'address', name: 'A', email: 'a@b.example' }])
  expect(changePersonal(full, 'nobody').recipients).toHaveLength(5)
})

test('a recipient stands once', () => {
  const once = addRecipient(draft, { to: 'address', name: 'A', email: 'A@b.example' })
  expect(addRecipient(once, { to: 'address', name: 'A', email: 'a@b.example' }).recipients).toHaveLength(1)
  expect(addRecipient(once, { to: 'team' }).recipients).toHaveLength(2)
})

test('what is missing is known block by block', () => {
  const noLack = () => null
  expect(lackOfBlock(text('a', ' '), noLack)).toBe('text')
  expect(lackOfBlock({ id: 'a', kind: 'summary', metrics: [] }, noLack)).toBe('metrics')
  expect(lackOfBlock({ id: 'a', kind: 'ranking', metric: '', by: 'team' }, noLack)).toBe('metrics')
  expect(lackOfBlock({ id: 'a', kind: 'tile', tile: { id: 't', kind: 'bars', metrics: ['nps'], width: 1, height: 1 } }, () => 'by')).toBe('tile')
  expect(lackOfBlock({ id: 'a', kind: 'break' }, noLack)).toBeNull()
})

test('without a title of its own a report is called as in the list', () => {
  expect(bodyOf({ ...draft, name: ' Tydzień ' }).definition.title).toBe('Tydzień')
  expect(bodyOf({ ...draft, definition: { ...draft.definition, title: 'Opinie' } }).definition.title).toBe('Opinie')
})
