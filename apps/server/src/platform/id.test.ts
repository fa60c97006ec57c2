// Guards that order by id is order by creation.
import { expect, test, vi } from 'vitest'
import { newId } from './id.ts'

test('ids are of version 7 and hold the time', () => {
  const before = Date.now()
  const id = newId()
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBeGreaterThanOrEqual(before)
})

test('ids rise, also those of one millisecond and when the clock is set back', () => {
  const clock = vi.spyOn(Date, 'now')
  try {
    const ids = [0, 0, -60_000].flatMap((shift) => {
      clock.mockReturnValue(4_000_000_000_000 + shift)
      return Array.from({ length: 5000 }, newId)
    })
    expect(ids).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  } finally {
    clock.mockRestore()
  }
})
