import { UnreadableMail } from '../unreadable-mail.ts';

export interface StartOfMail {
  raw: Buffer;
  start: number;
  /** The byte that ends lines: LF, or CR in a mail of old Macintosh line ends. */
  eol: number;
}

/** Finds where the headers begin: behind a byte order mark, blank lines or zero bytes; UTF-16 files become UTF-8. */
export function startOfMail(bytes: Buffer): StartOfMail {
  let raw = bytes;
  if (raw[0] === 0xff && raw[1] === 0xfe) raw = Buffer.from(raw.subarray(2).toString('utf16le'), 'utf8');
  let start = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (start < raw.length && (raw[start] === 13 || raw[start] === 10 || raw[start] === 0)) start++;
  let at = start;
  while (at < raw.length && raw[at]! <= 32) at++;
  if (at === raw.length) throw new UnreadableMail('The mail is empty: it holds neither headers nor text.');
  return { raw, start, eol: raw.includes(10, start) ? 10 : 13 };
}
