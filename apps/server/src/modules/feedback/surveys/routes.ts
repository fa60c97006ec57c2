// Surveys: what is asked.
import { changeSurvey as changeRoute, checkSurvey as checkRoute, createSurvey as createRoute, getSurvey as getRoute, listSurveys as listRoute, listSurveysToAsk, listSurveyTemplates, listSurveyVersions, moveSurvey as moveRoute, previewSurvey as previewRoute, publishSurvey as publishRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import { encodeCursor } from '../../../platform/http/page.ts'
import type { Platform } from '../../../platform/platform.ts'
import { checkSurvey } from './check-survey.ts'
import { changeSurvey } from './commands/change-survey.ts'
import { createSurvey } from './commands/create-survey.ts'
import { moveSurvey } from './commands/move-survey.ts'
import { publishSurvey } from './commands/publish-survey.ts'
import { listToAsk } from './list-to-ask.ts'
import { presentSurvey, presentSurveys } from './present-survey.ts'
import { presentTemplates } from './present-template.ts'
import { previewSurvey } from './preview-survey.ts'
import { getSurveyRow, listSurveyRows, listVersionRows, readOrganization } from './queries.ts'

export function surveyRoutes(implement: Implement, { db }: Platform): void {
  const shown = async (tx: Tx, id: string) => presentSurvey(tx, await getSurveyRow(tx, id))
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, async (tx) => {
    const limit = query.limit ?? 50
    const rows = await listSurveyRows(tx, { ...query, limit, retired: query.retired === 'true' })
    const items = await presentSurveys(tx, rows.slice(0, limit))
    return { items, next: rows.length > limit ? encodeCursor([items.at(-1)!.id]) : null }
  }))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => shown(tx, params.id)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => shown(tx, await createSurvey(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeSurvey(tx, actor, params.id, body)
    return shown(tx, params.id)
  }))
  implement(publishRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await publishSurvey(tx, actor, params.id)
    return shown(tx, params.id)
  }))
  implement(moveRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await moveSurvey(tx, actor, params.id, body.state)
    return shown(tx, params.id)
  }))
  implement(listSurveyVersions, ({ actor, params }) => db.read(actor.orgId, async (tx) => {
    const { id } = await getSurveyRow(tx, params.id)
    return { items: (await listVersionRows(tx, id)).map((v) => ({ version: v.version, definition: v.definition, publishedAt: v.published_at.toISOString(), publishedBy: v.published_by })), next: null }
  }))
  implement(listSurveyTemplates, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: presentTemplates(query.language, (await readOrganization(tx)).locale), next: null })))
  implement(listSurveysToAsk, ({ actor }) => db.read(actor.orgId, async (tx) => ({ items: await listToAsk(tx), next: null })))
  implement(checkRoute, async ({ body }) => checkSurvey(body.definition))
  implement(previewRoute, ({ actor, body }) => db.read(actor.orgId, (tx) => previewSurvey(tx, body)))
}
