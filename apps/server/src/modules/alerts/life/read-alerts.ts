// Alerts for a reader: with the sentences of their language, and with what the customer said where they may see it.
import type { Alert } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { alertColumns, alertJoins, type AlertRow } from './alert-row.ts'
import { readCustomerWords } from './customer-words.ts'
import { placeNameOf, readMetricNames, readPlaceNames } from './place-names.ts'
import type { Reader } from './reader.ts'
import { sentencesOf, titleOf, type ToSay } from './words/index.ts'

/** Whether the reader may see them is the caller's question (seen-alerts.ts). */
export async function readAlerts(tx: Tx, ids: readonly string[], reader: Reader): Promise<Alert[]> {
  const rows = ids.length === 0 ? [] : await tx.query<AlertRow>(`select ${alertColumns} from alert a ${alertJoins} where a.org_id = $1 and a.id = any ($2)`, [tx.orgId, ids], 'read-alerts')
  return presentAlerts(tx, ids.flatMap((id) => rows.find((r) => r.id === id) ?? []), reader)
}

export async function presentAlerts(tx: Tx, rows: readonly AlertRow[], reader: Reader): Promise<Alert[]> {
  if (rows.length === 0) return []
  const whys = rows.map((r) => r.why)
  const [words, places, metrics] = [await readCustomerWords(tx, rows, reader), await readPlaceNames(tx, whys), await readMetricNames(tx, whys, reader.language)]
  return rows.map((row) => {
    const said: ToSay = {
      ruleName: row.rule_name, why: row.why, placeName: placeNameOf(row.why, places) ?? row.location?.name ?? null, metric: metrics.get(String(row.why['metric'])) ?? null, ticketNumber: row.ticket?.number ?? null,
      times: row.times, firstAt: row.first_at, lastAt: row.last_at,
    }
    return present(row, words.get(row.id) ?? null, titleOf(said, reader.language), sentencesOf(said, reader.language, reader.timeZone))
  })
}

const present = (row: AlertRow, words: Alert['words'], title: string, sentences: string[]): Alert => ({
  id: row.id, ruleId: row.rule_id, ruleName: row.rule_name, ruleKind: row.definition.kind, state: row.state, urgent: row.urgent, noData: row.no_data, times: row.times, firstAt: row.first_at.toISOString(), lastAt: row.last_at.toISOString(),
  title, why: row.why, sentences, words, ticket: row.ticket, answerId: row.answer_id, interactionId: row.interaction_id, customer: row.customer, location: row.location, queue: row.queue, staff: row.staff, warningId: row.warning_id, recoveryId: row.recovery_id,
  acknowledgedAt: row.acknowledged_at?.toISOString() ?? null, acknowledgedByName: row.acknowledged_by_name, resolvedAt: row.resolved_at?.toISOString() ?? null, resolvedByName: row.resolved_by_name, resolvedReason: row.resolved_reason,
  note: row.note, useful: row.useful, taskId: row.task_id,
})
