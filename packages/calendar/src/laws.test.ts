/* Guards the arithmetic itself: laws that hold for every calendar, and a count minute by minute that must agree. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCalendar } from './compile-calendar.ts'
import { openMinutes, randomCase } from './random-calendar.fixture.ts'
import { hourMs, minuteMs } from './testing.ts'

const window = 10 * 1440
const instant = fc.integer({ min: 0, max: window * minuteMs })
const duration = fc.oneof(fc.integer({ min: 0, max: 60 * hourMs }), fc.integer({ min: 0, max: 4000 }).map((minutes) => minutes * minuteMs))

test('between, isOpen, nextOpening and openIntervals agree with a count minute by minute', () => {
  fc.assert(fc.property(randomCase, ({ definition, startAt }) => {
    const calendar = compileCalendar(definition)
    const open = openMinutes(definition, startAt, window)
    let counted = 0
    let next = Infinity
    for (let minute = window - 1; minute >= 0; minute--) {
      const at = startAt + minute * minuteMs
      if (open[minute]) next = at
      if (calendar.isOpen(at) !== open[minute]) expect.fail(`${new Date(at).toISOString()} is ${open[minute] ? 'open' : 'closed'}`)
      if (next < Infinity && calendar.nextOpening(at) !== next) expect.fail(`after ${new Date(at).toISOString()} it opens ${new Date(next).toISOString()}`)
      if (open[minute]) counted++
      if (minute % 97 === 0) expect(calendar.between(at, startAt + window * minuteMs)).toBe(counted * minuteMs)
    }
    const intervals = calendar.openIntervals(startAt, startAt + window * minuteMs)
    const inside = new Set(intervals.flatMap(({ fromAt, toAt }) => Array.from({ length: (toAt - fromAt) / minuteMs }, (_, i) => (fromAt - startAt) / minuteMs + i)))
    expect(inside).toEqual(new Set(open.flatMap((isOpen, minute) => isOpen ? [minute] : [])))
    intervals.slice(1).forEach(({ fromAt }, index) => expect(fromAt).toBeGreaterThan(intervals[index]!.toAt))
  }), { numRuns: 60 })
})

test('add leads to the first moment by which that much time has passed, subtract to the last', () => {
  fc.assert(fc.property(randomCase, instant, duration, ({ definition, startAt }, offset, d) => {
    const calendar = compileCalendar(definition)
    const at = startAt + offset
    const due = calendar.add(at, d)
    const from = calendar.subtract(at, d)
    expect(calendar.between(at, due)).toBe(d)
    expect(calendar.between(from, at)).toBe(d)
    if (d === 0) {
      expect([due, from]).toEqual([at, at])
      return
    }
    expect(calendar.between(at, due - 1)).toBe(d - 1)
    expect(calendar.between(from + 1, at)).toBe(d - 1)
  }))
})

test('add then subtract is the identity while open, subtract then add up to closing time', () => {
  fc.assert(fc.property(randomCase, instant, duration, ({ definition, startAt }, offset, d) => {
    const calendar = compileCalendar(definition)
    const opened = calendar.nextOpening(startAt + offset)
    expect(calendar.subtract(calendar.add(opened, d), d)).toBe(opened)
    const closing = calendar.add(startAt + offset, 1)
    expect(calendar.add(calendar.subtract(closing, d), d)).toBe(closing)
  }))
})

test('add and subtract are additive', () => {
  fc.assert(fc.property(randomCase, instant, duration, duration, ({ definition, startAt }, offset, a, b) => {
    const calendar = compileCalendar(definition)
    const at = startAt + offset
    expect(calendar.add(calendar.add(at, a), b)).toBe(calendar.add(at, a + b))
    expect(calendar.subtract(calendar.subtract(at, a), b)).toBe(calendar.subtract(at, a + b))
  }))
})

test('add and subtract are monotone in the moment and in the duration', () => {
  fc.assert(fc.property(randomCase, instant, instant, duration, duration, ({ definition, startAt }, x, y, c, d) => {
    const calendar = compileCalendar(definition)
    const [early, late] = [startAt + Math.min(x, y), startAt + Math.max(x, y)]
    const [short, long] = [Math.min(c, d), Math.max(c, d)]
    expect(calendar.add(early, c)).toBeLessThanOrEqual(calendar.add(late, c))
    expect(calendar.add(early, short)).toBeLessThanOrEqual(calendar.add(early, long))
    expect(calendar.subtract(early, c)).toBeLessThanOrEqual(calendar.subtract(late, c))
    expect(calendar.subtract(early, short)).toBeGreaterThanOrEqual(calendar.subtract(early, long))
  }))
})

test('between adds up over any moment in the middle, and changes its sign with the direction', () => {
  fc.assert(fc.property(randomCase, instant, instant, instant, ({ definition, startAt }, x, y, z) => {
    const calendar = compileCalendar(definition)
    const [a, b, c] = [startAt + x, startAt + y, startAt + z] as const
    expect(calendar.between(a, b) + calendar.between(b, c)).toBe(calendar.between(a, c))
    expect(calendar.between(a, b)).toBe(0 - calendar.between(b, a))
  }))
})

test('an explanation ends where add ends, without a hole, and each step counts what between counts', () => {
  fc.assert(fc.property(randomCase, instant, duration, ({ definition, startAt }, offset, d) => {
    const calendar = compileCalendar(definition)
    const at = startAt + offset
    const { dueAt, steps } = calendar.explain(at, d)
    expect(dueAt).toBe(calendar.add(at, d))
    expect(steps.reduce((sum, step) => sum + step.countedMs, 0)).toBe(d)
    expect([at, ...steps.map((step) => step.toAt)]).toEqual([...steps.map((step) => step.fromAt), dueAt])
    expect(steps.length).toBeLessThanOrEqual(41)
    for (const step of steps) {
      expect(step.countedMs).toBe(calendar.between(step.fromAt, step.toAt))
      expect(step.toAt).toBeGreaterThan(step.fromAt)
      if (step.kind === 'open') expect(step.countedMs).toBe(step.toAt - step.fromAt)
      if (step.kind === 'closed' || step.kind === 'holiday') expect(step.countedMs).toBe(0)
    }
  }))
})

test('a calendar answers the same whichever year it was asked for first', () => {
  fc.assert(fc.property(randomCase, instant, duration, fc.constantFrom(1975, 2025, 2035, 2095), ({ definition, startAt }, offset, d, year) => {
    const fresh = compileCalendar(definition)
    const used = compileCalendar(definition)
    used.between(Date.UTC(year, 5), Date.UTC(2020, 5))
    expect(used.add(startAt + offset, d)).toBe(fresh.add(startAt + offset, d))
    expect(used.subtract(startAt + offset, d)).toBe(fresh.subtract(startAt + offset, d))
  }), { numRuns: 20 })
})
