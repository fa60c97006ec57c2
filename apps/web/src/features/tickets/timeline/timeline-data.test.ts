// Guards the timeline: whatever order pages and news arrive in, each entry is there once, oldest first.
import type { Interaction } from '@kontuar/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withEntry, withNewest, withOlder, withoutEntry, type TimelineData } from './timeline-data.ts'

const entry = (minute: number, change: Partial<Interaction> = {}) => {
  const at = new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()
  return { id: `i${String(minute).padStart(3, '0')}`, at, createdAt: at, text: '', ...change } as Interaction
}
const page = (minutes: number[], next: string | null) => ({ items: minutes.map((minute) => entry(minute)).reverse(), next })
const minutes = (data: TimelineData) => data.entries.map(({ id }) => Number(id.slice(1)))

it('turns the newest page round', () => {
  expect(minutes(withNewest(undefined, page([7, 8, 9], 'c7')))).toEqual([7, 8, 9])
})

describe('news', () => {
  it('keeps the older pages that were read', () => {
    const read = withOlder(withNewest(undefined, page([7, 8, 9], 'c7')), page([4, 5, 6], 'c4'))
    const data = withNewest(read, page([8, 9, 10], 'c8'))
    expect(minutes(data)).toEqual([4, 5, 6, 7, 8, 9, 10])
    expect(data.older).toBe('c4')
  })
  it('begins anew rather than hide a gap, when more came than one page holds', () => {
    const data = withNewest(withNewest(undefined, page([1, 2, 3], 'c1')), page([20, 21, 22], 'c20'))
    expect(minutes(data)).toEqual([20, 21, 22])
    expect(data.older).toBe('c20')
  })
  it('changes an entry where it stands', () => {
    const data = withEntry(withNewest(undefined, page([1, 2, 3], null)), entry(2, { text: 'sent' }))!
    expect(data.entries[1]?.text).toBe('sent')
    expect(minutes(withoutEntry(data, 'i002')!)).toEqual([1, 3])
  })
})

it('holds for any cut into pages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 }), (count, size, late) => {
      const all = Array.from({ length: count }, (_, minute) => minute)
      const cut = (end: number) => page(all.slice(Math.max(0, end - size), end), end - size > 0 ? String(end - size) : null)
      let data = withNewest(undefined, cut(Math.max(1, count - (late % size))))
      data = withNewest(data, cut(count))
      while (data.older !== null) data = withOlder(data, cut(Number(data.older)))
      expect(minutes(data)).toEqual(all)
    }),
  )
})
