/** Guards subjects and names: RFC 2047 as mailers really write it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWords } from './encoded-words.ts';
import { headerText } from './header-text.ts';

const cases: [what: string, header: string, text: string][] = [
  ['base64', '=?UTF-8?B?WmHFvMOzxYLEhw==?=', 'Zażółć'],
  ['quoted-printable with underlines', '=?iso-8859-2?Q?Za=BF=F3=B3=E6_g=EA=B6l=B1?=', 'Zażółć gęślą'],
  ['two words with white space between', '=?utf-8?Q?Za?=  =?utf-8?Q?=C5=BC?=', 'Zaż'],
  ['two words without anything between', '=?utf-8?Q?a?==?utf-8?Q?b?=', 'ab'],
  ['a word between plain text', 'Re: =?utf-8?Q?=C5=BC?= x', 'Re: ż x'],
  ['a character split over two words', '=?utf-8?Q?za=C5?= =?utf-8?Q?=BC?=', 'zaż'],
  ['a character split over two base64 words', '=?utf-8?B?xQ==?= =?utf-8?B?vA==?=', 'ż'],
  ['base64 cut in the middle of a group', '=?utf-8?B?WmHFvMOzxYL?= =?utf-8?B?Ehw==?=', 'Zażółć'],
  ['missing padding', '=?utf-8?B?WmHFvA?=', 'Zaż'],
  ['blanks inside a Q word', '=?utf-8?Q?ma =C5=BC?=', 'ma ż'],
  ['a plain question mark inside a Q word', '=?utf-8?Q?Co?=20robi=C4=87?=', 'Co? robić'],
  ['an unknown charset', '=?NONE?B?VEVTVA==?=', 'TEST'],
  ['a charset with quotes', '=?"utf-8"?Q?x?=', '=?"utf-8"?Q?x?='],
  ['a language suffix', '=?utf-8*pl?Q?=C5=BC?=', 'ż'],
  ['windows-1250', '=?windows-1250?Q?=9C=9F?=', 'śź'],
  ['koi8-r', '=?koi8-r?B?8NLJ18XU?=', 'Привет'],
  ['windows-1251', '=?cp1251?Q?=CF=F0=E8=E2=E5=F2?=', 'Привет'],
  ['iso-2022-jp', '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本'],
  ['shift_jis', '=?shift_jis?B?k/qWew==?=', '日本'],
  ['gb2312 that is really gbk', '=?gb2312?B?1tDOxA==?=', '中文'],
  ['euc-kr', '=?ks_c_5601-1987?B?x9GxuQ==?=', '한국'],
  ['us-ascii that is really UTF-8', '=?us-ascii?Q?=C5=BC?=', 'ż'],
  ['latin-1 that is really UTF-8', '=?iso-8859-1?Q?=C5=82=C3=B3?=', 'łó'],
  ['a word that never ends', '=?utf-8?Q?abc', '=?utf-8?Q?abc'],
  ['an empty word', '=?utf-8?B??= x', ' x'],
  ['a broken encoding letter', '=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
  ['different charsets side by side', '=?utf-8?Q?=C5=BC?= =?iso-8859-2?Q?=BF?=', 'żż'],
];

test.each(cases)('%s', (_, header, text) => {
  expect(decodeWords(header)).toBe(text);
});

const raw: [what: string, bytes: Buffer, hint: string | null, text: string][] = [
  ['raw UTF-8', Buffer.from('Zażółć gęślą'), null, 'Zażółć gęślą'],
  ['raw windows-1250', Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6, 0x20, 0x67, 0xea, 0x9c, 0x6c, 0xb9]), null, 'Zażółć gęślą'],
  ['raw iso-8859-2', Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6, 0x20, 0x67, 0xea, 0xb6, 0x6c, 0xb1]), null, 'Zażółć gęślą'],
  ['raw bytes in the charset of the mail', Buffer.from([0xcf, 0xf0, 0xe8]), 'windows-1251', 'При'],
  ['raw iso-2022-jp', Buffer.from('\x1b$BF|K\\\x1b(B'), null, '日本'],
  ['control characters', Buffer.from('a\x00b\tc\x1bd'), null, 'a b c d'],
];

test.each(raw)('%s in a header', (_, bytes, hint, text) => {
  expect(headerText(bytes.toString('latin1'), hint)).toBe(text);
});

test('plain ASCII without words comes back as it was', () => {
  fc.assert(fc.property(fc.string(), (text) => text.includes('=?') || decodeWords(text) === text));
});
