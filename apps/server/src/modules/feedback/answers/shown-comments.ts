// Comments as far as somebody may read them: for whatever is said about a comment and must not be known without it.
import type { Tx } from '../../../platform/db/database.ts'
import { readSettings } from '../asking/index.ts'
import { answerColumns, answerJoins, type AnswerRow } from './answer-row.ts'
import { showPrivately } from './list-answers.ts'

export interface ShownComment { comment: string; anonymous: boolean; /** Of an anonymous answer the day it is shown under. */ at: Date }

/**
 * By answer; those without a comment, or whose comment the reader may not read, are missing. Who may not read feedback reads comments in the
 * diary, where the settings show them to all (`describeRatings`).
 * @param reader.restricted sees only some places
 */
export async function readShownComments(tx: Tx, ids: readonly string[], reader: { restricted: boolean; readsFeedback: boolean }): Promise<Map<string, ShownComment>> {
  if (ids.length === 0) return new Map()
  if (!reader.readsFeedback && (await readSettings(tx)).agentsSee !== 'all') return new Map()
  const rows = await tx.query<AnswerRow>(`select ${answerColumns}, '' as sort_key from answer a ${answerJoins} where a.org_id = $1 and a.id = any ($2) and a.comment is not null ${reader.readsFeedback ? '' : 'and a.interaction_id is not null'}`, [tx.orgId, ids], reader.readsFeedback ? 'shown-comments' : 'comments-in-diary')
  const shown = await showPrivately(tx, rows, reader.restricted)
  return new Map(shown.flatMap((row) => (row.comment === null ? [] : [[row.id, { comment: row.comment, anonymous: row.anonymous, at: row.at }] as const])))
}
