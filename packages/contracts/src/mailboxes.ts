import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const Security = oneOf('tls', 'starttls', 'none')
const password = Type.Optional(Type.String({ maxLength: 4000, description: 'Never answered back; leave out to keep the stored one.' }))

export const ImapSettings = Type.Object({
  host: Type.String({ minLength: 1, maxLength: 255 }), port: Type.Integer({ minimum: 1, maximum: 65535 }), security: Security,
  user: Type.String({ minLength: 1, maxLength: 320 }), auth: oneOf('password', 'xoauth2'),
  folders: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { minItems: 1, maxItems: 20 }),
  importSince: Type.Optional(nullable(Instant)),
})
export const SmtpSettings = Type.Object({
  host: Type.String({ minLength: 1, maxLength: 255 }), port: Type.Integer({ minimum: 1, maximum: 65535 }), security: Security,
  user: Type.String({ maxLength: 320 }), auth: oneOf('none', 'password', 'xoauth2'),
})
export const ConfirmationTexts = Type.Partial(Type.Object({ pl: Type.String({ maxLength: 10_000 }), ru: Type.String({ maxLength: 10_000 }), en: Type.String({ maxLength: 10_000 }) }))

const editable = {
  name: Type.String({ minLength: 1, maxLength: 200, description: 'Shown to customers as the sender.' }),
  address: Type.String({ minLength: 3, maxLength: 320 }),
  aliases: Type.Array(Type.String({ minLength: 3, maxLength: 320 }), { maxItems: 50 }),
  active: Type.Boolean(),
  imap: nullable(ImapSettings),
  smtp: nullable(SmtpSettings),
  signatureHtml: Type.String({ maxLength: 50_000 }),
  confirmation: Type.Object({ enabled: Type.Boolean(), texts: ConfirmationTexts }),
  replyTagging: Type.Boolean({ description: 'Put a signed tag into the reply address (office+t12.ab34@…). Needs a server that accepts plus addresses.' }),
  queueId: nullable(Type.String({ minLength: 1, maxLength: 64, description: 'Where its new tickets go unless a rule says otherwise; null: the default queue.' })),
  locationId: nullable(Type.String({ minLength: 1, maxLength: 64, description: 'The location its new tickets belong to.' })),
}
export const Mailbox = Type.Object({
  id: Id, ...editable, createdAt: Instant,
  hasImapPassword: Type.Boolean(), hasSmtpPassword: Type.Boolean(),
  state: Type.Object({
    intake: oneOf('waiting', 'connected', 'failing', 'off'), intakeDetail: nullable(Type.String()), intakeAt: nullable(Instant),
    sending: oneOf('waiting', 'ok', 'failing', 'off'), sendingDetail: nullable(Type.String()), sendingAt: nullable(Instant),
  }),
})
export type Mailbox = Static<typeof Mailbox>
const secrets = { imapPassword: password, smtpPassword: password }
export const NewMailbox = Type.Object({ ...Type.Partial(Type.Object(editable)).properties, name: editable.name, address: editable.address, ...secrets }, { additionalProperties: false })
export const MailboxPatch = Type.Object({ ...Type.Partial(Type.Object(editable)).properties, ...secrets }, { additionalProperties: false, minProperties: 1 })

/** Either the stored mailbox `id` (with optional overrides) or settings typed but not yet saved. */
export const ConnectionTest = Type.Object({ id: Type.Optional(Id), imap: Type.Optional(ImapSettings), smtp: Type.Optional(SmtpSettings), ...secrets }, { additionalProperties: false })
export const ConnectionFault = oneOf('none', 'name-not-found', 'refused', 'timeout', 'tls', 'certificate', 'credentials', 'folder-not-found', 'not-that-protocol', 'not-allowed-host', 'other')
export const ConnectionResult = Type.Object({
  imap: nullable(Type.Object({ ok: Type.Boolean(), fault: ConnectionFault, detail: Type.String(), folders: Type.Array(Type.String()) })),
  smtp: nullable(Type.Object({ ok: Type.Boolean(), fault: ConnectionFault, detail: Type.String() })),
})

const tag = 'mailboxes'
export const listMailboxes = route({ method: 'GET', path: '/mailboxes', permission: 'mailbox.read', tag, summary: 'List mailboxes', query: Type.Object(PageQuery), response: page(Mailbox) })
export const getMailbox = route({ method: 'GET', path: '/mailboxes/:id', permission: 'mailbox.read', tag, summary: 'One mailbox', params: ById, response: Mailbox })
export const createMailbox = route({ method: 'POST', path: '/mailboxes', permission: 'mailbox.manage', tag, summary: 'Add a mailbox', body: NewMailbox, response: Mailbox, status: 201 })
export const changeMailbox = route({ method: 'PATCH', path: '/mailboxes/:id', permission: 'mailbox.manage', tag, summary: 'Change a mailbox', params: ById, body: MailboxPatch, response: Mailbox })
export const deleteMailbox = route({ method: 'DELETE', path: '/mailboxes/:id', permission: 'mailbox.manage', tag, summary: 'Retire a mailbox; its history stays', params: ById, response: Done })
export const testMailbox = route({ method: 'POST', path: '/mailboxes/test', permission: 'mailbox.manage', tag, summary: 'Try the connection and name the fault', body: ConnectionTest, response: ConnectionResult })

export const ParkedMail = Type.Object({
  id: Id, mailboxId: Id, mailboxName: Type.String(), source: oneOf('smtp', 'imap'), receivedAt: Instant, size: Type.Integer(),
  envelopeFrom: nullable(Type.String()), envelopeTo: nullable(Type.String()), subjectGuess: Type.String(), reason: Type.String(), attempts: Type.Integer(), parkedAt: Instant,
})
export type ParkedMail = Static<typeof ParkedMail>
export const listParked = route({ method: 'GET', path: '/parked', permission: 'parked.read', tag: 'parked', summary: 'Mail that could not be read', query: Type.Object({ ...PageQuery, sort: Type.Optional(oneOf('-parkedAt', 'parkedAt')) }), response: page(ParkedMail) })
export const getParked = route({ method: 'GET', path: '/parked/:id', permission: 'parked.read', tag: 'parked', summary: 'One parked mail', params: ById, response: ParkedMail })
export const getParkedRaw = route({ method: 'GET', path: '/parked/:id/raw', permission: 'parked.read', tag: 'parked', summary: 'Its original bytes (message/rfc822)', params: ById })
export const retryParked = route({ method: 'POST', path: '/parked/:id/retry', permission: 'parked.manage', tag: 'parked', summary: 'Read it again', params: ById, response: Done, status: 202 })
