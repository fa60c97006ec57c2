// Invented tickets of a beauty salon, in the three languages: enough of them to scroll for a while.
import type { Customer, Ticket } from '@kontuar/contracts'
import { ago, staff } from './people.ts'
import { stories } from './ticket-stories.ts'

const categories = ['new', 'open', 'waiting', 'closed'] as const
const priorities = ['normal', 'normal', 'high', 'normal', 'normal', 'low', 'normal', 'urgent', 'normal', 'normal'] as const

export const customers: Customer[] = Array.from({ length: 400 }, (_, index) => {
  const [name, address, , , language] = stories[index % stories.length]!
  const round = Math.floor(index / stories.length)
  const own = round === 0 ? address : address.replace('@', `${round}@`)
  return {
    id: `c${index}`, name: index % 29 === 28 ? '' : name, language, note: index === 0 ? 'Woli kontakt mailowy. Uczulenie na lateks.' : '', companyId: index === 3 ? 'b1' : null, companyName: index === 3 ? 'Hurtownia „Lawenda” sp. z o.o.' : null, tagIds: index === 0 ? ['g1', 'g4'] : [], fields: (index === 0 ? { f8: 'd' } : {}) as Customer['fields'], createdAt: ago(60 * 24 * 200 - index), updatedAt: ago(60 * index),
    identities: [
      { id: `d${index}`, kind: 'email', address: own, verifiedAt: ago(60 * 24 * 100), createdAt: ago(60 * 24 * 200) },
      ...(index % 5 === 0 ? [{ id: `e${index}`, kind: 'phone' as const, address: `+48 600 10${index % 10} 20${index % 7}`, verifiedAt: null, createdAt: ago(60 * 24 * 20) }] : []),
    ],
    openTickets: index % 3, totalTickets: (index % 3) + (index % 7) + 1,
  }
})

export const makeTickets = (count: number): Ticket[] => Array.from({ length: count }, (_, index) => {
  const [, , subject, text, language] = stories[index % stories.length]!
  const customer = customers[index % customers.length]!
  const statusCategory = categories[index < 20 ? index % 3 : index % 4]!
  const owner = index % 4 === 0 ? null : staff[index % 4 === 1 ? 1 : index % 4 === 2 ? 2 : 0]!
  const waits = statusCategory === 'new' || statusCategory === 'open'
  // Some late, some soon, most with time left; the tickets that wait for the customer stand still.
  const left = index === 0 ? 34 : [80, -40, 25, 300, 1700][index % 5]! + index
  const status = index === 5 ? 'waiting-internal' : index === 11 ? 'parts-ordered' : statusCategory
  const at = ago(index < 12 ? index * 13 + 1 : Math.round(index ** 1.6) + 140)
  return {
    id: `k${index}`, number: 12_480 - index, subject, status, statusCategory, priority: priorities[index % priorities.length]!, queueId: index === 8 ? 'q3' : `q${[2, 2, 1, 5, 2, 3, 5, 2, 3, 1][index % 10]}`, assigneeId: owner?.id ?? null, customerId: customer.id,
    channel: 'email', mailboxId: index % 7 === 6 ? 'm2' : 'm1', reasonId: [null, 'r7', 'r5', 'r22', 'r8', 'r33'][index % 6] ?? null, locationId: [null, 'l1', 'l2', null][index % 4] ?? null, result: statusCategory === 'closed' ? 'solved' : null, tagIds: index % 6 === 5 ? ['g4'] : index % 9 === 2 ? ['g3', 'g2'] : [], fields: (index === 0 ? { f1: '2026/1024', f5: 'h2' } : {}) as Ticket['fields'],
    waitingSince: waits ? at : null, dueAt: waits ? ago(-left) : null, dueFrom: waits ? ago(left > 0 ? 100 : 200) : null, dueKind: waits ? (index === 8 ? 'legal' : index % 3 ? 'next-response' : 'first-response') : null, breaches: waits && left < 0 ? 1 : 0, mergedIntoId: index === 9 ? 'k2' : null, language, createdAt: at, updatedAt: at, closedAt: statusCategory === 'closed' ? at : null, lastInteractionAt: at, lastDirection: statusCategory === 'waiting' ? 'out' : 'in', preview: text.replace(/\s+/g, ' ').slice(0, 160),
    customer: { id: customer.id, name: customer.name, address: customer.identities[0]!.address }, assignee: owner ? { id: owner.id, name: owner.name } : null,
  }
})
