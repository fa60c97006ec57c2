// Half a year in the life of a demonstration company: what it is told with, and what comes of it.
import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import type { PastTicket } from '../past/past-ticket.ts'
import type { Person } from '../people.ts'

export interface LifeGround {
  days: readonly Day[]
  /** Epoch milliseconds; nothing happens after it. */
  now: number
  chance: Chance
  people: readonly Person[]
}

/** Somebody at work in one state. Epoch milliseconds. */
export interface PastStay { staff: string; state: 'available' | 'busy' | 'away'; since: number; until: number }
/** Counted by others, of a whole day. */
export interface PastCount { source: string; what: 'calls' | 'forms-begun'; date: string; n: number }
/** A day on which something changed; locations by their places in the list. */
export interface PastMark { name: string; daysAgo: number; locations: readonly number[]; queues: readonly string[] }

export interface Life { tickets: PastTicket[]; stays: PastStay[]; counts: PastCount[]; marks: PastMark[] }

export type Live = (ground: LifeGround) => Life

/** Some come often, most seldom; each day some come for the first time. The first third has been there all along. */
export function oneOfThem({ people, chance, days }: LifeGround, day: Day): Person {
  const known = people.length * (1 - (2 / 3) * (day.age / days.length))
  const place = chance.happens(0.17) ? known - chance.next() * 6 : known * chance.next() ** 1.35
  return people[Math.floor(Math.max(0, place))]!
}

/** A local hour of the day, by how much comes in which; `hours[0]` is the hour from `from` on. */
export function hourOf(chance: Chance, from: number, hours: readonly number[]): number {
  const hour = Number(chance.weighted(Object.fromEntries(hours.map((weight, i) => [String(from + i), weight]))))
  return hour + Math.min(chance.next(), 0.999)
}
