// Results of a survey.
import { getSolvedAgainstSaid, getSurveyBreakdown, getSurveyResults, getSurveyTrend } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getBreakdown } from './get-breakdown.ts'
import { getResults } from './get-results.ts'
import { getTrend } from './get-trend.ts'
import { getSurveyToRead, scopeOf, type Scope, type SurveyToRead } from './scope.ts'
import { solvedAgainstSaid } from './solved-against-said.ts'

export function resultRoutes(implement: Implement, { db }: Platform) {
  const read = <T>(actor: Actor, id: string, query: Parameters<typeof scopeOf>[1], work: (tx: Tx, survey: SurveyToRead, scope: Scope) => Promise<T>) => db.read(actor.orgId, async (tx) => {
    const survey = await getSurveyToRead(tx, id, actor.staffId)
    return work(tx, survey, scopeOf(survey.id, query, actor.access === 'granted'))
  })
  implement(getSurveyResults, ({ actor, params, query }) => read(actor, params.id, query, getResults))
  implement(getSurveyBreakdown, ({ actor, params, query }) => read(actor, params.id, query, (tx, survey, scope) => getBreakdown(tx, survey, query.by ?? 'location', scope)))
  implement(getSurveyTrend, ({ actor, params, query }) => read(actor, params.id, query, (tx, survey, scope) => getTrend(tx, survey, query.step, scope)))
  implement(getSolvedAgainstSaid, ({ actor, params, query }) => read(actor, params.id, query, solvedAgainstSaid))
}
