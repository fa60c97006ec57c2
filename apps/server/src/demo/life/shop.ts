/*
 * Half a year of a chain of shops. What stands out:
 *   goods sent back are a rising share of all reasons (three weeks and a half);
 *   satisfaction in Wrocław fell three weeks ago, and its public reviews with it (feedback of it: feedback/shop.ts);
 *   Nowy Targ is so small that it looks bad by chance;
 *   Kraków has had another rota for eight weeks, and is the better for it.
 */
import type { Day } from '../days.ts'
import { steadily } from '../chance.ts'
import { hourOf, oneOfThem, type Life, type LifeGround, type PastStay } from './life.ts'
import { chatted, comesToLine, daysLater, review, writtenDown, type Line } from './talk.ts'
import { reviews, shopWords as words } from './words/shop.ts'
import { writeIn } from './write-in.ts'

const iwona = 'iwona@turnia.example'
const damian = 'damian@turnia.example'
const olga = 'olga@turnia.example'
const tomasz = 'tomasz@turnia.example'

type Counting = (average: number) => number
interface Shop { /** By its place in the company's list. */ location: number; size: number; keeper: string }
export const shops: Record<'krakow' | 'zakopane' | 'warszawa' | 'wroclaw' | 'gdansk' | 'rzeszow' | 'nowyTarg', Shop> = {
  krakow: { location: 0, size: 1, keeper: 'ewa@turnia.example' }, zakopane: { location: 1, size: 0.85, keeper: 'jozef@turnia.example' }, warszawa: { location: 2, size: 1.15, keeper: 'magda@turnia.example' }, wroclaw: { location: 3, size: 0.9, keeper: 'rafal@turnia.example' },
  gdansk: { location: 4, size: 0.6, keeper: 'kasia@turnia.example' }, rzeszow: { location: 5, size: 0.35, keeper: 'pawel@turnia.example' }, nowyTarg: { location: 6, size: 0.13, keeper: 'hela@turnia.example' },
}
export const fallAge = 21
export const rotaAge = 56
const returnsAge = 25

const ofWeek: Record<number, number> = { 1: 0.9, 2: 0.85, 3: 0.85, 4: 0.95, 5: 1.15, 6: 1.6, 7: 0 }
const ofShopDay = [0.7, 1, 1.2, 1.2, 1.1, 1.2, 1.4, 1.4, 1, 0.5] // from 10
const ofMailDay = [1, 2, 3, 4, 4, 4, 4, 4, 4, 3, 3, 3, 4, 5, 4, 2] // from 7
const belongs: Record<string, string> = { 'defect': 'complaints', 'bad-service': 'complaints', 'payment': 'accounting', 'question': 'sales' }
const queueOf = (reason: string) => belongs[reason] ?? 'after-sales'
const experts: Record<string, readonly string[]> = { 'complaints': [tomasz, olga], 'accounting': [iwona, damian], 'sales': [damian, olga, iwona], 'after-sales': [damian, olga, iwona] }

export function liveShop(ground: LifeGround): Life {
  const life: Life = { tickets: [], stays: [], counts: [], marks: [{ name: 'Zmiana grafiku', daysAgo: rotaAge, locations: [shops.krakow.location], queues: [] }] }
  const visitors = Object.values(shops).map((shop) => ({ shop, countOf: steadily(ground.chance), reviewsOf: steadily(ground.chance) }))
  for (const day of ground.days) {
    const begun = ground.chance.count(6 * (day.weekday === 7 ? 1.2 : 1))
    life.tickets.push(...lettersOf(day, ground), ...formsOf(day, ground, begun), ...visitors.flatMap(({ shop, reviewsOf: countOf }) => reviewsOf(day, ground, shop, countOf)))
    if (day.age > 0) life.counts.push({ source: 'sklep.turnia.example', what: 'forms-begun', date: day.date, n: begun })
    if (day.holiday || day.weekday === 7) continue
    life.stays.push(...shiftsOf(day, ground))
    life.tickets.push(...visitors.flatMap(({ shop, countOf }) => visitsOf(day, ground, shop, countOf)), ...callsOf(day, ground), ...chatsOf(day, ground))
  }
  return life
}

/** Some weeks ago sizes were measured anew, and more and more of what was bought comes back. */
function reasonOf(day: Day, { chance }: LifeGround): string {
  const returns = day.age >= returnsAge ? 11 : 11 + 36 * ((returnsAge - day.age) / returnsAge)
  return chance.weighted({ 'order-status': 24, 'delivery-late': 6, 'order-change': 5, 'return': returns, 'defect': 7, 'payment': 12, 'question': 28, 'bad-service': 1.5, 'praise': 2.5 })
}

/** One of two takes calls and chats; the others answer mail and are busy with it. */
function shiftsOf(day: Day, { chance, now }: LifeGround): PastStay[] {
  if (day.weekday === 6) return []
  const [morning, afternoon] = day.age % 2 === 0 ? [damian, olga] : [olga, damian]
  return [iwona, damian, olga, tomasz].flatMap((staff): PastStay[] => {
    const from = day.at(9) + Math.round(chance.between(-6, 6) * 60_000)
    return [{ staff, state: staff === morning ? 'available' : 'busy', since: from, until: day.at(13) }, { staff, state: 'away', since: day.at(13), until: day.at(13.5) }, { staff, state: staff === afternoon ? 'available' : 'busy', since: day.at(13.5), until: day.at(17) }]
  }).flatMap((stay) => (stay.since >= now ? [] : [{ ...stay, until: Math.min(stay.until, now) }]))
}

