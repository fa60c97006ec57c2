// Who is told of an alert: people by their part in the matter, as far as they may see it.
import type { Recipient } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { peopleInCharge, type PersonInCharge } from '../../identity/index.ts'
import { pausedSubjects } from '../../notifications/index.ts'
import { serversOf } from '../../routing/index.ts'

export interface Matter { ticketId?: string | null | undefined; locationId?: string | null | undefined; queueId?: string | null | undefined; teamId?: string | null | undefined; staffId?: string | null | undefined }

/** Each person once, with the reason; somebody always, as long as there is an administrator who signs in. */
export async function whoIsTold(tx: Tx, recipients: readonly Recipient[], matter: Matter): Promise<PersonInCharge[]> {
  const asks = (part: Recipient['to']) => recipients.some((r) => r.to === part)
  const ownerId = matter.ticketId && asks('owner') ? await ownerOf(tx, matter.ticketId) : null
  const queueServerIds = matter.queueId && asks('queue-servers') ? await serversOf(tx, matter.queueId) : []
  const about = { locationId: matter.locationId, teamId: matter.teamId, staffId: matter.staffId, ownerIds: ownerId === null ? [] : [ownerId], queueServerIds }
  return peopleInCharge(tx, recipients, about, (ids) => whoMaySee(tx, ids, matter))
}

/** Where everybody who is meant has paused the rule: somebody is in charge all the same. Managers, else administrators, who have not. */
export async function whoIsToldInstead(tx: Tx, ruleId: string, matter: Matter, now: Date): Promise<PersonInCharge[]> {
  return peopleInCharge(tx, [], {}, async (ids) => {
    const [may, paused] = [await whoMaySee(tx, ids, matter), await pausedSubjects(tx, ids, `alert-rule:${ruleId}`, now)]
    return new Set([...may].filter((id) => !paused.has(id)))
  })
}

async function ownerOf(tx: Tx, ticketId: string): Promise<string | null> {
  const [row] = await tx.query<{ assignee_id: string | null }>('select assignee_id from ticket where org_id = $1 and id = $2', [tx.orgId, ticketId], 'owner-of-alert')
  return row?.assignee_id ?? null
}

/** As lists of alerts show them (life/seen-alerts.ts): of a ticket who may see it; else who sees its location and queue. */
export async function whoMaySee(tx: Tx, staffIds: readonly string[], { ticketId, locationId, queueId }: Matter): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select s.id from staff s where s.org_id = $1 and s.id = any ($2) and case when $3::uuid is not null then may_see_ticket(s.id, $3)
       else s.access = 'everything' or (($4::uuid is null or locations_seen_by(s.id) is null or $4 = any (locations_seen_by(s.id))) and ($5::uuid is null or $5 = any (queues_seen_by(s.id)))
         and ($4::uuid is not null or $5::uuid is not null or locations_seen_by(s.id) is null)) end`,
    [tx.orgId, staffIds, ticketId ?? null, locationId ?? null, queueId ?? null], 'who-may-see-alert')
  return new Set(rows.map((r) => r.id))
}
