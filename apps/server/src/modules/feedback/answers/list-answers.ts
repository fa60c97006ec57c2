// Lists of answers by keyset, newest first unless asked otherwise.
import type { AnswerQuery, SurveyAnswer } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { askPatiently } from '../../diary/index.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { answerColumns, answerJoins, presentAnswer, type AnswerRow } from './answer-row.ts'
import { answerFilters } from './answer-filters.ts'
import { readShownDays, withoutWhoAndWhen } from './private-answers.ts'

export type AnswersQuery = Static<typeof AnswerQuery>

/** @param restricted the asker sees only some places */
export async function listAnswers(tx: Tx, query: AnswersQuery, restricted: boolean): Promise<{ items: SurveyAnswer[]; next: string | null }> {
  const { rows, next } = await listAnswerRows(tx, query, restricted)
  return { items: rows.map(presentAnswer), next }
}

export async function listAnswerRows(tx: Tx, query: AnswersQuery, restricted: boolean): Promise<{ rows: AnswerRow[]; next: string | null }> {
  const statement = await answerListStatement(tx, query, restricted)
  if (statement === null) return { rows: [], next: null }
  const ask = () => tx.query<AnswerRow>(statement.text, statement.values, statement.name)
  const found = await (statement.unaided ? patiently(tx, ask) : ask())
  // The cursor is of the rows as they are stored.
  const { items, next } = toPage(found, query.limit ?? 50, (row) => row, (row) => [row.sort_key, row.id])
  return { rows: await showPrivately(tx, items, restricted), next }
}

/** Rows of anonymous surveys without who and when. */
export async function showPrivately(tx: Tx, rows: readonly AnswerRow[], restricted: boolean): Promise<AnswerRow[]> {
  const anonymous = new Set(rows.filter((r) => r.anonymous).map((r) => r.survey_id))
  if (anonymous.size === 0) return [...rows]
  const zone = await timeZoneOf(tx)
  const shownDays = new Map<string, (day: string) => string | null>()
  for (const surveyId of anonymous) shownDays.set(surveyId, await readShownDays(tx, { surveyId, restricted }))
  return rows.map((row) => {
    if (!row.anonymous) return row
    const day = shownDays.get(row.survey_id)!(Temporal.Instant.fromEpochMilliseconds(row.at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString())
    return withoutWhoAndWhen(row, day === null ? null : new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds))
  })
}

export async function patiently<T>(tx: Tx, ask: () => Promise<T>): Promise<T> {
  try {
    return await askPatiently(tx, ask)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('cannot-do', 'This question reads too many answers to be answered at once: add a survey, a location, a person or a time.')
    throw error
  }
}

/** The statement of one page; null when the filter can match nothing. */
export async function answerListStatement(tx: Tx, query: AnswersQuery, restricted: boolean): Promise<{ text: string; values: unknown[]; name: string | undefined; unaided: boolean } | null> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const filters = await answerFilters(tx, query, restricted, bind)
  if (filters === null) return null
  const { where, unaided } = filters
  const direction = query.sort === 'at' ? 'asc' : 'desc'
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d{1,18}$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(a.at, a.id) ${direction === 'desc' ? '<' : '>'} (timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond', ${bind(id)}::uuid)`)
  }
  // The page is cut before the joins, so that they run for its rows alone.
  const text = `select ${answerColumns}, a.sort_key from (
      select a.*, (extract(epoch from a.at) * 1000000)::bigint::text as sort_key from answer a where ${where.join(' and ')} order by a.at ${direction}, a.id ${direction} limit ${bind((query.limit ?? 50) + 1)}
    ) a ${answerJoins} order by a.at ${direction}, a.id ${direction}`
  return { text, values, name: shapeName('list-answers', text), unaided }
}
