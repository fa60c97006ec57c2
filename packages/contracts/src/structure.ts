// Locations, teams, and who sees what.
import { Type, type Static } from 'typebox'
import { ById, Id, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const closed = { additionalProperties: false } as const
const patch = { additionalProperties: false, minProperties: 1 } as const

export const Location = Type.Object({ id: Id, name: Name, address: Type.String(), timeZone: nullable(Type.String()), managerId: nullable(Id), regionId: nullable(Id), retired: Type.Boolean() })
export type Location = Static<typeof Location>
const place = { address: Type.Optional(Type.String({ maxLength: 500 })), timeZone: Type.Optional(nullable(Type.String({ maxLength: 64 }))), managerId: Type.Optional(nullable(Id)), regionId: Type.Optional(nullable(Id)) }
export const NewLocation = Type.Object({ name: Name, ...place }, closed)
export const LocationPatch = Type.Object({ name: Type.Optional(Name), ...place, retired: Type.Optional(Type.Boolean()) }, patch)

/** Locations that somebody is in charge of together. */
export const Region = Type.Object({ id: Id, name: Name, managerId: nullable(Id), locationIds: Type.Array(Id), retired: Type.Boolean() })
export type Region = Static<typeof Region>
export const NewRegion = Type.Object({ name: Name, managerId: Type.Optional(nullable(Id)), locationIds: Type.Optional(Type.Array(Id, { maxItems: 2000 })) }, closed)
export const RegionPatch = Type.Object({ name: Type.Optional(Name), managerId: Type.Optional(nullable(Id)), locationIds: Type.Optional(Type.Array(Id, { maxItems: 2000 })), retired: Type.Optional(Type.Boolean()) }, patch)

export const Team = Type.Object({ id: Id, name: Name, managerId: nullable(Id), locationId: nullable(Id), memberIds: Type.Array(Id), retired: Type.Boolean() })
export type Team = Static<typeof Team>
const band = { managerId: Type.Optional(nullable(Id)), locationId: Type.Optional(nullable(Id)), memberIds: Type.Optional(Type.Array(Id, { maxItems: 2000 })) }
export const NewTeam = Type.Object({ name: Name, ...band }, closed)
export const TeamPatch = Type.Object({ name: Type.Optional(Name), ...band, retired: Type.Optional(Type.Boolean()) }, patch)

/** `granted`: only tickets of the queues one serves (oneself or by a team) or is granted here, and, once any location is granted, of these locations or none. */
export const Access = Type.Object({ access: oneOf('everything', 'granted'), queueIds: Type.Array(Id, { maxItems: 500 }), locationIds: Type.Array(Id, { maxItems: 500 }) }, closed)
export type Access = Static<typeof Access>

const tag = 'desk settings'
export const listLocations = route({ method: 'GET', path: '/locations', permission: 'ticket.read', tag, summary: 'Locations', response: page(Location) })
export const createLocation = route({ method: 'POST', path: '/locations', permission: 'desk.manage', tag, summary: 'Add a location', body: NewLocation, response: Location, status: 201 })
export const changeLocation = route({ method: 'PATCH', path: '/locations/:id', permission: 'desk.manage', tag, summary: 'Change or retire a location', params: ById, body: LocationPatch, response: Location })
export const listTeams = route({ method: 'GET', path: '/teams', permission: 'ticket.read', tag, summary: 'Teams with their members', response: page(Team) })
export const createTeam = route({ method: 'POST', path: '/teams', permission: 'desk.manage', tag, summary: 'Add a team', body: NewTeam, response: Team, status: 201 })
export const changeTeam = route({ method: 'PATCH', path: '/teams/:id', permission: 'desk.manage', tag, summary: 'Change or retire a team', params: ById, body: TeamPatch, response: Team })
export const getAccess = route({ method: 'GET', path: '/staff/:id/access', permission: 'staff.read', tag, summary: 'Which queues and locations a person sees', params: ById, response: Access })
export const setAccess = route({ method: 'PUT', path: '/staff/:id/access', permission: 'staff.manage', tag, summary: 'Say which queues and locations a person sees', params: ById, body: Access, response: Access })
export const listRegions = route({ method: 'GET', path: '/regions', permission: 'ticket.read', tag, summary: 'Regions with their locations', response: page(Region) })
export const createRegion = route({ method: 'POST', path: '/regions', permission: 'desk.manage', tag, summary: 'Add a region', body: NewRegion, response: Region, status: 201 })
export const changeRegion = route({ method: 'PATCH', path: '/regions/:id', permission: 'desk.manage', tag, summary: 'Change or retire a region', params: ById, body: RegionPatch, response: Region })
