import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, Locale, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { permissions, roles } from './permissions.ts'
import { route } from './route.ts'

const RoleName = oneOf(...roles)
const Email = Type.String({ format: 'email', maxLength: 320 })
const Password = Type.String({ minLength: 10, maxLength: 200 })

export const Staff = Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: RoleName, active: Type.Boolean(), createdAt: Instant, lastSeenAt: nullable(Instant) })
export type Staff = Static<typeof Staff>
export const StaffPatch = Type.Object({ role: Type.Optional(RoleName), active: Type.Optional(Type.Boolean()) }, { additionalProperties: false, minProperties: 1 })

export const Organization = Type.Object({ id: Id, name: Type.String(), locale: Locale, timeZone: Type.String(), reopenDays: Type.Integer({ minimum: 0, maximum: 3650, description: 'A closed ticket reopens when the customer writes within this many days; later a new, linked ticket begins.' }), outgoingPaused: Type.Boolean({ description: 'The global brake: nothing leaves while true.' }) })
export const OrganizationPatch = Type.Object({ ...Type.Partial(Type.Omit(Organization, ['id'])).properties, name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })), timeZone: Type.Optional(Type.String({ maxLength: 64 })) }, { additionalProperties: false, minProperties: 1 })

export const Me = Type.Object({
  staff: Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: RoleName, locale: nullable(Locale), theme: oneOf('light', 'dark', 'auto'), signatureHtml: Type.String(), timeZone: nullable(Type.String({ description: 'Null: as the organization’s.' })), phone: nullable(Type.String({ description: 'E.164; for alerts by SMS.' })) }),
  organization: Organization,
  permissions: Type.Array(oneOf(...permissions)),
})
export type Me = Static<typeof Me>
export const MePatch = Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })), locale: Type.Optional(Locale), theme: Type.Optional(oneOf('light', 'dark', 'auto')), signatureHtml: Type.Optional(Type.String({ maxLength: 50_000 })), timeZone: Type.Optional(nullable(Type.String({ maxLength: 64 }))), phone: Type.Optional(nullable(Type.String({ maxLength: 40 }))) }, { additionalProperties: false, minProperties: 1 })

export const Setup = Type.Object({ needed: Type.Boolean() })
export const SetupBody = Type.Object({ organizationName: Type.String({ minLength: 1, maxLength: 200 }), locale: Locale, timeZone: Type.String({ minLength: 1, maxLength: 64 }), name: Type.String({ minLength: 1, maxLength: 200 }), email: Email, password: Password }, { additionalProperties: false })
export const SignInBody = Type.Object({ email: Type.String({ minLength: 1, maxLength: 320 }), password: Type.String({ minLength: 1, maxLength: 200 }), remember: Type.Optional(Type.Boolean()) }, { additionalProperties: false })

export const Invitation = Type.Object({ id: Id, email: Type.String(), role: RoleName, invitedBy: nullable(Type.String()), createdAt: Instant, expiresAt: Instant, acceptedAt: nullable(Instant) })
export const NewInvitation = Type.Object({ email: Email, role: RoleName }, { additionalProperties: false })
export const CreatedInvitation = Type.Object({ ...Invitation.properties, link: Type.String({ description: 'Shown once: the address to hand over.' }) })
export const InvitationView = Type.Object({ organizationName: Type.String(), email: Type.String(), role: RoleName, existingUser: Type.Boolean() })
export const AcceptInvitation = Type.Object({ token: Type.String({ minLength: 10, maxLength: 200 }), name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })), password: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false })

export const ApiToken = Type.Object({ id: Id, name: Type.String(), scopes: Type.Array(oneOf(...permissions)), createdAt: Instant, lastUsedAt: nullable(Instant), expiresAt: nullable(Instant) })
export const NewApiToken = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), scopes: Type.Optional(Type.Array(oneOf(...permissions), { minItems: 1, description: 'Default: everything your role allows.' })), expiresAt: Type.Optional(nullable(Instant)) }, { additionalProperties: false })
export const CreatedApiToken = Type.Object({ ...ApiToken.properties, token: Type.String({ description: 'Shown once.' }) })

export const Session = Type.Object({ id: Id, current: Type.Boolean(), createdAt: Instant, lastSeenAt: Instant, expiresAt: Instant, ipAddress: nullable(Type.String()), userAgent: nullable(Type.String()) })
export const AuditEntry = Type.Object({ id: Id, at: Instant, actorId: nullable(Id), actorName: nullable(Type.String()), action: Type.String(), subjectKind: nullable(Type.String()), subjectId: nullable(Type.String()), detail: Type.Record(Type.String(), Type.Unknown()), ipAddress: nullable(Type.String()) })
export const ServiceStatus = Type.Object({ worker: oneOf('ok', 'down'), mail: oneOf('ok', 'down', 'off'), waitingMails: Type.Integer(), version: Type.String(),
  smtpIntake: Type.Optional(Type.Object({ host: Type.String(), port: Type.Integer() }, { description: 'Where mail is to be forwarded to; absent when this server receives none.' })) })

