// What the conditions of an SLA policy may ask of a ticket. Only the predicate is used: a policy is chosen for a ticket as it was at some instant, which no SQL sees.
import { fieldRegistry, jsonField, type FieldDefinition, type Registry } from '@kontuar/conditions'
import type { Facts } from '../derive/types.ts'

export interface ReasonRow { id: string; path: string[] }
export interface CustomFieldRow { id: string; type: string; options: { id: string; parentId?: string | null }[] }
export type PolicyFields = Registry<FieldDefinition<Facts>>

const priorities = new Set(['low', 'normal', 'high', 'urgent'])
const sql = 'null'
const jsonTypes: Record<string, 'text' | 'number' | 'date' | 'choice' | 'tree' | 'boolean'> = { text: 'text', link: 'text', number: 'number', date: 'date', choice: 'choice', tree: 'tree', checkbox: 'boolean' }

/** @param known ids there are, to refuse others in a new policy; left out when conditions are only applied. */
export function policyFields(reasons: readonly ReasonRow[], customFields: readonly CustomFieldRow[], known: { queues?: ReadonlySet<string>; locations?: ReadonlySet<string>; mailboxes?: ReadonlySet<string>; tags?: ReadonlySet<string> } = {}): PolicyFields {
  const under = (id: string) => reasons.filter((r) => r.id !== id && r.path.includes(id)).map((r) => r.id)
  const choice = (name: string, read: (f: Facts) => string | null, ids?: ReadonlySet<string>): FieldDefinition<Facts> => ({ name, type: 'choice', sql, read, ids: 'uuid', ...(ids ? { known: ids } : {}) })
  return fieldRegistry<FieldDefinition<Facts>>([
    choice('queueId', (f) => f.queueId, known.queues),
    choice('locationId', (f) => f.locationId, known.locations),
    choice('mailboxId', (f) => f.mailboxId, known.mailboxes),
    { name: 'priority', type: 'choice', nullable: false, known: priorities, sql, read: (f) => f.priority },
    { name: 'channel', type: 'choice', nullable: false, sql, read: (f) => f.channel },
    { name: 'language', type: 'choice', sql, read: (f) => f.language },
    { name: 'reasonId', type: 'tree', ids: 'uuid', sql, read: (f) => f.reasonId, descendants: under, ...(reasons.length > 0 ? { known: new Set(reasons.map((r) => r.id)) } : {}) },
    { name: 'tagIds', type: 'choices', ids: 'uuid', sql, read: (f) => f.tagIds, ...(known.tags ? { known: known.tags } : {}) },
    { name: 'customerTagIds', type: 'choices', ids: 'uuid', sql, read: (f) => f.customerTagIds, ...(known.tags ? { known: known.tags } : {}) },
    ...customFields.map((field) => jsonField<Facts>({
      name: `fields.${field.id}`, type: jsonTypes[field.type] ?? 'text', column: 'null', key: field.id, readJson: (f) => f.fields,
      ...(field.type === 'choice' || field.type === 'tree' ? { known: new Set(field.options.map((o) => o.id)) } : {}),
      ...(field.type === 'tree' ? { descendants: (id: string) => below(field.options, id) } : {}),
    })),
  ])
}

function below(options: CustomFieldRow['options'], id: string): string[] {
  const found: string[] = []
  for (let level = [id]; level.length > 0;) {
    level = options.filter((o) => o.parentId && level.includes(o.parentId) && !found.includes(o.id)).map((o) => o.id)
    found.push(...level)
  }
  return found
}
