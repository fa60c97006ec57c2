// Of what somebody wants to hear nothing for a while: one alert rule, one report. Their owners ask before they tell.
import type { Pause } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/** Nobody pauses more by hand; a program that goes on by itself is stopped here. */
const mostPauses = 500
const mostYears = 5

interface Row { subject: string; until: Date | null }
const present = ({ subject, until }: Row): Pause => ({ subject, until: until?.toISOString() ?? null })

/** Those that hold at `now`: what was paused until yesterday is told again. */
export async function listPauses(tx: Tx, staffId: string, now: Date): Promise<Pause[]> {
  return (await tx.query<Row>('select subject, until from pause where org_id = $1 and staff_id = $2 and (until is null or until > $3) order by created_at, subject', [tx.orgId, staffId, now], 'list-pauses')).map(present)
}

/** Paused again, the new end holds. @throws Refusal */
export async function setPause(tx: Tx, staffId: string, { subject, until }: Pause, now: Date): Promise<Pause> {
  const end = until === null ? null : new Date(until)
  if (end !== null && !(end.getTime() > now.getTime() && end.getUTCFullYear() <= now.getUTCFullYear() + mostYears)) {
    throw new Refusal('invalid-input', `A pause ends in the future, and within ${mostYears} years: choose another time, or none to pause until you say otherwise.`, { until: 'is out of range' })
  }
  // Over and done with: they would only count against the limit.
  await tx.query('delete from pause where org_id = $1 and staff_id = $2 and until <= $3', [tx.orgId, staffId, now], 'forget-pauses')
  const [{ held }] = await tx.query<{ held: number }>('select count(*)::int as held from pause where org_id = $1 and staff_id = $2 and subject <> $3', [tx.orgId, staffId, subject.toLowerCase()], 'count-pauses') as [{ held: number }]
  if (held >= mostPauses) throw new Refusal('cannot-do', `${mostPauses} things are paused already: let some of them speak again first.`)
  const [row] = await tx.query<Row>(
    'insert into pause (org_id, staff_id, subject, until) values ($1, $2, $3, $4) on conflict (org_id, staff_id, subject) do update set until = excluded.until returning subject, until', [tx.orgId, staffId, subject.toLowerCase(), end], 'set-pause')
  tx.publish({ name: 'notifications.settingsChanged', ids: { staffId } })
  return present(row!)
}

/** What was not paused stays so: whoever presses the button twice gets what they want. */
export async function endPause(tx: Tx, staffId: string, subject: string): Promise<void> {
  const ended = await tx.query('delete from pause where org_id = $1 and staff_id = $2 and subject = $3 returning subject', [tx.orgId, staffId, subject.toLowerCase()], 'end-pause')
  if (ended.length > 0) tx.publish({ name: 'notifications.settingsChanged', ids: { staffId } })
}

/** Who of these hears nothing of the subject (`alert-rule:<id>`, `report:<id>`) at `now`, and until when; null: until they say otherwise. */
export async function pausedSubjects(tx: Tx, staffIds: readonly string[], subject: string, now: Date): Promise<Map<string, Date | null>> {
  const ids = staffIds.filter(isId)
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ staff_id: string; until: Date | null }>(
    'select staff_id, until from pause where org_id = $1 and staff_id = any ($2::uuid[]) and subject = $3 and (until is null or until > $4)', [tx.orgId, ids, subject.toLowerCase(), now], 'paused-people')
  return new Map(rows.map((r) => [r.staff_id, r.until]))
}
