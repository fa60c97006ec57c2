/*
 * Half a year of a telecom. What stands out, so that the numbers have something to tell:
 *   a week with an outage (ten weeks ago): twice the calls, long waiting, many give up;
 *   a new price list three weeks ago: more ask about their bills, and in the last two weeks complaints have doubled;
 *   on the last working day the exchange counted calls that the diary never got.
 */
import type { Becomes } from '../past/past-ticket.ts'
import type { Day } from '../days.ts'
import { hourOf, oneOfThem, type Life, type LifeGround, type PastStay } from './life.ts'
import { comesToLine, writtenDown, type Line } from './talk.ts'
import { telecomWords as words } from './words/telecom.ts'
import { writeIn } from './write-in.ts'

const filip = 'filip@wislatel.example'
const weronika = 'weronika@wislatel.example'
const sergiy = 'sergiy@wislatel.example'
const hanna = 'hanna@wislatel.example'
const adam = 'adam@wislatel.example'
const exchange = 'robert@wislatel.example'

export const outageAge = { from: 74, to: 68 }
export const newPricesAge = 21
export const complaintsRiseAge = 14

const ofDay = [0.55, 1.1, 1.5, 1.45, 1.15, 1, 1.05, 1.15, 1.2, 0.8, 0.5] // from 8
const ofWeek: Record<number, number> = { 1: 1.3, 2: 1.08, 3: 0.98, 4: 0.94, 5: 0.88, 6: 0.22, 7: 0 }
const belongs: Record<string, string> = { 'technical': 'it', 'payment': 'accounting', 'order': 'sales', 'question': 'after-sales', 'complaint': 'complaints', 'bad-service': 'complaints' }
const experts: Record<string, readonly string[]> = { 'it': [filip, weronika, adam], 'accounting': [sergiy, hanna], 'sales': [weronika, hanna], 'after-sales': [filip, adam, hanna], 'complaints': [sergiy, hanna] }

export function liveTelecom(ground: LifeGround): Life {
  const life: Life = {
    tickets: [], stays: [], counts: [], marks: [{ name: 'Nowy cennik', daysAgo: newPricesAge, locations: [], queues: [] }, { name: 'Awaria sieci W-114', daysAgo: outageAge.from, locations: [], queues: ['it'] }],
  }
  const lastWorkingDay = ground.days.findLast((d) => d.age > 0 && worksOn(d))!
  for (const day of ground.days) {
    if (!worksOn(day)) continue
    life.stays.push(...shiftsOf(day, ground))
    const calls = callsOf(day, ground, life.stays)
    // The exchange's program was down from ten to one: these calls are in its own count alone.
    const lost = day === lastWorkingDay ? calls.filter((c) => c.steps[0]!.at >= day.at(10) && c.steps[0]!.at < day.at(14)) : []
    life.tickets.push(...calls.filter((c) => !lost.includes(c)), ...chatsOf(day, ground, life.stays), ...lettersOf(day, ground), ...complaintsOf(day, ground), ...visitsOf(day, ground))
    // What has been counted of a day is known the morning after.
    if (day.age > 0) life.counts.push({ source: 'Centrala', what: 'calls', date: day.date, n: calls.filter((c) => c.channel === 'phone').length })
  }
  return life
}

const worksOn = (day: Day) => day.weekday !== 7 && !day.holiday
const hasOutage = (day: Day) => day.age <= outageAge.from && day.age >= outageAge.to
const hasNewPrices = (day: Day) => day.age < newPricesAge

function reasonOf(day: Day, { chance }: LifeGround): string {
  if (hasOutage(day)) return chance.weighted({ technical: 74, payment: 10, order: 6, question: 10 })
  return chance.weighted({ technical: 34, payment: hasNewPrices(day) ? 38 : 23, order: 17, question: 24, 'bad-service': 1.5 })
}

/** Half a day each on the line, the other half on mail; on Saturdays one alone. */
function shiftsOf(day: Day, { chance, now }: LifeGround): PastStay[] {
  const people = [filip, weronika, sergiy, hanna, adam]
  const turned = people.map((_, i) => people[(i + day.age) % people.length]!)
  const plan: [string, PastStay['state'], number, number][] = day.weekday === 6 ? [[turned[0]!, 'available', 8, 14]] : [
    ...turned.slice(0, 2).flatMap((staff): typeof plan => [[staff, 'available', 8, 12], [staff, 'away', 12, 12.5], [staff, 'busy', 12.5, 16]]),
    ...turned.slice(2, 4).flatMap((staff): typeof plan => [[staff, 'busy', 9.5, 12], [staff, 'available', 12, 15], [staff, 'away', 15, 15.25], [staff, 'available', 15.25, 17.5]]),
    [turned[4]!, 'busy', 11, 13], [turned[4]!, 'away', 13, 13.5], [turned[4]!, 'available', 13.5, 19],
  ]
  const late = Math.round(chance.between(-4, 5) * 60_000)
  return plan.map(([staff, state, from, to]) => ({ staff, state, since: day.at(from) + late, until: day.at(to) + late })).flatMap((stay) => (stay.since >= now ? [] : [{ ...stay, until: Math.min(stay.until, now) }]))
}

const readyAt = (stays: readonly PastStay[], at: number) => stays.slice(-20).filter((s) => s.state === 'available' && s.since <= at && at < s.until).map((s) => s.staff)

