// Guards the code drawn for a tablet: the finder patterns stand in their corners, with room around them.
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

test('a code has its three corners and four light modules around', () => {
  const { side, path } = qrPath('https://kontuar.example/k/q3Jd82kLmPzX0aVbN4tR7w')
  expect((side - 8 - 17) % 4).toBe(0)
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`))
  for (const [x, y] of [[4, 4], [side - 11, 4], [4, side - 11]] as const) for (let step = 0; step < 7; step++) expect([dark.has(`${x + step},${y}`), dark.has(`${x},${y + step}`)]).toEqual([true, true])
  expect([...dark].every((at) => at.split(',').every((each) => Number(each) >= 4 && Number(each) < side - 4))).toBe(true)
})
