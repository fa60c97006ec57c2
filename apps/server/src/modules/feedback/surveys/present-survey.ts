import type { Survey } from '@kontuar/contracts'
import { checkDefinition, measureSurvey, metricOf, primaryQuestion } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { readAnswerCounts } from '../counting/index.ts'
import type { SurveyRow } from './queries.ts'

export async function presentSurveys(tx: Tx, rows: readonly SurveyRow[]): Promise<Survey[]> {
  const answers = await readAnswerCounts(tx, rows.map((r) => r.id))
  return rows.map((row) => present(row, answers.get(row.id) ?? 0))
}

export async function presentSurvey(tx: Tx, row: SurveyRow): Promise<Survey> {
  const [survey] = await presentSurveys(tx, [row])
  return survey!
}

function present(row: SurveyRow, answers: number): Survey {
  const { draft } = row
  const primary = primaryQuestion(draft)
  return {
    id: row.id, name: row.name, anonymous: row.anonymous, startsAt: row.starts_at?.toISOString() ?? null, endsAt: row.ends_at?.toISOString() ?? null, quota: row.quota, mailboxId: row.mailbox_id,
    template: row.template, state: row.state, version: row.version, draft, changed: row.changed,
    metric: primary && metricOf(primary), questions: draft.questions.length, languages: draft.languages,
    answers, lastAnswerAt: lastAnswer(row), problems: checkDefinition(draft), measure: measureSurvey(draft, draft.defaultLanguage),
    retired: row.retired, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  }
}

/** Of an anonymous survey the hour would say who it was. It is stored as a day; this holds for answers from before, too. */
function lastAnswer({ anonymous, last_answer_at: at }: SurveyRow): string | null {
  return at === null ? null : anonymous ? `${at.toISOString().slice(0, 10)}T00:00:00.000Z` : at.toISOString()
}
