// What is written in a ticket is told to the colleagues it concerns: those a note names, and the owner whose customer wrote. (Who is
// given a ticket hears of it with the decision, see assignment.) The owner is the one of now: a job may come late.
import type { Event } from '../../../platform/events.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { notify, type NewNotice } from '../../notifications/index.ts'

export const tellColleagues = ({ db }: Platform): Subscriber => ({
  name: 'routing.tellColleagues',
  async handle(orgId, events) {
    const mentions = events.filter((e) => e.name === 'diary.noteWritten').flatMap(mentionsOf)
    const messages = events.filter(byPerson)
    if (mentions.length + messages.length > 0) await db.write(orgId, async (tx) => notify(tx, [...mentions, ...await answersOf(tx, messages)]))
  },
})

function mentionsOf({ ids, detail }: Event): NewNotice[] {
  const { mentionIds, by } = detail as { mentionIds?: string[]; by?: string }
  return (mentionIds ?? []).map((staffId) => ({
    staffId, kind: 'mentioned', dedupeKey: `mentioned:${ids['interactionId']}`, ticketId: ids['ticketId']!, interactionId: ids['interactionId']!, ...(by === undefined ? {} : { by, detail: { by } }),
  }))
}

/** Machines' mails wake nobody. */
const byPerson = ({ name, detail }: Event) => name === 'diary.messageReceived' && detail['automatic'] !== true && (detail['mailClass'] ?? 'personal') === 'personal'

/** The first message of a ticket is no answer: whoever owns it was told of the ticket. */
async function answersOf(tx: Tx, messages: readonly Event[]): Promise<NewNotice[]> {
  if (messages.length === 0) return []
  const rows = await tx.query<{ id: string; ticket_id: string; assignee_id: string }>(
    `select i.id, t.id as ticket_id, t.assignee_id from interaction i join ticket t on t.org_id = i.org_id and t.id = i.ticket_id
     where i.org_id = $1 and i.id = any ($2) and t.assignee_id is not null
       and exists (select from interaction e where e.org_id = i.org_id and e.ticket_id = i.ticket_id and (e.at, e.id) < (i.at, i.id) and e.kind <> 'event')
     order by i.at, i.id`, [tx.orgId, messages.map((e) => e.ids['interactionId'])], 'owners-to-tell')
  return rows.map((r) => ({ staffId: r.assignee_id, kind: 'customer-answered', dedupeKey: `customer-answered:${r.ticket_id}`, ticketId: r.ticket_id, interactionId: r.id, grouped: true }))
}
