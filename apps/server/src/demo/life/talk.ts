// Calls and chats as an exchange records them, with their times; and what colleagues write down by hand: visits, calls, reviews.
import type { Timing } from '@kontuar/contracts'
import { newId } from '../../platform/id.ts'
import type { Chance } from '../chance.ts'
import { deskHours } from '../days.ts'
import type { Becomes, PastStep, PastTicket } from '../past/past-ticket.ts'
import type { Person } from '../people.ts'
import { capital, fill } from './fill.ts'
import type { Told, Words } from './words/words.ts'

const second = 1000
const minute = 60_000
const iso = (at: number) => new Date(at).toISOString()

/** What is the same of everything that is recorded. */
export interface Recorded {
  at: number
  customer: Person
  queue: string
  location: number | null
  said: Told
  becomes: Becomes
  /** What comes after it has been written down. */
  afterwards?: (toldAt: number) => PastStep[]
}

const ticketOf = ({ customer, queue, location, said }: Recorded, channel: string, steps: PastStep[], chance: Chance): PastTicket =>
  ({ id: newId(), customer, subject: fill(said.request, chance).replace(/\.$/, ''), language: customer.language, channel, mailbox: null, queue, location, priority: 'normal', tagIds: [], steps })

export interface Line {
  /** Whose program it is that records. */
  exchange: string
  /** Who is ready to take it; nobody takes what comes when there is nobody. */
  agents: readonly string[]
  /** Who calls back later. */
  callers: readonly string[]
  /** Median seconds until somebody answers. */
  waitSeconds: number
  /** After so many seconds more than half have given up. */
  patienceSeconds: number
  talkMinutes: number
  /** Shares of those who hang up in the menu, and whom it serves by itself. */
  menu: { leave: number; served: number } | null
}

/** A call or a chat that comes to a line. */
export function comesToLine(recorded: Recorded, line: Line, kind: 'call' | 'message', chance: Chance): PastTicket {
  const channel = kind === 'call' ? 'phone' : 'chat'
  const base = { does: 'records', at: recorded.at, kind, channel, direction: 'in' } as const
  const request = { request: fill(recorded.said.request, chance) }
  const menu = line.menu === null ? 'to-agent' : chance.weighted({ 'left': line.menu.leave, 'served': line.menu.served, 'to-agent': 1 - line.menu.leave - line.menu.served })
  const inMenu = line.menu === null ? 0 : Math.round(chance.between(12, 55) * second)
  const menuTimes: Timing = line.menu === null ? {} : { menuAt: iso(recorded.at), menuOutcome: menu }
  if (menu !== 'to-agent') {
    const toldAt = recorded.at + inMenu
    const said = menu === 'left' ? { request: 'Połączenie w menu głosowym.', result: 'Rozłączono przed wyborem.' } : { request: 'Stan konta i faktury w menu głosowym.', result: 'Załatwione w menu.' }
    return ticketOf({ ...recorded, said }, channel, [{ ...base, toldAt, by: line.exchange, staff: null, said, timing: { ...menuTimes, endedAt: iso(toldAt) }, becomes: { status: 'closed', ...(menu === 'served' ? { result: 'solved' } : {}) } }], chance)
  }
  const offered = recorded.at + inMenu
  const wait = Math.round(chance.wait(line.waitSeconds, 1) * second)
  // A few hang up at once: a wrong number, a second thought. The others bear the waiting less and less.
  const patience = chance.happens(0.015) ? chance.between(1, 4) * second : -Math.log(1 - chance.next()) * (line.patienceSeconds / Math.LN2) * second
  if (line.agents.length === 0 || wait > patience) return givenUp(recorded, line, { ...base, said: { ...request, result: 'Nie doczekano się odpowiedzi.' }, timing: { ...menuTimes, offeredAt: iso(offered), abandonedAt: iso(offered + Math.round(patience)) } }, offered + Math.round(patience), chance)

  const answered = offered + wait
  const staff = chance.one(line.agents)
  const talk = Math.round(Math.min(55, Math.max(0.6, chance.wait(line.talkMinutes, 0.6))) * minute)
  const holdSeconds = chance.happens(0.3) ? Math.round(Math.min(talk / 2000, chance.between(15, 140))) : 0
  const wrapUpSeconds = Math.round(Math.min(600, chance.wait(55, 0.7)))
  const toldAt = answered + talk + wrapUpSeconds * second
  const timing: Timing = { ...menuTimes, offeredAt: iso(offered), answeredAt: iso(answered), endedAt: iso(answered + talk), wrapUpSeconds, ...(holdSeconds === 0 ? {} : { holdSeconds }) }
  // One in twelve forgets to write down what came of it.
  const said = { ...request, result: chance.happens(0.08) ? '' : fill(recorded.said.result, chance) }
  return ticketOf(recorded, channel, [{ ...base, toldAt, by: staff, staff, said, timing, becomes: { ...recorded.becomes, owner: staff } }, ...(recorded.afterwards?.(toldAt) ?? [])], chance)
}

