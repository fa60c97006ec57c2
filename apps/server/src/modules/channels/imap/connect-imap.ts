import { ImapFlow } from 'imapflow'
import type { ImapSettings } from '../mailboxes/mailbox-row.ts'

/** A client with the mailbox's settings, not yet connected. Its errors come by its promises; it logs nothing (mail text would be in it). */
export function connectImap(settings: ImapSettings, secret: string, options: { timeoutMs?: number; mostBytes?: number } = {}): ImapFlow {
  const client = new ImapFlow({
    host: settings.host, port: settings.port, secure: settings.security === 'tls',
    ...(settings.security === 'starttls' ? { doSTARTTLS: true } : {}),
    ...(settings.security === 'none' ? { doSTARTTLS: false } : {}),
    auth: settings.auth === 'xoauth2' ? { user: settings.user, accessToken: secret } : { user: settings.user, pass: secret },
    clientInfo: { name: 'Kontuar' },
    logger: false,
    // Whether and when to idle is the watcher's decision.
    disableAutoIdle: true,
    connectionTimeout: options.timeoutMs ?? 30_000, greetingTimeout: options.timeoutMs ?? 20_000, socketTimeout: options.timeoutMs ?? 300_000,
    ...(options.mostBytes === undefined ? {} : { maxLiteralSize: options.mostBytes }),
    tls: { minVersion: 'TLSv1.2' },
  })
  client.on('error', () => {})
  return client
}
