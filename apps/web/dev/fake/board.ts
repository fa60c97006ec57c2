// The board and presence of the invented server: one person with too much, one with room, one away.
import * as routes from '@kontuar/contracts'
import type { Board, Presence, PresenceState, Ticket } from '@kontuar/contracts'
import type { Scenario, createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { ago, staff } from './people.ts'
import type { World } from './tickets.ts'

const ageHours = [4, 24, 72, 168, 720] as const
const hour = 3_600_000

export function answerBoard(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World, desk: Desk): void {
  const states = new Map<string, PresenceState>([['s1', 'available'], ['s2', 'busy'], ['s3', 'away'], ['s6', 'available'], ['s7', 'off']])
  const capacities: Record<string, number | null> = { s1: 40, s2: null, s3: 30, s6: 25, s7: 20 }
  const people = staff.filter(({ active, role }) => active && role !== 'observer')
  const open = () => world.tickets.filter(({ statusCategory }) => statusCategory !== 'closed')
  const presence = (id: string): Presence => ({
    staffId: id, name: staff.find((each) => each.id === id)?.name ?? id, state: states.get(id) ?? 'off', since: ago(47), shiftCalendarId: id === 's7' ? 'c1' : null, onShift: id === 's7' ? false : null,
    openTickets: open().filter(({ assigneeId }) => assigneeId === id).length, capacity: scenario.empty ? null : (capacities[id] ?? null),
  })
  const say = (id: string, state: PresenceState) => {
    const changed = states.get(id) !== state
    states.set(id, state)
    if (changed) world.tell('routing.presenceChanged', { staffId: id })
    return presence(id)
  }
  on(routes.listPresence, () => ({ items: people.map(({ id }) => presence(id)), next: null }))
  on(routes.getMyPresence, () => presence('s1'))
  on(routes.setMyPresence, ({ body }) => say('s1', body.state))
  on(routes.changePresence, ({ params, body }) => say(params.id, body.state))

  on(routes.getBoard, ({ query }) => {
    const soonest = Number(query.hours ?? 4)
    const team = desk.teams.find(({ id }) => id === query.teamId)
    const now = Date.now()
    const tickets = open().filter((each) => (!query.queueId || each.queueId === query.queueId) && (!query.locationId || each.locationId === query.locationId) && (!team || (each.assigneeId !== null && team.memberIds.includes(each.assigneeId))))
    const left = ({ dueAt }: Ticket) => (dueAt === null ? Infinity : Date.parse(dueAt) - now)
    const bar = (some: Ticket[]) => ({ tickets: some.length, overdue: some.filter((each) => left(each) <= 0).length, dueSoon: some.filter((each) => left(each) > 0 && left(each) <= soonest * hour).length, unassigned: some.filter(({ assigneeId }) => assigneeId === null).length })
    const by = <K>(key: (ticket: Ticket) => K) => [...Map.groupBy(tickets, key)].toSorted(([, a], [, b]) => b.length - a.length)
    const owned = new Map(by(({ assigneeId }) => assigneeId))
    const age = ({ createdAt }: Ticket) => { const at = ageHours.findIndex((end) => now - Date.parse(createdAt) < end * hour); return at < 0 ? ageHours.length : at }
    const answer: Board = {
      at: new Date().toISOString(), open: tickets.length, unassigned: bar(tickets).unassigned, overdue: bar(tickets).overdue, urgent: tickets.filter(({ priority }) => priority === 'urgent').length,
      queues: by(({ queueId }) => queueId).map(([queueId, some]) => ({ queueId, ...bar(some) })),
      statuses: by(({ status }) => status).map(([status, some]) => ({ status, tickets: some.length })),
      ages: [...ageHours, null].map((upToHours, index) => ({ upToHours, tickets: tickets.filter((each) => age(each) === index).length })),
      owners: [...new Set([...owned.keys(), ...people.map(({ id }) => id)])].map((ownerId) => ({ ownerId, ...bar(owned.get(ownerId) ?? []), presence: ownerId === null ? null : presence(ownerId) })).toSorted((a, b) => b.tickets - a.tickets),
      breaches: tickets.filter((each) => left(each) > 0 && left(each) <= soonest * hour).toSorted((a, b) => left(a) - left(b)).slice(0, 50),
    }
    return answer
  })
}
