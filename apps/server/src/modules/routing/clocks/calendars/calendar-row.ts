// Calendars as stored and as shown.
import type { CalendarDefinition } from '@kontuar/calendar'
import type { Calendar } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'

export interface CalendarRow { id: string; name: string; ready_made: string | null; definition: CalendarDefinition; version: number; is_default: boolean; retired_at: Date | null }

export const presentCalendar = (row: CalendarRow): Calendar => ({
  id: row.id, name: row.name, readyMade: row.ready_made, definition: row.definition as unknown as Calendar['definition'], version: row.version, isDefault: row.is_default, retired: row.retired_at !== null,
})

const columns = 'id, name, ready_made, definition, version, is_default, retired_at'

export const listCalendars = (tx: Tx) => tx.query<CalendarRow>(`select ${columns} from calendar where org_id = $1 order by is_default desc, retired_at is not null, lower(name), id`, [tx.orgId], 'list-calendars')

/** @throws Refusal `not-found` */
export async function getCalendar(tx: Tx, id: string, lock = false): Promise<CalendarRow> {
  const [row] = isId(id) ? await tx.query<CalendarRow>(`select ${columns} from calendar where org_id = $1 and id = $2 ${lock ? 'for update' : ''}`, [tx.orgId, id], lock ? 'lock-calendar' : 'get-calendar') : []
  if (row === undefined) throw notFound('calendar')
  return row
}
