/** Guards file names and charsets: RFC 2045 and RFC 2231 parameters, with their usual damage. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseParameters } from './parameters.ts';

const cases: [what: string, header: string, value: string, name: string, text: string | undefined][] = [
  ['quoted', 'attachment; filename="a b.pdf"', 'attachment', 'filename', 'a b.pdf'],
  ['unquoted', 'attachment; filename=a.pdf; size=3', 'attachment', 'filename', 'a.pdf'],
  ['unquoted with blanks', 'attachment; filename=moja faktura 1.pdf; size=3', 'attachment', 'filename', 'moja faktura 1.pdf'],
  ['an open quote', 'attachment; filename="a.pdf', 'attachment', 'filename', 'a.pdf'],
  ['an escaped quote', 'attachment; filename="a\\"b.pdf"', 'attachment', 'filename', 'a"b.pdf'],
  ['a Windows path', 'attachment; filename="C:\\tmp\\a.pdf"', 'attachment', 'filename', 'C:\\tmp\\a.pdf'],
  ['a semicolon inside quotes', 'attachment; filename="a;b.pdf"', 'attachment', 'filename', 'a;b.pdf'],
  ['encoded words', 'attachment; filename="=?utf-8?B?xbwucGRm?="', 'attachment', 'filename', 'ż.pdf'],
  ['two encoded words', 'attachment; filename="=?utf-8?Q?=C5=BC?= =?utf-8?Q?.pdf?="', 'attachment', 'filename', 'ż.pdf'],
  ['RFC 2231', "attachment; filename*=UTF-8''%C5%BC.pdf", 'attachment', 'filename', 'ż.pdf'],
  ['RFC 2231 in another charset', "attachment; filename*=iso-8859-2'pl'%BF.pdf", 'attachment', 'filename', 'ż.pdf'],
  ['RFC 2231 without a charset', "attachment; filename*=%C5%BC.pdf", 'attachment', 'filename', 'ż.pdf'],
  ['RFC 2231 in quotes', "attachment; filename*=\"UTF-8''%C5%BC.pdf\"", 'attachment', 'filename', 'ż.pdf'],
  ['continuations', 'attachment; filename*0="abc"; filename*1="def.pdf"', 'attachment', 'filename', 'abcdef.pdf'],
  ['continuations out of order', 'attachment; filename*1=def.pdf; filename*0=abc', 'attachment', 'filename', 'abcdef.pdf'],
  ['encoded continuations', "attachment; filename*0*=utf-8''za%C5; filename*1*=%BC; filename*2=.pdf", 'attachment', 'filename', 'zaż.pdf'],
  ['ten continuations', `attachment; ${Array.from({ length: 12 }, (_, i) => `filename*${i}=${String.fromCharCode(97 + i)}`).join('; ')}`, 'attachment', 'filename', 'abcdefghijkl'],
  ['the starred form wins', "attachment; filename=x.pdf; filename*=utf-8''%C5%BC.pdf", 'attachment', 'filename', 'ż.pdf'],
  ['upper case', 'TEXT/PLAIN; CHARSET=UTF-8', 'text/plain', 'charset', 'UTF-8'],
  ['a missing semicolon', 'text/plain charset=utf-8', 'text/plain', 'charset', 'utf-8'],
  ['no semicolon between parameters', 'text/plain; charset=utf-8 format=flowed', 'text/plain', 'format', 'flowed'],
  ['blanks around the sign', 'text/plain; charset = utf-8', 'text/plain', 'charset', 'utf-8'],
  ['a comment', 'text/plain (rich); charset=utf-8', 'text/plain', 'charset', 'utf-8'],
  ['semicolons at the end', 'text/plain; charset=utf-8;;', 'text/plain', 'charset', 'utf-8'],
  ['an empty value', 'text/plain; charset=; format=flowed', 'text/plain', 'format', 'flowed'],
  ['a base64 sign in the value', 'multipart/mixed; boundary="=_a=b?="', 'multipart/mixed', 'boundary', '=_a=b?='],
];

test.each(cases)('%s', (_, header, value, name, text) => {
  const parsed = parseParameters(header);
  expect(parsed.value).toBe(value);
  expect(parsed.parameters.get(name)).toBe(text);
});

test('any text is read without an error', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom(';', '=', '"', '*0*=', "utf-8''%C5", 'name', ' ', '\\'), fc.string()));
  fc.assert(fc.property(pieces, (list) => parseParameters(list.join('')).parameters instanceof Map));
});
