// Guards the tree of the settings: order of siblings, search that keeps the way down, nothing retired among it.
import type { Reason } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { foundRows, isWithin, reasonRows } from './reason-tree.ts'

const reason = (id: string, path: string[], more: Partial<Reason> = {}): Reason => ({ id, parentId: path.at(-2) ?? null, name: id, readyMade: null, path, position: 1, retired: false, mergedIntoId: null, ...more })
const all = [reason('Zwrot', ['Zwrot']), reason('Płatność', ['Płatność']), reason('Wada', ['Zwrot', 'Wada']), reason('Stary', ['Zwrot', 'Stary'], { retired: true }), reason('Pęknięcie', ['Zwrot', 'Wada', 'Pęknięcie'])]
const rows = reasonRows(all, ({ name }) => name)

test('children stand below their parents, what is retired is left out', () => {
  expect(rows.map(({ name, depth }) => `${depth} ${name}`)).toEqual(['0 Zwrot', '1 Wada', '2 Pęknięcie', '0 Płatność'])
})
test.each([['pekniecie', ['Zwrot', 'Wada', 'Pęknięcie']], ['platn', ['Płatność']], ['zwrot wada', ['Zwrot', 'Wada', 'Pęknięcie']], ['nic', []], ['  ', ['Zwrot', 'Wada', 'Pęknięcie', 'Płatność']]])('searching “%s” keeps %j', (search, names) => {
  expect(foundRows(rows, search).map(({ name }) => name)).toEqual(names)
})
test('a reason stands within itself and what is above it', () => {
  expect(isWithin(all[4]!, 'Zwrot')).toBe(true)
  expect(isWithin(all[0]!, 'Wada')).toBe(false)
})
