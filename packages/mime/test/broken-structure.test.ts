/** Guards the structure of mail that breaks the rules: missing headers, boundaries, line ends, endings. */
import { expect, test } from 'vitest';
import { readMail, UnreadableMail } from '../src/index.ts';
import { bytes, mail, multipart, nested } from './build-mail.ts';

const senders: [what: string, headers: string[], name: string, address: string][] = [
  ['From', ['From: Anna <anna@example.pl>', 'Sender: jan@example.pl'], 'Anna', 'anna@example.pl'],
  ['Sender without From', ['Sender: Jan <jan@example.pl>'], 'Jan', 'jan@example.pl'],
  ['Reply-To without From and Sender', ['Reply-To: jan@example.pl'], '', 'jan@example.pl'],
  ['Return-Path when nothing else is there', ['Return-Path: <jan@example.pl>'], '', 'jan@example.pl'],
  ['the name of an empty From and the address of Sender', ['From: Anna <>', 'Sender: sklep@example.pl'], 'Anna', 'sklep@example.pl'],
  ['the first of several addresses', ['From: Anna <anna@example.pl>, jan@example.pl'], 'Anna', 'anna@example.pl'],
  ['the first of several From headers', ['From: Anna <anna@example.pl>', 'From: jan@example.pl'], 'Anna', 'anna@example.pl'],
  ['the one with an address of several From headers', ['From: nikt', 'From: jan@example.pl'], '', 'jan@example.pl'],
  ['nobody', ['To: x@example.pl'], '', ''],
  ['a name alone', ['From: MAILER-DAEMON'], 'MAILER-DAEMON', ''],
  ['a lower-case header name', ['from: Anna <anna@example.pl>'], 'Anna', 'anna@example.pl'],
  ['a blank before the colon', ['From : Anna <anna@example.pl>'], 'Anna', 'anna@example.pl'],
  ['no blank after the colon', ['From:Anna <anna@example.pl>'], 'Anna', 'anna@example.pl'],
  ['a folded header', ['From: Anna', '\t<anna@example.pl>'], 'Anna', 'anna@example.pl'],
  ['a header folded with an empty-looking line', ['From: Anna', ' ', ' <anna@example.pl>'], 'Anna', 'anna@example.pl'],
  ['raw UTF-8', ['From: Żaneta <zaneta@example.pl>'], 'Żaneta', 'zaneta@example.pl'],
];

test.each(senders)('the sender is read from %s', async (_, headers, name, address) => {
  const read = await readMail(mail(...headers, 'Subject: x', '', 'Hej'));
  expect(read.from).toEqual({ name, address });
  expect(read.text).toBe('Hej');
});

test('all the headers of people and threads are read', async () => {
  const read = await readMail(mail('From: a@x.pl', 'To: b@x.pl, B <B2@X.pl>', 'To: c@x.pl', 'Cc: undisclosed-recipients:;', 'Bcc: d@x.pl', 'Reply-To: e@x.pl', 'Delivered-To: <f@x.pl>', 'X-Original-To: g@x.pl', 'Envelope-To: f@x.pl', 'Message-ID: <id1@x.pl>', 'In-Reply-To: <p@x.pl>', 'References: <r1@x.pl>\t<r2@x.pl>', ' <r1@x.pl> <r3@', ' x.pl>', '', 'x'));
  expect(read.to.map(({ address }) => address)).toEqual(['b@x.pl', 'B2@x.pl', 'c@x.pl']);
  expect(read.cc).toEqual([]);
  expect(read.bcc.map(({ address }) => address)).toEqual(['d@x.pl']);
  expect(read.replyTo.map(({ address }) => address)).toEqual(['e@x.pl']);
  expect(read.deliveredTo).toEqual(['f@x.pl', 'g@x.pl']);
  expect(read.messageId).toBe('id1@x.pl');
  expect(read.inReplyTo).toEqual(['p@x.pl']);
  expect(read.references).toEqual(['r1@x.pl', 'r2@x.pl', 'r3@x.pl']);
});

const ids: [header: string, id: string | null][] = [
  ['Message-ID: <a@b>', 'a@b'],
  ['Message-ID: a@b', 'a@b'],
  ['Message-ID: <>', null],
  ['Message-ID:', null],
  ['Message-ID: < a@b >', 'a@b'],
  ['Message-ID: <a b@c>', 'ab@c'],
  ['Message-ID: <no-at-sign>', 'no-at-sign'],
  ['Message-ID: <a@b> (comment)', 'a@b'],
  ['X-Nothing: x', null],
];

