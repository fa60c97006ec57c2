// What conditions over tickets may ask, and where each answer stands: in SQL over `ticket t`, and in a row of TicketFacts.
// Columns stand bare on the left, so that the lists' indexes can serve them.
import { fieldRegistry, jsonField, type FieldDefinition, type JsonField, type Registry } from '@kontuar/conditions'
import type { CustomField } from '@kontuar/contracts'
import { categories, directions, priorities, results } from './fixed-choices.ts'
import type { DeskWords } from './desk-words.ts'
import type { TicketFacts } from './ticket-facts.ts'

export type TicketField = FieldDefinition<TicketFacts>
export type TicketFields = Registry<TicketField>

/** @param now what "overdue" is measured from; the one of the context */
export function ticketFields(words: DeskWords, now: Date): TicketFields {
  return fieldRegistry([...plainFields(words, now), ...words.customFields.map(customField)])
}

export const customFieldName = (field: Pick<CustomField, 'id' | 'subject'>) => `${field.subject === 'customer' ? 'customer.fields' : 'fields'}.${field.id}`
export const isCustomField = (name: string) => name.startsWith('fields.') || name.startsWith('customer.fields.')
/** Whether the answer may change although the ticket does not. */
export const isOfCustomer = (name: string) => name.startsWith('customer.') || name === 'customerTagIds' || name === 'companyId'

const ofCustomer = (column: string) => `(select c.${column} from customer c where c.org_id = t.org_id and c.id = t.customer_id)`

function plainFields({ reasons, known }: DeskWords, now: Date): TicketField[] {
  const among = (source: keyof NonNullable<DeskWords['known']>) => (known === null ? {} : { known: known[source] })
  const idField = (name: string, column: string, read: (t: TicketFacts) => string | null, extra: object = {}): TicketField => ({ name, type: 'choice', ids: 'uuid', sql: `t.${column}`, read, ...extra })
  return [
    { name: 'status', type: 'choice', nullable: false, ...among('statuses'), sql: 't.status', read: (t) => t.status },
    { name: 'statusCategory', type: 'choice', nullable: false, known: new Set(categories), sql: 't.status_category', read: (t) => t.status_category },
    { name: 'priority', type: 'choice', nullable: false, known: new Set(priorities), sql: 't.priority', read: (t) => t.priority },
    idField('queueId', 'queue_id', (t) => t.queue_id, among('queues')),
    { name: 'assigneeId', type: 'person', ids: 'uuid', ...among('staff'), sql: 't.assignee_id', read: (t) => t.assignee_id },
    idField('locationId', 'location_id', (t) => t.location_id, among('locations')),
    { name: 'reasonId', type: 'tree', ids: 'uuid', ...(known === null ? {} : { known: new Set(reasons.map((r) => r.id)) }), sql: 't.reason_id', read: (t) => t.reason_id, descendants: (id) => reasons.filter((r) => r.id !== id && r.path.includes(id)).map((r) => r.id) },
    { name: 'tagIds', type: 'choices', ids: 'uuid', ...among('tags'), sql: 't.tag_ids', read: (t) => t.tag_ids },
    { name: 'subject', type: 'text', sql: 't.subject', read: (t) => t.subject },
    { name: 'number', type: 'number', nullable: false, sql: 't.number', read: (t) => t.number },
    { name: 'channel', type: 'choice', nullable: false, sql: 't.channel', read: (t) => t.channel },
    idField('mailboxId', 'mailbox_id', (t) => t.mailbox_id, among('mailboxes')),
    { name: 'language', type: 'choice', sql: 't.language', read: (t) => t.language },
    { name: 'result', type: 'choice', known: new Set(results), sql: 't.result', read: (t) => t.result },
    { name: 'lastDirection', type: 'choice', nullable: false, known: new Set(directions), sql: 't.last_direction', read: (t) => t.last_direction },
    { name: 'createdAt', type: 'instant', nullable: false, sql: 't.created_at', read: (t) => t.created_at },
    { name: 'updatedAt', type: 'instant', nullable: false, sql: 't.updated_at', read: (t) => t.updated_at },
    { name: 'closedAt', type: 'instant', sql: 't.closed_at', read: (t) => t.closed_at },
    { name: 'lastInteractionAt', type: 'instant', nullable: false, sql: 't.last_interaction_at', read: (t) => t.last_interaction_at },
    { name: 'waitingSince', type: 'instant', sql: 't.waiting_since', read: (t) => t.waiting_since },
    { name: 'dueAt', type: 'instant', sql: 't.due_at', read: (t) => t.due_at },
    { name: 'overdue', type: 'boolean', nullable: false, operators: ['=', '!='], sql: (bind) => `coalesce(t.due_at <= ${bind(now)}::timestamptz and t.status_category <> 'closed', false)`, read: (t) => t.due_at !== null && t.due_at <= now && t.status_category !== 'closed' },
    { name: 'breaches', type: 'number', nullable: false, sql: 't.breaches', read: (t) => t.breaches },
    idField('customerId', 'customer_id', (t) => t.customer_id, { nullable: false }),
    { name: 'customerTagIds', type: 'choices', ids: 'uuid', ...among('tags'), sql: ofCustomer('tag_ids'), read: (t) => t.customer_tag_ids },
    { name: 'companyId', type: 'choice', ids: 'uuid', sql: ofCustomer('company_id'), read: (t) => t.company_id },
  ]
}

const typeOf = { text: 'text', link: 'text', number: 'number', date: 'date', choice: 'choice', tree: 'tree', checkbox: 'boolean' } as const satisfies Record<CustomField['type'], JsonField<TicketFacts>['type']>

function customField(field: DeskWords['customFields'][number]): TicketField {
  const onCustomer = field.subject === 'customer'
  const type = typeOf[field.type]
  return jsonField<TicketFacts>({
    name: customFieldName(field), type, key: field.id,
    column: onCustomer ? ofCustomer('fields') : 't.fields', readJson: onCustomer ? (t) => t.customer_fields : (t) => t.fields,
    ...(type === 'choice' || type === 'tree' ? { known: new Set(field.options.map((o) => o.id)) } : {}),
    ...(type === 'boolean' ? { nullable: false } : {}),
    descendants: (id) => descendantsOf(field.options, id),
  })
}

function descendantsOf(options: CustomField['options'], id: string): string[] {
  const found = new Set([id])
  // As many rounds as the tree is deep; one that turns in a circle ends when nothing is added.
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const option of options) if (option.parentId && found.has(option.parentId)) found.add(option.id)
  }
  found.delete(id)
  return [...found]
}
