import type { SurveyAnswerInFull } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { languageOf } from '../../identity/index.ts'
import { getVersionDefinition } from '../surveys/index.ts'
import { answerColumns, answerJoins, presentAnswer, type AnswerRow } from './answer-row.ts'
import { inWords } from './in-words.ts'
import { showPrivately } from './list-answers.ts'

export type AnswerInFull = Static<typeof SurveyAnswerInFull>

/** With its questions as the version seen asked them, in the language of whoever reads. @throws Refusal `not-found` */
export async function getAnswer(tx: Tx, id: string, reader: { staffId: string; restricted: boolean }): Promise<AnswerInFull> {
  const row = await getAnswerRow(tx, id, reader.restricted)
  const [definition, language] = await Promise.all([
    getVersionDefinition(tx, row.survey_id, row.version),
    languageOf(tx, reader.staffId),
  ])
  return { ...presentAnswer(row), questions: inWords(definition, row.values, language) }
}

/** As it may be shown. @throws Refusal `not-found` */
export async function getAnswerRow(tx: Tx, id: string, restricted: boolean): Promise<AnswerRow> {
  const [row] = isId(id) ? await tx.query<AnswerRow>(`select ${answerColumns}, '' as sort_key from answer a ${answerJoins} where a.org_id = $1 and a.id = $2`, [tx.orgId, id], 'get-answer') : []
  if (row === undefined) throw notFound('answer')
  return (await showPrivately(tx, [row], restricted))[0]!
}