test.each(ids)('%s gives the id %s', async (header, id) => {
  expect((await readMail(mail('From: a@x.pl', header, '', 'x'))).messageId).toBe(id);
});

test('of more than a hundred references the first and the newest stay', async () => {
  const list = Array.from({ length: 300 }, (_, i) => `<r${i}@x.pl>`).join(' ');
  const { references } = await readMail(mail('From: a@x.pl', `References: ${list}`, '', 'x'));
  expect(references).toHaveLength(100);
  expect([references[0], references[1], references[99]]).toEqual(['r0@x.pl', 'r201@x.pl', 'r299@x.pl']);
});

test('words in In-Reply-To are no ids', async () => {
  const read = await readMail(mail('From: a@x.pl', 'In-Reply-To: Your message of "Mon, 5 Jan 2026" <p@x.pl>', 'References: your mail of Monday', '', 'x'));
  expect(read.inReplyTo).toEqual(['p@x.pl']);
  expect(read.references).toEqual([]);
});

const shapes: [what: string, raw: Buffer, subject: string, text: string][] = [
  ['an mbox line in front', mail('From anna@example.pl Mon Jan  5 12:00:00 2026', 'From: a@x.pl', 'Subject: s', '', 'x'), 's', 'x'],
  ['bare line feeds', Buffer.from('From: a@x.pl\nSubject: s\n\nx\ny\n'), 's', 'x\ny'],
  ['bare carriage returns', Buffer.from('From: a@x.pl\rSubject: s\r\rx\ry\r'), 's', 'x\ny'],
  ['doubled carriage returns', Buffer.from('From: a@x.pl\r\r\nSubject: s\r\r\n\r\r\nx\r\r\n'), 's', 'x'],
  ['blank lines in front', Buffer.from('\r\n\r\nFrom: a@x.pl\r\nSubject: s\r\n\r\nx'), 's', 'x'],
  ['a byte order mark in front', Buffer.from('\ufeffFrom: a@x.pl\r\nSubject: s\r\n\r\nx'), 's', 'x'],
  ['headers alone', Buffer.from('From: a@x.pl\r\nSubject: s'), 's', ''],
  ['headers and a blank line', Buffer.from('From: a@x.pl\r\nSubject: s\r\n\r\n'), 's', ''],
  ['no headers at all', Buffer.from('Dzień dobry,\r\nto jest tekst.'), '', 'Dzień dobry,\nto jest tekst.'],
  ['a missing blank line before the text', Buffer.from('From: a@x.pl\r\nSubject: s\r\nDzień dobry\r\n\r\ndalej'), 's', 'Dzień dobry\n\ndalej'],
  ['a line among the headers that is none', Buffer.from('From: a@x.pl\r\nno header here\r\nSubject: s\r\n\r\nx'), 's', 'x'],
  ['a subject folded without the blank', Buffer.from('From: a@x.pl\r\nSubject: pierwsza\r\ndruga\r\nTo: b@x.pl\r\n\r\nx'), 'pierwsza druga', 'x'],
  ['an empty first subject', mail('Subject:', 'Subject: drugi', '', 'x'), 'drugi', 'x'],
  ['zero bytes', Buffer.from('From: a@x.pl\r\nSubject: a\0b\r\n\r\nx\0y'), 'ab', 'xy'],
  ['an empty Content-Type', mail('From: a@x.pl', 'Subject: s', 'Content-Type:', '', 'x'), 's', 'x'],
  ['a Content-Type of one word', mail('From: a@x.pl', 'Subject: s', 'Content-Type: text', '', 'x'), 's', 'x'],
  ['garbage as Content-Type', mail('From: a@x.pl', 'Subject: s', 'Content-Type: ;;;=/ "', '', 'x'), 's', 'x'],
  ['two Content-Types', mail('From: a@x.pl', 'Subject: s', 'Content-Type: multipart/mixed; boundary=b', 'Content-type: text/plain', '', '--b', '', 'x', '--b--'), 's', 'x'],
  ['a part without headers', multipart('mixed', 'b', [['', 'x']]), 'Test', 'x'],
  ['a part without a blank line', multipart('mixed', 'b', [['x i koniec']]), 'Test', 'x i koniec'],
  ['no closing delimiter', mail('Subject: s', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'x'), 's', 'x'],
  ['a preamble and an epilogue', mail('Subject: s', 'Content-Type: multipart/mixed; boundary=b', '', 'This is MIME', '--b', '', 'x', '--b--', 'epilogue'), 's', 'x'],
  ['a missing boundary parameter', mail('Subject: s', 'Content-Type: multipart/mixed', '', '--b17', 'Content-Type: text/plain', '', 'x', '--b17--'), 's', 'x'],
  ['a wrong boundary parameter', mail('Subject: s', 'Content-Type: multipart/mixed; boundary=other', '', '--b17', 'Content-Type: text/plain', '', 'x', '--b17--'), 's', 'x'],
  ['a multipart without any delimiter', mail('Subject: s', 'Content-Type: multipart/mixed; boundary=b', '', 'tylko tekst'), 's', 'tylko tekst'],
  ['a boundary folded without the blank', mail('Subject: s', 'Content-Type: multipart/mixed;', 'boundary="b"', 'To: a@x.pl', '', '--b', '', 'x', '--b--'), 's', 'x'],
  ['a boundary with blanks behind it', mail('Subject: s', 'Content-Type: multipart/mixed; boundary="b"', '', '--b  ', '', 'x', '--b-- '), 's', 'x'],
  ['words behind the closing delimiter', mail('Subject: s', 'Content-Type: multipart/mixed; boundary="b"', '', '--b', '', 'x', '--b-- the epilogue', 'goes on'), 's', 'x'],
  ['a boundary that is not ASCII', mail('Subject: s', 'Content-Type: multipart/mixed; boundary="żółw"', '', '--żółw', '', 'x', '--żółw--'), 's', 'x'],
  ['a boundary that begins with the outer one', multipart('mixed', 'b', [nested('alternative', 'b2', [['', 'x']]), ['Content-Type: text/plain', '', 'y']]), 'Test', 'x\n\ny'],
  ['an outer boundary that begins with the inner one', multipart('mixed', 'bb', [nested('alternative', 'b', [['', 'x']]), ['', 'y']]), 'Test', 'x\n\ny'],
  ['an inner multipart without its end', multipart('mixed', 'b', [['Content-Type: multipart/alternative; boundary=in', '', '--in', '', 'x'], ['', 'y']]), 'Test', 'x\n\ny'],
  ['the same boundary inside and outside', multipart('mixed', 'b', [nested('alternative', 'b', [['', 'x']])]), 'Test', 'x'],
  ['a line of hyphens in the text', multipart('mixed', 'b', [['', 'x', '-----', '--', 'y']]), 'Test', 'x\n-----\n--\ny'],
  ['an unknown multipart kind', multipart('x-odd', 'b', [['', 'x']]), 'Test', 'x'],
  ['upper-case everything', mail('SUBJECT: s', 'CONTENT-TYPE: MULTIPART/MIXED; BOUNDARY=B', '', '--B', 'CONTENT-TYPE: TEXT/PLAIN', '', 'x', '--B--'), 's', 'x'],
  ['text/enriched', mail('Subject: s', 'Content-Type: text/enriched', '', '<bold>Now</bold> is', 'the time', '', 'a <<b'), 's', 'Now is the time\na <b'],
  ['UTF-16 as a whole file', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('From: a@x.pl\r\nSubject: żółw\r\n\r\nx', 'utf16le')]), 'żółw', 'x'],
];

