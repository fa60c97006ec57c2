// One look: the hours that ended since the last one, and the days. What is read is of one moment; what is found, and how far was looked, is
// written in one transaction, so that a look that was killed has not happened.
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { timeZoneOf } from '../../../identity/index.ts'
import { everybody } from '../../metrics/asker.ts'
import { readCatalogue } from '../../metrics/metric-by-name.ts'
import { startReading, type Reading } from '../../metrics/sources/reading.ts'
import { startOf as startOfStep } from '../../metrics/time.ts'
import { readWarningSettings } from '../settings.ts'
import type { Day } from '../rules/days.ts'
import { closeHours, lookAtToday, prepareHours, shareOut, type Memory, type Said, type Tasks } from '../rules/watch-all.ts'
import { closeDaysInSteps } from './close-in-steps.ts'
import { dayNumbers, dayOf, startOf } from './day-numbers.ts'
import { readEvidence } from './evidence.ts'
import { readLessons } from './lessons.ts'
import { keepLooked, readLooked, type Looked } from './memory.ts'
import { readTasks } from './read-tasks.ts'
import { endUnwatched, endWarnings, raiseWarnings, seeWarnings, wakeWarnings, type Raised, type Seen } from './save-said.ts'
import { figuresOf, methodOf, periodOf, rowsOf } from './warning-facts.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
/** What happened is a fact within seconds; of an hour that has just ended something may be on its way. */
const hourRests = 10 * minute
/** What is recorded by hand in the evening belongs to the day. */
const dayRests = 2 * hour
/** Enough for the slowest sums and eight weeks before them; opinions are laid beside half a year. */
const [shortPast, longPast] = [126, 245]
/** After a longer standstill the hours in between are history. */
const mostHours = 7
/** A first look says what still holds and was found so many days ago at most. */
const freshDays = 28

