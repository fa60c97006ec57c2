// The filters of the list of answers, by field; they mean what the numbers mean, so that every n opens just as many rows.
import type { AnswerQuery } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId } from '../../../platform/id.ts'
import { toPrefixQuery } from '../../diary/index.ts'
import { daysOfQuery, privateScope, scopeOf, type Scope } from '../results/index.ts'

export type AnswerFilter = Omit<Static<typeof AnswerQuery>, 'limit' | 'cursor' | 'sort'>
export type Bind = (value: unknown) => string
/** `unaided`: no index knows the filter, so a list may have to read far to fill a page. */
export interface AnswerFilters { where: string[]; unaided: boolean }

const mostFound = 1000
const aided = new Set(['location_id', 'staff_id', 'touchpoint_id', 'customer_id', 'ticket_id'])

/** Conditions over `answer a`, the organization's first; null when nothing can match, or nothing may be shown. */
export async function answerFilters(tx: Tx, given: AnswerFilter, restricted: boolean, bind: Bind): Promise<AnswerFilters | null> {
  const where = [`a.org_id = ${bind(tx.orgId)}`]
  let unaided = false
  const add = (condition: string) => { where.push(condition) }
  const far = (condition: string) => { add(condition); unaided = true }

  let { from, until } = daysOfQuery(given)
  const scope = await anonymousScope(tx, given, restricted)
  if (scope === 'nothing') return null
  if (scope !== null) ({ from, until } = scope)
  // An anonymous answer is met only where its survey is asked for, since five of them are counted there.
  if (given.surveyId === undefined) add(`a.survey_id <> all (array(select id from survey where org_id = $1 and anonymous))`)
  else {
    if (!isId(given.surveyId)) return null
    add(`a.survey_id = ${bind(given.surveyId)}`)
  }
  for (const [field, column] of [['customerId', 'customer_id'], ['ticketId', 'ticket_id'], ['locationId', 'location_id'], ['teamId', 'team_id'], ['staffId', 'staff_id'], ['queueId', 'queue_id'], ['touchpointId', 'touchpoint_id']] as const) {
    const id = given[field]
    if (id === undefined) continue
    if (id === 'none') far(`a.${column} is null`)
    else if (!isId(id)) return null
    else (aided.has(column) ? add : far)(`a.${column} = ${bind(id)}`)
  }
  for (const field of ['channel', 'road', 'language', 'state', 'tone'] as const) {
    const value = given[field]
    if (value === 'none') far(`a.${field} is null`)
    else if (value !== undefined) (field === 'tone' ? add : far)(`a.${field} = ${bind(storable(value))}`)
  }
  const midnight = (day: string, plus = '') => `((${bind(day)}::date${plus})::timestamp at time zone (select time_zone from org where id = $1))`
  if (from !== null) add(`a.at >= ${midnight(from)}`)
  if (until !== null) add(`a.at < ${midnight(until, ' + 1')}`)
  if (given.tagId !== undefined) {
    if (!isId(given.tagId)) return null
    far(`a.tag_ids <> '{}' and a.tag_ids @> array[${bind(given.tagId)}]::uuid[]`)
  }
  if (given.commented !== undefined) add(`a.comment is ${given.commented === 'true' ? 'not ' : ''}null`)
  if (given.q !== undefined) {
    const words = toPrefixQuery(given.q)
    if (words === null) return null
    add(`a.comment is not null and a.id = any (array(select answer_id from search_answer_words(${bind(words)}, ${mostFound})))`)
  }
  if (given.question !== undefined) far(said(bind, storable(given.question), given.value === undefined ? undefined : storable(given.value)))
  // "Solved" is what we had recorded of its ticket by then; every other result is "not solved", and none is "unknown".
  if (given.solved === 'solved') add(`a.ticket_result = 'solved'`)
  else if (given.solved === 'not-solved') add(`a.ticket_result is not null and a.ticket_result <> 'solved'`)
  else if (given.solved === 'unknown') far(`a.ticket_id is not null and a.ticket_result is null`)
  add(`a.invalid_at is ${given.invalid === 'true' ? 'not ' : ''}null`)
  return { where, unaided }
}

/** Null: the survey asked for is not anonymous, or none is asked for. */
async function anonymousScope(tx: Tx, given: AnswerFilter, restricted: boolean): Promise<Scope | null | 'nothing'> {
  if (given.surveyId === undefined || !isId(given.surveyId)) return null
  const [survey] = await tx.query<{ anonymous: boolean }>('select anonymous from survey where org_id = $1 and id = $2', [tx.orgId, given.surveyId], 'is-anonymous')
  if (survey?.anonymous !== true) return null
  const { scope, hidden } = await privateScope(tx, true, scopeOf(given.surveyId, given, restricted))
  return hidden ? 'nothing' : scope
}

/** As it is counted (packages/survey, countedOf). */
function said(bind: Bind, question: string, value: string | undefined): string {
  const given = `a.values->(${bind(question)}::text)`
  if (value === undefined || value === '~text' || value === '~file') return `${given} is not null`
  const [row, column] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
  const whole = bind(value)
  return `case jsonb_typeof(${given}) when 'array' then ${given} ? ${whole}::text when 'object' then ${given}->>(${bind(row)}::text) = ${bind(column)}::text else ${given} #>> '{}' = ${whole}::text end`
}
