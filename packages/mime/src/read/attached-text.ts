/**
 * Words for a mail that has none of its own: those of the mail it passes on as an attachment, or the
 * report it consists of. An empty entry in the diary helps nobody; the attachment stays as it is.
 */
import { decodeCharset } from './charset/decode-charset.ts';
import { collectParts } from './collect-parts.ts';
import { joinBody } from './join-body.ts';
import { parseTree } from './parse-tree.ts';
import type { RawFile } from './read-attachments.ts';

const longestReport = 20_000;

/** One level deep, so that the work stays linear; '' when there is nothing to show. */
export function attachedText(files: readonly RawFile[]): string {
  const report = files.find(({ type }) => /^message\/(?:(?:global-)?delivery-status|disposition-notification)$/.test(type));
  if (report) return decodeCharset(Buffer.from(report.content.subarray(0, longestReport)), 'utf-8').text.replace(/\r\n?/g, '\n').trim();
  const mail = files.find(({ type }) => type === 'message/rfc822' || type === 'message/global');
  if (!mail) return '';
  const raw = Buffer.from(mail.content.buffer, mail.content.byteOffset, mail.content.byteLength);
  const root = parseTree(raw, 0, raw.includes(10) ? 10 : 13, new Set());
  return joinBody(raw, collectParts(root).segments, root.typeParameters.get('charset') ?? null, new Set()).text;
}
