// At most so many answers. Counted only where somebody set a quota.
import type { Tx } from '../../../platform/db/database.ts'
import { readAnswerCounts } from '../counting/index.ts'
import type { SourceRow } from './source-rows.ts'

export async function isFull(tx: Tx, source: Pick<SourceRow, 'surveyId' | 'survey'>): Promise<boolean> {
  const { quota } = source.survey
  return quota !== null && ((await readAnswerCounts(tx, [source.surveyId])).get(source.surveyId) ?? 0) >= quota
}

/** Makes new answers of a survey with a quota come one after the other, so that it is never exceeded. */
export async function lockQuota(tx: Tx, source: Pick<SourceRow, 'surveyId' | 'survey'>): Promise<void> {
  if (source.survey.quota !== null) await tx.query(`select pg_advisory_xact_lock(hashtextextended('survey-quota ' || $1, 0))`, [source.surveyId], 'lock-survey-quota')
}
