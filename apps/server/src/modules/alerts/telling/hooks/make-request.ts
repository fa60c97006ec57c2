// The request to a place as it leaves; apart, so that it can be looked at without a network. Pure.
import type { DestinationKind, AlertMessage } from '../message/alert-message.ts'
import { mattermostPayload } from './mattermost-payload.ts'
import { slackPayload } from './slack-payload.ts'
import { teamsPayload } from './teams-payload.ts'
import { signatureOf, webhookPayload } from './webhook-payload.ts'

export function makeHookRequest(kind: DestinationKind, message: AlertMessage, id: string, secret: string | null, now: Date): { headers: Record<string, string>; body: Buffer } {
  const payload = { webhook: () => webhookPayload(message, id, now), slack: () => slackPayload(message), teams: () => teamsPayload(message), mattermost: () => mattermostPayload(message) }[kind]()
  const body = JSON.stringify(payload)
  return {
    body: Buffer.from(body),
    headers: {
      'content-type': 'application/json; charset=utf-8', 'accept': 'application/json, text/plain;q=0.9, */*;q=0.1',
      ...(kind === 'webhook' ? { 'idempotency-key': id, ...(secret === null ? {} : { 'kontuar-signature': signatureOf(secret, body, now) }) } : {}),
    },
  }
}