function callsOf(day: Day, ground: LifeGround, stays: readonly PastStay[]) {
  const { chance } = ground
  const outage = hasOutage(day)
  const average = 27 * ofWeek[day.weekday]! * (outage ? 1.9 : 1) * (hasNewPrices(day) ? 1.12 : 1)
  return Array.from({ length: chance.count(average) }, () => {
    const at = day.at(hourOf(chance, 8, day.weekday === 6 ? ofDay.slice(0, 6) : ofDay))
    const reason = reasonOf(day, ground)
    // Mondays at ten everybody waits longer.
    const busy = (day.weekday === 1 ? 1.5 : 1) * (outage ? 6 : 1) * (day.weekday === 6 ? 0.8 : 1)
    const line: Line = { exchange, agents: readyAt(stays, at), waitSeconds: 13 * busy, patienceSeconds: 260, talkMinutes: reason === 'technical' ? 6.5 : 4.5, menu: { leave: 0.05, served: 0.08 } }
    const queue = belongs[reason]!
    const becomes: Becomes = { status: 'closed', reason, result: chance.weighted({ 'solved': 86, 'partly': 9, 'not-solved': 5 }) }
    return comesToLine({ at, customer: oneOfThem(ground), queue, location: chance.happens(0.12) ? Math.floor(chance.between(0, 3)) : null, said: chance.one(words.told[reason]!), becomes }, line, 'call', chance)
  })
}

function chatsOf(day: Day, ground: LifeGround, stays: readonly PastStay[]) {
  const { chance } = ground
  return Array.from({ length: day.weekday === 6 ? 0 : chance.count(5 * ofWeek[day.weekday]! * (hasOutage(day) ? 1.5 : 1)) }, () => {
    const at = day.at(hourOf(chance, 9, ofDay.slice(1, 9)))
    const reason = reasonOf(day, ground)
    const line: Line = { exchange, agents: readyAt(stays, at), waitSeconds: hasOutage(day) ? 95 : 24, patienceSeconds: 420, talkMinutes: 8, menu: null }
    return comesToLine({ at, customer: oneOfThem(ground), queue: belongs[reason]!, location: null, said: chance.one(words.told[reason]!), becomes: { status: 'closed', reason, result: chance.weighted({ 'solved': 88, 'not-solved': 12 }) } }, line, 'message', chance)
  })
}

function lettersOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return Array.from({ length: chance.count(4.2 * Math.max(0.3, ofWeek[day.weekday]!)) }, () => {
    const reason = reasonOf(day, ground)
    const queue = belongs[reason]!
    const mailbox = reason === 'payment' ? 1 : 0
    return writeIn({
      at: day.at(hourOf(chance, 6, [1, 2, 3, 4, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 4, 3, 2])), customer: oneOfThem(ground), channel: 'email', mailbox, queue: mailbox === 1 ? 'accounting' : chance.happens(0.75) ? queue : 'after-sales', belongs: queue, location: null, reason, staff: chance.one(experts[queue]!),
      firstHours: hasOutage(day) ? 7 : 3, result: chance.weighted({ 'solved': 85, 'partly': 10, 'not-solved': 5 }),
    }, words, chance)
  })
}

/** By mail, or by a call that stays open until it is answered in writing. */
function complaintsOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  const average = (day.weekday === 6 ? 0.4 : 1.7) * (day.age < complaintsRiseAge ? 2.3 : 1) * (hasOutage(day) ? 1.3 : 1)
  return Array.from({ length: chance.count(average) }, () => {
    const at = day.at(hourOf(chance, 8, ofDay))
    const customer = oneOfThem(ground)
    const staff = chance.one(experts['complaints']!)
    if (chance.happens(0.7)) return writeIn({ at, customer, channel: 'email', mailbox: 2, queue: 'complaints', belongs: 'complaints', location: null, reason: 'complaint', staff, firstHours: 11, result: chance.weighted({ 'solved': 50, 'partly': 25, 'rejected': 25 }), priority: 'high' }, words, chance)
    const answeredAfter = Math.round(chance.between(2, 9) * 86_400_000)
    return writtenDown({
      at, customer, queue: 'after-sales', location: null, said: chance.one(words.told['complaint']!), becomes: { queue: 'complaints', reason: 'complaint', status: 'open', owner: staff },
      afterwards: (toldAt) => [{ does: 'answers', at: toldAt + answeredAfter, channel: 'email', staff, text: chance.one(words.answers['complaint']![customer.language]), becomes: { status: 'closed', result: 'solved' } }],
    }, 'call', staff, chance)
  })
}

function visitsOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return [0.7, 1, 0.6].flatMap((size, location) => Array.from({ length: chance.count(size * (day.weekday === 6 ? 0.6 : 1)) }, () => {
    const reason = chance.weighted({ order: 50, payment: 20, question: 20, technical: 10 })
    return writtenDown({ at: day.at(hourOf(chance, 9, [1, 2, 3, 3, 2, 2, 3, 3])), customer: oneOfThem(ground), queue: belongs[reason]!, location, said: chance.one(words.told[reason]!), becomes: { status: 'closed', reason, result: 'solved' } }, 'visit', chance.one([hanna, weronika, adam]), chance)
  }))
}
