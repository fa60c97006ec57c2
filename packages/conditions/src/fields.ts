/*
 * What conditions may ask about. One registry feeds the check, the SQL and the predicate; the check needs the
 * shape alone, so that a browser can do it without SQL.
 */
import { byWordForms, operatorsOfType, type Operator } from './operators.ts'

/** What `read` answers for each type. */
export interface FieldValues {
  text: string
  /** One id out of a list. */
  choice: string
  number: number
  /** A Date, or milliseconds since 1970. */
  instant: Date | number
  /** `YYYY-MM-DD`, years 1 to 9999. */
  date: string
  boolean: boolean
  /** Any number of ids. */
  choices: readonly string[]
  /** One id out of a tree. */
  tree: string
  /** The id of a member of staff. */
  person: string
}
export type FieldType = keyof FieldValues

export interface FieldShape<T extends FieldType = FieldType> {
  name: string
  type: T
  /** False: never empty, so nobody is offered `null` and `notNull`. True unless said. */
  nullable?: boolean
  /** A part of the type's operators; all of them unless said. */
  operators?: readonly Operator[]
  /** Of `choice`, `choices`, `tree`, `person`: how ids are stored. A `uuid` is written in lower case, as PostgreSQL does. `text` unless said. */
  ids?: 'text' | 'uuid'
  /** The ids there are, retired ones included. Any well-formed id unless said. */
  known?: ReadonlySet<string>
  /** Of `number`: what there can be, both ends included. A number outside is refused, not clamped; what was stored before the range was known is asked as it stands. */
  range?: { min?: number; max?: number }
  /** Of `text`, where it is judged by a predicate alone: finds words in any of their forms (`findPhrase` of @kontuar/conditions/mentions). Without it neither `mentions` nor its opposite is offered. */
  mentions?: (phrase: string) => (text: string) => boolean
}

/** Binds a value, answers its placeholder (`$3`), which may be used more than once. */
export type Bind = (value: unknown) => string
/** A trusted expression over the caller's aliases; as a function when it needs values of its own. Never from users. */
export type FieldSql = string | ((bind: Bind) => string)

/**
 * Type of the SQL expression: text, number (any numeric type), timestamptz, boolean; uuid or text (`ids`), or an
 * array of these; a date is `date` or, with `dates: 'text'`, text in the form YYYY-MM-DD.
 */
export type FieldDefinition<Row> = {
  [T in FieldType]: FieldShape<T> & { sql: FieldSql; read(row: Row): FieldValues[T] | null | undefined }
    & (T extends 'tree' ? { descendants(id: string): Iterable<string> } : unknown)
    & (T extends 'date' ? { dates?: 'date' | 'text' } : unknown)
}[FieldType]

/** A map, since a user may well call a field `constructor`. */
export type Registry<Field extends FieldShape = FieldShape> = ReadonlyMap<string, Field>

/** @throws TypeError when two fields have one name or a field names an operator that its type does not have. */
export function fieldRegistry<Field extends FieldShape>(fields: Iterable<Field>): Registry<Field> {
  const registry = new Map<string, Field>()
  for (const field of fields) {
    if (registry.has(field.name)) throw new TypeError(`Two fields are called "${field.name}".`)
    const strange = field.operators?.find((o) => !allOperatorsOf(field).includes(o))
    if (strange !== undefined) throw new TypeError(`The field "${field.name}" is of type ${field.type}, which has no operator "${strange}".`)
    registry.set(field.name, field)
  }
  return registry
}

const allOperatorsOf = ({ type, mentions }: FieldShape): readonly Operator[] => (type === 'text' && mentions !== undefined ? [...byWordForms, ...operatorsOfType.text] : operatorsOfType[type])

/** What may be asked of a field, in the order to offer it. */
export function operatorsOf(field: FieldShape): readonly Operator[] {
  const all = field.operators ?? allOperatorsOf(field)
  return field.nullable === false ? all.filter((o) => o !== 'null' && o !== 'notNull') : all
}
