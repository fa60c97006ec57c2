// Guards that the lives of the demonstration companies hold what its numbers are meant to tell, whatever day it is loaded on.
import { expect, test } from 'vitest'
import { chanceOf } from '../chance.ts'
import { daysUntil, toldDays, type Day } from '../days.ts'
import { toldAtOf, until, type PastTicket } from '../past/past-ticket.ts'
import { inventPeople } from '../people.ts'
import type { Live } from './life.ts'
import { liveSalon, silentAge } from './salon.ts'
import { liveShop } from './shop.ts'
import { complaintsRiseAge, liveTelecom, outageAge } from './telecom.ts'

const dayMs = 86_400_000
// A Monday after Easter, a Wednesday, and the Sunday on which clocks are set back.
const moments = ['2026-04-13T08:00:00Z', '2026-07-15T16:00:00Z', '2026-10-25T12:00:00Z'].map((time) => Date.parse(time))

function lived(live: Live, now: number) {
  const days = daysUntil(now)
  const chance = chanceOf(7)
  const life = live({ days, now, chance, people: inventPeople(600, [], chance, { pl: 8, ru: 1, en: 1 }) })
  const tickets = life.tickets.flatMap((ticket) => until(ticket, now) ?? [])
  const came = (age: { from: number; to: number }, which: (ticket: PastTicket) => boolean) => tickets.filter((t) => t.steps[0]!.at < now - age.to * dayMs && t.steps[0]!.at >= now - age.from * dayMs && which(t)).length
  return { ...life, days, now, tickets, came }
}
const isComplaint = (ticket: PastTicket) => ticket.queue === 'complaints' || ticket.steps.some((s) => 'becomes' in s && s.becomes.queue === 'complaints')
function byDate(tickets: readonly PastTicket[], days: readonly Day[]): Map<string, number> {
  const starts = days.map((day) => day.at(0))
  const counts = new Map<string, number>()
  for (const { steps: [first] } of tickets) {
    const { date } = days[starts.findLastIndex((start) => start <= first!.at)]!
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return counts
}
const isWorkday = (day: Day) => day.weekday <= 5 && !day.holiday

test.each([['salon', liveSalon], ['shop', liveShop], ['telecom', liveTelecom]] as const)('the %s tells each matter in the order in which it happened, over the whole half-year', (_, live) => {
  for (const now of moments) {
    const { tickets, stays } = lived(live, now)
    expect(tickets.every((t) => t.steps.every((s, i) => toldAtOf(s) < now && s.at <= toldAtOf(s) && (i === 0 || toldAtOf(s) >= toldAtOf(t.steps[i - 1]!))))).toBe(true)
    expect(Math.min(...tickets.map((t) => t.steps[0]!.at))).toBeLessThan(now - (toldDays - 4) * dayMs)
    expect(stays.every((s) => s.since < s.until && s.until <= now)).toBe(true)
  }
})

test('the same seed and day give the same matters', () => {
  const strip = (tickets: readonly PastTicket[]) => tickets.map(({ id: _, ...rest }) => rest)
  expect(strip(lived(liveSalon, moments[0]!).tickets)).toEqual(strip(lived(liveSalon, moments[0]!).tickets))
})

test('the telecom takes 25 to 40 calls on most working days, few on others, and loses four to eight of a hundred', () => {
  const { tickets, days, now } = lived(liveTelecom, moments[1]!)
  const calls = tickets.filter((t) => t.channel === 'phone')
  const perDay = byDate(calls, days)
  const numbers = (which: (day: Day) => boolean) => days.filter((d) => d.age > 3 && which(d)).map((d) => perDay.get(d.date) ?? 0)
  const mean = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / all.length
  expect(mean(numbers(isWorkday))).toBeGreaterThan(25)
  expect(mean(numbers(isWorkday))).toBeLessThan(40)
  expect(mean(numbers((d) => d.holiday || d.weekday === 7))).toBeLessThan(8)
  const timings = calls.flatMap((t) => (t.steps[0]!.does === 'records' && t.steps[0]!.timing !== undefined && t.steps[0]!.at < now - 10 * dayMs ? [{ at: t.steps[0]!.at, ...t.steps[0]!.timing }] : []))
  const lost = (in_: typeof timings) => in_.filter((t) => t.abandonedAt !== undefined && Date.parse(t.abandonedAt) - Date.parse(t.offeredAt!) >= 5000).length / in_.filter((t) => t.offeredAt !== undefined).length
  const inOutage = (t: { at: number }) => t.at >= now - (outageAge.from + 1) * dayMs && t.at < now - outageAge.to * dayMs
  expect(lost(timings.filter((t) => !inOutage(t)))).toBeGreaterThan(0.04)
  expect(lost(timings.filter((t) => !inOutage(t)))).toBeLessThan(0.08)
  expect(lost(timings.filter(inOutage))).toBeGreaterThan(0.12)
})

test('complaints at the telecom come more than twice as often in the last fortnight', () => {
  for (const now of moments) {
    const { came } = lived(liveTelecom, now)
    const before = came({ from: complaintsRiseAge + 56, to: complaintsRiseAge }, isComplaint) / 56
    expect(came({ from: complaintsRiseAge, to: 0 }, isComplaint) / complaintsRiseAge).toBeGreaterThan(2 * before)
  }
})

test('for a week a third of the calls that the exchange counted is not in the diary, before that none is missing', () => {
  for (const now of moments) {
    const { tickets, counts, days } = lived(liveTelecom, now)
    const diary = byDate(tickets.filter((t) => t.channel === 'phone'), days)
    const told = days.filter((day) => day.age > 0).map((day) => ({ day, counted: counts.find((c) => c.date === day.date)!.n, written: diary.get(day.date) ?? 0 }))
    expect(told.filter(({ day, counted, written }) => day.age > 7 && counted !== written)).toEqual([])
    for (const { counted, written } of told.filter(({ day }) => day.age <= 7 && isWorkday(day))) {
      expect(written).toBeGreaterThan(0.6 * counted)
      expect(written).toBeLessThan(0.75 * counted)
    }
  }
})

test('goods sent back are a growing share of what people come to the shops for', () => {
  for (const now of moments) {
    const { came } = lived(liveShop, now)
    const isReturn = (t: PastTicket) => t.steps.some((s) => 'becomes' in s && s.becomes.reason === 'return')
    expect(came({ from: 12, to: 0 }, isReturn) / came({ from: 12, to: 0 }, () => true)).toBeGreaterThan(1.5 * (came({ from: 84, to: 28 }, isReturn) / came({ from: 84, to: 28 }, () => true)))
  }
})

test('the form of the salon has been silent for a fortnight, and nothing else has', () => {
  for (const now of moments) {
    const { came } = lived(liveSalon, now)
    const by = (channel: string) => (t: PastTicket) => t.channel === channel
    expect(came({ from: silentAge - 1, to: 0 }, by('form'))).toBe(0)
    expect(came({ from: 2 * silentAge, to: silentAge }, by('form'))).toBeGreaterThan(8)
    for (const channel of ['phone', 'messenger', 'email']) expect(came({ from: silentAge, to: 0 }, by(channel)), channel).toBeGreaterThan(1)
  }
})
