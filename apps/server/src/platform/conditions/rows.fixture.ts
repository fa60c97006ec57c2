// Rows as nasty as the world is, with a field of every type, columns and custom fields alike.
import { fieldRegistry, jsonField, type FieldDefinition } from '@kontuar/conditions'
import fc from 'fast-check'

export interface Row {
  id: number; subject: string | null; status: string | null; queue_id: string | null; assignee_id: string | null; reason_id: string | null
  reopened: number | null; waited: number | null; created_at: string | null; due_on: string | null; urgent: boolean | null; tag_ids: string[] | null; fields: unknown
}

export const texts = [
  '', ' ', 'Reklamacja', 'reklamacją', 'REKLAMACJA nr 5', 'Zażółć gęślą jaźń', 'zazolc GESLA jazn', 'Zaz\u0307o\u0301łc\u0301', 'Łódź', 'ŁÓDŹ', 'lodz', 'Żaba 100%', "O'Brien \"x\"",
  'a_b', 'a\\b', '\\', '%', '_', '$1', "'; drop table r; --", 'Ёлка', 'елка', 'ЁЛКА\u0301', 'мой', 'МОЙ', 'мои', 'мои\u0306', 'МОИ\u0306', 'Їжак', 'straße', 'STRASSE', 'İstanbul', 'istanbul', 'ΟΔΟΣ', 'οδος', 'οδός',
  '👩‍👩‍👧 rodzina', '👩', '𝔘𝔫𝔦', '\u{10ffff}', '\uffff', '日本語', 'e\u0301', 'é', 'E', '\u0301', 'w\u00a0domu', 'w domu', 'fak\u00adtura', 'faktura', '\ttab\nline\r\n', 'ﬁne', 'ǅ', 'K', 'ß', 'Ặ', 'null', '{}', '@me', '@none', 'x'.repeat(300),
]
export const statuses = ['new', 'open', 'waiting', 'closed', 'Closed', "o'clock", 'zażółć', '{a,b}', 'a"b', '\\']
export const ids = Array.from({ length: 6 }, (_, i) => `0195d000-0000-7000-8000-00000000000${i}`)
export const tree: Record<string, string[]> = { [ids[0]!]: [ids[1]!, ids[2]!, ids[3]!], [ids[1]!]: [ids[2]!] }
export const numbers = [0, -0, 1, 2, 3, 5, -1, 0.1, 0.2, 0.1 + 0.2, 0.3, 1e21, 1e-7, 2 ** 53 + 2, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 1e300, 1e301, 1e-300, -(2 ** 53)]
/** Around the nights in which clocks change, around the ends of days, and far away. */
export const instants = [
  '2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z',
  '2026-10-25T23:00:00.000Z', '2026-10-25T22:59:59.999Z', '2026-03-08T06:59:59.999Z', '2026-03-08T07:00:00.000Z', '1970-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '0001-01-02T00:00:00.000Z', '9999-12-29T23:59:59.999Z', '2011-12-30T12:00:00.000Z',
]
export const dates = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26', '2024-02-29', '0001-01-03', '9999-12-29', '2011-12-30']

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 5 })
const of = <T>(values: readonly T[]) => fc.constantFrom(...values)
const wild = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replaceAll('\0', '').toWellFormed())
export const anyText = fc.oneof({ weight: 3, arbitrary: of(texts) }, wild, fc.tuple(of(texts), of(texts)).map(([a, b]) => a + b))
export const anyInstant = fc.oneof(of(instants), fc.tuple(of(instants.slice(0, 13)), fc.integer({ min: -172_800_000, max: 172_800_000 })).map(([at, ms]) => new Date(Date.parse(at) + ms).toISOString()))
const rubbish = fc.oneof(of<unknown>([null, true, false, '', '2026-02-31', '2026-3-1', '2026-03-29\n', '٢٠٢٦-٠٣-٢٩', '1e5', [], {}, [1, 'x', null], { a: 1 }, ['a', ['b']]]), of<unknown>(numbers), anyText)

const json = (values: fc.Arbitrary<unknown>) => fc.oneof({ weight: 4, arbitrary: values }, rubbish)
const fields = fc.record({
  "it's": json(anyText), colour: json(of(statuses)), size: json(of(numbers)), day: json(of(dates)), ticked: json(fc.boolean()), many: json(fc.array(of(statuses), { maxLength: 4 })), place: json(of(ids)),
}, { requiredKeys: [] })

export const rows: fc.Arbitrary<Row> = fc.record({
  id: fc.constant(0), subject: maybe(anyText), status: maybe(of(statuses)), queue_id: maybe(of(ids)), assignee_id: maybe(of(ids)), reason_id: maybe(of(ids)),
  reopened: maybe(fc.integer({ min: -3, max: 9 })), waited: maybe(of(numbers)), created_at: maybe(anyInstant), due_on: maybe(of(dates)), urgent: maybe(fc.boolean()),
  tag_ids: maybe(fc.uniqueArray(of(ids), { maxLength: 4 })), fields: fc.oneof({ weight: 12, arbitrary: fields }, rubbish),
})

export const createTable = `create temp table r (id integer, subject text, status text, queue_id uuid, assignee_id uuid, reason_id uuid,
  reopened smallint, waited numeric, created_at timestamptz, due_on date, urgent boolean, tag_ids uuid[], fields jsonb)`
export const insertRows = 'insert into r select * from jsonb_populate_recordset(null::r, $1::jsonb)'

const custom = (name: string, key: string, type: Parameters<typeof jsonField>[0]['type']) =>
  jsonField<Row>({ name, type, column: 'r.fields', key, readJson: (r) => r.fields, descendants: (id) => tree[id] ?? [] })

export const registry = fieldRegistry<FieldDefinition<Row>>([
  { name: 'subject', type: 'text', sql: 'subject', read: (r) => r.subject },
  { name: 'status', type: 'choice', sql: 'status', read: (r) => r.status },
  { name: 'queue', type: 'choice', ids: 'uuid', sql: 'queue_id', read: (r) => r.queue_id },
  { name: 'assignee', type: 'person', ids: 'uuid', sql: 'r.assignee_id', read: (r) => r.assignee_id },
  { name: 'reason', type: 'tree', ids: 'uuid', sql: 'reason_id', read: (r) => r.reason_id, descendants: (id) => tree[id] ?? [] },
  { name: 'reopened', type: 'number', sql: (bind) => `reopened + ${bind(0)}::smallint`, read: (r) => r.reopened },
  { name: 'waited', type: 'number', sql: 'waited', read: (r) => r.waited },
  { name: 'createdAt', type: 'instant', sql: 'created_at', read: (r) => (r.created_at === null ? null : new Date(r.created_at)) },
  { name: 'dueOn', type: 'date', sql: 'due_on', read: (r) => r.due_on },
  { name: 'urgent', type: 'boolean', sql: 'urgent', read: (r) => r.urgent },
  { name: 'tags', type: 'choices', ids: 'uuid', sql: 'tag_ids', read: (r) => r.tag_ids },
  custom('note', "it's", 'text'), custom('colour', 'colour', 'choice'), custom('size', 'size', 'number'), custom('day', 'day', 'date'),
  custom('ticked', 'ticked', 'boolean'), custom('many', 'many', 'choices'), custom('place', 'place', 'tree'),
])
