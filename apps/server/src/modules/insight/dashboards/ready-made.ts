// The dashboards everybody has without making one. They are code, not rows: an organization that has not changed one gets the better
// one of the next version. What it changes is a row with the same `ready_made`.
import type { Dashboard, DashboardDefinition, Role, Tile } from '@kontuar/contracts'

export type ReadyMade = NonNullable<Dashboard['readyMade']>

type TileWish = Omit<Tile, 'id' | 'width' | 'height'> & { width?: number; height?: number }
const tiles = (...wishes: TileWish[]): Tile[] => wishes.map((wish, i) => ({ width: 1, height: 1, ...wish, id: `t${i + 1}` }))
const number = (metric: string): TileWish => ({ kind: 'number', metrics: [metric] })

interface Made { roles: readonly Role[]; definition: DashboardDefinition }

// Nine tiles at most, what asks for an act first: warnings, then the numbers one is answerable for, then where they come from.
export const readyMade: Record<ReadyMade, Made> = {
  'owner': {
    roles: ['administrator', 'manager'],
    definition: {
      period: 'last-30-days', compare: 'before',
      tiles: tiles(
        number('nps'), number('csat'), number('contacts-in'), number('complaints'),
        { kind: 'warnings', metrics: [], width: 2, height: 2 },
        { kind: 'network', metrics: ['csat'], by: 'location', width: 2, height: 2 },
        { kind: 'line', metrics: ['contacts-in'], step: 'day', width: 2 },
        { kind: 'bars', metrics: ['contacts-in'], by: 'reason', width: 2 },
        { kind: 'table', metrics: ['contacts-in', 'first-response-median', 'csat', 'complaints', 'without-feedback'], by: 'location', width: 4, height: 2 },
      ),
    },
  },
  'contact-centre': {
    roles: ['administrator', 'manager', 'observer'],
    definition: {
      period: 'today', compare: 'before',
      tiles: tiles(
        number('service-level'), number('abandonment'), number('backlog'), number('first-response-median'),
        { kind: 'line', metrics: ['contacts-in'], step: 'hour', width: 2 },
        { kind: 'bars', metrics: ['contacts-in'], by: 'queue', width: 2 },
        { kind: 'warnings', metrics: [], width: 2, height: 2 },
        { kind: 'bars', metrics: ['backlog'], by: 'queue', width: 2, height: 2 },
        { kind: 'table', metrics: ['contacts-out', 'handle-time', 'first-response-median', 'occupancy', 'csat'], by: 'staff', width: 4, height: 2 },
      ),
    },
  },
  'shop': {
    roles: ['manager', 'administrator', 'observer'],
    definition: {
      period: 'last-7-days', compare: 'before',
      tiles: tiles(
        { kind: 'warnings', metrics: [], width: 2, height: 2 },
        number('csat'), number('complaints'), number('backlog'), number('first-response-median'),
        { kind: 'bars', metrics: ['contacts-in'], by: 'reason', width: 2 },
        { kind: 'line', metrics: ['csat'], step: 'day', width: 2 },
        { kind: 'network', metrics: ['csat'], by: 'location', width: 2, height: 2 },
        { kind: 'heat', metrics: ['contacts-in'], width: 2, height: 2 },
      ),
    },
  },
  'e-commerce': {
    roles: ['manager', 'administrator'],
    definition: {
      period: 'last-30-days', compare: 'before',
      tiles: tiles(
        number('nps'), number('good-reviews'), number('chat-wait'), number('form-completion'),
        { kind: 'bars', metrics: ['contacts-in'], by: 'channel', width: 2 },
        { kind: 'bars', metrics: ['contacts-in'], by: 'reason', width: 2 },
        { kind: 'line', metrics: ['negative-share'], step: 'day', width: 2 },
        { kind: 'bars', metrics: ['csat'], by: 'newcomer', width: 2 },
      ),
    },
  },
  'agent': {
    roles: ['agent', 'manager', 'administrator'],
    definition: {
      period: 'last-7-days', compare: 'before', mine: true,
      tiles: tiles(
        number('contacts-out'), number('first-response-median'), number('csat'), number('fcr-one-touch'),
        { kind: 'line', metrics: ['contacts-out'], step: 'day', width: 2 },
        { kind: 'distribution', metrics: ['first-response-median'], width: 2 },
        { kind: 'bars', metrics: ['tickets-closed'], by: 'reason', width: 2 },
        { kind: 'bars', metrics: ['contacts-out'], by: 'channel', width: 2 },
      ),
    },
  },
  'quality': {
    roles: ['manager', 'administrator', 'observer'],
    definition: {
      period: 'last-30-days', compare: 'before',
      tiles: tiles(
        number('fcr-repeat'), number('reopened-share'), number('sla-kept'), number('negative-share'),
        number('completeness'), number('without-result'), { ...number('without-feedback'), width: 2 },
        { kind: 'bars', metrics: ['fcr-repeat'], by: 'reason', width: 4 },
        { kind: 'table', metrics: ['tickets-closed', 'fcr-repeat', 'reopened-share', 'csat', 'completeness'], by: 'team', width: 4, height: 2 },
      ),
    },
  },
}

export const readyMadeNames = Object.keys(readyMade) as ReadyMade[]

/** Its address until somebody changes it, and after. */
export const readyMadeId = (name: ReadyMade): string => `ready-${name}`
export const readyMadeOf = (id: string): ReadyMade | null => readyMadeNames.find((name) => readyMadeId(name) === id) ?? null

/** In the order in which a role is shown them: the first is what it opens with. */
const orders: Record<Role, readonly ReadyMade[]> = {
  administrator: ['owner', 'contact-centre', 'shop', 'e-commerce', 'quality', 'agent'],
  manager: ['shop', 'contact-centre', 'owner', 'quality', 'e-commerce', 'agent'],
  agent: ['agent'],
  observer: ['contact-centre', 'shop', 'quality'],
}
export const readyMadeFor = (role: Role): readonly ReadyMade[] => orders[role].filter((name) => readyMade[name].roles.includes(role))
