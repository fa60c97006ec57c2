// Reminders of complaints, to owner and manager; and the entry in the diary once a day has passed unanswered.
import type { Tx } from '../../../../platform/db/database.ts'
import { readPeople } from '../firing/recipients.ts'
import { notify, type NewNotice } from '../../../notifications/index.ts'
import { writeEvents, type DiaryEvent } from '../keep/write-events.ts'
import type { DueReminder } from './keep-legal.ts'

export async function remindOfTerms(tx: Tx, due: readonly DueReminder[]): Promise<void> {
  if (due.length === 0) return
  const people = await readPeople(tx)
  const notices: NewNotice[] = []
  const events: DiaryEvent[] = []
  for (const { ticket, row, reminders } of due) {
    const concerned = { assigneeId: ticket.assigneeId, queueId: ticket.history.now.queueId }
    const told = new Set([...people.tell('owner', concerned), ...people.tell('manager', concerned)])
    // After a night without a worker several may be ripe: the last one says it all.
    const last = reminders.at(-1)!
    const left = last.what === 'days-left' ? last.days : null
    for (const staffId of told) {
      notices.push({
        staffId, kind: 'legal-reminder', ticketId: ticket.id, urgent: last.what === 'passed' || left === 0, dedupeKey: `legal:${ticket.id}:${row.last_day}:${last.what}:${left ?? ''}`,
        detail: { what: last.what, daysLeft: left, lastDay: row.last_day, internalDay: row.internal_day, basisCode: row.basis_code },
      })
    }
    for (const { what, at } of reminders) {
      if (what !== 'passed' && what !== 'internal-passed') continue
      events.push({ ticketId: ticket.id, customerId: ticket.customerId, channel: ticket.channel, name: 'sla-breached', detail: { kind: what === 'passed' ? 'legal' : 'legal-internal', dueAt: new Date(at).toISOString(), lastDay: what === 'passed' ? row.last_day : row.internal_day } })
    }
  }
  const entryIds = await writeEvents(tx, events)
  events.forEach(({ ticketId, customerId }, i) => { tx.publish({ name: 'routing.clockFired', ids: { ticketId, interactionId: entryIds[i]!, customerId } }) })
  await notify(tx, notices)
}
