import { decodeBase64 } from './base64.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';
import { decodeUuencodedBody } from './uuencode.ts';

export interface DecodedTransfer {
  bytes: Buffer;
  /** Plain text that stood behind base64 data. */
  footer: string;
  warning: string | null;
}

/** Content-Transfer-Encoding (RFC 2045 6) undone; `header` is the header as it stands. */
export function decodeTransfer(raw: Buffer, header: string | undefined): DecodedTransfer {
  const encoding = (header ?? '').slice(0, 200).replace(/\([^()]*\)/g, '').toLowerCase();
  if (/base-?\s?64|^\s*"?b"?\s*$/.test(encoding)) {
    const { bytes, footer, plain } = decodeBase64(raw);
    return { bytes, footer, warning: plain ? 'declared base64, read as plain' : null };
  }
  if (/quoted[-_ ]?print/.test(encoding)) return { bytes: decodeQuotedPrintable(raw), footer: '', warning: null };
  if (/uue(?:ncode)?|^\s*uu/.test(encoding)) {
    const file = decodeUuencodedBody(raw);
    return { bytes: file?.content ?? raw, footer: '', warning: file ? null : 'declared uuencode, read as plain' };
  }
  const plain = /^\s*"?(?:7|8)[- ]?bits?|^\s*"?binary|^\s*$|^\s*"?(?:none|text|utf-?8)/.test(encoding);
  return { bytes: raw, footer: '', warning: plain ? null : `unknown transfer encoding ${encoding.trim().slice(0, 40)}, read as plain` };
}
