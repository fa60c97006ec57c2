import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { changeLink } from './change-link.ts'
import { createLinks } from './create-links.ts'
import { getLinkRow, getLinkRows, presentLink } from './link-row.ts'
import { listLinks } from './list-links.ts'

export function linkRoutes(implement: Implement, { db, publicUrl }: Platform) {
  implement(contract.listSurveyLinks, ({ actor, query }) => db.read(actor.orgId, (tx) => listLinks(tx, publicUrl(), query)))
  implement(contract.getSurveyLink, ({ actor, params }) => db.read(actor.orgId, async (tx) => presentLink(await getLinkRow(tx, params.id), publicUrl())))
  implement(contract.createSurveyLink, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    const ids = await createLinks(tx, actor, body)
    return { items: (await getLinkRows(tx, ids)).map((row) => presentLink(row, publicUrl())) }
  }))
  implement(contract.changeSurveyLink, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeLink(tx, actor, params.id, body)
    return presentLink(await getLinkRow(tx, params.id), publicUrl())
  }))
}
