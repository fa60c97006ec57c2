// The mailbox named in the environment (KONTUAR_MAILBOX, KONTUAR_SMTP_URL) for the first organization. Made
// once: what people change in it later, retiring it included, is not undone by the next start.
import type { Platform } from '../../../../platform/platform.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { emailKey } from '../../../customers/index.ts'
import type { SmtpSettings } from '../mailbox-row.ts'
import { createMailbox } from './create-mailbox.ts'

export async function ensureFirstMailbox({ config, crypto, db, log }: Platform): Promise<void> {
  if (config.firstMailbox === null) return
  const { address, smtpUrl } = config.firstMailbox
  const [row] = await db.query<{ org_id: number | null }>('select first_organization() as org_id')
  const orgId = row?.org_id ?? null
  if (orgId === null) return log.info('the mailbox of KONTUAR_MAILBOX is made at the first start after an organization exists')
  try {
    await db.write(orgId, async (tx) => {
      const known = await tx.query<{ address: string }>('select address from mailbox where org_id = $1 union select unnest(aliases) from mailbox where org_id = $1', [orgId])
      if (known.some((k) => emailKey(k.address) === emailKey(address))) return
      const [org] = await tx.query<{ name: string }>('select name from org where id = $1', [orgId])
      const smtp = smtpUrl === null ? null : readSmtpUrl(smtpUrl)
      await createMailbox(tx, crypto, null, { name: org!.name, address, smtp: smtp?.settings ?? null, ...(smtp?.password ? { smtpPassword: smtp.password } : {}) })
    })
  } catch (error) {
    // Another process that starts at this moment made it, or another organization has the address.
    if (!(error instanceof Refusal)) throw error
    log.warn({ code: error.code }, 'the mailbox of KONTUAR_MAILBOX was not made')
  }
}

/**
 * `smtps://` is TLS from the first byte. `smtp://` with a user is STARTTLS (a password must not travel in clear),
 * without one a relay on one's own network, in clear. `?security=none|starttls|tls` says otherwise.
 */
export function readSmtpUrl(url: string): { settings: SmtpSettings; password: string | null } {
  const parsed = new URL(url)
  const user = decodeURIComponent(parsed.username)
  const asked = parsed.searchParams.get('security')
  const usual = parsed.protocol === 'smtps:' ? 'tls' : user !== '' ? 'starttls' : 'none'
  const security = asked === 'tls' || asked === 'starttls' || asked === 'none' ? asked : usual
  const port = parsed.port !== '' ? Number(parsed.port) : security === 'tls' ? 465 : user !== '' ? 587 : 25
  return { settings: { host: parsed.hostname.replace(/^\[|\]$/g, ''), port, security, user, auth: user === '' ? 'none' : 'password' }, password: parsed.password === '' ? null : decodeURIComponent(parsed.password) }
}
