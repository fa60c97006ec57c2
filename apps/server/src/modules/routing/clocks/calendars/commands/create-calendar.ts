import type { Static } from 'typebox'
import type { NewCalendar } from '@kontuar/contracts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { Actor } from '../../../../../platform/http/actor.ts'
import { newId } from '../../../../../platform/id.ts'
import { audit, checkName } from '../../../../identity/index.ts'
import { getCalendar, type CalendarRow } from '../calendar-row.ts'
import { checkDefinition } from '../check-definition.ts'
import { makeDefault } from './make-default.ts'

export async function createCalendar(tx: Tx, actor: Actor, given: Static<typeof NewCalendar>): Promise<CalendarRow> {
  const definition = JSON.stringify(checkDefinition(given.definition))
  const name = await checkName(tx, 'calendar', given.name)
  const id = newId()
  await tx.query('insert into calendar (org_id, id, name, definition) values ($1, $2, $3, $4)', [tx.orgId, id, name, definition], 'create-calendar')
  await tx.query(`insert into calendar_version (org_id, calendar_id, version, definition, valid_from, changed_by) values ($1, $2, 1, $3, '-infinity', $4)`, [tx.orgId, id, definition, actor.staffId], 'first-calendar-version')
  if (given.isDefault) await makeDefault(tx, id)
  await audit(tx, actor, 'calendar.created', { kind: 'calendar', id }, { name })
  tx.publish({ name: 'routing.calendarChanged', ids: { calendarId: id } })
  return getCalendar(tx, id)
}