test.each(shapes)('mail with %s is read', async (_, raw, subject, text) => {
  const read = await readMail(raw);
  expect({ subject: read.subject, text: read.text }).toEqual({ subject, text });
  expect(read.attachments).toEqual([]);
});

test.each([['nothing', Buffer.alloc(0)], ['blank lines', Buffer.from('\r\n \r\n')], ['zero bytes', Buffer.alloc(100)]])('a mail of %s is refused with a sentence', async (_, raw) => {
  const error = await readMail(raw).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UnreadableMail);
  expect((error as UnreadableMail).reason).toMatch(/^The mail is empty: .+\.$/);
});

test('a mail of one letter is read', async () => {
  expect((await readMail(bytes('x'))).text).toBe('x');
});

test('a lone text file as the whole mail is an attachment', async () => {
  const read = await readMail(mail('From: a@x.pl', 'Content-Type: text/plain', 'Content-Disposition: attachment; filename=a.txt', '', 'abc'));
  expect(read.text).toBe('');
  expect(read.attachments.map(({ name }) => name)).toEqual(['a.txt']);
});

test('an image as the whole mail is an attachment', async () => {
  const read = await readMail(mail('From: a@x.pl', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'AAEC'));
  expect(read.attachments).toMatchObject([{ name: 'attachment-1.png', size: 3 }]);
});

