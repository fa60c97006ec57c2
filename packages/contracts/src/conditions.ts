// The one condition format (react-querybuilder's rule groups). Which fields there are is said by /ticket-fields.
import { Type, type Static } from 'typebox'
import { nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

/** A group of rules; checked by the server rule by rule, so that the answer can say which one is wrong and why. */
export const Conditions = Type.Object({ combinator: Type.String({ maxLength: 10 }), rules: Type.Array(Type.Unknown(), { maxItems: 200 }) }, { additionalProperties: true, description: 'Rule group of react-querybuilder: {combinator: "and" | "or", not?, rules: [{field, operator, value} | group]}.' })
export type Conditions = Static<typeof Conditions>

export const ConditionField = Type.Object({
  name: Type.String(), label: Type.String({ description: 'Key of the translation, or the name of a custom field.' }), custom: Type.Boolean(),
  type: oneOf('text', 'choice', 'number', 'instant', 'date', 'boolean', 'choices', 'tree', 'person'),
  operators: Type.Array(Type.String()),
  range: Type.Optional(Type.Object({ min: Type.Optional(Type.Number()), max: Type.Optional(Type.Number()) }, { description: 'Of numbers: what there can be, both ends included.' })),
  choices: nullable(Type.String({ description: 'Where the choices come from: statuses, status-categories, priorities, queues, locations, reasons, tags, channels, languages, staff, customer-tags, companies, mailboxes, results; or `options`.' })),
  options: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), parentId: Type.Optional(nullable(Type.String())) })),
})
export type ConditionField = Static<typeof ConditionField>
export const listTicketFields = route({ method: 'GET', path: '/ticket-fields', permission: 'ticket.read', tag: 'views', summary: 'What conditions over tickets may ask', response: page(ConditionField) })
