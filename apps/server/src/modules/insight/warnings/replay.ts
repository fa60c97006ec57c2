// Which warnings would have come in the past months: the same checks over the same figures, from the beginning. Nothing is stored.
import type { WarningKind, WarningReplay, WarningSettings } from '@kontuar/contracts'
import { viewer, type Database, type Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { everybody } from '../metrics/asker.ts'
import { startReading, type Reading } from '../metrics/sources/reading.ts'
import { closeDaysInSteps, closeHoursInSteps } from './look/close-in-steps.ts'
import { dayOf, startOf } from './look/day-numbers.ts'
import { readTasks } from './look/read-tasks.ts'
import { figuresOf, periodOf } from './look/warning-facts.ts'
import { complete, getWarningSettings, refuseUnknownKinds } from './settings.ts'
import type { Day } from './rules/days.ts'
import { promisesOf } from './rules/promises.ts'
import { nothingKnown, shareOut, type Said } from './rules/watch-all.ts'

/** What is learned from before the first month: half a year of opinions, eight weeks of everything, and some to get going. */
const learnDays = 245
const learnHours = 64
const chartDays = 28
const nobodyTaught: ReadonlyMap<string, number> = new Map()

/** @throws Refusal for settings that name unknown checks */
export async function replayWarnings(db: Database, actor: Actor, { months = 6, settings: given }: { months?: number; settings?: WarningSettings }, now = new Date()): Promise<WarningReplay> {
  if (given !== undefined) refuseUnknownKinds(given)
  if (!actor.permissions.has('board.read')) return { from: now.toISOString(), to: now.toISOString(), perMonth: 0, items: [], checks: [] }
  const sees = actor.access === 'granted' ? await db.read(actor.orgId, (tx) => locationsSeenBy(tx, actor.staffId)) : null
  // Sums know no rows, so they cannot be read by somebody who is held to some places: everything is read, and what is theirs is told.
  return viewer.run(null, () => db.report(actor.orgId, async (tx) => {
    const reading = await startReading(tx, everybody, now)
    const settings = given === undefined ? await getWarningSettings(tx) : complete(given)
    return replay(reading, settings, months, sees)
  }))
}

async function locationsSeenBy(tx: Tx, staffId: string): Promise<ReadonlySet<string>> {
  const [row] = await tx.query<{ ids: string[] | null }>('select locations_seen_by($2) as ids from org where id = $1', [tx.orgId, staffId], 'locations-of-replay')
  return new Set(row?.ids ?? [])
}

async function replay(reading: Reading, settings: WarningSettings, months: number, sees: ReadonlySet<string> | null): Promise<WarningReplay> {
  const { zone, tx } = reading
  const today = dayOf(reading.now.getTime(), zone)
  const first = dayOf(Temporal.Instant.fromEpochMilliseconds(reading.now.getTime()).toZonedDateTimeISO(zone).subtract({ months }).epochMilliseconds, zone)
  const tasks = await readTasks(reading, settings, { from: first - learnDays, today, hoursFrom: first - learnHours })
  const memory = nothingKnown()
  const bearing = { falseAlarmsPerMonth: settings.falseAlarmsPerMonth, quieter: nobodyTaught }
  const days = await closeDaysInSteps(tasks, memory, today, bearing)
  const allowed = shareOut(tasks, memory, today, bearing)
  const said = [...days, ...await closeHoursInSteps(tasks.hours, memory, { from: first, to: today }, allowed, chartDays)]
  const items = episodesOf(said.filter(({ about }) => sees === null || (about.locationId !== null && sees.has(about.locationId))), first)
  const names = await readSubjects(tx, items)
  const iso = (day: Day) => new Date(startOf(day, zone)).toISOString()
  return {
    from: iso(first), to: iso(today), perMonth: items.length / months,
    items: items.map(({ about, found, on, until }) => ({
      kind: about.kind as WarningKind, locationId: about.locationId, locationName: about.locationId === null ? null : names.get(about.locationId) ?? null, subjectName: about.subject === null ? null : names.get(about.subject.id) ?? null, metric: about.metric,
      at: found.at === 'hours' ? new Date(periodOf(found, zone).to).toISOString() : iso(on + 1), until: until === null ? null : iso(until), ...pick(figuresOf(about, found)),
    })),
    checks: promisesOf(tasks, memory, today, allowed, settings),
  }
}

const pick = ({ expected, came, p }: ReturnType<typeof figuresOf>) => ({ expected, came, p })

interface Episode { about: Said['about']; found: Said['found']; on: Day; until: Day | null }

/** Each from when it was found until it was over; those found before the first day are not of these months. The newest first. */
function episodesOf(said: readonly Said[], first: Day): Episode[] {
  const [open, episodes] = [new Map<string, Episode>(), [] as Episode[]]
  for (const { about, said: what, found, on } of said) {
    if (what === 'found') {
      const episode: Episode = { about, found, on, until: null }
      open.set(about.key, episode)
      if (on >= first) episodes.push(episode)
    } else if (what === 'over') {
      const episode = open.get(about.key)
      if (episode !== undefined) episode.until = on + 1
      open.delete(about.key)
    }
  }
  return episodes.sort((a, b) => b.on - a.on)
}

async function readSubjects(tx: Tx, items: readonly Episode[]): Promise<Map<string, string>> {
  const ids = [...new Set(items.flatMap(({ about }) => [about.locationId, about.subject?.id ?? null]).filter((id) => id !== null))]
  const rows = ids.length === 0 ? [] : await tx.query<{ id: string; name: string }>(
    'select id, name from location where org_id = $1 and id = any ($2) union all select id, name from reason where org_id = $1 and id = any ($2) union all select id, name from touchpoint where org_id = $1 and id = any ($2)', [tx.orgId, ids], 'names-of-replay')
  return new Map(rows.map(({ id, name }) => [id, name]))
}
