/*
 * A custom field: a value under a key of a jsonb column, of which nobody promises that it has the field's type. What
 * has not is empty, in SQL as in the row, and no cast ever fails on it.
 */
import type { FieldDefinition, FieldShape, FieldType, FieldValues } from './fields.ts'
import { isRecord } from './group.ts'
import { jsonSql } from './json-sql.ts'
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
  const read = (row: Row) => {
    const json = readJson(row)
    return readers[shape.type](isRecord(json) && Object.hasOwn(json, key) ? json[key] : undefined)
  }
  const made = { ...shape, sql: jsonSql(shape.type, column, key), read, ...(shape.type === 'date' ? { dates: 'text' } : {}), ...(shape.type === 'tree' ? { descendants: shape.descendants ?? (() => []) } : {}) }
  return made as unknown as FieldDefinition<Row>
}

const readString = (value: unknown) => (typeof value === 'string' ? value : null)
const readers: { [T in JsonFieldType]: (value: unknown) => FieldValues[T] | null } = {
  text: readString, choice: readString, tree: readString, person: readString,
  number: (value) => (typeof value !== 'number' ? null : Math.abs(value) <= 1e-300 ? 0 : Math.abs(value) < 1e300 ? value : null),
  date: (value) => (typeof value === 'string' && dateForm.test(value) ? value : null),
  boolean: (value) => value === true,
  choices: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null),
}
