// To a place: a webhook or a chat. Claimed before it leaves; of one that died in between nobody knows whether it arrived. Only our own webhook
// may then be sent again, since its receiver tells a repetition by the key; a chat would show it twice, so it is said to be uncertain.
import type { Tx } from '../../../../platform/db/database.ts'
import { postOutside } from '../../../../platform/network/post-outside.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { organizationOf } from '../../../identity/index.ts'
import { openDestination, type DestinationRow } from '../destinations/destination-row.ts'
import { makeHookRequest } from '../hooks/make-request.ts'
import { readAnswer } from '../hooks/read-answer.ts'
import { readMessageAlerts, type AlertMessage } from '../message/alert-message.ts'
import type { Claimed } from './claim.ts'
import { howOf } from './deliver-mail.ts'
import type { Outcome } from './settle-delivery.ts'

export async function deliverToHook(platform: Platform, orgId: number, claimed: Claimed, now: Date): Promise<Outcome> {
  const { db, config } = platform
  const { destination, message } = await db.read(orgId, async (tx) => ({ destination: await findDestination(tx, claimed.destinationId!), message: await readHookMessage(tx, platform.publicUrl(), claimed) }))
  if (destination === null) return { kind: 'failed', detail: 'The place was switched off or retired before it was told.' }
  const repeatable = destination.kind === 'webhook'
  if (claimed.forsaken && !repeatable) return { kind: 'failed', detail: 'The program was stopped while it was being told: it may have arrived, and is not sent again.' }
  if (message.alerts.length === 0) return { kind: 'failed', detail: 'nothing of it is there any more' }
  let outcome: Outcome
  try {
    const { url, secret } = openDestination(platform, orgId, destination)
    outcome = readAnswer(await postOutside(url, { ...makeHookRequest(destination.kind, message, claimed.id, secret, now), allowPrivate: config.privateHooks }), repeatable)
  } catch (error) {
    outcome = { kind: 'failed', detail: (error as Error).message }
  }
  await db.write(orgId, (tx) => noteDestinationState(tx, destination.id, outcome, now))
  return outcome
}

const findDestination = async (tx: Tx, id: string): Promise<DestinationRow | null> =>
  (await tx.query<DestinationRow>('select id, name, kind, url, host, secret, state, active, retired_at from alert_destination where org_id = $1 and id = $2 and active and retired_at is null', [tx.orgId, id], 'destination-to-tell'))[0] ?? null

/** For everybody who reads that place: in the organization's language, with nothing that acts in somebody's name. */
async function readHookMessage(tx: Tx, publicUrl: string, claimed: Claimed): Promise<AlertMessage> {
  const { name, locale, timeZone } = await organizationOf(tx)
  const alerts = await readMessageAlerts(tx, claimed.rows, { staffId: '', role: 'administrator', access: 'everything', readsFeedback: true, language: locale, timeZone }, () => ({ acknowledge: null, task: null, callBack: null }))
  return { language: locale, timeZone, organization: name, publicUrl, how: howOf(claimed.bundle), alerts: alerts.map((a) => ({ ...a, diary: [] })) }
}

export const noteDestinationState = (tx: Tx, id: string, outcome: Outcome, now: Date) => tx.query(
  `update alert_destination set state = $3, updated_at = now() where org_id = $1 and id = $2`,
  [tx.orgId, id, JSON.stringify({ sending: outcome.kind === 'sent' ? 'ok' : 'failing', detail: outcome.kind === 'sent' ? null : (outcome.detail ?? null), at: now.toISOString() })], 'note-destination-state')
