// Our own webhook: JSON that programs read (docs/api/alert-webhook.md), signed over its moment and bytes so that nobody else can send it, nor send it again later.
import { createHmac } from 'node:crypto'
import type { AlertMessage } from '../message/alert-message.ts'

export function webhookPayload(message: AlertMessage, id: string, at: Date): object {
  return {
    version: 1, event: message.how === 'digest' ? 'alerts.digest' : 'alerts.opened', id, sentAt: at.toISOString(), organization: message.organization, language: message.language, timeZone: message.timeZone,
    alerts: message.alerts.map(({ alert, filters }) => ({ ...alert, filters, url: `${message.publicUrl}/alerts/${alert.id}` })),
  }
}

export const signatureOf = (secret: string, body: string, at: Date): string => {
  const t = Math.floor(at.getTime() / 1000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
