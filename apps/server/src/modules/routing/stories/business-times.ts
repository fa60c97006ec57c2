// By which calendar time counts in a queue at an instant: that of the queue then, else the organization's default one of then, each in the
// version of then. A queue where there was neither counts time as it passes.
import type { HolidayLanguage } from '@kontuar/calendar'
import type { Tx } from '../../../platform/db/database.ts'
import { businessTime } from '../clocks/calendars/business-time.ts'
import { elapsedTime } from '../clocks/derive/elapsed-time.ts'
import type { Category, ClockTime } from '../clocks/derive/types.ts'
import { msOf } from '../clocks/keep/read-histories.ts'

export interface BusinessTimes { timeIn(queueId: string | null, at: number): ClockTime }

/** `since` and `until` are epoch milliseconds; null: always, still. */
interface Link { from: string; to: string; since: number | null; until: number | null }
export interface CalendarsOverTime {
  now: number
  statuses: { key: string; category: Category }[]
  /** Queues that are the ready-made one of complaints. */
  complaint_queues: string[]
  calendars: { id: string; definition: unknown; since: number | null }[]
  queue_calendars: Link[]
  default_calendars: Link[]
}

const finite = (column: string) => `case when ${column} > '-infinity' then ${msOf(column)} end`
const links = (kind: string) => `(select coalesce(json_agg(json_build_object('from', l.from_id, 'to', l.to_id, 'since', ${finite('l.since')}, 'until', ${msOf('l.until')}) order by l.since), '[]') from past_link l where l.org_id = $1 and l.kind = '${kind}')`
const readGround = `select ${msOf('clock_timestamp()')} as now,
  (select coalesce(json_agg(json_build_object('key', s.key, 'category', s.category)), '[]') from ticket_status s where s.org_id = $1) as statuses,
  (select coalesce(json_agg(q.id), '[]') from queue q where q.org_id = $1 and q.ready_made = 'complaints') as complaint_queues,
  (select coalesce(json_agg(json_build_object('id', v.calendar_id, 'definition', v.definition, 'since', ${finite('v.valid_from')}) order by v.calendar_id, v.version), '[]') from calendar_version v where v.org_id = $1) as calendars,
  ${links('queue-calendar')} as queue_calendars, ${links('default-calendar')} as default_calendars`

export async function readCalendarsOverTime(tx: Tx): Promise<CalendarsOverTime> {
  const [row] = await tx.query<CalendarsOverTime>(readGround, [tx.orgId], 'calendars-over-time')
  return row!
}

export function businessTimes({ calendars, queue_calendars, default_calendars }: CalendarsOverTime, language: HolidayLanguage = 'en'): BusinessTimes {
  const versions = Map.groupBy(calendars, (c) => c.id)
  const ofQueue = Map.groupBy(queue_calendars, (l) => l.from)
  const times = new Map<unknown, ClockTime>()
  return {
    timeIn(queueId, at) {
      const id = inForce(ofQueue.get(queueId ?? ''), at)?.to ?? inForce(default_calendars, at)?.to
      const version = versions.get(id ?? '')?.findLast((v) => v.since === null || v.since <= at)
      if (version === undefined) return elapsedTime
      let time = times.get(version)
      if (time === undefined) times.set(version, time = businessTime(version.definition, language))
      return time
    },
  }
}

const inForce = (over: readonly Link[] | undefined, at: number) => over?.findLast((l) => (l.since === null || l.since <= at) && (l.until === null || at < l.until))
