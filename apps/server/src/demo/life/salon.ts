/*
 * Half a year of a beauty salon for two. What stands out: the form on its website has been silent for a fortnight (nobody has noticed, since
 * the telephone rings as ever); prices went up ten weeks ago, and with so few guests nobody can say yet whether it mattered.
 */
import type { Day } from '../days.ts'
import { hourOf, oneOfThem, type Life, type LifeGround, type PastStay } from './life.ts'
import { writtenDown } from './talk.ts'
import { salonWords as words } from './words/salon.ts'
import { writeIn, type Written } from './write-in.ts'

const joanna = 'joanna@mirabelka.example'
const kinga = 'kinga@mirabelka.example'

export const silentAge = 14
const ofWeek: Record<number, number> = { 1: 0, 2: 1, 3: 0.95, 4: 1.05, 5: 1.25, 6: 0.9, 7: 0 }
const ofDay = [3, 4, 3, 2, 3, 3, 4, 3] // from 9

export function liveSalon(ground: LifeGround): Life {
  const { now } = ground
  const life: Life = { tickets: [], stays: [], counts: [], marks: [{ name: 'Nowy cennik', daysAgo: 70, locations: [0], queues: [] }] }
  for (const day of ground.days) {
    life.tickets.push(...lettersOf(day, ground, 'messenger', 0.9), ...lettersOf(day, ground, 'email', 0.6), ...(day.age < silentAge ? [] : lettersOf(day, ground, 'form', 1.2)))
    if (day.holiday || ofWeek[day.weekday] === 0) continue
    // With guests, and not waiting for anybody to call.
    life.stays.push(...[joanna, kinga].map((staff, i): PastStay => ({ staff, state: 'busy', since: day.at(9 + i * 0.5), until: Math.min(now, day.at(day.weekday === 6 ? 14 : 17 + i)) })).filter((stay) => stay.since < now))
    life.tickets.push(...talksOf(day, ground))
  }
  return life
}

const reasonOf = ({ chance }: LifeGround): string => chance.weighted({ 'appointment': 58, 'question': 20, 'order-change': 12, 'praise': 5, 'complaint': 2, 'payment': 3 })

function talksOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return Array.from({ length: chance.count(4 * ofWeek[day.weekday]!) }, () => {
    const reason = reasonOf(ground)
    const staff = chance.one([joanna, kinga])
    const recorded = { at: day.at(hourOf(chance, 9, day.weekday === 6 ? ofDay.slice(0, 5) : ofDay)), customer: oneOfThem(ground, day), queue: 'after-sales', location: 0, said: chance.one(words.told[reason]!) }
    return writtenDown({ ...recorded, becomes: { status: 'closed', reason, result: 'solved', ...(reason === 'complaint' ? { queue: 'complaints' } : {}) } }, chance.happens(0.8) ? 'call' : 'visit', staff, chance)
  })
}

function lettersOf(day: Day, ground: LifeGround, channel: Written['channel'], average: number) {
  const { chance } = ground
  return Array.from({ length: chance.count(average) }, () => {
    const drawn = reasonOf(ground)
    const reason = words.letters[drawn] === undefined ? 'question' : drawn
    const queue = reason === 'complaint' ? 'complaints' : 'after-sales'
    return writeIn({ at: day.at(hourOf(chance, 8, [1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 5, 4])), customer: oneOfThem(ground, day), channel, mailbox: channel === 'messenger' ? null : 0, queue, belongs: queue, location: 0, reason, staff: chance.one([joanna, kinga]), firstHours: 1.2, result: 'solved' }, words, chance)
  })
}