/** Some days later, when somebody is at the desk. */
export const daysLater = (at: number, days: number, chance: Chance): number => deskHours.add(at + Math.round(days * 24 * 60) * minute, Math.round(chance.between(2, 200) * minute))

/** What was said in a chat, in the customer's own words. */
export function chatted(reason: string, { language }: Person, { letters, told }: Words, chance: Chance): Told {
  const written = letters[reason] ?? letters['question']!
  return { request: capital(chance.one(written[language]).text), result: chance.one(told[reason] ?? told['question']!).result }
}

/** Nobody answered in time: most are called back, some have called again themselves. */
function givenUp(recorded: Recorded, line: Line, step: Omit<PastStep & { does: 'records' }, 'toldAt' | 'by' | 'staff' | 'becomes'>, toldAt: number, chance: Chance): PastTicket {
  const { reason } = recorded.becomes
  const steps: PastStep[] = [{ ...step, toldAt, by: line.exchange, staff: null, becomes: {} }]
  const caller = chance.one(line.callers)
  const later = deskHours.add(toldAt, Math.round(chance.wait(45, 0.8) * minute)) + Math.round(chance.between(5, 240) * second)
  if (step.kind === 'call' && chance.happens(0.7)) {
    const talk = Math.round(chance.between(1, 7) * minute)
    const reached = chance.happens(0.8)
    steps.push({
      does: 'records', at: later, toldAt: later + talk + 40 * second, kind: 'call', channel: 'phone', direction: 'out', by: caller, staff: caller, said: { request: 'Oddzwoniono.', result: reached ? 'Sprawa załatwiona.' : 'Nikt nie odbiera.' },
      timing: { answeredAt: iso(later), endedAt: iso(later + talk), wrapUpSeconds: 40 }, becomes: { status: 'closed', result: reached ? 'solved' : 'no-answer', ...(reason === undefined ? {} : { reason }), owner: caller },
    })
  } else steps.push({ does: 'changes', at: later, staff: caller, becomes: { status: 'closed', result: 'other' } })
  return ticketOf(recorded, step.channel, steps, chance)
}

/** Written down by hand some minutes later, by whoever had it. */
export function writtenDown(recorded: Recorded, kind: 'call' | 'visit', staff: string, chance: Chance): PastTicket {
  const toldAt = recorded.at + Math.round(chance.between(3, 25) * minute)
  const said = { request: fill(recorded.said.request, chance), result: chance.happens(0.1) ? '' : fill(recorded.said.result, chance) }
  const { reason, ...rest } = recorded.becomes
  // Some leave the reason out.
  const becomes = reason !== undefined && chance.happens(0.93) ? { ...rest, reason } : rest
  return ticketOf(recorded, kind === 'call' ? 'phone' : 'visit', [{ does: 'records', at: recorded.at, toldAt, kind, channel: kind === 'call' ? 'phone' : 'visit', direction: 'in', by: staff, staff, said, becomes }, ...(recorded.afterwards?.(toldAt) ?? [])], chance)
}

export interface Reviewed { at: number; customer: Person; queue: string; location: number | null; site: string; stars: number; text: string; staff: string; reply: string | null }

/** A public review that somebody copies into the diary, and answers where it stands. */
export function review({ at, customer, queue, location, site, stars, text, staff, reply }: Reviewed, chance: Chance): PastTicket {
  const toldAt = deskHours.nextOpening(at) + Math.round(chance.between(20, 200) * minute)
  const becomes: Becomes = { reason: stars >= 4 ? 'praise' : 'bad-service', ...(reply === null ? { status: 'closed' } : { status: 'open' }) }
  const steps: PastStep[] = [{ does: 'records', at, toldAt, kind: 'message', channel: 'review', direction: 'in', by: staff, staff: null, said: { request: text }, review: { site, stars }, becomes }]
  if (reply !== null) steps.push({ does: 'answers', at: deskHours.add(toldAt, Math.round(chance.between(0.2, 9) * 3_600_000)), channel: 'review', staff, text: reply, becomes: { status: 'closed', result: 'solved' } })
  return { id: newId(), customer, subject: `Opinia ${site}: ${stars} z 5`, language: customer.language, channel: 'review', mailbox: null, queue, location, priority: 'normal', tagIds: [], steps }
}
