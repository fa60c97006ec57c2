/*
 * A custom field: a value under a key of a jsonb column, of which nobody promises that it has the field's type. What
 * has not is empty, in SQL as in the row, and no cast ever fails on it.
 */
import type { FieldDefinition, FieldShape, FieldType, FieldValues, FieldSql } from './fields.ts'
import { isRecord } from './group.ts'
import { dateForm } from './moments.ts'

export type JsonFieldType = Exclude<FieldType, 'instant'>

export interface JsonField<Row> extends Omit<FieldShape<JsonFieldType>, 'ids'> {
  /** The jsonb column, with its alias: `t.fields`. */
  column: string
  key: string
  /** The same column of a row: parsed JSON. */
  readJson(row: Row): unknown
  /** For `tree`. */
  descendants?(id: string): Iterable<string>
}

/** A box that was never ticked is false, not empty. Ids are compared as they are written. */
export function jsonField<Row>({ column, key, readJson, ...shape }: JsonField<Row>): FieldDefinition<Row> {
  const sql: FieldSql = (bind) => casts[shape.type](`(${column} -> ${bind(key)}::text)`)
  const read = (row: Row) => {
    const json = readJson(row)
    return readers[shape.type](isRecord(json) && Object.hasOwn(json, key) ? json[key] : undefined)
  }
  const made = { ...shape, sql, read, ...(shape.type === 'date' ? { dates: 'text' } : {}), ...(shape.type === 'tree' ? { descendants: shape.descendants ?? (() => []) } : {}) }
  return made as unknown as FieldDefinition<Row>
}

const string = (j: string) => `(case when jsonb_typeof(${j}) = 'string' then ${j} #>> '{}' end)`
const elements = (j: string) => `jsonb_array_elements(case when jsonb_typeof(${j}) = 'array' then ${j} else '[]' end)`
// jsonb holds numbers of any size; a double that would overflow or vanish is an error in PostgreSQL.
const double = (j: string) => `(case when jsonb_typeof(${j}) = 'number' then case when abs((${j} #>> '{}')::numeric) <= 1e-300 then 0 when abs((${j} #>> '{}')::numeric) < 1e300 then (${j} #>> '{}')::float8 end end)`

const casts: Record<JsonFieldType, (j: string) => string> = {
  text: string, choice: string, tree: string, person: string,
  number: double,
  date: (j) => `substring(${string(j)} from '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`,
  boolean: (j) => `coalesce(${j} = 'true'::jsonb, false)`,
  choices: (j) => `array(select e #>> '{}' from ${elements(j)} e where jsonb_typeof(e) = 'string')`,
}

const readString = (value: unknown) => (typeof value === 'string' ? value : null)
const readers: { [T in JsonFieldType]: (value: unknown) => FieldValues[T] | null } = {
  text: readString, choice: readString, tree: readString, person: readString,
  number: (value) => (typeof value !== 'number' ? null : Math.abs(value) <= 1e-300 ? 0 : Math.abs(value) < 1e300 ? value : null),
  date: (value) => (typeof value === 'string' && dateForm.test(value) ? value : null),
  boolean: (value) => value === true,
  choices: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null),
}
