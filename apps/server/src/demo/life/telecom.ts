/*
 * Half a year of a telecom. What stands out, so that the numbers have something to tell:
 *   a week with an outage (ten weeks ago): twice the calls, long waiting, many give up;
 *   a new price list three weeks ago: more ask about their bills, and in the last two weeks complaints come nearly three times as often;
 *   for a week a third of the calls that the exchange counts has not come into the diary.
 */
import type { Becomes } from '../past/past-ticket.ts'
import type { Day } from '../days.ts'
import { steadily } from '../chance.ts'
import { hourOf, oneOfThem, type Life, type LifeGround, type PastStay } from './life.ts'
import { chatted, comesToLine, daysLater, writtenDown, type Line } from './talk.ts'
import { telecomWords as words } from './words/telecom.ts'
import { writeIn } from './write-in.ts'

const filip = 'filip@wislatel.example'
const weronika = 'weronika@wislatel.example'
const sergiy = 'sergiy@wislatel.example'
const hanna = 'hanna@wislatel.example'
const adam = 'adam@wislatel.example'
const people = [filip, weronika, sergiy, hanna, adam]
const exchange = 'robert@wislatel.example'

export const outageAge = { from: 74, to: 68 }
export const newPricesAge = 21
export const complaintsRiseAge = 14
const handingOverFailsAge = 7

const ofDay = [0.55, 1.1, 1.5, 1.45, 1.15, 1, 1.05, 1.15, 1.2, 0.8, 0.5] // from 8
const ofWeek: Record<number, number> = { 1: 1.3, 2: 1.08, 3: 0.98, 4: 0.94, 5: 0.88, 6: 0.22, 7: 0.16 }
const belongs: Record<string, string> = { 'technical': 'it', 'payment': 'accounting', 'order': 'sales', 'question': 'after-sales', 'complaint': 'complaints', 'bad-service': 'complaints' }
const experts: Record<string, readonly string[]> = { 'it': [filip, weronika, adam], 'accounting': [sergiy, hanna], 'sales': [weronika, hanna], 'after-sales': [filip, adam, hanna], 'complaints': [sergiy, hanna] }

export function liveTelecom(ground: LifeGround): Life {
  const life: Life = {
    tickets: [], stays: [], counts: [], marks: [{ name: 'Nowy cennik', daysAgo: newPricesAge, locations: [], queues: [] }, { name: 'Awaria sieci W-114', daysAgo: outageAge.from, locations: [], queues: ['it'] }],
  }
  const countOf = steadily(ground.chance)
  for (const day of ground.days) {
    life.stays.push(...shiftsOf(day, ground))
    const calls = callsOf(day, ground, life.stays)
    // What the exchange handed over did not all arrive: these calls are in its own count alone.
    const lost = new Set(day.age <= handingOverFailsAge ? calls.filter((_, i) => i % 3 === 1) : [])
    const complaints = complaintsOf(day, ground, countOf)
    life.tickets.push(...calls.filter((c) => !lost.has(c)), ...chatsOf(day, ground, life.stays), ...lettersOf(day, ground), ...complaints, ...visitsOf(day, ground))
    // What has been counted of a day is known the morning after.
    if (day.age > 0) life.counts.push({ source: 'Centrala', what: 'calls', date: day.date, n: calls.length + complaints.filter((c) => c.channel === 'phone').length })
  }
  return life
}

/** At weekends and on holidays one alone is there, until two. */
const isQuiet = (day: Day) => day.weekday >= 6 || day.holiday
const loadOf = (day: Day) => (day.holiday ? 0.15 : ofWeek[day.weekday]!)
const hasOutage = (day: Day) => day.age <= outageAge.from && day.age >= outageAge.to
const hasNewPrices = (day: Day) => day.age < newPricesAge

function reasonOf(day: Day, { chance }: LifeGround): string {
  if (hasOutage(day)) return chance.weighted({ technical: 74, payment: 10, order: 6, question: 10 })
  return chance.weighted({ technical: 34, payment: hasNewPrices(day) ? 38 : 23, order: 17, question: 24, 'bad-service': 0.5 })
}

/** Some hours each on the line, the rest on mail. */
function shiftsOf(day: Day, { chance, now }: LifeGround): PastStay[] {
  const turned = people.map((_, i) => people[(i + day.age) % people.length]!)
  const [early, noon, late, mail, evening] = turned as [string, string, string, string, string]
  const plan: [string, PastStay['state'], number, number][] = isQuiet(day) ? [[early, 'available', 8, 14]] : [
    [early, 'available', 8, 12], [early, 'away', 12, 12.5], [early, 'busy', 12.5, 16], [noon, 'busy', 8, 10], [noon, 'available', 10, 13], [noon, 'away', 13, 13.5], [noon, 'busy', 13.5, 16],
    [late, 'busy', 9.5, 12], [late, 'available', 12, 15], [late, 'away', 15, 15.25], [late, 'available', 15.25, 17.5], [mail, 'busy', 8, 16], [evening, 'busy', 11, 17.5], [evening, 'available', 17.5, 19],
  ]
  const delay = Math.round(chance.between(-4, 5) * 60_000)
  return plan.map(([staff, state, from, to]) => ({ staff, state, since: day.at(from) + delay, until: day.at(to) + delay })).flatMap((stay) => (stay.since >= now ? [] : [{ ...stay, until: Math.min(stay.until, now) }]))
}

