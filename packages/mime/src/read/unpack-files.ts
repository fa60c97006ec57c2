/** What lies inside attachments and belongs to the mail itself: winmail.dat, and the words of a lone invitation. */
import { decodeCharset } from './charset/decode-charset.ts';
import { calendarSummary } from './body/calendar.ts';
import type { RawFile } from './read-attachments.ts';
import { readTnef } from './tnef/read-tnef.ts';

export interface Unpacked {
  files: RawFile[];
  /** Text and HTML found in a winmail.dat; null when there was none. */
  text: string | null;
  html: string | null;
}

export function unpackTnef(files: readonly RawFile[]): Unpacked {
  const unpacked: Unpacked = { files: [], text: null, html: null };
  for (const file of files) {
    const content = isTnef(file) ? readTnef(Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength)) : null;
    const useful = content !== null && (content.files.length > 0 || Boolean(content.text?.trim()) || Boolean(content.html?.trim()));
    // Nothing inside could be read: the file itself stays.
    if (!content || !useful) {
      unpacked.files.push(file);
      continue;
    }
    unpacked.text ??= content.text?.replace(/\r\n?/g, '\n').trim() || null;
    unpacked.html ??= content.html?.trim() || null;
    for (const inner of content.files) unpacked.files.push({ ...inner, inline: false });
  }
  return unpacked;
}

export function invitationText(files: readonly RawFile[]): string {
  const invitation = files.find(({ type, name }) => type === 'text/calendar' || type === 'application/ics' || /\.ics$/i.test(name));
  if (!invitation || invitation.content.byteLength > 2_000_000) return '';
  return calendarSummary(decodeCharset(Buffer.from(invitation.content), 'utf-8').text).replace(/\r/g, '').trim();
}

function isTnef({ type, name }: RawFile): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name);
}
