// The pieces every route is made of: ids, times, pages, problems.
import { Type, type Static, type TSchema } from 'typebox'

export const Id = Type.String({ minLength: 1, maxLength: 64, description: 'Opaque identifier.' })
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' })
export const Locale = Type.Union([Type.Literal('pl'), Type.Literal('ru'), Type.Literal('en')])
export type Locale = Static<typeof Locale>

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const oneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

/** A list answer: `next` is the cursor of the following page, null on the last one. */
export const page = <T extends TSchema>(item: T) => Type.Object({ items: Type.Array(item), next: nullable(Type.String()) })

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
}

export const ById = Type.Object({ id: Id })

/** An address as people write it: display name and bare address. */
export const MailAddress = Type.Object({ name: Type.String({ maxLength: 300 }), address: Type.String({ maxLength: 320 }) })
export type MailAddress = Static<typeof MailAddress>

/** RFC 9457 problem details; `code` is stable, `title` is for people. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  fields: Type.Optional(Type.Record(Type.String(), Type.String())),
})
export type Problem = Static<typeof Problem>

export const Done = Type.Object({ ok: Type.Literal(true) })
