// The organization's own words: statuses, reasons, tags, custom fields.
import { Type, type Static } from 'typebox'
import { ById, Id, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
export const StatusCategory = oneOf('new', 'open', 'waiting', 'closed')
export const Colour = oneOf('grey', 'blue', 'teal', 'green', 'amber', 'red', 'violet', 'pink')
export type Colour = Static<typeof Colour>
const ReadyMade = nullable(Type.String({ description: 'Key of the translation while nobody has renamed it; the workspace shows it in the language of the reader.' }))
const Position = Type.Integer({ minimum: 0, maximum: 10_000 })
const closed = { additionalProperties: false } as const
const patch = { additionalProperties: false, minProperties: 1 } as const

export const StatusKey = Type.String({ minLength: 1, maxLength: 40, description: 'Key of a status; never changes.' })
export const Status = Type.Object({
  key: StatusKey, name: Name, readyMade: ReadyMade, category: StatusCategory, colour: Colour, position: Position,
  isDefault: Type.Boolean({ description: 'Taken when only the category is named.' }),
  next: nullable(Type.Array(StatusKey, { description: 'Where one may go from here; null: anywhere.' })),
  requires: Type.Object({ reason: Type.Boolean(), result: Type.Boolean() }, { description: 'What must be filled in before a ticket may enter.' }),
  onCustomerMessage: nullable(StatusKey),
  retired: Type.Boolean(),
})
export type Status = Static<typeof Status>
const statusWishes = {
  colour: Type.Optional(Colour), position: Type.Optional(Position), isDefault: Type.Optional(Type.Literal(true)),
  next: Type.Optional(nullable(Type.Array(StatusKey, { maxItems: 100 }))),
  requires: Type.Optional(Type.Object({ reason: Type.Optional(Type.Boolean()), result: Type.Optional(Type.Boolean()) }, closed)),
  onCustomerMessage: Type.Optional(nullable(StatusKey)),
}
export const NewStatus = Type.Object({ name: Name, category: StatusCategory, key: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' })), ...statusWishes }, closed)
export const StatusPatch = Type.Object({ name: Type.Optional(Name), ...statusWishes, retired: Type.Optional(Type.Boolean()) }, patch)

export const Reason = Type.Object({
  id: Id, parentId: nullable(Id), name: Name, readyMade: ReadyMade, path: Type.Array(Id, { description: 'From the root to this one, itself included.' }), position: Position,
  retired: Type.Boolean(), mergedIntoId: nullable(Id),
})
export type Reason = Static<typeof Reason>
export const NewReason = Type.Object({ name: Name, parentId: Type.Optional(nullable(Id)), position: Type.Optional(Position) }, closed)
export const ReasonPatch = Type.Object({ name: Type.Optional(Name), parentId: Type.Optional(nullable(Id)), position: Type.Optional(Position), retired: Type.Optional(Type.Boolean()) }, patch)

export const Tag = Type.Object({ id: Id, name: Name, colour: Colour, retired: Type.Boolean() })
export type Tag = Static<typeof Tag>
export const NewTag = Type.Object({ name: Name, colour: Type.Optional(Colour) }, closed)
export const TagPatch = Type.Object({ name: Type.Optional(Name), colour: Type.Optional(Colour), retired: Type.Optional(Type.Boolean()) }, patch)

export const FieldSubject = oneOf('ticket', 'customer', 'company')
export const FieldType = oneOf('text', 'number', 'date', 'choice', 'tree', 'checkbox', 'link')
export const FieldOption = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }), name: Name, parentId: Type.Optional(nullable(Type.String({ maxLength: 64 }))), retired: Type.Optional(Type.Boolean()) }, closed)
export const FieldRequired = Type.Object({ always: Type.Optional(Type.Boolean()), statuses: Type.Optional(Type.Array(StatusKey, { maxItems: 100 })), queues: Type.Optional(Type.Array(Id, { maxItems: 200 })), reasons: Type.Optional(Type.Array(Id, { maxItems: 500 })) }, closed)
export const CustomField = Type.Object({
  id: Id, subject: FieldSubject, name: Name, help: Type.String(), type: FieldType, options: Type.Array(FieldOption), position: Position, retired: Type.Boolean(),
  required: FieldRequired,
})
export type CustomField = Static<typeof CustomField>
const fieldWishes = { help: Type.Optional(Type.String({ maxLength: 500 })), options: Type.Optional(Type.Array(FieldOption, { maxItems: 1000 })), required: Type.Optional(FieldRequired), position: Type.Optional(Position) }
export const NewCustomField = Type.Object({ subject: FieldSubject, name: Name, type: FieldType, ...fieldWishes }, closed)
export const CustomFieldPatch = Type.Object({ name: Type.Optional(Name), ...fieldWishes, retired: Type.Optional(Type.Boolean()) }, patch)

