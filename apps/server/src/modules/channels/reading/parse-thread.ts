// Runs in a thread of its own (parse-pool.ts): whatever a mail does to its reader, it does not do it to the process.
import { parentPort } from 'node:worker_threads'
import { UnreadableMail, foldText, readMail } from '@kontuar/mime'
import type { StoredFold } from '../../diary/index.ts'
import type { ParseAnswer, ParseRequest, ParsedAttachment } from './parsed-mail.ts'

const port = parentPort!

async function parse({ raw, ownAddresses }: ParseRequest): Promise<{ answer: ParseAnswer; transfer: ArrayBuffer[] }> {
  const read = await readMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), { ownAddresses })
  // The database holds no NUL; taken out here, where the folds can still be made to fit.
  const text = read.text.replaceAll('\0', '')
  const folds = text === read.text ? read.folds : foldText(text)
  const attachments = read.attachments.map((a): ParsedAttachment => ({ name: a.name, type: a.type, content: ownBytes(a.content, raw), contentId: a.contentId, inline: a.inline }))
  return {
    answer: { mail: {
      from: read.from, to: read.to, cc: read.cc, bcc: read.bcc, replyTo: read.replyTo, deliveredTo: read.deliveredTo, subject: read.subject,
      messageId: read.messageId, inReplyTo: read.inReplyTo, references: read.references, text, visibleText: folds.visible,
      folds: folds.segments.every((s) => s.kind === 'text') ? null : folds.segments.map((s): StoredFold => [s.kind, s.from, s.to]),
      html: read.html, mailClass: read.class, automatic: read.automatic, bounce: read.bounce, language: read.language, warnings: read.warnings, attachments,
    } },
    transfer: [...new Set(attachments.map((a) => a.content.buffer))],
  }
}

/** A view into a larger buffer would take the whole of it along: such bytes are copied out. */
function ownBytes(content: Uint8Array, raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = content.buffer instanceof ArrayBuffer && content.buffer !== raw.buffer && content.byteLength === content.buffer.byteLength
  return whole ? (content as Uint8Array<ArrayBuffer>) : new Uint8Array(content)
}

port.on('message', (request: ParseRequest) => {
  parse(request).then(({ answer, transfer }) => port.postMessage(answer, transfer), (error: unknown) => {
    const reason = error instanceof UnreadableMail ? error.reason : `The reader failed on it (${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}). The original is kept: download it, or try again after an update.`
    port.postMessage({ unreadable: reason } satisfies ParseAnswer)
  })
})
port.postMessage('ready')
