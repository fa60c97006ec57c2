import * as routes from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { ago, me, organization, staff } from './people.ts'

export function answerIdentity(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const mine = me(scenario)
  const house = organization(scenario)
  const current = () => ({ ...mine, organization: house })
  on(routes.getSetup, () => ({ needed: scenario.setupNeeded }))
  on(routes.doSetup, ({ body }) => {
    scenario.signedIn = true
    scenario.setupNeeded = false
    Object.assign(house, { name: body.organizationName, locale: body.locale, timeZone: body.timeZone })
    Object.assign(mine.staff, { name: body.name, email: body.email, locale: body.locale })
    return current()
  })
  on(routes.signIn, ({ body }) => {
    if (body.password === 'wrong-password') throw new Refusal('wrong-credentials', 'Wrong e-mail or password.')
    scenario.signedIn = true
    return current()
  })
  on(routes.signOut, () => {
    scenario.signedIn = false
    return { ok: true as const }
  })
  on(routes.getMe, current)
  on(routes.changeMe, ({ body }) => {
    if (body.phone && !/^[+\d ()-]{9,20}$/.test(body.phone)) throw new Refusal('invalid-input', 'That is no phone number: write it with its country, as +48 600 700 800, or leave it empty.', { phone: 'is no phone number' })
    Object.assign(mine.staff, body)
    return current()
  })
  on(routes.changePassword, ({ body }) => {
    if (body.current === 'wrong-password') throw new Refusal('wrong-credentials', 'The current password is wrong.')
    return { ok: true as const }
  })
  const sessions = [
    { id: 'a', current: true, createdAt: ago(300), lastSeenAt: ago(0), expiresAt: ago(-60 * 24 * 30), ipAddress: '10.0.0.12', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36' },
    { id: 'b', current: false, createdAt: ago(60 * 24 * 3), lastSeenAt: ago(190), expiresAt: ago(-60 * 24 * 27), ipAddress: '89.64.12.7', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1' },
  ]
  on(routes.listSessions, () => ({ items: sessions, next: null }))
  on(routes.endSession, ({ params }) => {
    sessions.splice(sessions.findIndex(({ id }) => id === params.id), 1)
    return { ok: true as const }
  })
  const tokens = scenario.empty ? [] : [
    { id: 't1', name: 'Kasa – eksport nocny', scopes: ['ticket.read', 'customer.read'] as routes.Permission[], createdAt: ago(60 * 24 * 40), lastUsedAt: ago(60 * 9), expiresAt: ago(-60 * 24 * 50) },
    { id: 't2', name: 'Formularz na stronie', scopes: ['ticket.answer'] as routes.Permission[], createdAt: ago(60 * 24 * 4), lastUsedAt: null, expiresAt: null },
  ]
  on(routes.listTokens, () => ({ items: tokens, next: null }))
  on(routes.createToken, ({ body }) => {
    const made = { id: `t${tokens.length + 1}`, name: body.name, scopes: body.scopes ?? ([...routes.permissions] as routes.Permission[]), createdAt: ago(0), lastUsedAt: null, expiresAt: body.expiresAt ?? null }
    tokens.unshift(made as never)
    return { ...made, token: 'kt_9f2c7d41b8e64a03a5d1c6f0e7b29384_XQ4mZ7' }
  })
  on(routes.deleteToken, ({ params }) => {
    tokens.splice(tokens.findIndex(({ id }) => id === params.id), 1)
    return { ok: true as const }
  })
  on(routes.getOrganization, () => house)
  on(routes.changeOrganization, ({ body }) => Object.assign(house, body))
  const people = structuredClone(staff)
  on(routes.listStaff, () => ({ items: scenario.empty ? people.slice(0, 1) : people, next: null }))
  on(routes.changeStaff, ({ params, body }) => {
    if (params.id === 's1') throw new Refusal('cannot-do', 'The last administrator cannot be changed.')
    return Object.assign(people.find(({ id }) => id === params.id)!, body)
  })
  const invitations = scenario.empty ? [] : [{ id: 'i1', email: 'piotr@mietowa.example', role: 'agent' as const, invitedBy: 'Anna Wiśniewska', createdAt: ago(60 * 20), expiresAt: ago(-60 * 24 * 6), acceptedAt: null }]
  on(routes.listInvitations, () => ({ items: invitations, next: null }))
  on(routes.createInvitation, ({ body }) => {
    const made = { id: `i${invitations.length + 2}`, ...body, invitedBy: 'Anna Wiśniewska', createdAt: ago(0), expiresAt: ago(-60 * 24 * 7), acceptedAt: null }
    invitations.unshift(made as never)
    return { ...made, link: 'https://kontuar.mietowa.example/invitation#4b1f0c9d7a6e4f2b8c3d5e6f7a8b9c0d' }
  })
  on(routes.deleteInvitation, ({ params }) => {
    invitations.splice(invitations.findIndex(({ id }) => id === params.id), 1)
    return { ok: true as const }
  })
  on(routes.viewInvitation, ({ body }) => {
    if (body.token.startsWith('expired')) throw new Refusal('not-found', 'This invitation does not exist any more.')
    return { organizationName: house.name, email: 'piotr@mietowa.example', role: 'agent' as const, existingUser: body.token.startsWith('existing') }
  })
  on(routes.acceptInvitation, () => {
    scenario.signedIn = true
    return current()
  })
  const actions = ['session.opened', 'mailbox.changed', 'invitation.created', 'organization.changed', 'token.created', 'staff.roleChanged', 'mailbox.created', 'session.ended', 'status.changed', 'reason.merged', 'tag.retired', 'staff.accessChanged', 'field.broughtBack', 'team.created']
  on(routes.listAudit, ({ query }) => {
    const from = Number(query.cursor ?? 0)
    const items = Array.from({ length: 40 }, (_, index) => {
      const n = from + index
      const who = n % 7 === 6 ? null : staff[n % 3]!
      return { id: `e${n}`, at: ago(n * 47 + 3), actorId: who?.id ?? null, actorName: who?.name ?? null, action: actions[n % actions.length]!, subjectKind: 'mailbox', subjectId: `m${n % 3}`, detail: n % 2 ? { name: 'Biuro', fields: ['smtp', 'signatureHtml'] } : {}, ipAddress: n % 7 === 6 ? null : `10.0.0.${n % 20}` }
    })
    return { items: scenario.empty ? [] : items, next: from < 120 && !scenario.empty ? String(from + 40) : null }
  })
  on(routes.getStatus, () => ({ worker: scenario.worker, mail: 'ok' as const, waitingMails: 0, version: '0.1.0', smtpIntake: { host: 'kontuar.mietowa.example', port: 2525 } }))
}
