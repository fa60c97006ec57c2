// What is told in one message, read for the one who gets it and as far as they may see it.
import type { Alert, AlertDestination, AlertStory, Because, Locale } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { alertColumns, alertJoins, type AlertRow } from '../../life/alert-row.ts'
import { readDiaryBefore } from '../../life/diary-before.ts'
import { presentAlerts } from '../../life/read-alerts.ts'
import type { Reader } from '../../life/reader.ts'
import { describeFilters, readConditionNames } from './describe-filters.ts'

export interface ToldAlert {
  alert: Alert
  because: Because
  step: number
  /** The newest first; none of an alert among many. */
  diary: AlertStory['diary']
  filters: string | null
  /** Addresses that do something in the reader's name; null where they do not apply (any more). */
  links: { acknowledge: string | null; task: string | null; callBack: string | null }
}
export interface AlertMessage {
  language: Locale
  timeZone: string
  organization: string
  /** Without a trailing slash. */
  publicUrl: string
  how: 'at-once' | 'group' | 'quiet' | 'digest'
  alerts: ToldAlert[]
}
export type DestinationKind = AlertDestination['kind']

export interface Wanted { alertId: string; because: Because; step: number }
const entries = 5

/** In the order given; one that is gone is missing. `links` are made by the caller, who knows the person. */
export async function readMessageAlerts(tx: Tx, wanted: readonly Wanted[], reader: Reader, linksOf: (row: AlertRow) => ToldAlert['links']): Promise<ToldAlert[]> {
  const rows = await tx.query<AlertRow>(`select ${alertColumns} from alert a ${alertJoins} where a.org_id = $1 and a.id = any ($2)`, [tx.orgId, wanted.map((w) => w.alertId)], 'alerts-of-message')
  const byId = new Map(rows.map((r) => [r.id, r]))
  const told = wanted.flatMap((w) => (byId.has(w.alertId) ? [{ ...w, row: byId.get(w.alertId)! }] : []))
  const alerts = await presentAlerts(tx, told.map((t) => t.row), reader)
  const names = await readConditionNames(tx, told.map((t) => t.row.definition))
  const found: ToldAlert[] = []
  for (const [i, { row, because, step }] of told.entries()) {
    found.push({ alert: alerts[i]!, because, step, diary: told.length === 1 ? await readDiaryBefore(tx, row, entries) : [], filters: describeFilters(row.definition, names, reader.language), links: linksOf(row) })
  }
  return found
}

/** "Europe/Warsaw (GMT+1)". */
export function zoneName(timeZone: string, language: Locale, at: Date): string {
  const offset = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at).find((p) => p.type === 'timeZoneName')?.value
  return offset === undefined || offset === timeZone ? timeZone : `${timeZone} (${offset})`
}
