/** Guards winmail.dat: files and body come out, damage ends the reading quietly. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mail, multipart } from '../../../test/build-mail.ts';
import { readMail } from '../../index.ts';
import { readTnef } from './read-tnef.ts';
import { inflateRtf, textFromRtf } from './rich-text.ts';

function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

function property(tag: number, value: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(tag, 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(value.length, 8);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function properties(...list: Buffer[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(list.length);
  return Buffer.concat([count, ...list]);
}

const signature = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]);
const codepage = attribute(1, 0x69007, Buffer.from([0xe2, 4, 0, 0, 0, 0, 0, 0]));
const file = Buffer.concat([
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, Buffer.from('FAKTUR~1.PDF\0')),
  attribute(2, 0x6800f, Buffer.from([1, 2, 3, 0, 255])),
  attribute(2, 0x69005, properties(property(0x3707001f, Buffer.from('faktura żółta.pdf\0', 'utf16le')), property(0x370e001e, Buffer.from('application/pdf\0')))),
]);
const tnef = Buffer.concat([signature, codepage, attribute(1, 0x2800c, Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6, 0])), file]);

function storedRtf(text: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(text.length + 12, 0);
  head.writeUInt32LE(text.length, 4);
  head.writeUInt32LE(0x414c454d, 8);
  return Buffer.concat([head, Buffer.from(text, 'latin1')]);
}

test('the body and the files of a winmail.dat are the body and the files of the mail', async () => {
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64', '', tnef.toString('base64')]]));
  expect(read.text).toBe('Zażółć');
  expect(read.attachments).toMatchObject([{ name: 'faktura żółta.pdf', type: 'application/pdf', size: 5 }]);
  expect([...read.attachments[0]!.content]).toEqual([1, 2, 3, 0, 255]);
});

test('the text of the mail wins over the one in winmail.dat', async () => {
  const read = await readMail(multipart('mixed', 'b', [['', 'z maila'], ['Content-Type: application/octet-stream; name=WINMAIL.DAT', 'Content-Transfer-Encoding: base64', '', tnef.toString('base64')]]));
  expect(read.text).toBe('z maila');
  expect(read.attachments).toHaveLength(1);
});

test('a winmail.dat that cannot be read stays as it is', async () => {
  const read = await readMail(mail('From: a@x.pl', 'Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64', '', 'AAAABBBB'));
  expect(read.attachments).toMatchObject([{ name: 'winmail.dat', size: 6 }]);
});

test('rich text is read as text', () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0 Arial;}}{\*\generator X;}\pard Dzie\'f1 dobry\par \u380?\'f3\'b3w \{x\}\tab y}`;
  expect(textFromRtf(Buffer.from(rtf, 'latin1'))).toEqual({ text: 'Dzień dobry\nżółw {x}\ty', html: false });
});

test('HTML that Outlook wrapped into rich text comes out as HTML', () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1250\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dzie\'f1 {\*\htmltag84 <b>}dobry{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}}`;
  expect(textFromRtf(Buffer.from(rtf, 'latin1'))).toEqual({ text: '<p>Dzień <b>dobry</b></p>', html: true });
});

test('rich text in a winmail.dat is the text of the mail', async () => {
  const raw = Buffer.concat([signature, codepage, attribute(1, 0x69003, properties(property(0x10090102, storedRtf(String.raw`{\rtf1\ansi\ansicpg1250 Dzie\'f1 dobry\par}`))))]);
  const read = await readMail(mail('From: a@x.pl', 'Content-Type: application/ms-tnef', 'Content-Transfer-Encoding: base64', '', raw.toString('base64')));
  expect(read.text).toBe('Dzień dobry');
  expect(read.attachments).toEqual([]);
});

test('compressed rich text is inflated: the example of [MS-OXRTFCP] 3.1.1', () => {
  const example = Buffer.from('2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0'.replace(/ /g, ''), 'hex');
  expect(inflateRtf(example).toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
});

test('damaged or cut TNEF never throws', () => {
  const withRtf = Buffer.concat([tnef, attribute(1, 0x69003, properties(property(0x10090102, Buffer.from('2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0', 'hex'))))]);
  fc.assert(fc.property(fc.nat(withRtf.length), fc.array(fc.tuple(fc.nat(withRtf.length - 1), fc.nat(255)), { maxLength: 20 }), (end, changes) => {
    const raw = Buffer.from(withRtf);
    for (const [at, byte] of changes) raw[at] = byte;
    readTnef(raw.subarray(0, end));
    return true;
  }), { numRuns: 500 });
});
