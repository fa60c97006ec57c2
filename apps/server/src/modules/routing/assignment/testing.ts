// For tests alone: a queue with its people, and tickets that wait in it.
import type { AssignmentRules, PresenceState } from '@kontuar/contracts'
import type { TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildOrganization, buildStaff, buildToken, type TestOrganization, type TestStaff } from '../../identity/testing.ts'

export interface TicketWish {
  queueId?: string | null; assigneeId?: string | null; customerId?: string; channel?: string; language?: string | null; locationId?: string | null; priority?: string; status?: string; tagIds?: string[]
  dueAt?: string | null; waitingSince?: string | null; queuedAt?: string
  /** Nobody hears of it: its deadline stays as said, which the clocks else count themselves. */
  quiet?: boolean
}
export interface Desk {
  org: TestOrganization
  orgId: number
  queueId: string
  people: TestStaff[]
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, who?: TestStaff): ReturnType<TestKontuar['ask']>
  sql<R extends object>(text: string, values?: unknown[]): Promise<R[]>
  addPerson(): Promise<TestStaff>
  addQueue(assignment: AssignmentRules, memberIds: string[]): Promise<string>
  addTicket(wish?: TicketWish): Promise<string>
  be(state: PresenceState, ...people: TestStaff[]): Promise<void>
  /** By ticket. */
  owners(): Promise<Map<string, string | null>>
  events(name: string): Promise<{ ids: Record<string, string>; detail: Record<string, unknown> }[]>
}

let made = 0

/** @param agents so many members of the queue, none of them present */
export async function buildDesk(kontuar: TestKontuar, agents: number, assignment: AssignmentRules = { mode: 'round-robin' }): Promise<Desk> {
  const { db } = kontuar.platform
  const org = await buildOrganization(db)
  const { orgId } = org
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (who: TestStaff) => {
    const token = tokens.get(who.staffId) ?? buildToken(db, orgId, who)
    tokens.set(who.staffId, token)
    return token
  }
  const sql = <R extends object>(text: string, values: unknown[] = []) => db.write(orgId, (tx) => tx.query<R>(text, [orgId, ...values]))
  const addPerson = () => buildStaff(db, orgId, 'agent', `person${++made}@desk.test`)
  const addQueue = async (rules: AssignmentRules, memberIds: string[]) => {
    const answer = await kontuar.ask('POST', '/queues', { name: `Queue ${++made}`, assignment: rules, memberIds }, await tokenOf(org.staff.administrator))
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.id as string
  }
  const people = await Promise.all(Array.from({ length: agents }, addPerson))
  const queueId = await addQueue(assignment, people.map((p) => p.staffId))
  return {
    org, orgId, queueId, people, sql, addPerson, addQueue,
    ask: async (method, path, body, who = org.staff.administrator) => kontuar.ask(method, path, body, await tokenOf(who)),
    async addTicket(wish = {}) {
      const id = newId()
      const customerId = wish.customerId ?? newId()
      const category = wish.status ?? 'new'
      await db.write(orgId, async (tx) => {
        await tx.query(`insert into customer (org_id, id, name) values ($1, $2, 'Anna') on conflict do nothing`, [orgId, customerId])
        await tx.query(
          `insert into ticket (org_id, id, number, subject, customer_id, channel, language, location_id, queue_id, assignee_id, priority, status, status_category, tag_ids, due_at, waiting_since, queued_at, last_interaction_at, last_direction)
           values ($1, $2, (select next_ticket_numbers(1)), 'Sprawa', $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, coalesce($14, now()), now(), 'in')`,
          [orgId, id, customerId, wish.channel ?? 'email', wish.language ?? null, wish.locationId ?? null, wish.queueId === undefined ? queueId : wish.queueId, wish.assigneeId ?? null, wish.priority ?? 'normal', category,
            wish.tagIds ?? [], wish.dueAt ?? null, wish.waitingSince ?? null, wish.queuedAt ?? null])
        if (!wish.quiet) tx.publish({ name: 'diary.ticketCreated', ids: { ticketId: id, customerId } })
      })
      return id
    },
    async be(state, ...who) {
      for (const person of who) {
        const answer = await kontuar.ask('PUT', '/me/presence', { state }, await tokenOf(person))
        if (answer.status !== 200) throw new Error(answer.text)
      }
    },
    owners: async () => new Map((await sql<{ id: string; assignee_id: string | null }>('select id, assignee_id from ticket where org_id = $1 order by number')).map((t) => [t.id, t.assignee_id])),
    events: (name) => sql('select ids, detail from event where org_id = $1 and name = $2 order by id', [name]),
  }
}
