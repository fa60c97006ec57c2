// Single answers of an anonymous survey: nothing beside them says who or when, and what was said is shown only among at least five.
import type { Tx } from '../../../platform/db/database.ts'
import { blocksOf, daysOf, readSums, type Scope } from '../results/index.ts'
import type { AnswerRow } from './answer-row.ts'

/** By day, the last day of its block of at least five answers; null where there are not five yet. */
export async function readShownDays(tx: Tx, scope: Pick<Scope, 'surveyId' | 'restricted'>): Promise<(day: string) => string | null> {
  const blocks = blocksOf(daysOf(await readSums(tx, { ...scope, where: [], from: null, until: null }, ['~'], 'day')))
  return (day) => blocks.find((b) => b.from <= day && day <= b.until)?.until ?? null
}

/** @param shownDay null: too few to show what was said */
export function withoutWhoAndWhen(row: AnswerRow, shownDay: Date | null): AnswerRow {
  const bare: AnswerRow = { ...row, customer: null, ticket: null, interaction_id: null, source_interaction_id: null, staff: null, team: null, queue: null, location: null, touchpoint: null, kiosk: null, reason_id: null, channel: null, ticket_result: null, place: '' }
  if (shownDay !== null && row.invalid_at === null) return { ...bare, at: shownDay, finished_at: row.finished_at === null ? null : shownDay }
  return { ...bare, finished_at: null, metric: null, score: null, scale_min: null, scale_max: null, tone: null, comment: null, values: {} }
}
