// Guards the order of a ranking: the best first whatever good is, equals share a place, small ones are not shamed.
import { expect, test } from 'vitest'
import type { MetricGroup } from '@kontuar/contracts'
import { ranked } from './ranked.ts'

const group = (key: string | null, value: number | null, shown = true): MetricGroup => ({ key, name: key ?? '', figure: { value, interval: null, n: 10, shown, parts: {} }, outside: null, limits: null })
const order = (groups: MetricGroup[], direction: 'up' | 'down' | 'neither') => ranked(groups, direction, ['b']).map(({ group: { key }, place, own }) => `${place ?? '-'}${key}${own ? '!' : ''}`)

test('more is better, less is better, or neither', () => {
  const groups = [group('a', 2), group('b', 3), group('c', 1)]
  expect(order(groups, 'up')).toEqual(['1b!', '2a', '3c'])
  expect(order(groups, 'down')).toEqual(['1c', '2a', '3b!'])
  expect(order(groups, 'neither')).toEqual(['1b!', '2a', '3c'])
})

test('equals share a place, and the next one counts them', () => expect(order([group('a', 5), group('b', 5), group('c', 1)], 'up')).toEqual(['1a', '1b!', '3c']))

test('too few answers have no place and stand at the end; none of it is left out', () => {
  expect(order([group('z', 9, false), group('b', null), group('a', 1), group(null, 4)], 'up')).toEqual(['1a', '-b!', '-z'])
})
