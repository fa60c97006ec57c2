// Guards the choice of the road to a page: never one that reads much more than it shows.
import { expect, test } from 'vitest'
import type { KeptRoad } from './kept-statement.ts'
import { chooseRoad } from './roads.ts'

const place = (queue: string, tickets: number, seen = true) => ({ queue_id: queue, location_id: 'l', tickets, seen })
const own = { sort: '-updatedAt', group: null } as const
const many = (n: number, tickets: number, seen: boolean) => Array.from({ length: n }, (_, i) => place(`q${i}`, tickets, seen))

test.each<[string, Parameters<typeof chooseRoad>, KeptRoad['road'] | null]>([
  ['the view\'s own order, seeing everything', [own, own, many(200, 250, true), false], 'in order'],
  ['one queue of two hundred', [own, own, [place('mine', 250), ...many(199, 250, false)], true], 'places'],
  ['nearly all queues', [own, own, [...many(190, 250, true), ...many(10, 250, false)], true], 'in order'],
  ['nothing to see', [own, own, many(200, 250, false), true], 'places'],
  ['another order over few members', [{ sort: 'dueAt', group: null }, own, [place('a', 1500)], false], 'sorted'],
  ['another group over few members', [{ sort: '-updatedAt', group: 'status' }, own, [place('a', 1500)], false], 'sorted'],
  ['another order over few of many members', [{ sort: 'dueAt', group: null }, own, [place('a', 10), place('b', 90_000, false)], true], 'sorted'],
  ['another order over many members', [{ sort: 'dueAt', group: null }, own, many(200, 250, true), false], null],
])('%s', (_what, given, road) => expect(chooseRoad(...given)?.road ?? null).toBe(road))
