// The diary over HTTP. What is written to customers is composed and sent by module channels; the list of tickets is served by
// module routing, which knows the views.
import { changeTicket as changeTicketRoute, mergeTicket as mergeRoute, recordInteraction as recordInteractionRoute, undoMerge as undoMergeRoute, countTickets as countRoute, getInteraction as getInteractionRoute, getInteractionDocument, getTicket as getTicketRoute, listInteractions as listInteractionsRoute, listTicketInteractions } from '@kontuar/contracts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { changeTicket } from './commands/change-ticket.ts'
import { recordInteraction } from './recording/record-interaction.ts'
import { mergeTicket } from './merge/merge-ticket.ts'
import { undoMerge } from './merge/undo-merge.ts'
import { mailDocument } from './mail-document.ts'
import { countTickets } from './queries/count-tickets.ts'
import { getTicket } from './queries/get-ticket.ts'
import { getInteraction, listInteractions } from './queries/list-interactions.ts'

const seesRatings = (actor: Actor) => actor.permissions.has('feedback.read')

export function diaryRoutes(implement: Implement, { db }: Platform) {
  implement(countRoute, ({ actor }) => db.read(actor.orgId, (tx) => countTickets(tx, actor.staffId)))
  implement(getTicketRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getTicket(tx, params.id)))
  implement(changeTicketRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeTicket(tx, actor, params.id, body)
    return getTicket(tx, params.id)
  }))
  implement(mergeRoute, ({ actor, params, body }) => db.write(actor.orgId, (tx) => mergeTicket(tx, actor, params.id, body.intoId)))
  implement(undoMergeRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await undoMerge(tx, actor, params.id)
    return { ok: true }
  }))
  implement(listTicketInteractions, ({ actor, params, query }) => db.read(actor.orgId, async (tx) => {
    const ticket = getTicket(tx, params.id)
    const [, page] = await Promise.all([ticket, listInteractions(tx, { ...query, ticketId: params.id }, { seesRatings: seesRatings(actor), defaultSort: 'at' })])
    return page
  }))
  implement(recordInteractionRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getInteraction(tx, await recordInteraction(tx, actor, body))))
  implement(listInteractionsRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listInteractions(tx, query, { seesRatings: seesRatings(actor) })))
  implement(getInteractionRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getInteraction(tx, params.id, seesRatings(actor))))
  implement(getInteractionDocument, async ({ actor, params, query, reply }) => {
    const interaction = await db.read(actor.orgId, (tx) => getInteraction(tx, params.id, seesRatings(actor)))
    const { html, contentSecurityPolicy } = mailDocument(interaction, { remoteImages: query.images === 'remote', dark: query.theme === 'dark' })
    return reply.header('content-security-policy', contentSecurityPolicy).type('text/html; charset=utf-8').send(html)
  })
}
