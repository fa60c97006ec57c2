import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, MailAddress, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'
import { Review, Timing } from './interaction-times.ts'
import { FieldValues } from './vocabulary.ts'

export const Attachment = Type.Object({
  id: Id, name: Type.String(), type: Type.String(), size: Type.Integer({ description: 'Bytes.' }),
  sha256: Type.String({ description: 'Lower-case hexadecimal.' }), inline: Type.Boolean(), contentId: nullable(Type.String()),
})
export type Attachment = Static<typeof Attachment>

export const FoldSegment = Type.Object({ kind: oneOf('text', 'quote', 'signature'), from: Type.Integer(), to: Type.Integer() })
export const Bounce = Type.Object({
  recipient: nullable(Type.String()), status: nullable(Type.String()), kind: oneOf('hard', 'soft'), reason: Type.String(),
  interactionId: nullable(Id),
})

export const DeliveryState = oneOf('pending', 'sending', 'sent', 'uncertain', 'failed', 'bounced', 'cancelled')
export const Delivery = Type.Object({
  state: DeliveryState,
  sendAfter: Instant,
  attempts: Type.Integer(),
  nextAttemptAt: nullable(Instant),
  sentAt: nullable(Instant),
  detail: nullable(Type.String({ description: 'The last answer of the mail server, or what went wrong.' })),
})
export type Delivery = Static<typeof Delivery>

export const Rating = Type.Object({
  answerId: Id, surveyId: Id, surveyName: Type.String(),
  metric: nullable(oneOf('nps', 'csat', 'ces')), value: nullable(Type.Number()), scale: nullable(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
  tone: nullable(oneOf('low', 'middle', 'high')), comment: nullable(Type.String()),
  road: Type.String({ description: 'How the asking reached the customer: email, sms, link, qr, kiosk, website, embedded, api, agent.' }),
  complete: Type.Boolean(), hidden: Type.Boolean({ description: 'The organization shows agents only that there was an answer.' }),
})
export type Rating = Static<typeof Rating>

export const Interaction = Type.Object({
  id: Id,
  ticketId: nullable(Id),
  customerId: nullable(Id),
  kind: oneOf('message', 'call', 'visit', 'note', 'rating', 'signal', 'event'),
  direction: oneOf('in', 'out', 'internal'),
  channel: Type.String(),
  mailboxId: nullable(Id),
  at: Instant,
  createdAt: Instant,
  staffId: nullable(Id),
  staffName: nullable(Type.String()),
  from: MailAddress,
  to: Type.Array(MailAddress),
  cc: Type.Array(MailAddress),
  bcc: Type.Array(MailAddress),
  subject: Type.String(),
  text: Type.String({ description: 'The whole text as it came.' }),
  visibleText: Type.String({ description: 'The text without quotes and signature.' }),
  folds: Type.Array(FoldSegment),
  html: nullable(Type.String({ description: 'Sanitised. Show it in a sandboxed frame, see /interactions/{id}/document.' })),
  attachments: Type.Array(Attachment),
  messageId: nullable(Type.String()),
  inReplyTo: nullable(Type.String()),
  automatic: Type.Boolean({ description: 'Written by a machine: auto-reply, bounce, loop, or our own confirmation.' }),
  mailClass: oneOf('personal', 'auto-reply', 'bounce', 'list', 'loop'),
  bounce: nullable(Bounce),
  delivery: nullable(Delivery),
  matchedBy: nullable(Type.String({ description: 'Why it is in this ticket: `in-reply-to`, `references`, `reply-address`, `body-marker`, `subject-number`, `new`.' })),
  suggestion: nullable(oneOf('split', 'possibly-related')),
  event: nullable(Type.Object({ name: Type.String(), detail: Type.Record(Type.String(), Type.Unknown()) }, { description: 'What changed in the ticket: all of it for kind `event`; for others what the entry itself brought about.' })),
  byHand: nullable(Type.Object({ request: Type.String(), decision: Type.String(), result: Type.String() }, { description: 'Of a contact recorded by hand.' })),
  timing: Type.Optional(nullable(Timing)), review: Type.Optional(nullable(Review)),
  mentionIds: Type.Array(Id),
  rating: nullable(Rating),
  hasRaw: Type.Boolean({ description: 'The original mail can be downloaded at /interactions/{id}/raw.' }),
  warnings: Type.Array(Type.String()),
})
export type Interaction = Static<typeof Interaction>

export const AnswerBody = Type.Object({
  kind: Type.Optional(oneOf('message', 'note')),
  direction: Type.Optional(oneOf('out', 'internal')),
  text: Type.Optional(Type.String({ maxLength: 1_000_000 })),
  html: Type.Optional(Type.String({ maxLength: 2_000_000 })),
  subject: Type.Optional(Type.String({ maxLength: 998 })),
  to: Type.Optional(Type.Array(MailAddress, { maxItems: 50 })),
  cc: Type.Optional(Type.Array(MailAddress, { maxItems: 50 })),
  bcc: Type.Optional(Type.Array(MailAddress, { maxItems: 50 })),
  attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 100, description: 'Ids from POST /files.' })),
  mailboxId: Type.Optional(Id),
  status: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'Of the ticket afterwards: key of a status or a category.' })),
  ticket: Type.Optional(Type.Object({ reasonId: Type.Optional(nullable(Id)), result: Type.Optional(nullable(oneOf('solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other'))), resultNote: Type.Optional(Type.String({ maxLength: 5000 })), fields: Type.Optional(FieldValues) }, { additionalProperties: false, description: 'What the status asks to be filled in.' })),
  mentions: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Colleagues named in a note; each is told.' })),
  undoSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 60, description: 'How long the message waits before it leaves. Default 0 for tokens, 8 for people.' })),
}, { additionalProperties: false })
export type AnswerBody = Static<typeof AnswerBody>

