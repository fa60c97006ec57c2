// A trial: the one way to know that everything typed is right. It looks as an alert will.
import { newId } from '../../../../../platform/id.ts'
import { postOutside } from '../../../../../platform/network/post-outside.ts'
import type { Platform } from '../../../../../platform/platform.ts'
import { organizationOf, type OrganizationFacts } from '../../../../identity/index.ts'
import { noteDestinationState } from '../../deliver/deliver-hook.ts'
import type { Outcome } from '../../deliver/settle-delivery.ts'
import { makeHookRequest } from '../../hooks/make-request.ts'
import { readAnswer } from '../../hooks/read-answer.ts'
import type { AlertMessage } from '../../message/alert-message.ts'
import { tellingWords } from '../../words/index.ts'
import { openDestination } from '../destination-row.ts'
import { getDestinationRow } from '../list-destinations.ts'

/** @throws Refusal `not-found` */
export async function tryDestination(platform: Platform, orgId: number, id: string, now: Date = new Date()): Promise<{ ok: boolean; detail: string }> {
  const { db, config, publicUrl } = platform
  const { row, org } = await db.read(orgId, async (tx) => ({
    row: await getDestinationRow(tx, id), org: await organizationOf(tx),
  }))
  let outcome: Outcome
  try {
    const { url, secret } = openDestination(platform, orgId, row)
    const request = makeHookRequest(row.kind, trialOf(org, publicUrl(), now), newId(), secret, now)
    outcome = readAnswer(await postOutside(url, { ...request, allowPrivate: config.privateHooks }), false)
  } catch (error) {
    outcome = { kind: 'failed', detail: (error as Error).message }
  }
  await db.write(orgId, async (tx) => {
    await noteDestinationState(tx, id, outcome, now)
    tx.publish({ name: 'alerts.destinationChanged', ids: { destinationId: id } })
  })
  return { ok: outcome.kind === 'sent', detail: outcome.detail ?? '' }
}

function trialOf({ name, locale, timeZone }: OrganizationFacts, publicUrl: string, now: Date): AlertMessage {
  const words = tellingWords(locale)
  const id = newId()
  const at = now.toISOString()
  return {
    language: locale, timeZone, organization: name, publicUrl, how: 'at-once',
    alerts: [{
      because: { code: 'address' }, step: 0, diary: [], filters: null, links: { acknowledge: null, task: null, callBack: null },
      alert: {
        id, ruleId: id, ruleName: words.trial.title, ruleKind: 'event', state: 'open', urgent: false, noData: false, times: 1, firstAt: at, lastAt: at, title: words.trial.title, why: {}, sentences: [words.trial.text], words: null, ticket: null, answerId: null, interactionId: null, customer: null, location: null, queue: null, staff: null, warningId: null, recoveryId: null,
        acknowledgedAt: null, acknowledgedByName: null, resolvedAt: null, resolvedByName: null, resolvedReason: null, note: '', useful: null, taskId: null,
      },
    }],
  }
}
