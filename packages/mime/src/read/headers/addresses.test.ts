/** Guards who a mail is from and to, however badly the header is written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddresses } from './addresses.ts';

const one: [header: string, name: string, address: string][] = [
  ['anna@example.pl', '', 'anna@example.pl'],
  ['<anna@example.pl>', '', 'anna@example.pl'],
  ['Anna Nowak <anna@example.pl>', 'Anna Nowak', 'anna@example.pl'],
  ['"Nowak, Anna" <anna@example.pl>', 'Nowak, Anna', 'anna@example.pl'],
  ['Nowak, Anna <anna@example.pl>', 'Nowak, Anna', 'anna@example.pl'],
  ['Nowak, Anna, mgr <anna@example.pl>', 'Nowak, Anna, mgr', 'anna@example.pl'],
  ['anna@example.pl (Anna Nowak)', 'Anna Nowak', 'anna@example.pl'],
  ['Anna (dział sprzedaży) Nowak <anna@example.pl>', 'Anna Nowak', 'anna@example.pl'],
  ['anna@example.pl (Anna (praca) Nowak)', 'Anna (praca) Nowak', 'anna@example.pl'],
  ['Anna @ Firma <anna@example.pl>', 'Anna @ Firma', 'anna@example.pl'],
  ['anna@firma.pl via Sklep <no-reply@sklep.example>', 'anna@firma.pl via Sklep', 'no-reply@sklep.example'],
  ['"anna@example.pl" <anna@example.pl>', 'anna@example.pl', 'anna@example.pl'],
  ["'anna@example.pl' <anna@example.pl>", 'anna@example.pl', 'anna@example.pl'],
  ['"anna@example.pl"', '', 'anna@example.pl'],
  ['"Anna Nowak <anna@example.pl>"', 'Anna Nowak', 'anna@example.pl'],
  ['"Anna \\"Ania\\" Nowak" <anna@example.pl>', 'Anna "Ania" Nowak', 'anna@example.pl'],
  ['"Anna Nowak <anna@example.pl>', 'Anna Nowak', 'anna@example.pl'],
  ['Anna Nowak" <anna@example.pl>', 'Anna Nowak', 'anna@example.pl'],
  ['Anna <<anna@example.pl>>', 'Anna', 'anna@example.pl'],
  ['Anna <anna@example.pl', 'Anna', 'anna@example.pl'],
  ['Anna anna@example.pl>', 'Anna', 'anna@example.pl'],
  ['Anna anna@example.pl', 'Anna', 'anna@example.pl'],
  ['Anna <mailto:anna@example.pl>', 'Anna', 'anna@example.pl'],
  ['Anna <@relay.example,@other.example:anna@example.pl>', 'Anna', 'anna@example.pl'],
  ['Anna < anna @ example.pl >', 'Anna', 'anna@example.pl'],
  ['anna @ example . pl', '', 'anna@example.pl'],
  ['Anna <ANNA@EXAMPLE.PL>', 'Anna', 'ANNA@example.pl'],
  ['Anna <anna@example.pl.>', 'Anna', 'anna@example.pl'],
  ['Żaneta <żaneta@żółw.pl>', 'Żaneta', 'żaneta@żółw.pl'],
  ['Anna <anna@xn--w-uga1v8h.pl>', 'Anna', 'anna@żółw.pl'],
  ['"anna nowak"@example.pl', '', '"anna nowak"@example.pl'],
  ['=?utf-8?Q?Anna_Nowak?= <anna@example.pl>', 'Anna Nowak', 'anna@example.pl'],
  ['=?utf-8?Q?Nowak,_Anna?= <anna@example.pl>', 'Nowak, Anna', 'anna@example.pl'],
  ['"=?utf-8?B?xYF1a2Fzeg==?=" <lukasz@example.pl>', 'Łukasz', 'lukasz@example.pl'],
  ['=?utf-8?Q?Anna_<anna=40example.pl>?=', 'Anna', 'anna@example.pl'],
  ['=?utf-8?Q?"Nowak,_Anna"?= <anna@example.pl>', 'Nowak, Anna', 'anna@example.pl'],
  ['Anna <anna@example.pl> (Kraków)', 'Anna', 'anna@example.pl'],
  ['Re: sprawa <anna@example.pl>', 'Re: sprawa', 'anna@example.pl'],
  ['MAILER-DAEMON', 'MAILER-DAEMON', ''],
  ['Mail Delivery <MAILER-DAEMON>', 'Mail Delivery', 'MAILER-DAEMON'],
  ['Anna Nowak <>', 'Anna Nowak', ''],
  ['"anna@example.pl" <>', '', 'anna@example.pl'],
  ['=?utf-8?Q?Anna?=<anna@example.pl>', 'Anna', 'anna@example.pl'],
  ['Anna\t Nowak   <anna@example.pl>', 'Anna Nowak', 'anna@example.pl'],
  ['anna.nowak+sklep@example.co.uk', '', 'anna.nowak+sklep@example.co.uk'],
  ['anna@[192.0.2.1]', '', 'anna@[192.0.2.1]'],
];

test.each(one)('%s is read as «%s» <%s>', (header, name, address) => {
  expect(readAddresses(header)).toEqual([{ name, address }]);
});

const many: [header: string, addresses: string[]][] = [
  ['a@x.pl, b@x.pl,c@x.pl', ['a@x.pl', 'b@x.pl', 'c@x.pl']],
  ['a@x.pl; b@x.pl; ', ['a@x.pl', 'b@x.pl']],
  [', a@x.pl,, b@x.pl', ['a@x.pl', 'b@x.pl']],
  ['undisclosed-recipients:;', []],
  ['undisclosed recipients: ;', []],
  ['Przyjaciele: Anna <a@x.pl>, b@x.pl;, c@x.pl', ['a@x.pl', 'b@x.pl', 'c@x.pl']],
  ['Anna <a@x.pl>, Nowak, Jan <b@x.pl>', ['a@x.pl', 'b@x.pl']],
  ['Anna <a@x.pl, Jan <b@x.pl>', ['a@x.pl', 'b@x.pl']],
  ['<a@x.pl> <b@x.pl>', ['a@x.pl']],
  ['', []],
  ['   ', []],
];

test.each(many)('%s gives %j', (header, addresses) => {
  expect(readAddresses(header).map(({ address }) => address)).toEqual(addresses);
});

test('any text is read without an error', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom('<', '>', '"', '(', ')', ',', ';', ':', '@', '\\', '=?utf-8?Q?', '?=', 'a@b.c', ' '), fc.string()));
  fc.assert(fc.property(pieces, (list) => Array.isArray(readAddresses(list.join('')))));
});
