/** Who wrote to whom, from headers that may be missing, doubled or empty. */
import type { MailAddress } from '../mail.ts';
import { readAddresses, tidyAddress } from './headers/addresses.ts';
import { decodeRawHeader } from './headers/header-text.ts';
import type { HeaderBlock } from './headers/split-headers.ts';

export interface Envelope {
  from: MailAddress;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  deliveredTo: string[];
  warnings: string[];
}

export function readEnvelope(headers: HeaderBlock, charset: string | null): Envelope {
  const list = (name: string) => (headers.get(name) ?? []).flatMap((value) => readAddresses(decodeRawHeader(value, charset)));
  const people = (name: string) => withoutDoubles(list(name).filter(({ address }) => address !== ''));
  const warnings: string[] = [];
  const authors = list('from');
  const sender = list('sender').find(({ address }) => address.includes('@')) ?? null;
  const replyTo = people('reply-to');
  let from = authors.find(({ address }) => address.includes('@')) ?? authors.find(({ address }) => address !== '');
  const named = new Set(authors.map(({ address }) => address.toLowerCase()).filter(Boolean));
  if (named.size > 1) warnings.push(`${named.size} senders in From, the first was taken`);
  if (!from) {
    const stand: [string, MailAddress | undefined][] = [
      ['Sender', sender ?? undefined],
      ['Reply-To', replyTo[0]],
      ['Resent-From', people('resent-from')[0]],
      ['Return-Path', people('return-path')[0]],
      ['X-Envelope-From', people('x-envelope-from')[0]],
    ];
    const found = stand.find(([, address]) => address?.address.includes('@'));
    const name = authors[0]?.name ?? '';
    if (found) {
      from = { name: found[1]!.name || name, address: found[1]!.address };
      warnings.push(`no address in From, taken from ${found[0]}`);
    } else {
      from = { name, address: '' };
      warnings.push('no sender address');
    }
  }
  return { from, sender, replyTo, to: people('to'), cc: people('cc'), bcc: people('bcc'), deliveredTo: deliveredTo(headers), warnings };
}

function deliveredTo(headers: HeaderBlock): string[] {
  const values = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((name) => headers.get(name) ?? []);
  const addresses = values.flatMap((value) => value.split(',')).map((value) => tidyAddress(value.replace(/^.*<|>.*$/gs, '')));
  return [...new Set(addresses.filter((address) => address.includes('@')))];
}

function withoutDoubles(addresses: MailAddress[]): MailAddress[] {
  const seen = new Set<string>();
  return addresses.filter(({ address }) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
