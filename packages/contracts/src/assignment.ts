// Who is there, who can take what, and who got which ticket why.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'
import { Ticket } from './tickets.ts'

const closed = { additionalProperties: false } as const
const patch = { additionalProperties: false, minProperties: 1 } as const

export const PresenceState = oneOf('available', 'busy', 'away', 'off')
export type PresenceState = Static<typeof PresenceState>
export const Presence = Type.Object({
  staffId: Id, name: Type.String(), state: PresenceState, since: Instant, shiftCalendarId: nullable(Id),
  onShift: nullable(Type.Boolean({ description: 'Null when the person has no shifts; outside of them they count as off.' })),
  openTickets: Type.Integer(), capacity: nullable(Type.Integer({ description: 'Over all channels; null: no limit.' })),
})
export type Presence = Static<typeof Presence>

export const Skill = Type.Object({ kind: oneOf('language', 'channel', 'product'), value: Type.String({ minLength: 1, maxLength: 64, description: 'Language tag, channel, or the id of a tag.' }) }, closed)
export const Ability = Type.Object({
  skills: Type.Array(Skill, { maxItems: 200 }),
  capacity: Type.Object({ total: nullable(Type.Integer({ minimum: 0, maximum: 10_000 })), byChannel: Type.Record(Type.String({ maxLength: 40 }), Type.Integer({ minimum: 0, maximum: 10_000 })) }, closed),
  shiftCalendarId: nullable(Id),
}, closed)
export type Ability = Static<typeof Ability>

export const Decision = Type.Object({
  id: Id, ticketId: Id, staffId: nullable(Id), staffName: nullable(Type.String()), mode: oneOf('hand', 'pull', 'round-robin', 'least-loaded', 'sticky', 'given-back', 'escalation'),
  because: Type.Record(Type.String(), Type.Unknown(), { description: '{code, …}: what the choice rested on.' }), decidedBy: nullable(Id), at: Instant,
})
export type Decision = Static<typeof Decision>

const tag = 'assignment'
export const listPresence = route({ method: 'GET', path: '/presence', permission: 'staff.read', tag, summary: 'Who is there, with how much work', response: page(Presence) })
export const setMyPresence = route({ method: 'PUT', path: '/me/presence', permission: 'self', tag, summary: 'Say whether I take work; sent again every few minutes as a sign of life', body: Type.Object({ state: PresenceState }, closed), response: Presence })
export const getMyPresence = route({ method: 'GET', path: '/me/presence', permission: 'self', tag, summary: 'Whether I take work', response: Presence })
export const changePresence = route({ method: 'PATCH', path: '/staff/:id/presence', permission: 'desk.manage', tag, summary: 'Say for a colleague whether they take work', params: ById, body: Type.Object({ state: PresenceState }, patch), response: Presence })
export const getAbility = route({ method: 'GET', path: '/staff/:id/ability', permission: 'staff.read', tag, summary: 'Skills, capacity and shifts of a person', params: ById, response: Ability })
export const setAbility = route({ method: 'PUT', path: '/staff/:id/ability', permission: 'desk.manage', tag, summary: 'Set skills, capacity and shifts of a person', params: ById, body: Ability, response: Ability })
export const pullTicket = route({ method: 'POST', path: '/tickets/pull', permission: 'ticket.change', tag, summary: 'Take the next ticket of my queues', body: Type.Object({ queueId: Type.Optional(Id) }, closed), response: nullable(Ticket), status: 200 })
export const listDecisions = route({ method: 'GET', path: '/tickets/:id/decisions', permission: 'ticket.read', tag, summary: 'Who got the ticket when, and why', params: ById, response: page(Decision) })