export const UploadedFile = Type.Object({ id: Id, name: Type.String(), type: Type.String(), size: Type.Integer(), sha256: Type.String() })
export type UploadedFile = Static<typeof UploadedFile>

export const DraftBody = Type.Object({
  html: Type.String({ maxLength: 2_000_000 }),
  to: Type.Array(MailAddress, { maxItems: 50 }), cc: Type.Array(MailAddress, { maxItems: 50 }), bcc: Type.Array(MailAddress, { maxItems: 50 }),
  kind: oneOf('message', 'note'),
  attachments: Type.Array(UploadedFile, { maxItems: 100 }),
}, { additionalProperties: false })
export type DraftBody = Static<typeof DraftBody>
export const Draft = Type.Object({ ...DraftBody.properties, ticketId: Id, updatedAt: Instant })

const before = Type.Optional(Type.String({ format: 'date-time', description: 'Only entries of that moment or earlier.' }))
export const InteractionQuery = Type.Object({
  ...PageQuery,
  sort: Type.Optional(oneOf('at', '-at')),
  ticketId: Type.Optional(Id), customerId: Type.Optional(Id), channel: Type.Optional(Type.String({ maxLength: 40 })),
  kind: Type.Optional(Type.String({ maxLength: 40 })), direction: Type.Optional(oneOf('in', 'out', 'internal')),
  messageId: Type.Optional(Type.String({ maxLength: 998 })), before,
})
export const TimelineQuery = Type.Object({ ...PageQuery, sort: Type.Optional(oneOf('at', '-at')), before })

const tag = 'interactions'
export const listTicketInteractions = route({ method: 'GET', path: '/tickets/:id/interactions', permission: 'ticket.read', tag, summary: 'The timeline of a ticket', params: ById, query: TimelineQuery, response: page(Interaction) })
export const answerTicket = route({ method: 'POST', path: '/tickets/:id/interactions', permission: 'ticket.answer', tag, summary: 'Answer the customer or add an internal note', params: ById, body: AnswerBody, response: Interaction, status: 201 })
export const listInteractions = route({ method: 'GET', path: '/interactions', permission: 'ticket.read', tag, summary: 'The diary', query: InteractionQuery, response: page(Interaction) })
export const getInteraction = route({ method: 'GET', path: '/interactions/:id', permission: 'ticket.read', tag, summary: 'One entry', params: ById, response: Interaction })
export const getInteractionRaw = route({ method: 'GET', path: '/interactions/:id/raw', permission: 'ticket.read', tag, summary: 'The original mail (message/rfc822)', params: ById })
export const getInteractionDocument = route({ method: 'GET', path: '/interactions/:id/document', permission: 'ticket.read', tag, summary: 'The sanitised mail as a page for a sandboxed frame, with its own content security policy', params: ById, query: Type.Object({ images: Type.Optional(oneOf('remote')), theme: Type.Optional(oneOf('light', 'dark')) }) })
export const cancelInteraction = route({ method: 'POST', path: '/interactions/:id/cancel', permission: 'ticket.answer', tag, summary: 'Undo sending, while the message still waits', params: ById, response: Interaction })
export const resendInteraction = route({ method: 'POST', path: '/interactions/:id/resend', permission: 'ticket.answer', tag, summary: 'Try again to send a failed or uncertain message', params: ById, response: Interaction })
export const getAttachment = route({ method: 'GET', path: '/attachments/:id', permission: 'ticket.read', tag, summary: 'The bytes of an attachment', params: ById })
export const uploadFile = route({ method: 'POST', path: '/files', permission: 'ticket.answer', tag, summary: 'Upload a file (multipart/form-data, field `file`) to attach to an answer', response: UploadedFile, status: 201 })
export const getFile = route({ method: 'GET', path: '/files/:id', permission: 'ticket.answer', tag, summary: 'The bytes of an uploaded file', params: ById })
export const getDraft = route({ method: 'GET', path: '/tickets/:id/draft', permission: 'ticket.answer', tag, summary: 'My draft in this ticket', params: ById, response: nullable(Draft) })
export const saveDraft = route({ method: 'PUT', path: '/tickets/:id/draft', permission: 'ticket.answer', tag, summary: 'Save my draft', params: ById, body: DraftBody, response: Draft })
export const deleteDraft = route({ method: 'DELETE', path: '/tickets/:id/draft', permission: 'ticket.answer', tag, summary: 'Throw my draft away', params: ById, response: Done })
