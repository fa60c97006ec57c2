/**
 * Guards against mail made to crash or to hang: nothing but UnreadableMail is thrown, and the work grows
 * with the size alone. Work is counted (bytes and characters the parser asks for), never timed.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMail, UnreadableMail } from '../src/index.ts';
import { parseTree } from '../src/read/parse-tree.ts';
import { mail, multipart, nested } from './build-mail.ts';

const sample = multipart('mixed', 'outer', [
  nested('alternative', 'inner', [['Content-Type: text/plain; charset=utf-8; format=flowed', 'Content-Transfer-Encoding: quoted-printable', '', 'Za=C5=BC=C3=B3=C5=82=C4=87 =', '> quote', 'begin 644 a.txt', '#0V%T', 'end'], ['Content-Type: text/html', '', '<p>x <img src="cid:a@b"></p>']]),
  ['Content-Type: application/pdf; name="=?utf-8?B?xbwucGRm?="', 'Content-Transfer-Encoding: base64', '', 'QUJDREVG'.repeat(30)],
  ['Content-Type: message/rfc822', '', 'Subject: in', '', 'x'],
  ['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; x', '', 'Final-Recipient: rfc822; a@b.pl', 'Action: failed', 'Status: 5.1.1'],
], ['Date: Mon, 5 Jan 2026 12:00:00 +0100', 'References: <a@b> <c@d>', 'Received: x', "X: =?utf-8?Q?=C5?= =?utf-8?Q?=BC?="]);

const onlyUnreadable = async (raw: Buffer) => {
  try {
    const read = await readMail(raw);
    expect(read.folds.segments.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(read.text.length);
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
  }
};

test('a mail cut off at any place is read', async () => {
  for (let end = 0; end <= sample.length; end += 7) await onlyUnreadable(sample.subarray(0, end));
});

test('a mail with any bytes changed is read', async () => {
  const changes = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 });
  await fc.assert(fc.asyncProperty(changes, async (list) => {
    const raw = Buffer.from(sample);
    for (const [at, byte] of list) raw[at] = byte;
    await onlyUnreadable(raw);
  }), { numRuns: 400 });
});

test('pieces of mail in any order are read', async () => {
  const lines = sample.toString('latin1').split('\r\n');
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(lines.length - 1), { maxLength: 80 }), async (order) => {
    await onlyUnreadable(Buffer.from(order.map((at) => lines[at]).join('\r\n'), 'latin1'));
  }), { numRuns: 200 });
});

test('any bytes at all are read', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (raw) => onlyUnreadable(Buffer.from(raw))), { numRuns: 200 });
});

test('attachment bytes survive whatever they are', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (content) => {
    const coded = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
    const read = await readMail(multipart('mixed', 'b', [['', 'x'], ['Content-Type: application/octet-stream', 'Content-Transfer-Encoding: base64', '', coded]]));
    expect(Buffer.from(read.attachments[0]!.content).equals(content)).toBe(true);
  }), { numRuns: 100 });
});

test('a thousand levels of multiparts end in an attachment at the limit', async () => {
  const lines = ['From: a@x.pl'];
  for (let level = 0; level < 1000; level++) lines.push(`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`);
  const read = await readMail(mail(...lines, '', 'na dnie'));
  expect(read.attachments).toHaveLength(1);
  expect(read.attachments[0]).toMatchObject({ type: 'message/rfc822', name: 'attachment-1.eml' });
  expect(Buffer.from(read.attachments[0]!.content).toString()).toContain('na dnie');
  expect(read.warnings.join()).toContain('nested deeper than 100 levels');
});

test('five thousand parts are all read', async () => {
  const parts = Array.from({ length: 5000 }, (_, i) => ['Content-Type: application/octet-stream', '', `czesc ${i}`]);
  const read = await readMail(multipart('mixed', 'b', parts));
  expect(read.attachments).toHaveLength(5000);
  expect(Buffer.from(read.attachments[4999]!.content).toString()).toBe('czesc 4999');
});

test('more parts than the limit are kept as one', async () => {
  const raw = mail('From: a@x.pl', 'Content-Type: multipart/mixed; boundary=b', '', ...Array.from({ length: 25_000 }, () => '--b\r\nContent-Type: image/png\r\n\r\nx'));
  const read = await readMail(raw);
  expect(read.attachments.length).toBeLessThanOrEqual(20_001);
  expect(read.warnings.join()).toContain('more than 20000 parts');
});

test('an attachment of 25 MB keeps its bytes', async () => {
  const content = Buffer.alloc(25_000_000, 'abcdefg');
  const read = await readMail(multipart('mixed', 'b', [['', 'x'], ['Content-Type: application/zip; name=a.zip', 'Content-Transfer-Encoding: base64', '', content.toString('base64').replace(/.{76}/g, '$&\r\n')]]));
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(sha(read.attachments[0]!.content)).toBe(sha(content));
}, 60_000);

/** Counts the bytes that the parser copies out of the raw mail, and the searches through it. */
function countedTree(raw: Buffer): number {
  let work = 0;
  const counting = new Proxy(raw, {
    get(target, key) {
      const value = Reflect.get(target, key, target) as unknown;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const result = (value as (...list: unknown[]) => unknown).apply(target, args);
        if (key === 'toString') work += (result as string).length;
        if (key === 'indexOf') work += ((result as number) === -1 ? target.length : (result as number)) - Number(args[1] ?? 0) + 1;
        return result;
      };
    },
  });
  parseTree(counting, 0, 10, new Set());
  return work;
}

