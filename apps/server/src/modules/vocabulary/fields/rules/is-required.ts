import type { CustomField, FieldValues, Status } from '@kontuar/contracts'

/**
 * `statuses`: on entering one of these. `always`, `queues`, `reasons`: on closing any ticket, one in these queues, one
 * for these reasons or reasons below them. Not earlier: a contact must be takeable before everything is known of it.
 */
export function isRequired(required: CustomField['required'], ticket: { status: Pick<Status, 'key' | 'category'>; queueId: string | null; reasonPath: readonly string[] }): boolean {
  if (required.statuses?.includes(ticket.status.key)) return true
  if (ticket.status.category !== 'closed') return false
  return required.always === true
    || (ticket.queueId !== null && required.queues?.includes(ticket.queueId) === true)
    || ticket.reasonPath.some((id) => required.reasons?.includes(id))
}

/** A checkbox that must be filled in must be ticked, as in any form. */
export const isMissing = (value: FieldValues[string] | undefined): boolean => value === undefined || value === null || value === '' || value === false
