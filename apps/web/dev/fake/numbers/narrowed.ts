// Conditions over invented facts, by the real format.
import { fieldRegistry, toPredicate, type ConditionGroup, type FieldDefinition } from '@kontuar/conditions'
import type { Conditions } from '@kontuar/contracts'
import type { Metric } from '../../../../server/src/modules/insight/catalogue/metric.ts'
import { customFields, reasons } from '../desk-data.ts'
import type { InventedFact } from './facts.ts'
import { valueOfFact } from './figures.ts'

interface Seen { fact: InventedFact; value: number | null }
const choice = (name: string): FieldDefinition<Seen> => ({ name, type: 'choice', ids: 'text', sql: name, read: ({ fact }) => fact.of[name as 'queue'] ?? null })
const registry = fieldRegistry<FieldDefinition<Seen>>([
  ...['channel', 'queue', 'location', 'team', 'survey', 'touchpoint', 'language'].map(choice),
  { name: 'reason', type: 'tree', ids: 'text', sql: 'reason', read: ({ fact }) => fact.of.reason ?? null, descendants: (id) => reasons.filter((each) => each.id !== id && each.path.includes(id)).map((each) => each.id) },
  { name: 'staff', type: 'person', ids: 'text', sql: 'staff', read: ({ fact }) => fact.of.staff ?? null },
  { name: 'newcomer', type: 'boolean', sql: 'newcomer', read: ({ fact }) => (fact.of.newcomer === undefined ? null : fact.of.newcomer === 'true') },
  { name: 'weekday', type: 'number', nullable: false, sql: 'weekday', read: ({ fact }) => fact.weekday },
  { name: 'hour', type: 'number', nullable: false, sql: 'hour', read: ({ fact }) => fact.hour },
  { name: 'value', type: 'number', sql: 'value', read: ({ value }) => value },
  ...customFields.filter(({ subject, type, retired }) => subject === 'ticket' && (type === 'choice' || type === 'tree') && !retired).map((field): FieldDefinition<Seen> => ({ name: `field:${field.id}`, type: field.type === 'tree' ? 'tree' : 'choice', ids: 'text', sql: field.id, read: ({ fact }) => fact.segments[field.id] ?? null, descendants: (id) => field.options.filter(({ parentId }) => parentId === id).map((option) => option.id) })),
] as FieldDefinition<Seen>[])
export const fieldsOfNumbers = registry

export function narrowed(metric: Metric, facts: readonly InventedFact[], where: Conditions | undefined): readonly InventedFact[] {
  if (where === undefined || where.rules.length === 0) return facts
  const fits = toPredicate(where as unknown as ConditionGroup, registry, { now: new Date(), timeZone: 'Europe/Warsaw', me: 's1' } as never)
  return facts.filter((fact) => fits({ fact, value: valueOfFact(metric, fact) }))
}
