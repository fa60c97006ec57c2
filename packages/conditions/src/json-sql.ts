// How PostgreSQL reads the value of a custom field; apart, so that what is built for browsers can leave it out (apps/widget/build.ts).
import type { FieldSql } from './fields.ts'
import type { JsonFieldType } from './json-field.ts'

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

export const jsonSql = (type: JsonFieldType, column: string, key: string): FieldSql => (bind) => casts[type](`(${column} -> ${bind(key)}::text)`)
