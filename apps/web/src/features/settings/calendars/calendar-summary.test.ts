// Guards the one line by which a list tells calendars apart.
import { expect, test } from 'vitest'
import { weekSummary } from './calendar-summary.ts'

const day = [{ from: '09:00', to: '17:00' }]
const names = (day: string) => ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][Number(day) - 1]!

test.each([
  [{ 1: day, 2: day, 3: day, 4: day, 5: day }, 'Mo–Fr 09:00–17:00'],
  [{ 1: day, 3: day }, 'Mo 09:00–17:00, We 09:00–17:00'],
  [{ 6: [{ from: '14:00', to: '18:00' }, { from: '09:00', to: '13:00' }], 7: [] }, 'Sa 09:00–13:00 + 14:00–18:00'],
  [{}, ''],
])('%j is %s', (weekly, said) => expect(weekSummary(weekly, names)).toBe(said))