/** Values of custom fields by field id: text, number, "2026-12-31", option id, true, or an http(s) address; null empties it. */
export const FieldValues = Type.Record(Type.String({ maxLength: 64 }), Type.Union([Type.String({ maxLength: 10_000 }), Type.Number(), Type.Boolean(), Type.Null()]))
export type FieldValues = Static<typeof FieldValues>

const tag = 'desk settings'
const ByKey = Type.Object({ id: StatusKey })
export const listStatuses = route({ method: 'GET', path: '/statuses', permission: 'ticket.read', tag, summary: 'Statuses, in their order', response: page(Status) })
export const createStatus = route({ method: 'POST', path: '/statuses', permission: 'desk.manage', tag, summary: 'Add a status', body: NewStatus, response: Status, status: 201 })
export const changeStatus = route({ method: 'PATCH', path: '/statuses/:id', permission: 'desk.manage', tag, summary: 'Change or retire a status', params: ByKey, body: StatusPatch, response: Status })
export const listReasons = route({ method: 'GET', path: '/reasons', permission: 'ticket.read', tag, summary: 'The tree of contact reasons, parents before children', response: page(Reason) })
export const createReason = route({ method: 'POST', path: '/reasons', permission: 'desk.manage', tag, summary: 'Add a reason', body: NewReason, response: Reason, status: 201 })
export const changeReason = route({ method: 'PATCH', path: '/reasons/:id', permission: 'desk.manage', tag, summary: 'Rename, move or retire a reason', params: ById, body: ReasonPatch, response: Reason })
export const mergeReason = route({ method: 'POST', path: '/reasons/:id/merge', permission: 'desk.manage', tag, summary: 'Merge a reason into another: its tickets and children move there', params: ById, body: Type.Object({ intoId: Id }, closed), response: Reason })
export const listTags = route({ method: 'GET', path: '/tags', permission: 'ticket.read', tag, summary: 'Tags', response: page(Tag) })
export const createTag = route({ method: 'POST', path: '/tags', permission: 'ticket.change', tag, summary: 'Add a tag', body: NewTag, response: Tag, status: 201 })
export const changeTag = route({ method: 'PATCH', path: '/tags/:id', permission: 'desk.manage', tag, summary: 'Rename, recolour or retire a tag', params: ById, body: TagPatch, response: Tag })
export const listCustomFields = route({ method: 'GET', path: '/custom-fields', permission: 'ticket.read', tag, summary: 'Custom fields of tickets, customers and companies', response: page(CustomField) })
export const createCustomField = route({ method: 'POST', path: '/custom-fields', permission: 'desk.manage', tag, summary: 'Add a custom field', body: NewCustomField, response: CustomField, status: 201 })
export const changeCustomField = route({ method: 'PATCH', path: '/custom-fields/:id', permission: 'desk.manage', tag, summary: 'Change or retire a custom field', params: ById, body: CustomFieldPatch, response: CustomField })
