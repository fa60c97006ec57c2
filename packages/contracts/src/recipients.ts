// Who is told or gets a report: by their part in it, so that it stays right when people come and go.
import { Type, type Static } from 'typebox'
import { Id, oneOf } from './shapes.ts'
import { roles } from './permissions.ts'

const closed = { additionalProperties: false } as const

/** Parts in the matter. `owner`: who holds the ticket, else who had the contact. */
export const parts = ['location-manager', 'region-manager', 'team-manager', 'team', 'owner', 'queue-servers'] as const
export type Part = (typeof parts)[number]
export const RecipientByPart = Type.Object({ to: oneOf(...parts) }, closed)
export const RecipientByRole = Type.Object({ to: Type.Literal('role'), role: oneOf(...roles) }, closed)
export const RecipientTeam = Type.Object({ to: Type.Literal('team-of', { description: 'The members of this team, whatever the matter.' }), teamId: Id }, closed)
export const RecipientPerson = Type.Object({ to: Type.Literal('staff'), staffId: Id }, closed)
/** Somebody without a sign-in; of reports only. */
export const RecipientAddress = Type.Object({ to: Type.Literal('address'), name: Type.String({ maxLength: 200 }), email: Type.String({ format: 'email', maxLength: 320 }), language: Type.Optional(oneOf('pl', 'ru', 'en')), scopeId: Type.Optional(Id) }, closed)
export const Recipient = Type.Union([RecipientByPart, RecipientByRole, RecipientTeam, RecipientPerson])
export type Recipient = Static<typeof Recipient>
export const ReportRecipient = Type.Union([RecipientByPart, RecipientByRole, RecipientTeam, RecipientPerson, RecipientAddress])
export type ReportRecipient = Static<typeof ReportRecipient>

/** Why somebody gets something, as a code with its names, for a sentence in their language. */
export const Because = Type.Object({ code: oneOf(...parts, 'role', 'team-of', 'staff', 'address', 'escalation', 'nobody-else'), name: Type.Optional(Type.String({ description: 'Of the location, region, team or role.' })), step: Type.Optional(Type.Integer()) })
export type Because = Static<typeof Because>
