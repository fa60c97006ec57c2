// The stored answer, read to go on with it.
import type { Values } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'

export interface StoredAnswer {
  id: string
  version: number
  language: string
  values: Values
  state: 'partial' | 'finished'
  last_question: string | null
  interaction_id: string | null
  comment: string | null
  at: Date
  invalid: boolean
}

const columns = `id, version, language, values, state, last_question, interaction_id, comment, at, invalid_at is not null as invalid`

/** Of this submission; locked until the end of the transaction when `lock` says so. */
export async function findAnswer(tx: Tx, surveyId: string, by: { invitationId: string } | { key: string }, lock: boolean): Promise<StoredAnswer | null> {
  const end = lock ? ' for update' : ''
  const [row] = 'invitationId' in by
    ? await tx.query<StoredAnswer>(`select ${columns} from answer where org_id = $1 and invitation_id = $2${end}`, [tx.orgId, by.invitationId], `answer-of-invitation${end}`)
    : await tx.query<StoredAnswer>(`select ${columns} from answer where org_id = $1 and survey_id = $2 and key = $3${end}`, [tx.orgId, surveyId, by.key], `answer-by-key${end}`)
  return row ?? null
}