function visitsOf(day: Day, ground: LifeGround, { location, size, keeper }: Shop, countOf: Counting) {
  const { chance } = ground
  return Array.from({ length: countOf(1.9 * size * ofWeek[day.weekday]!) }, () => {
    const drawn = reasonOf(day, ground)
    const reason = words.told[drawn] === undefined ? 'question' : drawn
    const recorded = { at: day.at(hourOf(chance, 10, ofShopDay)), customer: oneOfThem(ground, day), queue: 'after-sales', location, said: chance.one(words.told[reason]!) }
    if (reason !== 'defect') return writtenDown({ ...recorded, becomes: { status: 'closed', reason, queue: queueOf(reason), result: 'solved' } }, 'visit', keeper, chance)
    const answeredAfter = chance.between(2, 11)
    return writtenDown({
      ...recorded, becomes: { status: 'open', reason, queue: 'complaints', owner: tomasz },
      afterwards: (toldAt) => [{ does: 'answers', at: daysLater(toldAt, answeredAfter, chance), channel: 'email', staff: tomasz, text: chance.one(words.answers['defect']![recorded.customer.language]), becomes: { status: 'closed', result: chance.weighted({ 'solved': 75, 'rejected': 25 }) } }],
    }, 'visit', keeper, chance)
  })
}

function lettersOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return Array.from({ length: chance.count(4.5 * (day.weekday >= 6 ? 0.6 : 1)) }, () => {
    const reason = reasonOf(day, ground)
    const queue = queueOf(reason)
    const known = words.letters[reason] === undefined ? 'question' : reason
    return writeIn({
      at: day.at(hourOf(chance, 7, ofMailDay)), customer: oneOfThem(ground, day), channel: 'email', mailbox: queue === 'complaints' ? 1 : 0, queue: queue === 'complaints' || chance.happens(0.8) ? queue : 'after-sales', belongs: queue, location: chance.happens(0.3) ? chance.one(Object.values(shops)).location : null,
      reason: known, staff: chance.one(experts[queue]!), firstHours: queue === 'complaints' ? 6 : 2.2, result: chance.weighted({ 'solved': 88, 'partly': 7, 'not-solved': 5 }), priority: queue === 'complaints' ? 'high' : 'normal',
    }, words, chance)
  })
}

/** Of the forms begun on the website these were sent. */
function formsOf(day: Day, ground: LifeGround, begun: number) {
  const { chance } = ground
  return Array.from({ length: begun }).filter(() => chance.happens(0.52)).map(() => {
    const reason = chance.weighted({ 'question': 40, 'order-status': 30, 'return': day.age < returnsAge ? 30 : 15, 'payment': 8 })
    const queue = queueOf(reason)
    return writeIn({ at: day.at(hourOf(chance, 7, ofMailDay)), customer: oneOfThem(ground, day), channel: 'form', mailbox: 0, queue: 'after-sales', belongs: queue, location: null, reason, staff: chance.one(experts[queue]!), firstHours: 2.5, result: 'solved' }, words, chance)
  })
}

const line = (agents: readonly string[], waitSeconds: number, talkMinutes: number): Line => ({ exchange: 'marek@turnia.example', agents, callers: [damian, olga], waitSeconds, patienceSeconds: 240, talkMinutes, menu: null })

function callsOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return Array.from({ length: day.weekday === 6 ? 0 : chance.count(4.5) }, () => {
    const drawn = reasonOf(day, ground)
    const reason = drawn === 'defect' || words.told[drawn] === undefined ? 'order-status' : drawn
    return comesToLine({ at: day.at(hourOf(chance, 9, [2, 4, 4, 4, 3, 3, 3, 3])), customer: oneOfThem(ground, day), queue: queueOf(reason), location: null, said: chance.one(words.told[reason]!), becomes: { status: 'closed', reason, result: 'solved' } }, line([damian, olga, iwona], 11, 4), 'call', chance)
  })
}

function chatsOf(day: Day, ground: LifeGround) {
  const { chance } = ground
  return Array.from({ length: day.weekday === 6 ? 0 : chance.count(3) }, () => {
    const reason = chance.weighted({ 'question': 55, 'order-status': 30, 'return': day.age < returnsAge ? 20 : 8 })
    const customer = oneOfThem(ground, day)
    return comesToLine({ at: day.at(hourOf(chance, 9, [1, 3, 4, 4, 3, 3, 4, 3])), customer, queue: queueOf(reason), location: null, said: chatted(reason, customer, words, chance), becomes: { status: 'closed', reason, result: 'solved' } }, line([damian, olga], 20, 7), 'message', chance)
  })
}

function reviewsOf(day: Day, ground: LifeGround, shop: Shop, countOf: Counting) {
  const { chance } = ground
  return Array.from({ length: countOf(0.3 * shop.size) }, () => {
    const fallen = shop === shops.wroclaw && day.age < fallAge
    const stars = Number(chance.weighted(fallen ? { 5: 15, 4: 15, 3: 20, 2: 20, 1: 30 } : { 5: 58, 4: 24, 3: 9, 2: 4, 1: 5 }))
    const text = chance.one(reviews[stars >= 4 ? 'good' : stars === 3 ? 'middling' : 'bad'])
    const reply = stars <= 3 || chance.happens(0.4) ? chance.one(stars >= 4 ? ['Bardzo dziękujemy i zapraszamy ponownie!'] : ['Przykro nam. Prosimy o kontakt, wyjaśnimy to z zespołem sklepu.', 'Dziękujemy za szczerą opinię, pracujemy nad tym.']) : null
    return review({ at: day.at(hourOf(chance, 10, ofShopDay)), customer: oneOfThem(ground, day), queue: 'after-sales', location: shop.location, site: chance.happens(0.8) ? 'Google' : 'Facebook', stars, text, staff: chance.one([iwona, shop.keeper]), reply }, chance)
  })
}
