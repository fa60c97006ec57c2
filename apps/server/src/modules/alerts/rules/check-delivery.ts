// Whom a rule tells and how. Somebody has to be told by their part in the matter: people come and go, and a rule that names one person dies
// with their leaving.
import type { AlertDeliveryWish, Recipient } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../../identity/index.ts'
import { refuseUnknownCalendar } from './check-definition.ts'

/** @throws Refusal `invalid-input` */
export async function checkDelivery(tx: Tx, given: AlertDeliveryWish): Promise<AlertDeliveryWish> {
  const { recipients, destinationIds, escalation, task } = given
  if (recipients.length === 0 && destinationIds.length === 0) throw fault('recipients', 'Nobody would be told: name the recipients by their part in the matter, such as the manager of the location.', 'are missing')
  if (recipients.length > 0 && recipients.every(({ to }) => to === 'staff')) {
    throw fault('recipients', 'Only people by name are told, and nobody would be when they leave: add a part in the matter, a role or a team, such as the manager of the location.', 'are people by name alone')
  }
  await refuseUnknownRecipients(tx, recipients, 'delivery.recipients')
  for (const [i, step] of escalation.entries()) {
    if (i > 0 && step.afterMinutes <= escalation[i - 1]!.afterMinutes) throw fault(`escalation.${i}.afterMinutes`, 'Steps of an escalation come one after the other: each later than the one before.', 'is not later than the step before')
    await refuseUnknownRecipients(tx, step.recipients, `delivery.escalation.${i}.recipients`)
  }
  if (task !== null) await refuseUnknownRecipients(tx, [task.owner], 'delivery.task.owner')
  await refuseUnknownDestinations(tx, destinationIds)
  await refuseUnknownCalendar(tx, given.calendarId, 'delivery.calendarId')
  // What passes quiet hours is not held for a group either.
  return { ...given, roads: [...new Set(given.roads)], destinationIds: [...new Set(destinationIds)], ...(given.urgent ? { groupMinutes: 0, when: 'at-once' as const } : {}) }
}

const fault = (field: string, sentence: string, short: string) => new Refusal('invalid-input', sentence, { [`delivery.${field}`]: short })

async function refuseUnknownRecipients(tx: Tx, recipients: readonly Recipient[], field: string): Promise<void> {
  const [teams, people] = [recipients.flatMap((r) => (r.to === 'team-of' ? [r.teamId] : [])), recipients.flatMap((r) => (r.to === 'staff' ? [r.staffId] : []))]
  if (teams.length > 0) await refuseUnknownStructure(tx, 'team', teams, field)
  if (people.length > 0) await refuseUnknownPeople(tx, people, field)
}

async function refuseUnknownDestinations(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = ids.length === 0 ? [] : await tx.query<{ id: string }>('select id from alert_destination where org_id = $1 and id = any ($2) and retired_at is null', [tx.orgId, ids.filter(isId)], 'destinations-of-rule')
  if (ids.some((id) => !known.some((row) => row.id === id))) throw fault('destinationIds', 'There is no such destination, or it is used no more: choose others, or add it under destinations first.', 'are not in use')
}
