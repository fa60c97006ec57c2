// What somebody wrote, made safe and whole: text from HTML, HTML from text, pasted pictures and attachments found.
import { sanitiseMailHtml, textFromHtml } from '@kontuar/mime'
import type { AnswerBody } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { findUploads, type Upload } from '../../diary/index.ts'
import { takeInlineImages } from './rules/inline-images.ts'
import { htmlFromText } from './rules/write-body.ts'

export interface Written { text: string; html: string; attached: Upload[]; inline: Upload[] }

/** Most servers refuse more than 25 MB, and base64 adds a third. */
const largestTotal = 25 * 1024 * 1024

/** @throws Refusal `invalid-input` when nothing was written or a file is not one's own, `too-large` */
export async function readWritten(tx: Tx, staffId: string, body: Pick<AnswerBody, 'text' | 'html' | 'attachmentIds'>): Promise<Written> {
  const images = takeInlineImages(storable(body.html ?? ''))
  const html = body.html === undefined ? '' : sanitiseMailHtml(images.html)
  const text = storable(body.text ?? '').replaceAll('\r\n', '\n').trim() || textFromHtml(html).trim()
  if (text === '' && images.uploadIds.length === 0) throw new Refusal('invalid-input', 'There is nothing written: write the text first.', { text: 'is empty' })

  const attachedIds = [...new Set(body.attachmentIds ?? [])].filter((id) => !images.uploadIds.includes(id))
  const [attached, inline] = await Promise.all([findUploads(tx, attachedIds, staffId), findUploads(tx, images.uploadIds, staffId)])
  if (attached.length < attachedIds.length || inline.length < images.uploadIds.length) {
    throw new Refusal('invalid-input', 'An attachment is not there any more, or somebody else uploaded it: attach the file again.', { attachmentIds: 'are not all your uploads' })
  }
  const total = [...attached, ...inline].reduce((sum, file) => sum + file.size, 0)
  if (total > largestTotal) throw new Refusal('too-large', `The attachments have ${Math.ceil(total / 1048576)} MB together, more than the 25 MB that mail servers take: send a part of them, or a link.`)
  return { text, html: html.trim() === '' ? htmlFromText(text) : html, attached, inline }
}