/** Answers whether there was anything to look at. @param now for tests */
export async function lookForWarnings(db: Database, orgId: number, now = new Date()): Promise<boolean> {
  const [looked, settings, lessons, behind, zoneNow] = await db.read(orgId, (tx) => Promise.all([readLooked(tx), readWarningSettings(tx), readLessons(tx, now), areFactsBehind(tx, now), timeZoneOf(tx)]))
  // Some zones' hours begin at another half.
  const until = startOfStep('hour', now.getTime() - hourRests, zoneNow)
  const anew = looked.sharedAt === null || (settings.changedAt !== null && settings.changedAt > looked.sharedAt)
  await db.write(orgId, (tx) => wakeWarnings(tx, now))
  // Facts that were not derived yet would look like silence.
  if (behind || (!anew && looked.until !== null && until <= looked.until.getTime())) return false

  const found = await db.report(orgId, async (tx) => {
    const reading = await startReading(tx, everybody, now)
    const { zone } = reading
    const today = dayOf(until, zone)
    const closed = dayOf(until - dayRests, zone)
    const memory = structuredClone(looked.memory)
    const whole = anew || looked.sharedAt === null || dayOf(looked.sharedAt.getTime(), zone) < closed
    const first = looked.until === null || knowsNothing(memory)
    const hoursAfter = first ? today - mostHours : Math.max(today - mostHours, dayOf(looked.until!.getTime(), zone))
    const ready = Object.values(memory.hours).length > 0 && Object.values(memory.hours).every((known) => known.day === today) && !whole
    const tasks = await readTasks(reading, settings, {
      from: today - (whole ? longPast : shortPast), today, hoursFrom: ready ? today : hoursAfter - 64,
      // On the day that goes on only what rises by the hour can be seen.
      ...(whole ? {} : { only: ({ rule, lag }) => rule.counts && rule.side === 'more' && lag === 0 }),
    })
    let { allowed } = looked
    const said: Said[] = []
    if (whole) {
      said.push(...await closeDaysInSteps(tasks, memory, closed, { falseAlarmsPerMonth: settings.falseAlarmsPerMonth, quieter: lessons }))
      allowed = shareOut(tasks, memory, closed, { falseAlarmsPerMonth: settings.falseAlarmsPerMonth, quieter: lessons })
    }
    if (closed === today) said.push(...lookAtToday(tasks, memory, today, allowed))
    for (let on = hoursAfter; on <= today; on++) {
      prepareHours(tasks.hours, memory, on, allowed, !first && on < today ? 2 : 1)
      const from = !first && on === hoursAfter ? hourIn(looked.until!.getTime(), on, zone) : 0
      const to = on === today ? hourIn(until, on, zone) : 24
      if (to > from) said.push(...closeHours(tasks.hours, memory, on, from, to))
    }
    if (whole) forgetUnwatched(memory, tasks)
    return { memory, allowed, ...(await tell(reading, said, first, closed, new Date(until))), watched: whole ? [...tasks.days, ...tasks.hours, ...tasks.answers].map(({ key }) => key) : null, sharedAt: whole ? new Date(startOf(closed, zone)) : looked.sharedAt }
  })

  return db.write(orgId, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' insight warnings', 0))`, [orgId], 'lock-warnings')
    // Somebody else has looked meanwhile: what they found stands.
    if (!isSame(await readLooked(tx), looked)) return false
    await raiseWarnings(tx, found.raised)
    await seeWarnings(tx, found.seen)
    await endWarnings(tx, found.over, now)
    if (found.watched !== null) {
      await endUnwatched(tx, found.watched, now)
      await endHealed(tx, now)
    }
    // Settings that change while it is looked are looked at again.
    await keepLooked(tx, { memory: found.memory, until: new Date(until), allowed: found.allowed, sharedAt: anew && settings.changedAt !== null && found.sharedAt !== null && found.sharedAt < settings.changedAt ? settings.changedAt : found.sharedAt })
    return true
  })
}

/** Nothing was watched until now: everything was switched off. */
const knowsNothing = ({ days, hours, answers }: Memory) => [days, hours, answers].every((states) => Object.keys(states).length === 0)
const hourIn = (at: number, on: Day, zone: string) => Math.min(24, Math.max(0, Math.floor((at - startOf(on, zone)) / hour)))
const isSame = (a: Looked, b: Looked) => a.until?.getTime() === b.until?.getTime() && a.sharedAt?.getTime() === b.sharedAt?.getTime()

/** Derivation has stood still for minutes: a worker is down, or a great import goes on. */
export async function areFactsBehind(tx: Tx, now: Date): Promise<boolean> {
  const [row] = await tx.query<{ behind: boolean }>('select exists (select from fact_to_derive where org_id = $1 and due_at < $2) as behind', [tx.orgId, new Date(now.getTime() - 5 * minute)], 'are-facts-behind')
  return row!.behind
}

/** Sums that have been right for a week. */
async function endHealed(tx: Tx, now: Date): Promise<void> {
  const rows = await tx.query<{ key: string }>(`select key from warning where org_id = $1 and kind = 'sums-healed' and state in ('open', 'snoozed') and seen_at < $2`, [tx.orgId, new Date(now.getTime() - 7 * day)], 'healed-long-ago')
  await endWarnings(tx, rows.map(({ key }) => key), now)
}

function forgetUnwatched(memory: Memory, tasks: Tasks): void {
  for (const [states, watched] of [[memory.days, tasks.days], [memory.hours, tasks.hours], [memory.answers, tasks.answers]] as const) {
    const keys = new Set(watched.map(({ key }) => key))
    for (const key of Object.keys(states)) if (!keys.has(key)) delete states[key]
  }
}

/** What was found, with what may be behind it. Of what came and went within one look only the end counts. */
async function tell(reading: Reading, said: readonly Said[], first: boolean, today: Day, at: Date): Promise<{ raised: Raised[]; seen: Seen[]; over: string[] }> {
  const catalogue = await readCatalogue(reading.tx)
  const last = new Map<string, { found: boolean; said: Said; foundOn: Day }>()
  for (const one of said) {
    const known = last.get(one.about.key)
    const fresh = one.said === 'found' || (one.said === 'holds' && known?.found === true)
    last.set(one.about.key, { found: fresh, said: one, foundOn: one.said === 'found' ? one.on : known?.foundOn ?? one.on })
  }
  const [raised, seen, over]: [Raised[], Seen[], string[]] = [[], [], []]
  for (const { found: fresh, said: one, foundOn } of last.values()) {
    const { about, found } = one
    if (one.said === 'over') { over.push(about.key); continue }
    if (!fresh) { seen.push({ key: about.key, seenAt: at, figures: figuresWhileItHolds(one) }); continue }
    if (first && foundOn < today - freshDays) continue
    const period = periodOf(found, reading.zone)
    const [from, to] = [dayOf(period.from, reading.zone), dayOf(period.to - 1, reading.zone) + 1]
    const evidence = await readEvidence(reading, catalogue, about, period, { from, to, numbers: dayNumbers(from, to, reading.zone) })
    raised.push({ key: about.key, kind: about.kind, locationId: about.locationId, beganAt: new Date(period.from), seenAt: at, facts: { subject: about.subject, ...figuresOf(about, found), method: methodOf(about, found), ...evidence, rows: rowsOf(about, found, reading.zone) } })
  }
  return { raised, seen, over }
}

/** A silence grows; of days the finding stays as it was judged. */
const figuresWhileItHolds = ({ about, found }: Said): Seen['figures'] => (found.at === 'hours' ? figuresOf(about, found) : {})
