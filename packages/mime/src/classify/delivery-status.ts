/** The machine-readable part of a report: message/delivery-status (RFC 3464), as groups of fields. */
import { splitHeaders, type HeaderBlock } from '../read/headers/split-headers.ts';
import type { Part } from '../read/part.ts';
import { decodeTransfer } from '../read/transfer/decode-transfer.ts';

export interface RecipientStatus {
  recipient: string | null;
  /** failed, delayed, delivered, relayed, expanded; '' when the field is missing. */
  action: string;
  status: string | null;
  diagnostic: string;
}

const mostRecipients = 1000;

export function readDeliveryStatus(raw: Buffer, part: Part): RecipientStatus[] {
  const { bytes } = decodeTransfer(raw.subarray(part.bodyStart, part.end), part.headers.get('content-transfer-encoding')?.[0]);
  const found: RecipientStatus[] = [];
  const eol = bytes.includes(10) ? 10 : 13;
  let at = 0;
  while (at < bytes.length && found.length < mostRecipients) {
    const { headers, bodyStart } = splitHeaders({ raw: bytes, start: at, end: bytes.length, eol, isDelimiter: () => false });
    if (headers.has('final-recipient') || headers.has('original-recipient') || headers.has('action') || headers.has('status')) found.push(recipientOf(headers));
    if (bodyStart > at) at = bodyStart;
    else {
      // A line that is no field: step over it.
      const next = bytes.indexOf(eol, at);
      at = next === -1 ? bytes.length : next + 1;
    }
  }
  return found;
}

function recipientOf(headers: HeaderBlock): RecipientStatus {
  const field = (name: string) => headers.get(name)?.[0] ?? '';
  // The original recipient is the address we wrote to (RFC 3461 4.2); the final one may be a mailbox behind it.
  const named = ['original-recipient', 'final-recipient', 'x-actual-recipient'].map((name) => addressOf(field(name))).filter((address) => address !== null);
  const recipient = named.find((address) => /@[^@]+\.[^@]/.test(address)) ?? named[0] ?? null;
  const diagnostics = headers.get('diagnostic-code') ?? [];
  const diagnostic = diagnostics.map((value) => value.replace(/^\s*[\w.-]{1,30}\s*;\s*/, '')).join(' ').replace(/\s+/g, ' ').trim();
  const statusText = headers.get('status')?.map((value) => /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(value)?.[1]).find(Boolean) ?? null;
  return { recipient, action: (/[a-z]+/.exec(field('action').toLowerCase()) ?? [''])[0], status: statusText, diagnostic };
}

/** "rfc822; jan@example.com" and its variants; null when there is no mail address in it. */
function addressOf(field: string): string | null {
  const value = field.slice(0, 2000).replace(/^\s*[\w-]{1,30}\s*;+\s*/, '');
  const match = /[^\s<>()"',;:\\[\]@]+@[^\s<>()"',;:\\[\]@]+/.exec(value);
  return match ? match[0].replace(/\.+$/, '') : null;
}
