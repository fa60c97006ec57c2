import * as contract from '@kontuar/contracts'
import type { Actor } from '../../../../platform/http/actor.ts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { audit } from '../../../identity/index.ts'
import { cancelInvitation } from './cancel-invitation.ts'
import { createInvitation, type InvitationWish } from './create-invitation.ts'
import { getSurveyInvitation, listSurveyInvitations } from './list-invitations.ts'

export function invitationRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  const ask = (actor: Actor, wish: InvitationWish) => db.write(actor.orgId, async (tx) => {
    const { id, token } = await createInvitation(tx, actor.kind === 'session' ? 'hand' : 'api', wish)
    const made = await getSurveyInvitation(tx, id)
    await audit(tx, actor, 'survey-invitation.created', { kind: 'survey-invitation', id }, { surveyId: made.surveyId, state: made.state, reason: made.reason, road: made.road })
    return { ...made, url: token === null ? null : `${platform.publicUrl()}/s/${token}` }
  })
  implement(contract.listSurveyInvitations, ({ actor, query }) => db.read(actor.orgId, (tx) => listSurveyInvitations(tx, query)))
  implement(contract.createSurveyInvitation, ({ actor, body }) => ask(actor, body))
  implement(contract.inviteFromTicket, ({ actor, params, body }) => ask(actor, { ...body, ticketId: params.id }))
  implement(contract.cancelSurveyInvitation, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await cancelInvitation(tx, actor, params.id)
    return getSurveyInvitation(tx, params.id)
  }))
}
