// Who gets a ticket. Pure: whoever asks has looked everything up, and notes each answer before the next question.
import type { AssignmentRules, Decision } from '@kontuar/contracts'

export interface Agent {
  id: string
  /** Present and taking work, by their own word and by their shifts. */
  ready: boolean
  /** Null: every location. */
  locationIds: ReadonlySet<string> | null
  skills: { language: ReadonlySet<string>; channel: ReadonlySet<string>; product: ReadonlySet<string> }
  /** Null: no limit. */
  capacity: { total: number | null; byChannel: Readonly<Record<string, number>> }
  /** Tickets in hand. */
  open: { total: number; byChannel: Record<string, number> }
}

export interface Needs {
  channel: string
  language: string | null
  locationId: string | null
  /** Those of its tags that are anybody's product. */
  productIds: readonly string[]
}

export interface Choice {
  staffId: string | null
  mode: Extract<Decision['mode'], 'sticky' | 'round-robin' | 'least-loaded'>
  because: Record<string, unknown>
}

type AutomaticMode = 'round-robin' | 'least-loaded'
export type AutomaticRules = AssignmentRules & { mode: AutomaticMode }

/**
 * @param agents those who serve the ticket's queue
 * @param lastOwnerId who had the customer last, while that still counts
 * @param lastTurns the id of the last decision that gave each agent a ticket of this queue; ids rise with time
 */
export function chooseAgent(ticket: Needs, rules: AutomaticRules, agents: readonly Agent[], lastOwnerId: string | null, lastTurns: ReadonlyMap<string, string>): Choice {
  const nobody = (code: string, detail: object = {}): Choice => ({ staffId: null, mode: rules.mode, because: { code, ...detail } })
  if (agents.length === 0) return nobody('nobody-serves')
  const seeing = agents.filter((a) => seesLocation(a, ticket))
  if (seeing.length === 0) return nobody('nobody-at-location')
  const ready = seeing.filter((a) => a.ready)
  if (ready.length === 0) return nobody('nobody-available')
  const able = ready.filter((a) => hasSkills(a, ticket, rules.skills))
  if (able.length === 0) return nobody('no-skill', { skills: rules.skills ?? [] })
  const eligible = able.filter((a) => hasRoom(a, ticket.channel))
  if (eligible.length === 0) return nobody('no-capacity')

  const last = eligible.find((a) => a.id === lastOwnerId)
  if (last) return { staffId: last.id, mode: 'sticky', because: { code: 'sticky', days: rules.stickyDays ?? 0 } }
  const chosen = rules.mode === 'round-robin' ? longestWithout(eligible, lastTurns) : leastLoaded(eligible, lastTurns)
  return { staffId: chosen.id, mode: rules.mode, because: { code: rules.mode, among: eligible.length, open: chosen.open.total, capacity: chosen.capacity.total } }
}

export const seesLocation = (agent: Pick<Agent, 'locationIds'>, ticket: Pick<Needs, 'locationId'>): boolean =>
  agent.locationIds === null || ticket.locationId === null || agent.locationIds.has(ticket.locationId)

/** Who has no skill of a kind takes all of that kind. */
export function hasSkills(agent: Pick<Agent, 'skills'>, ticket: Needs, asked: AssignmentRules['skills']): boolean {
  const { language, channel, product } = agent.skills
  return (asked ?? []).every((kind) => {
    if (kind === 'language') return ticket.language === null || language.size === 0 || language.has(primaryLanguage(ticket.language))
    if (kind === 'channel') return channel.size === 0 || channel.has(ticket.channel)
    return ticket.productIds.length === 0 || ticket.productIds.some((id) => product.has(id))
  })
}

/** Whoever reads Polish reads pl-PL. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0]!.toLowerCase()

/** How many more tickets of the channel the agent may have in hand. */
export function roomOf({ open, capacity }: Pick<Agent, 'open' | 'capacity'>, channel: string): number {
  const limit = capacity.byChannel[channel]
  return Math.min((capacity.total ?? Infinity) - open.total, (limit ?? Infinity) - (open.byChannel[channel] ?? 0))
}
const hasRoom = (agent: Agent, channel: string) => roomOf(agent, channel) > 0

function longestWithout(agents: readonly Agent[], lastTurns: ReadonlyMap<string, string>): Agent {
  return agents.reduce((best, a) => (compareTurns(a, best, lastTurns) < 0 ? a : best))
}

/** By the share of what they can carry; somebody without a limit is taken to carry as much as the strongest of the others. */
function leastLoaded(agents: readonly Agent[], lastTurns: ReadonlyMap<string, string>): Agent {
  const strongest = Math.max(1, ...agents.map((a) => a.capacity.total ?? 0))
  const share = (a: Agent) => a.open.total / (a.capacity.total ?? strongest)
  return agents.reduce((best, a) => ((share(a) - share(best) || a.open.total - best.open.total || compareTurns(a, best, lastTurns)) < 0 ? a : best))
}

function compareTurns(a: Agent, b: Agent, lastTurns: ReadonlyMap<string, string>): number {
  return compare(lastTurns.get(a.id) ?? '', lastTurns.get(b.id) ?? '') || compare(a.id, b.id)
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
