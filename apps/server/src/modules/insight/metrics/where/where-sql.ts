// Conditions over numbers, asked of rows that are no facts but have their dimensions: tickets and answers a report lists beside its figures.
import { toSql, type Bind } from '@kontuar/conditions'
import type { Conditions } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { factFields, readFieldWords } from './fields.ts'
import { takeWhere } from './take-where.ts'

/**
 * SQL over an alias `f` with the columns of a fact: at, channel, queue_id, reason_id, location_id, team_id, staff_id, survey_id, touchpoint_id,
 * language, newcomer, segments, measures. @throws Refusal `invalid-input`
 */
export async function whereSql(tx: Tx, where: Conditions | null, zone: string, bind: Bind, now = new Date()): Promise<string> {
  if (where === null) return 'true'
  const fields = factFields(await readFieldWords(tx, zone), [])
  const group = takeWhere(where, fields)
  return group === null ? 'true' : `(${toSql(group, fields, { bind, context: { now, timeZone: zone, me: null } })}) is true`
}
