// Many tickets at once, each decided on what the ones before it left.
import type { AutomaticRules, Choice, Needs } from './choose-agent.ts'
import { chooseAgent, type Agent } from './choose-agent.ts'

export interface WaitingTicket extends Needs {
  id: string
  queueId: string
  customerId: string
  urgent: boolean
  lastOwnerId: string | null
}
export interface AutomaticQueue {
  id: string
  rules: AutomaticRules
  agents: readonly Agent[]
  /** By agent: see chooseAgent. */
  lastTurns: Map<string, string>
}
export interface Decided { id: string; ticket: WaitingTicket; choice: Choice }

/**
 * @param tickets of each queue in its order of work
 * @param newId rises; the decision's
 */
export function decideBatch(tickets: readonly WaitingTicket[], queues: readonly AutomaticQueue[], newId: () => string): Decided[] {
  const byId = new Map(queues.map((q) => [q.id, q]))
  const owners = new Map<string, string>()
  return interleave(tickets, queues).map((ticket): Decided => {
    const queue = byId.get(ticket.queueId)!
    // The customer's other ticket of this very batch counts as well.
    const lastOwner = (queue.rules.stickyDays ?? 0) > 0 ? owners.get(ticket.customerId) ?? ticket.lastOwnerId : null
    const choice = chooseAgent(ticket, queue.rules, queue.agents, lastOwner, queue.lastTurns)
    const id = newId()
    if (choice.staffId !== null) {
      const agent = queue.agents.find((a) => a.id === choice.staffId)!
      agent.open.total++
      agent.open.byChannel[ticket.channel] = (agent.open.byChannel[ticket.channel] ?? 0) + 1
      queue.lastTurns.set(agent.id, id)
      owners.set(ticket.customerId, agent.id)
    }
    return { id, ticket, choice }
  })
}

/** Urgent ones of all queues first; then the first of each queue, the second of each … so that no queue starves another. */
export function interleave(tickets: readonly WaitingTicket[], queues: readonly Pick<AutomaticQueue, 'id'>[]): WaitingTicket[] {
  const position = new Map(queues.map((q, i) => [q.id, i]))
  const rank = new Map<string, number>()
  const placed = tickets.map((ticket) => {
    const key = `${ticket.queueId} ${ticket.urgent}`
    const own = rank.get(key) ?? 0
    rank.set(key, own + 1)
    return { ticket, own }
  })
  return placed.toSorted((a, b) => Number(b.ticket.urgent) - Number(a.ticket.urgent) || a.own - b.own || position.get(a.ticket.queueId)! - position.get(b.ticket.queueId)!).map((p) => p.ticket)
}
