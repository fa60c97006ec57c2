// What a status asks for before a ticket may enter it: asked for before the server has to refuse. The rules are the server's
// (modules/vocabulary): custom fields for single statuses on entering those, the others on closing.
import type { CustomField, Reason, Status, TicketDetail } from '@kontuar/contracts'
import { isFilled } from '../../../ui/pickers/field-value.ts'

export interface Missing { reason: boolean; result: boolean; fieldIds: readonly string[] }
type Has = Pick<TicketDetail, 'queueId' | 'reasonId' | 'result' | 'fields'>

export function requiredToEnter(status: Status, ticket: Has, fields: readonly CustomField[], reasons: readonly Reason[]): Missing {
  const path = reasons.find(({ id }) => id === ticket.reasonId)?.path ?? []
  const asks = ({ required, retired }: CustomField) =>
    !retired && (required.statuses?.includes(status.key) === true
      || (status.category === 'closed' && (required.always === true
        || (ticket.queueId !== null && required.queues?.includes(ticket.queueId) === true) || required.reasons?.some((id) => path.includes(id)) === true)))
  return {
    reason: status.requires.reason && ticket.reasonId === null,
    result: status.requires.result && ticket.result === null,
    fieldIds: fields.filter((field) => asks(field) && !isFilled(ticket.fields[field.id])).map(({ id }) => id),
  }
}

/** From the server's refusal: what the screen did not know of yet. */
export function missingOfRefusal(fields: Record<string, string>): Missing {
  const names = Object.keys(fields)
  return { reason: names.includes('reasonId'), result: names.includes('result'), fieldIds: names.filter((name) => name.startsWith('fields.')).map((name) => name.slice('fields.'.length)) }
}

export const isComplete = ({ reason, result, fieldIds }: Missing): boolean => !reason && !result && fieldIds.length === 0
