// One alert with what led to it and who was told.
import type { AlertStory, Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { getTask } from '../../routing/index.ts'
import { deliveriesOfAlert } from '../telling/ledger/list-deliveries.ts'
import { readDiaryBefore } from './diary-before.ts'
import { getAlertRow } from './list-alerts.ts'
import { presentAlerts } from './read-alerts.ts'
import { readerOf } from './reader.ts'

const mostFirings = 100
const mostEntries = 12

/** @throws Refusal `not-found` */
export async function getStory(tx: Tx, actor: Actor, id: string, language?: Locale): Promise<AlertStory> {
  const reader = await readerOf(tx, actor, language)
  const row = await getAlertRow(tx, reader, id)
  const [alert] = await presentAlerts(tx, [row], reader)
  const firings = await tx.query<{ at: Date; occurrence: string; why: Record<string, unknown> }>(
    'select at, occurrence, why from alert_firing where org_id = $1 and alert_id = $2 order by at desc, id desc limit $3', [tx.orgId, id, mostFirings], 'firings-of-alert')
  return {
    alert: alert!, firings: firings.map((f) => ({ ...f, at: f.at.toISOString() })), deliveries: await deliveriesOfAlert(tx, id), diary: await readDiaryBefore(tx, row, mostEntries),
    task: row.task_id === null ? null : await getTask(tx, row.task_id).catch(() => null),
  }
}
