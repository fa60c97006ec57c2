// Who is to be asked, when told of what happened. Idempotent: the cause of each happening names what it came from.
import type { Trigger } from '@kontuar/contracts'
import type { Event } from '../../../../platform/events.ts'
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { activeTouchpoints } from '../touchpoints/touchpoint-row.ts'
import { planInvitations } from './plan-invitations.ts'
import { readInteractionHappenings, readPurchaseHappenings, readTicketHappenings, type TicketCause } from './read-happenings.ts'

const triggersOf: Record<string, readonly Trigger[]> = {
  'diary.ticketClosed': ['ticket-closed'], 'routing.complaintAnswered': ['complaint-decided'], 'diary.interactionRecorded': ['interaction-recorded'], 'feedback.purchaseTaken': ['purchase', 'delivery'],
}

/** A bulk change of the desk comes as thousands of events: not all in one transaction. */
const atOnce = 500

export const inviteToSurveys = ({ db }: Platform): Subscriber => ({
  name: 'feedback.inviteToSurveys',
  async handle(orgId, events) {
    const triggers = [...new Set(events.flatMap((e) => triggersOf[e.name] ?? []))]
    // Most organizations listen to one or two of them.
    const listening = new Set((await db.read(orgId, (tx) => activeTouchpoints(tx, triggers))).map((t) => t.trigger))
    const heard = events.filter((e) => triggersOf[e.name]?.some((t) => listening.has(t)))
    for (let from = 0; from < heard.length; from += atOnce) {
      const some = heard.slice(from, from + atOnce)
      await db.write(orgId, async (tx) => {
        const happenings = [
          ...(await readTicketHappenings(tx, some.flatMap(ticketCause))),
          ...(await readInteractionHappenings(tx, idsOf(some, 'diary.interactionRecorded', 'interactionId'))),
          ...(await readPurchaseHappenings(tx, idsOf(some, 'feedback.purchaseTaken', 'purchaseId'))),
        ]
        await planInvitations(tx, happenings)
      })
    }
  },
})

function ticketCause({ name, id, at, ids }: Event): TicketCause[] {
  const { ticketId, interactionId } = ids
  if (ticketId === undefined) return []
  // A ticket may be closed more than once; the entry that did it names the time.
  if (name === 'diary.ticketClosed') return [{ cause: `ticket:${ticketId}:${interactionId ?? id}`, trigger: 'ticket-closed', ticketId, entryId: interactionId ?? null, at: new Date(at) }]
  if (name === 'routing.complaintAnswered') return [{ cause: `complaint:${ticketId}:${id}`, trigger: 'complaint-decided', ticketId, entryId: null, at: new Date(at) }]
  return []
}

const idsOf = (events: readonly Event[], name: string, kind: string): string[] => [...new Set(events.flatMap((e) => (e.name === name ? (e.ids[kind] ?? []) : [])))]
