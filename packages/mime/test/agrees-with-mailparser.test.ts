/**
 * Guards against a blind spot of our own: a second, independent parser reads whole mails of the usual
 * programs, and both must see the same. Where we differ on purpose, the mail says so below.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { simpleParser, type AddressObject } from 'mailparser';
import { expect, test } from 'vitest';
import { readMail } from '../src/index.ts';

const folder = new URL('./mails/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));

/** Undeclared bytes, files written into the text and attached mails, which mailparser reads as text. */
const readDifferently = new Set(['phone-windows-1250-undeclared.eml', 'old-uuencode.eml']);

const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const people = (list: AddressObject | AddressObject[] | undefined) =>
  [list ?? []].flat().flatMap(({ value }) => value).flatMap((entry) => entry.group ?? [entry]).filter(({ address }) => address).map(({ name, address }) => ({ name, address }));

test('there are mails to compare', () => {
  expect(files.length).toBeGreaterThanOrEqual(12);
});

test.each(files.filter((name) => !readDifferently.has(name)))('%s', async (name) => {
  const raw = readFileSync(new URL(name, folder));
  const ours = await readMail(raw);
  const theirs = await simpleParser(raw, { skipHtmlToText: false });
  expect([ours.from]).toEqual(people(theirs.from));
  expect(ours.cc).toEqual(people(theirs.cc));
  expect(ours.subject).toBe(theirs.subject);
  expect(ours.date).toEqual(theirs.date ?? null);
  expect(`<${ours.messageId}>`).toBe(theirs.messageId);
  expect(ours.attachments.map(({ name, size, content }) => [name, size, sha(content)])).toEqual(theirs.attachments.map(({ filename }, i) => [filename ?? ours.attachments[i]?.name, theirs.attachments[i]!.size, sha(theirs.attachments[i]!.content)]));
  if (theirs.text) expect(words(ours.text)).toContain(words(theirs.text.split('\n\n')[0]!));
});

test('mail that the other parser reads wrongly is read rightly', async () => {
  const read = async (name: string) => readMail(readFileSync(new URL(name, folder)));
  const undeclared = await read('phone-windows-1250-undeclared.eml');
  expect([undeclared.subject, undeclared.text]).toEqual(['Prośba o fakturę', 'Dzień dobry, proszę o fakturę za usługę z grudnia. Z góry dziękuję, Zosia Żółta']);
  const old = await read('old-uuencode.eml');
  expect([old.from.name, old.date?.toISOString(), old.attachments[0]?.name, Buffer.from(old.attachments[0]!.content).toString()]).toEqual(['Fred Foobar', '1998-01-13T10:00:00.000Z', 'cat.txt', 'Cat']);
});

test('replies of the usual programs show the new words alone', async () => {
  const reply = await readMail(readFileSync(new URL('gmail-reply.eml', folder)));
  expect(reply.folds.visible).toBe('Tak, potwierdzam.');
  expect([reply.language, reply.inReplyTo, reply.references]).toEqual(['pl', ['t-2@firma.example'], ['t-1@firma.example', 't-2@firma.example']]);
});