const readyAt = (stays: readonly PastStay[], at: number) => stays.slice(-20).filter((s) => s.state === 'available' && s.since <= at && at < s.until).map((s) => s.staff)

function callsOf(day: Day, ground: LifeGround, stays: readonly PastStay[]) {
  const { chance } = ground
  const outage = hasOutage(day)
  const average = 27 * loadOf(day) * (outage ? 1.9 : 1) * (hasNewPrices(day) ? 1.12 : 1)
  return Array.from({ length: chance.count(average) }, () => {
    const at = day.at(hourOf(chance, 8, isQuiet(day) ? ofDay.slice(0, 6) : ofDay))
    const reason = reasonOf(day, ground)
    // Mondays at ten everybody waits longer.
    const busy = (day.weekday === 1 ? 1.5 : 1) * (outage ? 6 : 1) * (isQuiet(day) ? 0.8 : 1)
    const line: Line = { exchange, agents: readyAt(stays, at), callers: people, waitSeconds: 13 * busy, patienceSeconds: 260, talkMinutes: reason === 'technical' ? 9.5 : 6.5, menu: { leave: 0.05, served: 0.08 } }
    const queue = belongs[reason]!
    const becomes: Becomes = { status: 'closed', reason, result: chance.weighted({ 'solved': 86, 'partly': 9, 'not-solved': 5 }) }
    return comesToLine({ at, customer: oneOfThem(ground, day), queue, location: chance.happens(0.12) ? Math.floor(chance.between(0, 3)) : null, said: chance.one(words.told[reason]!), becomes }, line, 'call', chance)
  })
}

function chatsOf(day: Day, ground: LifeGround, stays: readonly PastStay[]) {
  const { chance } = ground
  return Array.from({ length: isQuiet(day) ? 0 : chance.count(5 * loadOf(day) * (hasOutage(day) ? 1.5 : 1)) }, () => {
    const at = day.at(hourOf(chance, 9, ofDay.slice(1, 9)))
    const reason = reasonOf(day, ground)
    const line: Line = { exchange, agents: readyAt(stays, at), callers: people, waitSeconds: hasOutage(day) ? 95 : 24, patienceSeconds: 420, talkMinutes: 8, menu: null }
    const customer = oneOfThem(ground, day)
    return comesToLine({ at, customer, queue: belongs[reason]!, location: null, said: chatted(reason, customer, words, chance), becomes: { status: 'closed', reason, result: chance.weighted({ 'solved': 88, 'not-solved': 12 }) } }, line, 'message', chance)
  })
}

function lettersOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return Array.from({ length: chance.count(4.2 * Math.max(0.3, loadOf(day))) }, () => {
    const reason = reasonOf(day, ground)
    const queue = belongs[reason]!
    const mailbox = reason === 'payment' ? 1 : 0
    return writeIn({
      at: day.at(hourOf(chance, 6, [1, 2, 3, 4, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 4, 3, 2])), customer: oneOfThem(ground, day), channel: 'email', mailbox, queue: mailbox === 1 ? 'accounting' : chance.happens(0.75) ? queue : 'after-sales', belongs: queue, location: null, reason, staff: chance.one(experts[queue]!),
      firstHours: hasOutage(day) ? 7 : 3, result: chance.weighted({ 'solved': 85, 'partly': 10, 'not-solved': 5 }),
    }, words, chance)
  })
}

/** By mail, or by a call that stays open until it is answered in writing. */
function complaintsOf(day: Day, ground: LifeGround, countOf: (average: number) => number) {
  const { chance } = ground
  const average = (isQuiet(day) ? 0.3 : 1.5) * (day.age < complaintsRiseAge ? 3.2 : 1) * (hasOutage(day) ? 1.3 : 1)
  return Array.from({ length: countOf(average) }, () => {
    const at = day.at(hourOf(chance, 8, ofDay))
    const customer = oneOfThem(ground, day)
    const staff = chance.one(experts['complaints']!)
    if (chance.happens(0.7)) return writeIn({ at, customer, channel: 'email', mailbox: 2, queue: 'complaints', belongs: 'complaints', location: null, reason: 'complaint', staff, firstHours: 11, result: chance.weighted({ 'solved': 50, 'partly': 25, 'rejected': 25 }), priority: 'high' }, words, chance)
    const answeredAfter = chance.between(2, 9)
    return writtenDown({
      at, customer, queue: 'after-sales', location: null, said: chance.one(words.told['complaint']!), becomes: { queue: 'complaints', reason: 'complaint', status: 'open', owner: staff },
      afterwards: (toldAt) => [{ does: 'answers', at: daysLater(toldAt, answeredAfter, chance), channel: 'email', staff, text: chance.one(words.answers['complaint']![customer.language]), becomes: { status: 'closed', result: 'solved' } }],
    }, 'call', staff, chance)
  })
}

function visitsOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return [0.7, 1, 0.6].flatMap((size, location) => Array.from({ length: day.weekday === 7 || day.holiday ? 0 : chance.count(size * (day.weekday === 6 ? 0.6 : 1)) }, () => {
    const reason = chance.weighted({ order: 50, payment: 20, question: 20, technical: 10 })
    return writtenDown({ at: day.at(hourOf(chance, 9, [1, 2, 3, 3, 2, 2, 3, 3])), customer: oneOfThem(ground, day), queue: belongs[reason]!, location, said: chance.one(words.told[reason]!), becomes: { status: 'closed', reason, result: 'solved' } }, 'visit', chance.one([hanna, weronika, adam]), chance)
  }))
}
