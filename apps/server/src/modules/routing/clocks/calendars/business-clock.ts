// Business time for whoever asks for it by a calendar's id.
import type { CalendarDefinition } from '@kontuar/calendar'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import type { ClockTime } from '../derive/types.ts'
import { elapsedTime } from '../derive/elapsed-time.ts'
import { businessTime } from './business-time.ts'

/** Of this calendar while it is in use, else of the organization's default one. Without any every hour counts. */
export async function businessClock(tx: Tx, calendarId: string | null): Promise<ClockTime> {
  const [row] = await tx.query<{ definition: CalendarDefinition }>(
    'select c.definition from calendar c where c.org_id = $1 and (c.is_default or (c.id = $2::uuid and c.retired_at is null)) order by c.is_default limit 1', [tx.orgId, calendarId !== null && isId(calendarId) ? calendarId : null], 'business-clock')
  return row === undefined ? elapsedTime : businessTime(row.definition)
}
