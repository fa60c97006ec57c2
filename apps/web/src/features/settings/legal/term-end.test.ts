// Guards the example beside a term: the day of the event does not count, months end by their date, and what free days do
// is asked of the calendar over whole days.
import { compileCalendar, endOfTerm } from '@kontuar/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedTo, questionFor, type LegalTerm } from './term-end.ts'

test.each([
  ['2026-12-10', 14, 'days', '2026-12-24'], ['2026-11-22', 2, 'weeks', '2026-12-06'], ['2026-01-31', 1, 'months', '2026-02-28'], ['2027-12-31', 2, 'months', '2028-02-29'], ['2026-11-22', 7, 'business-days', null],
] as const)('%s and %d %s', (day, length, unit, end) => expect(countedTo(day, { length, unit })).toBe(end))

const working = compileCalendar({ timeZone: 'UTC', weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '00:00', to: '24:00' }]])), holidays: { country: 'PL' }, exceptions: [] })
test('asking the calendar comes to the same day as the package that counts terms', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1500 }), fc.constantFrom('days', 'business-days', 'weeks', 'months'), fc.integer({ min: 1, max: 40 }), (offset, unit, length) => {
    const day = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
    const term: LegalTerm = { length, unit, rule: 'pl-civil-code', country: 'PL' }
    const question = questionFor(day, term)!
    const due = working.add(Date.parse(question.from), question.seconds * 1000)
    expect(new Date(due).toISOString().slice(0, 10)).toBe(endOfTerm({ startOn: day, length, unit, rule: 'pl-civil-code' }).endsOn)
  }), { numRuns: 300 })
})
