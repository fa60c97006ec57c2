import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { createSurveyList } from './create-list.ts'
import { getSurveyList, listSurveyLists } from './list-row.ts'
import { stopSurveyList } from './stop-list.ts'

export function listRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  implement(contract.listSurveyLists, ({ actor, query }) => db.read(actor.orgId, (tx) => listSurveyLists(tx, query)))
  implement(contract.createSurveyList, async ({ actor, body }) => {
    const id = await createSurveyList(platform, actor, body)
    return db.read(actor.orgId, (tx) => getSurveyList(tx, id))
  })
  implement(contract.stopSurveyList, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await stopSurveyList(tx, actor, params.id)
    return getSurveyList(tx, params.id)
  }))
}
