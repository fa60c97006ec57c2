// Between what the composer shows and what is kept of it.
import type { DraftBody, Interaction, UploadedFile } from '@kontuar/contracts'
import { sameAddress } from './addresses.ts'
import type { Recipients } from './reply-recipients.ts'

/** `recipients` null: as the ticket suggests them. */
export interface Content { html: string; kind: DraftBody['kind']; recipients: Recipients | null; files: UploadedFile[] }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const htmlOfText = (text: string): string =>
  text.trim() === '' ? '' : text.trim().split(/\n{2,}/).map((block) => `<p>${block.replace(/[&<>"]/g, (char) => escapes[char]!).replaceAll('\n', '<br>')}</p>`).join('')

export const isBlankHtml = (html: string): boolean => !/<img\b/i.test(html) && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === ''

/** Null when there is nothing worth keeping. */
export function draftOf({ html, kind, recipients, files }: Content): DraftBody | null {
  if (isBlankHtml(html) && files.length === 0 && recipients === null) return null
  return { html, kind, to: recipients?.to ?? [], cc: recipients?.cc ?? [], bcc: recipients?.bcc ?? [], attachments: files }
}

export function contentOf({ html, kind, to, cc, bcc, attachments }: DraftBody): Content {
  const named = to.length + cc.length + bcc.length > 0
  return { html, kind, recipients: named ? { to, cc, bcc } : null, files: attachments }
}

/** What was sent and is taken back, from the diary alone (the window was closed in between). */
export const contentOfEntry = (entry: Interaction): Content => ({ html: htmlOfText(entry.visibleText), kind: 'message', recipients: { to: entry.to, cc: entry.cc, bcc: entry.bcc }, files: [] })

export function sameRecipients(a: Recipients, b: Recipients): boolean {
  return (['to', 'cc', 'bcc'] as const).every((field) => a[field].length === b[field].length && a[field].every(({ address }, index) => sameAddress(address, b[field][index]!.address)))
}
