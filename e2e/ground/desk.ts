// The desk behind a story: what an administrator would have arranged, and what the server says of a ticket.
import type { Queue, TicketDetail, Ticket, Task, Interaction } from '@kontuar/contracts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ask } from './api.ts'

interface Page<T> { items: T[] }

/** @param readyMade key of a queue that every organization begins with, such as `complaints` */
export async function queueNamed(ask: Ask, readyMade: string): Promise<Queue> {
  const found = (await ask<Page<Queue>>('GET', '/queues')).items.find((queue) => queue.readyMade === readyMade)
  if (!found) throw new Error(`there is no queue ${readyMade}`)
  return found
}

/** The ticket with exactly this subject, there already or still to come within 20 s. */
export async function ticketAbout(ask: Ask, subject: string): Promise<TicketDetail> {
  for (const late = Date.now() + 20_000; ; await pause(100)) {
    const found = (await ask<Page<Ticket>>('GET', '/tickets?limit=200')).items.find((ticket) => ticket.subject === subject)
    if (found) return ask<TicketDetail>('GET', `/tickets/${found.id}`)
    if (Date.now() > late) throw new Error(`no ticket about "${subject}" came in 20 s`)
  }
}

export const ticketById = (ask: Ask, id: string): Promise<TicketDetail> => ask<TicketDetail>('GET', `/tickets/${id}`)
export const tasksOf = async (ask: Ask, query: string): Promise<Task[]> => (await ask<Page<Task>>('GET', `/tasks?${query}`)).items
/** What happened to the ticket by itself or by hand, as the diary names it, oldest first. */
export const eventsOf = async (ask: Ask, id: string): Promise<NonNullable<Interaction['event']>[]> =>
  (await ask<Page<Interaction>>('GET', `/tickets/${id}/interactions?limit=200`)).items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).flatMap(({ event }) => event ?? [])

/** A day so many days from today in Warsaw, YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  return Temporal.Now.plainDateISO('Europe/Warsaw').add({ days }).toString()
}
