// What conditions over numbers may ask: the dimensions, custom fields with choices, and of the single fact its weekday, hour and value.
import { fieldRegistry, jsonField, type Bind, type FieldDefinition, type FieldSql, type Registry } from '@kontuar/conditions'
import type { CustomField, Dimension } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { dimensionColumns, type MeasureName } from '../../facts/measures.ts'

/** As conditions see a fact. */
export interface FactRow {
  dimensions: Readonly<Record<Exclude<Dimension, 'newcomer'>, string | null>>
  newcomer: boolean | null
  segments: unknown
  /** 1 Monday to 7, and 0 to 23, in the organization's zone. */
  weekday: number
  hour: number
  value: number | null
}
export type FactField = FieldDefinition<FactRow>
export type FactFields = Registry<FactField>

export interface FieldWords {
  zone: string
  reasons: { id: string; path: string[] }[]
  /** Of tickets, with choices, in use. */
  customFields: Pick<CustomField, 'id' | 'name' | 'type' | 'options'>[]
}

export async function readFieldWords(tx: Tx, zone: string): Promise<FieldWords> {
  const [reasons, customFields] = await Promise.all([
    tx.query<FieldWords['reasons'][number]>('select id, path from reason where org_id = $1', [tx.orgId], 'reasons-of-numbers'),
    tx.query<FieldWords['customFields'][number]>(`select id, name, type, options from custom_field where org_id = $1 and subject = 'ticket' and type in ('choice', 'tree') and retired_at is null order by position, lower(name), id`, [tx.orgId], 'fields-of-numbers'),
  ])
  return { zone, reasons, customFields }
}

/**
 * @param valued the measures whose value `value` asks of: the first of them that the fact carries; null where no single fact may be asked:
 *   how many were open hangs on those that entered and those that left alike, and they did so at different hours
 */
export function factFields({ zone, reasons, customFields }: FieldWords, valued: readonly MeasureName[] | null): FactFields {
  const ids = (name: Exclude<Dimension, 'newcomer' | 'reason' | 'staff'>, stored: 'uuid' | 'text'): FactField => ({ name, type: 'choice', ids: stored, sql: `f.${dimensionColumns[name]}`, read: (f) => f.dimensions[name] })
  return fieldRegistry<FactField>([
    ids('channel', 'text'), ids('queue', 'uuid'),
    { name: 'reason', type: 'tree', ids: 'uuid', sql: 'f.reason_id', read: (f) => f.dimensions.reason, descendants: (id) => reasons.filter((r) => r.id !== id && r.path.includes(id)).map((r) => r.id) },
    ids('location', 'uuid'), ids('team', 'uuid'),
    { name: 'staff', type: 'person', ids: 'uuid', sql: 'f.staff_id', read: (f) => f.dimensions.staff },
    ids('survey', 'uuid'), ids('touchpoint', 'uuid'), ids('language', 'text'),
    { name: 'newcomer', type: 'boolean', sql: 'f.newcomer', read: (f) => f.newcomer },
    ...(valued === null ? [] : ofSingleFact(zone, valued)),
    ...customFields.map((field) => jsonField<FactRow>({
      name: `field:${field.id}`, type: field.type === 'tree' ? 'tree' : 'choice', column: 'f.segments', key: field.id, readJson: (f) => f.segments, known: new Set(field.options.map((o) => o.id)), descendants: (id) => below(field.options, id),
    })),
  ])
}

const ofSingleFact = (zone: string, valued: readonly MeasureName[]): FactField[] => [
  { name: 'weekday', type: 'number', nullable: false, range: { min: 1, max: 7 }, sql: localPart('isodow', zone), read: (f) => f.weekday },
  { name: 'hour', type: 'number', nullable: false, range: { min: 0, max: 23 }, sql: localPart('hour', zone), read: (f) => f.hour },
  { name: 'value', type: 'number', sql: valueSql(valued), read: (f) => f.value },
]

const localPart = (part: 'isodow' | 'hour', zone: string): FieldSql => (bind: Bind) => `extract(${part} from f.at at time zone ${bind(zone)}::text)`

/** SQL of the first of the measures that fact `f` carries. */
export const valueSql = (valued: readonly MeasureName[]): string => `coalesce(${[...valued.map((m) => `(f.measures ->> '${m}')::float8`), 'null::float8'].join(', ')})`

function below(options: CustomField['options'], id: string): string[] {
  const found = new Set([id])
  // As many rounds as the tree is deep; one that turns in a circle ends when nothing is added.
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const option of options) if (option.parentId && found.has(option.parentId)) found.add(option.id)
  }
  found.delete(id)
  return [...found]
}
