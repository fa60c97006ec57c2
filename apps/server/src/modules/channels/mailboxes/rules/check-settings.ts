// What a mailbox must look like. Each fault is one sentence that says what to do, beside its field.
import { emailKey } from '../../../customers/index.ts'
import type { ImapSettings, SmtpSettings } from '../mailbox-row.ts'

export interface CheckedSettings {
  address?: string | undefined
  aliases?: readonly string[] | undefined
  imap?: ImapSettings | null | undefined
  smtp?: SmtpSettings | null | undefined
}

/** Field → sentence; empty when all is well. `has…Password`: one is stored already or comes along. */
export function checkSettings(settings: CheckedSettings, known: { hasImapPassword: boolean; hasSmtpPassword: boolean }, now = new Date()): Record<string, string> {
  const faults: Record<string, string> = {}
  if (settings.address !== undefined && !isAddress(settings.address)) faults['address'] = `"${settings.address}" is no e-mail address: write it like office@example.com.`
  settings.aliases?.forEach((alias, i) => {
    if (!isAddress(alias)) faults[`aliases.${i}`] = `"${alias}" is no e-mail address: write it like office@example.com.`
  })
  if (settings.imap) {
    checkServer(faults, 'imap', settings.imap, known.hasImapPassword)
    const folders = settings.imap.folders.map((f) => f.trim().toLowerCase())
    if (new Set(folders).size < folders.length) faults['imap.folders'] = 'A folder is named twice: leave each once.'
    if (settings.imap.importSince && new Date(settings.imap.importSince) > now) faults['imap.importSince'] = 'Mail can only be fetched from a day in the past on: choose today or an earlier day.'
  }
  if (settings.smtp) checkServer(faults, 'smtp', settings.smtp, known.hasSmtpPassword || settings.smtp.auth === 'none')
  return faults
}

function checkServer(faults: Record<string, string>, kind: 'imap' | 'smtp', { host, auth, user }: { host: string; auth: string; user: string }, hasPassword: boolean) {
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.?$|^[0-9a-f:.]+$/i.test(host)) {
    faults[`${kind}.host`] = 'This is no name of a server: write it without "https://", path or port, for example mail.example.com.'
  }
  if (auth !== 'none' && user.trim() === '') faults[`${kind}.user`] = 'Say as whom to sign in, usually the whole e-mail address.'
  if (auth !== 'none' && !hasPassword) faults[`${kind}Password`] = auth === 'xoauth2' ? 'Give the access token.' : 'Give the password.'
}

export const isAddress = (address: string): boolean => emailKey(address) !== null && !/[<>,;"()]/.test(address) && /@(?:[^@.\s]+\.)*[^@.\s]+$/.test(address.trim())