test('a fragment of a mail is kept as a file', async () => {
  const read = await readMail(mail('From: a@x.pl', 'Content-Type: message/partial; id=x; number=2; total=3', '', 'abc'));
  expect(read.attachments).toMatchObject([{ type: 'message/partial' }]);
});

test('several texts of one kind in an alternative are all kept', async () => {
  expect((await readMail(multipart('alternative', 'b', [['', 'a'], ['', 'b']]))).text).toBe('a\n\nb');
});

test('what was odd is told', async () => {
  const read = await readMail(mail('To: a@x.pl', 'Content-Type: text/plain; charset=us-ascii', '', Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6])));
  expect(read.warnings).toContain('declared us-ascii, read as windows-1250');
  expect(read.warnings).toContain('no sender address');
});

test('HTML around a file in an alternative does not double the text', async () => {
  const inner = nested('mixed', 'm', [['Content-Type: text/html', '', '<p>przed</p>'], ['Content-Type: application/pdf; name=a.pdf', '', 'x'], ['Content-Type: text/html', '', '<p>po</p>']]);
  const read = await readMail(multipart('alternative', 'b', [['Content-Type: text/plain', '', 'przed i po'], inner]));
  expect(read.text).toBe('przed i po');
  expect(read.html).toContain('przed');
  expect(read.html).toContain('po');
  expect(read.attachments).toHaveLength(1);
});

test('a picture is named by its location when nothing else names it', async () => {
  const read = await readMail(multipart('mixed', 'b', [['', 'x'], ['Content-Type: image/jpeg', 'Content-Location: Photo25.jpg', '', 'x']]));
  expect(read.attachments[0]?.name).toBe('Photo25.jpg');
});

test.each([['a dash too few', '--b-'], ['rubbish glued to it', '--b-->'], ['more dashes', '--b----']])('a closing delimiter with %s leaves the bytes of the file alone', async (_, closing) => {
  const boundary = 'granica-1';
  const raw = mail('From: a@x.pl', `Content-Type: multipart/mixed; boundary="${boundary}"`, '', `--${boundary}`, '', 'Hej', `--${boundary}`, 'Content-Type: application/octet-stream; name="a.bin"', 'Content-Transfer-Encoding: base64', '', 'AAEC', closing.replace('b', boundary), 'rest');
  const read = await readMail(raw);
  expect(read.text).toBe('Hej');
  expect(read.attachments.map(({ name, content }) => [name, [...content]])).toEqual([['a.bin', [0, 1, 2]]]);
});

test('headers end at a line of blanks when the first delimiter follows', async () => {
  const read = await readMail(mail('From: a@x.pl', 'Content-Type: multipart/mixed; boundary="granica"', 'Subject: ', ' ', '--granica', 'Content-Transfer-Encoding: base64', '', Buffer.from('Dzień dobry').toString('base64'), '--granica--'));
  expect([read.subject, read.text]).toEqual(['', 'Dzień dobry']);
});

test('a part whose name is blank is text', async () => {
  const read = await readMail(multipart('mixed', 'b', [['', 'Hej'], ['Content-Type: text/plain; name=" "', 'Content-Disposition: inline; filename=""', '', 'dalej']]));
  expect([read.text, read.attachments.length]).toEqual(['Hej\n\ndalej', 0]);
});

test('a named text in front is shown when there is no other text, and stays a file', async () => {
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: text/plain; name="list.txt"', '', 'Treść listu'], ['Content-Type: image/png; name="a.png"', '', 'x']]));
  expect([read.text, read.attachments.map(({ name }) => name)]).toEqual(['Treść listu', ['list.txt', 'a.png']]);
});

test('a mail that only passes on another one shows the words of that one', async () => {
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: message/rfc822', '', 'From: b@x.pl', 'Subject: x', '', 'Zamówienie 5']]));
  expect([read.text, read.attachments.length, read.class]).toEqual(['Zamówienie 5', 1, 'personal']);
});

test('a report without a notice shows the report', async () => {
  const read = await readMail(multipart('report; report-type=delivery-status', 'b', [['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; x', '', 'Final-Recipient: rfc822; a@x.pl', 'Action: failed', 'Status: 5.1.1']]));
  expect([read.text.includes('Final-Recipient'), read.bounce?.recipient]).toEqual([true, 'a@x.pl']);
});

test('a uuencoded file without a name is a file', async () => {
  const read = await readMail(mail('From: a@x.pl', '', 'Hej', '', 'begin 644 ', '#86)C', '`', 'end'));
  expect([read.text, read.attachments.map(({ content }) => Buffer.from(content).toString())]).toEqual(['Hej', ['abc']]);
});
