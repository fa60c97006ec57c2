// What one is sorry to have missed: complaints, low opinions nobody answered within two days, warnings that were acted upon. Caught is what an
// alarm at the same place came before, within a week.
import type { Tx } from '../../../platform/db/database.ts'
import type { Firing } from '../firing.ts'
import { msOf } from '../watching/read/which.ts'
import { readWarnings } from '../watching/read/warnings.ts'

export interface Incident { what: 'complaint' | 'lost-opinion' | 'warning'; id: string; at: number; ticketId: string | null; locationId: string | null; customerId: string | null }

const answeredWithinDays = 2

export async function readIncidents(tx: Tx, from: number, to: number): Promise<Incident[]> {
  const period = [new Date(from).toISOString(), new Date(to).toISOString()]
  const complaints = await tx.query<Incident>(
    `select 'complaint' as what, f.ticket_id as id, ${msOf('f.at')} as at, f.ticket_id as "ticketId", f.location_id as "locationId", f.customer_id as "customerId"
     from fact f where f.org_id = $1 and f.kind = 'complaint' and f.at >= $2 and f.at < $3 and f.weight = 1 and not exists (select from fact r where r.org_id = f.org_id and r.retracts = f.id)`, [tx.orgId, ...period], 'complaints-of-the-past')
  // Of somebody nobody knows there was nothing to answer.
  const opinions = await tx.query<Incident>(
    `select 'lost-opinion' as what, a.id, ${msOf('a.at')} as at, a.ticket_id as "ticketId", a.location_id as "locationId", a.customer_id as "customerId"
     from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id and not s.anonymous
     where a.org_id = $1 and a.tone = 'low' and a.at >= $2 and a.at < $3::timestamptz - interval '${answeredWithinDays} days' and a.invalid_at is null and a.customer_id is not null and not exists (
       select from interaction i where i.org_id = a.org_id and i.customer_id = a.customer_id and i.at >= a.at and i.at < a.at + interval '${answeredWithinDays} days' and i.kind in ('message', 'call', 'visit') and not i.automatic
         and (i.direction = 'out' or (i.kind <> 'message' and i.staff_id is not null)))`, [tx.orgId, ...period], 'lost-opinions-of-the-past')
  const warnings = (await readWarnings(tx, { from, to })).filter((w) => w.actedUpon).map((w): Incident => ({ what: 'warning', id: w.id, at: w.foundAt, ticketId: null, locationId: w.locationId, customerId: null }))
  return [...complaints, ...opinions, ...warnings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

export const reachMs = 7 * 86_400_000
type Alarm = Pick<Firing, 'key' | 'ticketId' | 'locationId' | 'customerId' | 'queueId' | 'teamId' | 'staffId'> & { at: number }

export interface Caught { caught: { incident: Incident; hoursBefore: number }[]; missed: Incident[]; /** Alarms nothing followed. */ vain: number }

/** Pure. */
export function layBeside(alarms: readonly Alarm[], incidents: readonly Incident[]): Caught {
  const byTime = alarms.toSorted((a, b) => a.at - b.at)
  const followed = new Set<Alarm>()
  const result: Caught = { caught: [], missed: [], vain: 0 }
  for (const incident of incidents) {
    let first: Alarm | null = null
    for (let i = firstFrom(byTime, incident.at - reachMs); i < byTime.length && byTime[i]!.at <= incident.at; i++) {
      if (!isSamePlace(byTime[i]!, incident)) continue
      followed.add(byTime[i]!)
      first ??= byTime[i]!
    }
    if (first === null) result.missed.push(incident)
    else result.caught.push({ incident, hoursBefore: (incident.at - first.at) / 3_600_000 })
  }
  return { ...result, vain: byTime.length - followed.size }
}

function firstFrom(alarms: readonly Alarm[], at: number): number {
  let [low, high] = [0, alarms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (alarms[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The same matter or customer; else the same location; an alarm about everything together is about each place. */
function isSamePlace(alarm: Alarm, incident: Incident): boolean {
  if (alarm.ticketId && alarm.ticketId === incident.ticketId) return true
  if (alarm.customerId && alarm.customerId === incident.customerId) return true
  if (alarm.locationId && incident.locationId) return alarm.locationId === incident.locationId
  return alarm.key === ''
}
