// What a file of past answers holds: its columns, and its rows as answers of the survey.
import { setImmediate } from 'node:timers/promises'
import type { Static } from 'typebox'
import type { AnswerImport } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getSurveyToAnswer, versionToAnswer, type SurveyToAnswer } from '../answering/index.ts'
import { readHeadings, type Headed } from './formats/read-headings.ts'
import { refuseIncomplete, resolveColumns, type ImportColumn } from './rules/columns.ts'
import { foldWords } from './rules/fold-words.ts'
import { answerReader, isRefusedRow, type PastAnswer } from './rules/read-answers.ts'
import { orderOf, type ColumnOrder, type DayOrder } from './rules/read-time.ts'
import type { RefusedLine } from './rules/refused-lines.ts'
import { readGivenText } from './table/given-text.ts'
import { readTable } from './table/read-table.ts'

/** One request takes them all: under a minute, measured on two cores that had much else to do. */
const mostAnswers = 20_000

export interface ReadImport {
  survey: SurveyToAnswer
  version: number
  definition: SurveyDefinition
  headed: Headed
  columns: ImportColumn[]
  /** By place, as in the mapping. */
  said: (string | null)[]
  /** Of the column of times; null: there is none. */
  dates: ColumnOrder | null
  /** What `readImported` is to go by; null: nobody has said, and the file does not. */
  order: DayOrder | null
}

type Given = Static<typeof AnswerImport>

/** @throws Refusal */
export async function readImport(platform: Platform, actor: Actor, surveyId: string, given: Given): Promise<ReadImport> {
  const { db } = platform
  const survey = await db.read(actor.orgId, (tx) => getSurveyToAnswer(tx, surveyId))
  const { version, definition } = await versionToAnswer(db, actor.orgId, survey, undefined)
  const headed = readHeadings(await readTable(await readGivenText(platform, actor, given), mostAnswers))
  if (headed.rows.length > mostAnswers) throw new Refusal('too-large', `The file has more than ${mostAnswers.toLocaleString('en')} answers: split it and send the parts one after the other.`, { csv: 'has too many rows' })
  const { columns, said } = resolveColumns(headed.headings, definition, given.mapping)
  const place = columns.find((c) => 'known' in c.target && c.target.known === 'at')?.place
  const dates = place === undefined ? null : orderOf(headed.rows.map((row) => row.cells[place] ?? ''))
  const order = given.dates ?? (dates === 'day-first' || dates === 'month-first' ? dates : null)
  return { survey, version, definition, headed, columns, said, dates, order }
}

/** @throws Refusal where nobody can tell days from months, or no column holds what is needed */
export function refuseUnreadable({ columns, dates, order }: ReadImport, given: Given): void {
  refuseIncomplete(columns)
  if (order !== null || dates === 'plain') return
  const fields = { dates: dates === 'mixed' ? 'are mixed' : 'are ambiguous' }
  if (dates === 'mixed' && given.dates === undefined) throw new Refusal('invalid-input', 'Some dates of the file have their day first and some their month: write them all in one way, or say which to take and let the others be refused.', fields)
  throw new Refusal('invalid-input', 'Every date of the file could have its day or its month first: say which ("dates": "day-first" or "month-first").', fields)
}

/** All rows, in their order. */
export async function readImported({ db }: Platform, actor: Actor, read: ReadImport): Promise<{ answers: PastAnswer[]; refused: RefusedLine[] }> {
  const places = await db.read(actor.orgId, (tx) => tx.query<{ id: string; name: string }>('select id, name from location where org_id = $1', [tx.orgId], 'locations-of-import'))
  const locations = new Map<string, string | null>()
  for (const { id, name } of places) locations.set(foldWords(name), locations.has(foldWords(name)) ? null : id)
  const reader = answerReader({ definition: read.definition, columns: read.columns, order: read.order, timeZone: read.survey.timeZone, locations, now: new Date() })
  const [answers, refused]: [PastAnswer[], RefusedLine[]] = [[], []]
  for (const [n, row] of read.headed.rows.entries()) {
    const one = reader(row)
    if (isRefusedRow(one)) refused.push(one)
    else answers.push(one)
    if (n % 1000 === 999) await setImmediate()
  }
  return { answers, refused }
}
