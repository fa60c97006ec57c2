// Told that something happened, judges it by the rules, and hands on what fires in the same transaction: a worker killed in between has done
// neither, and told twice it finds the firing there.
import { alertSubjects } from '@kontuar/contracts'
import type { Event } from '../../../../platform/events.ts'
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { Firing } from '../../firing.ts'
import { raise } from '../../life/index.ts'
import { tellWithWords } from '../../telling/index.ts'
import { fittingRules } from '../compile/index-rules.ts'
import { knownRules, type KnownRules } from '../compile/known-rules.ts'
import { firingOf, isNews } from '../judge/event.ts'
import type { Occurrence } from '../occurrence.ts'
import { readOccurrences } from '../read/read-occurrences.ts'
import { judgeRuns } from './judge-runs.ts'
import { broughtBy } from './subjects-of-events.ts'

/** Events: subjects-of-events.ts. */
export const judgeEvents = ({ db }: Platform): Subscriber => ({
  name: 'alerts.judgeEvents',
  handle: (orgId, events) => db.write(orgId, (tx) => judge(tx, events)),
})

/** @param now when it is told of */
export async function judge(tx: Tx, events: readonly Event[], now: Date = new Date()): Promise<void> {
  const rules = await knownRules(tx)
  if (rules === null) return
  const occurrences = await readBrought(tx, rules, events)
  if (occurrences.length === 0) return
  await tellWithWords(tx, occurrences.flatMap((o) => o.answerId ?? []), now)
  await raise(tx, [...firingsOf(rules, occurrences), ...await judgeRuns(tx, rules.sequences, occurrences, rules.zone)], now)
}

/** Of what nobody asks for nothing is read. */
async function readBrought(tx: Tx, rules: KnownRules, events: readonly Event[]): Promise<Occurrence[]> {
  const { ids, happened } = broughtBy(events)
  const asked = alertSubjects.filter((on) => ids[on].length > 0 && (rules.index.has(on) || rules.sequences.some((rule) => rule.definition.on === on)))
  const read: Occurrence[] = []
  for (const on of asked) read.push(...await readOccurrences(tx, on, { ids: ids[on] }, rules.zone))
  return read.filter((o) => o.subject !== 'ticket' || happened.has(`${o.ticketId} ${o.happened}`))
}

/** Pure: the same in a back-test. */
export function firingsOf({ index }: Pick<KnownRules, 'index'>, occurrences: readonly Occurrence[]): Firing[] {
  return occurrences.flatMap((o) => fittingRules(index, o).filter((rule) => isNews(rule, o)).map((rule) => firingOf(rule, o)))
}
