// The list of answers as CSV: one row an answer, one column a question, as the list would answer it.
import type { Database, Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { csvLine } from '../../../platform/http/csv.ts'
import { otherKey, type Question } from '@kontuar/survey'
import { readQuestions } from '../results/index.ts'
import type { AnswerFilter } from './answer-filters.ts'
import type { AnswerRow } from './answer-row.ts'
import { wordsOf } from './in-words.ts'
import { listAnswerRows } from './list-answers.ts'

const pageSize = 200
const columns = ['id', 'survey', 'version', 'at', 'finishedAt', 'state', 'road', 'language', 'metric', 'score', 'tone', 'comment', 'customer', 'ticket', 'staff', 'team', 'queue', 'location', 'place', 'touchpoint', 'channel', 'ticketResult', 'tags', 'imported', 'invalid']

/** Chunks of CSV in UTF-8 with the mark that tells Excel so. */
export async function* exportAnswers(db: Database, filter: AnswerFilter, actor: Actor): AsyncGenerator<string> {
  const words = await db.read(actor.orgId, (tx) => readWords(tx, filter, actor.staffId))
  yield `\uFEFF${csvLine([...columns, ...words.questions.map((q) => q.title)], words.separator)}`
  let cursor: string | null = null
  do {
    const page: { rows: AnswerRow[]; next: string | null } = await db.read(actor.orgId, (tx) => listAnswerRows(tx, { ...filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) }, actor.access === 'granted'))
    yield page.rows.map((row) => csvLine(rowOf(row, words), words.separator)).join('')
    cursor = page.next
  } while (cursor !== null)
}

interface Words { separator: ',' | ';'; language: string; tags: ReadonlyMap<string, string>; questions: { surveyId: string; title: string; question: Question; fallback: string }[] }

async function readWords(tx: Tx, filter: AnswerFilter, staffId: string): Promise<Words> {
  const [[org], tags, surveys] = await Promise.all([
    tx.query<{ locale: string; language: string }>('select o.locale, coalesce((select p.locale from staff p where p.org_id = o.id and p.id = $2), o.locale) as language from org o where o.id = $1', [tx.orgId, staffId]),
    tx.query<{ id: string; name: string }>('select id, name from tag where org_id = $1', [tx.orgId]),
    // Of anonymous ones only where just this survey is asked for, as in the list.
    tx.query<{ id: string; name: string; version: number; draft: { defaultLanguage: string } }>(`select id, name, version, draft from survey where org_id = $1 and version > 0 and case when $2::text is null then not anonymous else id::text = lower($2) end order by created_at, id`, [tx.orgId, filter.surveyId ?? null]),
  ])
  const language = org!.language
  const questions: Words['questions'] = []
  for (const survey of surveys) {
    const asked = await readQuestions(tx, { ...survey, language })
    for (const question of asked.questions) questions.push({ surveyId: survey.id, title: surveys.length === 1 ? asked.text(question) : `${survey.name}: ${asked.text(question)}`, question, fallback: survey.draft.defaultLanguage })
  }
  return { separator: org!.locale === 'en' ? ',' : ';', language, tags: new Map(tags.map((t) => [t.id, t.name])), questions }
}

const rowOf = (a: AnswerRow, words: Words): unknown[] => [
  a.id, a.survey_name, a.version, a.at.toISOString(), a.finished_at?.toISOString(), a.state, a.road, a.language, a.metric, a.score, a.tone, a.comment, a.customer?.name, a.ticket?.number, a.staff?.name, a.team?.name, a.queue?.name, a.location?.name,
  a.place, a.touchpoint?.name, a.channel, a.ticket_result, a.tag_ids.map((id) => words.tags.get(id)).filter(Boolean).join(', '), a.imported, a.invalid_reason,
  ...words.questions.map(({ surveyId, question, fallback }) => (a.survey_id !== surveyId ? null : typeof a.values[question.id] === 'number' ? a.values[question.id] : wordsOf(question, a.values, words.language, fallback) ?? a.values[otherKey(question.id)])),
]
