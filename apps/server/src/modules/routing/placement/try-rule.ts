// A back-test: which of the tickets that came lately would the rule have caught?
import { toSql, type ConditionGroup } from '@kontuar/conditions'
import type { Static } from 'typebox'
import type { QueueRuleTrial } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { checkMessageConditions } from './check-rule.ts'
import { messageFields } from './message-fields.ts'

const days = 30
const mostTickets = 20_000
const examples = 10
const timeLimit = '15s'

/** Over what the asker sees: tickets of the last 30 days that began with a message to us, the newest 20,000 at most. */
export async function tryRule(tx: Tx, given: unknown, now = new Date()): Promise<Static<typeof QueueRuleTrial>> {
  const since = new Date(now.getTime() - days * 86_400_000)
  const { text, values } = tryStatement(tx.orgId, checkMessageConditions(given), since)
  await tx.query(`set local statement_timeout = '${timeLimit}'`)
  const rows = await tx.query<{ id: string; number: number; subject: string; tickets: number; matched: number }>(text, values).catch((error: Error & { code?: string }) => {
    if (error.code !== '57014') throw error
    throw new Refusal('cannot-do', 'Trying this rule takes too long: let it ask for less, for example about the subject instead of the text.')
  })
  const { tickets = 0, matched = 0 } = rows[0] ?? {}
  return { tickets, matched, since: since.toISOString(), examples: rows.filter((r) => r.id !== null).map(({ id, number, subject }) => ({ id, number, subject })) }
}

export function tryStatement(orgId: number, conditions: ConditionGroup, since: Date): { text: string; values: unknown[] } {
  const values: unknown[] = [orgId, since]
  const fits = toSql(conditions, messageFields, { bind: (value) => `$${values.push(value)}`, context: { now: since, timeZone: 'UTC', me: null } })
  return {
    values,
    text: `with lately as (
        select t.id, t.number, t.subject, t.customer_id, t.language, t.created_at from ticket t
        where t.org_id = $1 and t.created_at >= $2 order by t.created_at desc, t.id desc limit ${mostTickets}
      ), begun as (
        select t.id, t.number, t.subject, t.created_at, (${fits}) is true as matched
        from lately t
        cross join lateral (
          select f.*, t.language from (
            select i.org_id, i.id, i.direction, i.subject, i.text, i.from_address, i.from_name, i.channel, i.mailbox_id, i.mail_class
            from interaction i where i.org_id = $1 and i.ticket_id = t.id and i.kind = 'message' order by i.at, i.id limit 1
          ) f where f.direction = 'in'
        ) m
        join customer c on c.org_id = $1 and c.id = t.customer_id
      )
      select n.tickets, n.matched, e.id, e.number, e.subject
      from (select count(*)::int as tickets, (count(*) filter (where matched))::int as matched from begun) n
      left join lateral (select id, number, subject from begun where matched order by created_at desc, id desc limit ${examples}) e on true`,
  }
}