const bombs: [what: string, build: (size: number) => Buffer][] = [
  ['parts', (n) => mail('Content-Type: multipart/mixed; boundary=b', '', ...Array.from({ length: n }, () => '--b\r\n\r\nx'))],
  ['lines that look like delimiters', (n) => mail('Content-Type: multipart/mixed; boundary=b', '', '--b', '', ...Array.from({ length: n }, (_, i) => `--x${i}`))],
  ['hyphens', (n) => mail('Content-Type: multipart/mixed; boundary=b', '', '--b', '', '-'.repeat(n * 20))],
  ['headers', (n) => mail(...Array.from({ length: n }, (_, i) => `X-${i}: y`), '', 'x')],
  ['continuation lines', (n) => mail('Subject: a', ...Array.from({ length: n }, () => ' b'), '', 'x')],
  ['lines among the headers that are none', (n) => mail('Subject: a', ...Array.from({ length: n }, () => '=?junk'), '', 'x')],
  ['multiparts that never end', (n) => mail(...Array.from({ length: n }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`))],
  ['multiparts without a boundary', (n) => mail('Content-Type: multipart/mixed; boundary=b', '', ...Array.from({ length: n }, () => '--b\r\nContent-Type: multipart/mixed\r\n\r\nx'))],
];

test.each(bombs)('the work for many %s grows with the size alone', (_, build) => {
  const small = build(500);
  const large = build(4000);
  const perByte = (raw: Buffer) => countedTree(raw) / raw.length;
  expect(perByte(large)).toBeLessThan(perByte(small) * 1.5 + 3);
});

// Each of these made some parser quadratic; at these sizes that would be minutes instead of a moment.
const headerBombs: [what: string, value: string][] = [
  ['open brackets', '<'.repeat(300_000)],
  ['open comments', '('.repeat(300_000)],
  ['open quotes and brackets', `"${'<'.repeat(300_000)}"`],
  ['colons', ':'.repeat(300_000)],
  ['commas', ','.repeat(300_000)],
  ['addresses', 'a@x.pl,'.repeat(50_000)],
  ['at signs', '@'.repeat(300_000)],
  ['beginnings of encoded words', '=?utf-8?Q?'.repeat(30_000)],
  ['encoded words', '=?utf-8?Q?a?= '.repeat(30_000)],
  ['question marks', '=?a?q?'.repeat(30_000) + '?='],
  ['blanks', `a${' '.repeat(300_000)}b`],
  ['semicolons', ';'.repeat(300_000)],
  ['digits', `x; ${'1'.repeat(300_000)}`],
  ['name continuations', Array.from({ length: 20_000 }, (_, i) => `; name*${i}=a`).join('')],
  ['open angle ids', '<a'.repeat(150_000)],
];

test.each(headerBombs)('a header of many %s is read', async (_, value) => {
  const names = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'References', 'In-Reply-To', 'Content-Type', 'Content-Disposition', 'Content-Transfer-Encoding', 'Delivered-To', 'X-Failed-Recipients', 'Return-Path', 'X-Loop', 'Auto-Submitted'];
  await onlyUnreadable(mail(...names.map((name) => `${name}: ${value}`), '', 'x'));
}, 20_000);

const bodyBombs: [what: string, type: string, body: string][] = [
  ['one endless line', 'text/plain', 'a'.repeat(3_000_000)],
  ['blanks', 'text/plain', ' '.repeat(1_000_000)],
  ['line ends', 'text/plain', '\n'.repeat(300_000)],
  ['quote signs', 'text/plain; format=flowed', '>'.repeat(300_000)],
  ['begin lines', 'text/plain', 'begin 644 a\n'.repeat(20_000)],
  ['yEnc beginnings', 'text/plain', '=ybegin line=1 name=a\n'.repeat(20_000)],
  ['open commands', 'text/enriched', '<bold>'.repeat(50_000)],
  ['invitation lines', 'text/calendar', 'BEGIN:VEVENT\nSUMMARY;X=1:a\n'.repeat(20_000)],
];

test.each(bodyBombs)('a body of %s is read', async (_, type, body) => {
  await onlyUnreadable(mail('From: mailer-daemon@x.pl', 'Subject: Undelivered Mail Returned to Sender', `Content-Type: ${type}`, '', body));
}, 20_000);
