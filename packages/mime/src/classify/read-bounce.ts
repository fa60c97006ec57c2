/** A notice of failed or delayed delivery, by report (RFC 3464) or by its text; null when the mail is none. */
import type { Bounce } from '../mail.ts';
import { messageId, messageIds } from '../read/headers/message-ids.ts';
import { splitHeaders } from '../read/headers/split-headers.ts';
import { readAddresses } from '../read/headers/addresses.ts';
import type { Part } from '../read/part.ts';
import { decodeTransfer } from '../read/transfer/decode-transfer.ts';
import { looksLikeBounce } from './bounce-signs.ts';
import { statusAndKind } from './bounce-status.ts';
import { readBounceText } from './bounce-text.ts';
import type { MailToClassify } from './classify-mail.ts';
import { readDeliveryStatus, type RecipientStatus } from './delivery-status.ts';

const partsLooked = 200;
const copyTypes = /^(?:message\/(?:rfc822|global|rfc822-headers|global-headers)|text\/(?:rfc822|rfc822-headers))$/;
// A receipt comes this far only when it tells of a rejection.
const statusTypes = /^message\/(?:(?:global-)?delivery-status|disposition-notification)$/;

export function readBounce(mail: MailToClassify): Bounce | null {
  const { headers, parts: root, raw } = mail;
  const parts = flatten(root);
  const statuses = parts.filter(({ type }) => statusTypes.test(type)).flatMap((part) => readDeliveryStatus(raw, part));
  const told = statuses.find(({ action }) => action.startsWith('fail')) ?? statuses.find(({ action, status }) => action === 'delayed' || (!/^(?:deliver|relay|expand)/.test(action) && !status?.startsWith('2.')));
  // Only good news: the sender had asked for a confirmation of delivery.
  if (statuses.length > 0 && !told && statuses.every(({ action }) => /^(?:deliver|relay|expand)/.test(action))) return null;
  const declared = root.type === 'multipart/report' && /delivery-status/i.test(root.typeParameters.get('report-type') ?? '');
  if (!told && !declared && !looksLikeBounce({ ...mail, copy: parts.some(({ type }) => copyTypes.test(type)) })) return null;
  return describe(mail, parts, told ?? null, headers);
}

function describe(mail: MailToClassify, parts: Part[], told: RecipientStatus | null, headers: MailToClassify['headers']): Bounce {
  const notThese = new Set([mail.from.toLowerCase(), ...(headers.get('to') ?? []).flatMap((value) => readAddresses(value)).map(({ address }) => address.toLowerCase())]);
  const fromText = readBounceText(mail.text, notThese);
  const failed = (headers.get('x-failed-recipients') ?? []).flatMap((value) => readAddresses(value)).find(({ address }) => address.includes('@'))?.address;
  const reason = (told?.diagnostic || fromText.reason || mail.subject).slice(0, 500);
  const delayed = told ? told.action === 'delayed' : isDelay(mail.subject, mail.text);
  // A short diagnostic ("smtp; 550") says less than the notice around it.
  const evidence = told?.diagnostic && told.diagnostic.length > 12 ? told.diagnostic : `${told?.diagnostic ?? ''} ${fromText.reason}\n${mail.text.slice(0, 2500)}`;
  const { status, kind } = statusAndKind(told?.status ?? null, evidence, delayed);
  const original = originalMail(mail, parts);
  return { recipient: told?.recipient ?? failed ?? fromText.recipient ?? original.recipient, status, kind, reason, originalMessageId: original.id ?? fromText.originalMessageId ?? idFromThread(headers) };
}

function isDelay(subject: string, text: string): boolean {
  return /delay|warning:|opóźni|задерж|verzöger/i.test(subject) || /this is a warning message only|you do not need to resend|has not yet been delivered|will (?:be retried|continue trying|keep trying)|delivery to the following recipients? has been delayed|wiadomość zostanie ponowiona/i.test(text.slice(0, 4000));
}

/** Message-ID of the mail that failed, and to whom it went when that was one person, from its copy inside the notice. */
function originalMail(mail: MailToClassify, parts: Part[]): { id: string | null; recipient: string | null } {
  const read: { id: string | null; recipient: string | null } = { id: null, recipient: null };
  for (const part of parts) {
    if (!copyTypes.test(part.type)) continue;
    const { bytes } = decodeTransfer(mail.raw.subarray(part.bodyStart, part.end), part.headers.get('content-transfer-encoding')?.[0]);
    const eol = bytes.includes(10) ? 10 : 13;
    let start = 0;
    while (bytes[start] === 10 || bytes[start] === 13) start++;
    const { headers } = splitHeaders({ raw: bytes, start, end: bytes.length, eol, isDelimiter: () => false });
    read.id ??= messageId(headers.get('message-id') ?? []);
    const to = (headers.get('to') ?? []).flatMap((value) => readAddresses(value)).filter(({ address }) => address.includes('@'));
    if (to.length === 1) read.recipient ??= to[0]!.address;
    if (read.id !== null) break;
  }
  return read;
}

// Exchange and Gmail put the id of the failed mail into the thread headers of the notice.
function idFromThread(headers: MailToClassify['headers']): string | null {
  return messageIds(headers.get('in-reply-to') ?? [])[0] ?? messageIds(headers.get('references') ?? []).at(-1) ?? null;
}

export function flatten(root: Part): Part[] {
  const all: Part[] = [root];
  for (let i = 0; i < all.length && all.length < partsLooked; i++) all.push(...all[i]!.children.slice(0, partsLooked));
  return all;
}
