// Views, lists with conditions, acts on many tickets, and quick search over HTTP.
import { bulkChange, changeView as changeRoute, countViews, createView as createRoute, deleteView as deleteRoute, getView as getRoute, listTicketFields, listTickets as listTicketsRoute, listViews, quickSearch as searchRoute, undoBulk as undoRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { quickSearch } from '../../diary/index.ts'
import { changeMany } from './bulk/change-many.ts'
import { undoBulk } from './bulk/undo-bulk.ts'
import { countMyViews } from './counting/view-counts.ts'
import { describeTicketFields } from './fields/describe-fields.ts'
import { listTickets } from './list/list-tickets.ts'
import { changeView, createView, deleteView } from './views/commands/save-view.ts'
import { getView, listMyViews } from './views/list-views.ts'

export function viewRoutes(implement: Implement, { db }: Platform) {
  implement(listTicketsRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listTickets(tx, query, actor)))
  implement(listTicketFields, ({ actor }) => db.read(actor.orgId, async (tx) => ({ items: await describeTicketFields(tx), next: null })))
  implement(listViews, ({ actor }) => db.read(actor.orgId, async (tx) => ({ items: await listMyViews(tx, actor.staffId), next: null })))
  implement(countViews, async ({ actor }) => ({ items: await countMyViews(db, actor.orgId, actor.staffId) }))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getView(tx, params.id, actor.staffId)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getView(tx, await createView(tx, actor, body), actor.staffId)))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeView(tx, actor, params.id, body)
    return getView(tx, params.id, actor.staffId)
  }))
  implement(deleteRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await deleteView(tx, actor, params.id)
    return { ok: true }
  }))
  implement(bulkChange, ({ actor, body }) => db.write(actor.orgId, (tx) => changeMany(tx, actor, body)))
  implement(undoRoute, ({ actor, params }) => db.write(actor.orgId, (tx) => undoBulk(tx, actor, params.id)))
  implement(searchRoute, ({ actor, query }) => quickSearch(db, actor.orgId, query.q ?? '', { limit: query.limit ?? 8, restricted: actor.access === 'granted' }))
}
