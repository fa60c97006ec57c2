// A small registry for the tests of this package.
import { fieldRegistry, type FieldDefinition } from './fields.ts'
import { jsonField } from './json-field.ts'

export interface Ticket {
  subject?: string | null; status?: string | null; queue?: string | null; owner?: string | null; reason?: string | null; reopened?: number | null
  at?: Date | number | null; due?: string | null; urgent?: boolean | null; tags?: string[] | null; fields?: unknown
}
export const queue = '0195d000-0000-7000-8000-000000000001'
export const statuses = ['new', 'open', 'waiting', 'closed']

export const desk = fieldRegistry<FieldDefinition<Ticket>>([
  { name: 'subject', type: 'text', sql: 't.subject', read: (t) => t.subject },
  { name: 'status', type: 'choice', nullable: false, known: new Set(statuses), sql: 't.status', read: (t) => t.status },
  { name: 'queue', type: 'choice', ids: 'uuid', sql: 't.queue_id', read: (t) => t.queue },
  { name: 'owner', type: 'person', sql: 't.assignee_id', read: (t) => t.owner },
  { name: 'reason', type: 'tree', sql: 't.reason_id', read: (t) => t.reason, descendants: (id) => (id === 'goods' ? ['broken', 'late'] : []) },
  { name: 'reopened', type: 'number', operators: ['=', '>', 'between', 'in'], range: { min: 0, max: 100_000 }, sql: 't.reopened', read: (t) => t.reopened },
  { name: 'at', type: 'instant', sql: 't.created_at', read: (t) => t.at },
  { name: 'due', type: 'date', sql: 't.due_on', read: (t) => t.due },
  { name: 'urgent', type: 'boolean', sql: 't.urgent', read: (t) => t.urgent },
  { name: 'tags', type: 'choices', sql: 't.tag_ids', read: (t) => t.tags },
  jsonField({ name: 'custom:weight', type: 'number', column: 't.fields', key: 'weight', readJson: (t) => t.fields }),
  jsonField({ name: 'constructor', type: 'text', column: 't.fields', key: '__proto__', readJson: (t) => t.fields }),
])
