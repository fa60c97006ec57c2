// Dashboards over HTTP.
import { changeDashboard as changeRoute, createDashboard as createRoute, deleteDashboard as deleteRoute, exportTile as exportRoute, getDashboard as getRoute, listDashboards as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeDashboard, createDashboard, deleteDashboard } from './commands/save-dashboard.ts'
import { exportTile } from './export-tile.ts'
import { getDashboard, listDashboards } from './list-dashboards.ts'
import { readerOf } from './reader.ts'

export function dashboardRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, ({ actor }) => db.read(actor.orgId, async (tx) => ({ items: await listDashboards(tx, await readerOf(tx, actor)), next: null })))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, async (tx) => getDashboard(tx, await readerOf(tx, actor), params.id)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    const reader = await readerOf(tx, actor)
    return getDashboard(tx, reader, await createDashboard(tx, reader, body))
  }))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    const reader = await readerOf(tx, actor)
    await changeDashboard(tx, reader, params.id, body)
    return getDashboard(tx, reader, params.id)
  }))
  implement(deleteRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await deleteDashboard(tx, await readerOf(tx, actor), params.id)
    return { ok: true }
  }))
  implement(exportRoute, async ({ actor, params, query, reply }) => {
    const { content, type, name } = await db.report(actor.orgId, async (tx) => exportTile(tx, actor, await readerOf(tx, actor), params.id, params.tile, query))
    return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content)
  })
}
