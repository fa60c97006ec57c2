// Tries the settings and names the fault. Needs the permission to manage mailboxes, since it connects to
// wherever it is told; answers nothing of what a server says beyond its refusal.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { Static } from 'typebox'
import type { ConnectionResult, ConnectionTest } from '@kontuar/contracts'
import type { Crypto } from '../../../../platform/crypto/seal.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { Refusal, notFound } from '../../../../platform/http/refusal.ts'
import { connectTo } from '../../../../platform/mail/index.ts'
import { connectImap } from '../../imap/connect-imap.ts'
import { openSecret } from '../commands/seal-secrets.ts'
import type { ImapSettings, MailboxRow, SmtpSettings } from '../mailbox-row.ts'
import { findMailbox } from '../queries.ts'
import { checkSettings } from '../rules/check-settings.ts'
import { nameFault, type Asked } from './name-fault.ts'

const usualLimitMs = 10_000

/** Link-local (the metadata service of clouds among them), multicast and "this host": nobody's mail server. */
const forbidden = new BlockList()
forbidden.addSubnet('169.254.0.0', 16, 'ipv4')
forbidden.addSubnet('224.0.0.0', 3, 'ipv4')
forbidden.addSubnet('0.0.0.0', 8, 'ipv4')
forbidden.addSubnet('fe80::', 10, 'ipv6')
forbidden.addSubnet('ff00::', 8, 'ipv6')
forbidden.addAddress('::', 'ipv6')

type Test = Static<typeof ConnectionTest>
type Result = Static<typeof ConnectionResult>

/** Answers within `limitMs`, whatever the servers do. */
export async function testConnection(db: Database, crypto: Crypto, orgId: number, test: Test, limitMs = usualLimitMs): Promise<Result> {
  const stored = test.id === undefined ? null : await db.read(orgId, (tx) => findMailbox(tx, test.id!))
  if (test.id !== undefined && stored === null) throw notFound('mailbox')
  const imap = test.imap ?? stored?.imap ?? null
  const smtp = test.smtp ?? stored?.smtp ?? null
  if (imap === null && smtp === null) throw new Refusal('invalid-input', 'Give the settings of a server to try, or the id of a mailbox that has some.')
  const passwords = { imap: passwordFor(crypto, stored, test, 'imap', imap), smtp: passwordFor(crypto, stored, test, 'smtp', smtp) }
  const faults = checkSettings({ imap, smtp }, { hasImapPassword: passwords.imap !== null, hasSmtpPassword: passwords.smtp !== null })
  if (Object.keys(faults).length > 0) throw new Refusal('invalid-input', Object.values(faults)[0]!, faults)
  const [imapResult, smtpResult] = await Promise.all([imap && tryImap(imap, passwords.imap ?? '', limitMs), smtp && trySmtp(smtp, passwords.smtp, limitMs)])
  return { imap: imapResult, smtp: smtpResult }
}

/** A stored password is tried only at the host it was stored for. */
function passwordFor(crypto: Crypto, stored: MailboxRow | null, test: Test, kind: 'imap' | 'smtp', settings: { host: string } | null): string | null {
  const typed = test[`${kind}Password`]
  if (typed !== undefined && typed !== '') return typed
  if (stored === null || settings === null || stored[kind]?.host.toLowerCase() !== settings.host.toLowerCase()) return null
  return openSecret(crypto, stored.id, stored.secrets, kind)
}

async function tryImap(settings: ImapSettings, password: string, limitMs: number): Promise<NonNullable<Result['imap']>> {
  const asked: Asked = { protocol: 'IMAP', ...settings }
  const client = connectImap(settings, password, { timeoutMs: limitMs })
  try {
    return await inTime(limitMs, async () => {
      await refuseForbidden(settings.host)
      await client.connect()
      const folders = (await client.list({ listOnly: true })).filter((f) => !f.flags.has('\\Noselect')).map((f) => f.path)
      const missing = settings.folders.filter((f) => !folders.some((known) => known === f || (f.toUpperCase() === 'INBOX' && known.toUpperCase() === 'INBOX')))
      if (missing.length > 0) return { ok: false, fault: 'folder-not-found' as const, detail: `The mailbox has no folder "${missing.join('", "')}": choose one of those it has.`, folders }
      return { ok: true, fault: 'none' as const, detail: `Connected; ${folders.length} folders.`, folders }
    })
  } catch (error) {
    return { ok: false, ...nameFault(error as Error, asked), folders: [] }
  } finally {
    client.close()
  }
}

async function trySmtp(settings: SmtpSettings, password: string | null, limitMs: number): Promise<NonNullable<Result['smtp']>> {
  try {
    return await inTime(limitMs, async () => {
      await refuseForbidden(settings.host)
      const connection = await connectTo({ ...settings, secret: password }, 'localhost')
      connection.on('error', () => {})
      connection.quit()
      return { ok: true, fault: 'none' as const, detail: settings.auth === 'none' ? 'Connected.' : 'Connected and signed in.' }
    })
  } catch (error) {
    return { ok: false, ...nameFault(error as Error, { protocol: 'SMTP', ...settings }) }
  }
}

async function refuseForbidden(host: string) {
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true })
  if (addresses.some(({ address, family }) => forbidden.check(address, family === 6 ? 'ipv6' : 'ipv4'))) throw Object.assign(new Error('not a mail server'), { code: 'NOT_ALLOWED_HOST' })
}

function inTime<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(Object.assign(new Error('the test took too long'), { code: 'TEST_TIMEOUT' })), limitMs)
    work().then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
