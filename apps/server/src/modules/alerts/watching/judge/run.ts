/*
 * N in a row at one place. The row itself is packages/statistics' (`nextInRow`): what comes late takes its place in it and never fires. Here it
 * is made steady against the order in which jobs run: what was taken within the last hours is kept beside the row and laid in order again
 * whenever something comes; only what is older is folded into the row for good. So one thing told twice counts once, and two told in the wrong
 * order count in the right one: as they do in a back-test, which sees them all at once.
 */
import { emptyRow, nextInRow, type Row } from '@kontuar/statistics'
import type { Firing } from '../../firing.ts'
import type { SequenceRule } from '../compile/compiled-rule.ts'
import type { Occurrence } from '../occurrence.ts'
import { idsOfPlace } from '../place.ts'
import { aboutOf, isNews } from './event.ts'

/** As it is kept in alert_watch. */
export interface RunMember { id: string; at: number; knownAt: number; fits: boolean; imported: boolean }
export interface RunMemory {
  row: Row
  /** When the newest that stands in the row for good came in. */
  settledAt: number | null
  /** Taken since, in the order in which they came in. */
  recent: RunMember[]
}
export const emptyRun: RunMemory = { row: emptyRow, settledAt: null, recent: [] }

/** Until then it came in time: nobody's clock and no network is exact. Later than that it is late. */
const lateMs = 5 * 60_000
/** Jobs of what came within so long may run in any order. */
const settlesMs = 2 * 3_600_000
const mostRecent = 400
/** Of a row much longer than any rule asks for the beginning tells nothing more, but that it has fired. */
const longestRow = 200

const byComing = (a: RunMember, b: RunMember): number => a.knownAt - b.knownAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
/**
 * Where it stands in the row: what came in time where it came, since a row that has fired cannot be taken back by what came after it; what came
 * late where it happened.
 */
const standsAt = ({ at, knownAt }: RunMember): number => (knownAt - at > lateMs ? at : knownAt)

export interface RunStep { memory: RunMemory; /** Members that completed a row, with its length. */ fired: { id: string; length: number; from: number }[] }

/** @param came in any order, and any number of times */
export function takeIntoRun(memory: RunMemory, came: readonly RunMember[], n: number): RunStep {
  const known = new Map(memory.recent.map((m) => [m.id, m]))
  // Older than what stands for good: its job was away for hours. It takes its place in the row and fires nothing, neither itself nor through others.
  const stragglers = came.filter((m) => !known.has(m.id) && memory.settledAt !== null && m.knownAt <= memory.settledAt)
  let { row } = memory
  if (stragglers.length > 0) {
    const before = new Set(fold(row, memory.recent, n, 0).fired.map((f) => f.id))
    for (const [id, m] of known) if (!before.has(id)) known.set(id, { ...m, imported: true })
    row = stragglers.toSorted(byComing).reduce((to, m) => trimmed(nextInRow({ row: to, answer: { at: standsAt(m), bad: m.fits, imported: true }, n }).row), row)
  }
  for (const member of came) if (!stragglers.includes(member)) known.set(member.id, { ...member, imported: member.imported || known.get(member.id)?.imported === true })
  const recent = [...known.values()].toSorted(byComing)
  const newest = recent.at(-1)?.knownAt ?? -Infinity
  const settles = Math.max(recent.findIndex((m) => m.knownAt > newest - settlesMs), recent.length - mostRecent, 0)
  const { settled, fired } = fold(row, recent, n, settles)
  return { memory: { row: settled, settledAt: settles === 0 ? memory.settledAt : recent[settles - 1]!.knownAt, recent: recent.slice(settles) }, fired }
}

/** @param settles how many of them stand in the row for good from now on */
function fold(from: Row, members: readonly RunMember[], n: number, settles: number): { settled: Row; fired: RunStep['fired'] } {
  let row = from
  let settled = from
  const fired: RunStep['fired'] = []
  members.forEach((member, i) => {
    const step = nextInRow({ row, answer: { at: standsAt(member), bad: member.fits, imported: member.imported }, n })
    row = trimmed(step.row)
    if (step.fires) fired.push({ id: member.id, length: step.length, from: row.bad.at(-n)?.at ?? member.at })
    if (i < settles) settled = row
  })
  return { settled, fired }
}

function trimmed(row: Row): Row {
  if (row.bad.length <= longestRow) return row
  const [left, kept] = [row.bad.slice(0, -longestRow), row.bad.slice(-longestRow)]
  return left.some((b) => b.fired) ? { ...row, bad: [{ ...kept[0]!, fired: true }, ...kept.slice(1)] } : { ...row, bad: kept }
}

interface RunPlace { place: string; came: Occurrence[] }

/** What a rule has to look at, place by place. */
export function membersOf(rule: SequenceRule, occurrences: readonly Occurrence[], placeOf: (o: Occurrence) => string | null): RunPlace[] {
  const among = occurrences.filter((o) => o.subject === rule.definition.on && o.at >= rule.since && rule.among(o))
  const places = Map.groupBy(among, placeOf)
  places.delete(null)
  return [...places].map(([place, came]) => ({ place: place!, came }))
}

export const memberOf = (rule: SequenceRule, o: Occurrence): RunMember => ({ id: o.id, at: o.at, knownAt: o.knownAt, fits: rule.fits(o), imported: o.imported })

/** @param last the member that completed the row */
export function runFiring(rule: SequenceRule, place: string, { length, from }: RunStep['fired'][number], last: Occurrence): Firing[] {
  if (!isNews(rule, last)) return []
  const { definition } = rule
  return [{
    ...aboutOf(last), ...withoutNulls(idsOfPlace(definition.each, place)), ruleId: rule.id, ruleVersion: rule.version, occurrence: last.id, key: place, at: new Date(last.at), urgent: rule.urgent, noData: false,
    why: { code: 'run', on: definition.on, n: length, since: new Date(from).toISOString(), each: definition.each, place },
  }]
}

const withoutNulls = <T extends object>(ids: T): Partial<T> => Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== null)) as Partial<T>