export const getSetup = route({ method: 'GET', path: '/setup', permission: 'public', tag: 'setup', summary: 'Whether the first organization is still to be created', response: Setup })
export const doSetup = route({ method: 'POST', path: '/setup', permission: 'public', tag: 'setup', summary: 'Create the organization and its first administrator, and sign in', body: SetupBody, response: Me, status: 201 })
export const signIn = route({ method: 'POST', path: '/session', permission: 'public', tag: 'session', summary: 'Sign in; sets the session cookie', body: SignInBody, response: Me, status: 201 })
export const signOut = route({ method: 'DELETE', path: '/session', permission: 'self', tag: 'session', summary: 'Sign out', response: Done })
export const getMe = route({ method: 'GET', path: '/me', permission: 'self', tag: 'session', summary: 'Who I am and what I may do', response: Me })
export const changeMe = route({ method: 'PATCH', path: '/me', permission: 'self', tag: 'session', summary: 'My name, language, theme and signature', body: MePatch, response: Me })
export const changePassword = route({ method: 'POST', path: '/me/password', permission: 'self', tag: 'session', summary: 'Change my password; ends my other sessions', body: Type.Object({ current: Type.String({ maxLength: 200 }), next: Password }, { additionalProperties: false }), response: Done })
export const listSessions = route({ method: 'GET', path: '/sessions', permission: 'self', tag: 'session', summary: 'My sessions', response: page(Session) })
export const endSession = route({ method: 'DELETE', path: '/sessions/:id', permission: 'self', tag: 'session', summary: 'End one of my sessions', params: ById, response: Done })
export const listTokens = route({ method: 'GET', path: '/tokens', permission: 'self', tag: 'session', summary: 'My API tokens', response: page(ApiToken) })
export const createToken = route({ method: 'POST', path: '/tokens', permission: 'self', tag: 'session', summary: 'Create an API token', body: NewApiToken, response: CreatedApiToken, status: 201 })
export const deleteToken = route({ method: 'DELETE', path: '/tokens/:id', permission: 'self', tag: 'session', summary: 'Revoke an API token', params: ById, response: Done })

export const getOrganization = route({ method: 'GET', path: '/organization', permission: 'self', tag: 'organization', summary: 'The organization', response: Organization })
export const changeOrganization = route({ method: 'PATCH', path: '/organization', permission: 'organization.manage', tag: 'organization', summary: 'Change the organization', body: OrganizationPatch, response: Organization })
export const listStaff = route({ method: 'GET', path: '/staff', permission: 'staff.read', tag: 'organization', summary: 'List staff', query: Type.Object(PageQuery), response: page(Staff) })
export const changeStaff = route({ method: 'PATCH', path: '/staff/:id', permission: 'staff.manage', tag: 'organization', summary: 'Change the role, or let a person in or out', params: ById, body: StaffPatch, response: Staff })
export const listInvitations = route({ method: 'GET', path: '/invitations', permission: 'staff.manage', tag: 'organization', summary: 'Open invitations', response: page(Invitation) })
export const createInvitation = route({ method: 'POST', path: '/invitations', permission: 'staff.manage', tag: 'organization', summary: 'Invite a person', body: NewInvitation, response: CreatedInvitation, status: 201 })
export const deleteInvitation = route({ method: 'DELETE', path: '/invitations/:id', permission: 'staff.manage', tag: 'organization', summary: 'Withdraw an invitation', params: ById, response: Done })
export const viewInvitation = route({ method: 'POST', path: '/invitations/view', permission: 'public', tag: 'organization', summary: 'What an invitation is for', body: Type.Object({ token: Type.String({ minLength: 10, maxLength: 200 }) }, { additionalProperties: false }), response: InvitationView, status: 200 })
export const acceptInvitation = route({ method: 'POST', path: '/invitations/accept', permission: 'public', tag: 'organization', summary: 'Accept an invitation and sign in', body: AcceptInvitation, response: Me, status: 201 })
export const listAudit = route({ method: 'GET', path: '/audit', permission: 'audit.read', tag: 'organization', summary: 'Who changed what', query: Type.Object({ ...PageQuery, action: Type.Optional(Type.String({ maxLength: 100 })) }), response: page(AuditEntry) })
export const getStatus = route({ method: 'GET', path: '/status', permission: 'self', tag: 'organization', summary: 'Whether the worker and the mail service run', response: ServiceStatus })
