/** Attachment parts with their bytes exactly as sent: only the transfer encoding is undone. */
import type { MailAttachment } from '../mail.ts';
import { attachmentName } from './attachment-name.ts';
import type { Part } from './part.ts';
import { decodeTransfer } from './transfer/decode-transfer.ts';

export interface RawFile {
  name: string;
  type: string;
  content: Uint8Array;
  contentId: string | null;
  inline: boolean;
}

export function readFilePart(raw: Buffer, part: Part, parent: Part | null, warnings: Set<string>): RawFile {
  if (part.type.startsWith('multipart/')) {
    // Left whole: with its headers it is a mail that can be opened again.
    return { name: '', type: 'message/rfc822', content: raw.subarray(part.start, part.end), contentId: null, inline: false };
  }
  const { bytes, warning } = decodeTransfer(raw.subarray(part.bodyStart, part.end), part.headers.get('content-transfer-encoding')?.[0]);
  if (warning) warnings.add(warning);
  const id = part.headers.get('content-id')?.[0]?.trim().replace(/^<+|>+$/g, '').trim();
  const contentId = id || null;
  const inRelated = contentId !== null && parent?.type === 'multipart/related';
  return {
    name: part.dispositionParameters.get('filename') || part.typeParameters.get('name') || locationName(part),
    type: part.type,
    content: bytes,
    contentId,
    inline: part.disposition === 'inline' || (inRelated && part.disposition !== 'attachment'),
  };
}

/** Apple's mailer names pictures by Content-Location alone (RFC 2557); an address with a scheme is no name. */
function locationName(part: Part): string {
  const location = part.headers.get('content-location')?.[0] ?? '';
  return /^[^:?#]{1,200}\.\w{1,5}$/.test(location) ? location : '';
}

/** Names them, numbers the nameless, and marks as inline what the HTML shows by cid:. */
export function finishAttachments(files: readonly RawFile[], html: string | null): MailAttachment[] {
  return files.map(({ name, type, content, contentId, inline }, index) => ({
    name: attachmentName(name, type, index + 1),
    type,
    size: content.byteLength,
    content,
    contentId,
    inline: inline || (contentId !== null && html !== null && files.length < 500 && html.includes(`cid:${contentId}`)),
  }));
}
