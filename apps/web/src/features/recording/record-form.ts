// What is typed about a contact, and what is sent of it.
import type { NewRecord } from '@kontuar/contracts'
import { looksLikeAddress } from '../../ui/form-errors.ts'
import { instantOf } from '../../ui/zoned-time.ts'

export const kinds = ['call', 'visit', 'message'] as const satisfies readonly NewRecord['kind'][]
export const channels = { call: ['phone'], visit: ['visit'], message: ['messenger', 'sms', 'post', 'other'] } as const satisfies Record<NewRecord['kind'], readonly string[]>
export type Channel = (typeof channels)[NewRecord['kind']][number]

export interface RecordForm {
  kind: NewRecord['kind']; channel: Channel; direction: 'in' | 'out'
  /** As the field shows it; empty: now. */
  at: string
  customerId: string | null; isNew: boolean; name: string; phone: string; email: string
  /** Null: a new ticket. */
  ticketId: string | null
  subject: string; request: string; decision: string; result: string
  queueId: string | null; reasonId: string | null; locationId: string | null
  nextKind: 'none' | 'task' | 'call-back'; nextTitle: string; nextDue: string; nextOwnerId: string | null
}
export const emptyForm: RecordForm = {
  kind: 'call', channel: 'phone', direction: 'in', at: '', customerId: null, isNew: false, name: '', phone: '', email: '', ticketId: null,
  subject: '', request: '', decision: '', result: '', queueId: null, reasonId: null, locationId: null, nextKind: 'none', nextTitle: '', nextDue: '', nextOwnerId: null,
}

export type RecordFault = 'customer' | 'name' | 'address' | 'email' | 'request' | 'nextTitle' | 'future'

/** What is missing or wrong, by the field that shows it. */
export function recordFaults(form: RecordForm, timeZone: string, now: Date): Partial<Record<keyof RecordForm, RecordFault>> {
  const stranger = form.isNew && form.ticketId === null
  const at = form.at === '' ? null : instantOf(form.at, timeZone)
  return {
    ...(!form.isNew && form.customerId === null && form.ticketId === null ? { customerId: 'customer' as const } : {}),
    ...(stranger && form.name.trim() === '' ? { name: 'name' as const } : {}),
    ...(stranger && form.phone.trim() === '' && form.email.trim() === '' ? { phone: 'address' as const } : {}),
    ...(stranger && form.email.trim() !== '' && !looksLikeAddress(form.email) ? { email: 'email' as const } : {}),
    ...(form.request.trim() === '' ? { request: 'request' as const } : {}),
    ...(form.nextKind !== 'none' && form.nextTitle.trim() === '' ? { nextTitle: 'nextTitle' as const } : {}),
    ...(at !== null && at.getTime() > now.getTime() + 60_000 ? { at: 'future' as const } : {}),
  }
}

export function recordBody(form: RecordForm, timeZone: string): NewRecord {
  const filled = <K extends string>(name: K, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() }) as Partial<Record<K, string>>
  const at = form.at === '' ? null : instantOf(form.at, timeZone)
  const due = form.nextDue === '' ? null : instantOf(form.nextDue, timeZone)
  const who = form.ticketId !== null ? { ticketId: form.ticketId } : form.isNew ? { customer: { name: form.name.trim(), ...filled('phone', form.phone), ...filled('email', form.email) } } : { customerId: form.customerId! }
  return {
    kind: form.kind, channel: form.channel, direction: form.direction, ...(at ? { at: at.toISOString() } : {}), ...who,
    ...(form.ticketId === null ? filled('subject', form.subject) : {}), request: form.request.trim(), ...filled('decision', form.decision), ...filled('result', form.result),
    ...(form.queueId === null ? {} : { queueId: form.queueId }), ...(form.reasonId === null ? {} : { reasonId: form.reasonId }), ...(form.locationId === null ? {} : { locationId: form.locationId }),
    ...(form.nextKind === 'none' ? {} : { nextStep: { title: form.nextTitle.trim(), kind: form.nextKind, dueAt: due?.toISOString() ?? null, ...(form.nextOwnerId === null ? {} : { ownerId: form.nextOwnerId }) } }),
  }
}
