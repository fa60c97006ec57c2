/** Guards undeclared 8-bit text: short and long, in the languages our customers write. */
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeCharset } from './decode-charset.ts';

const texts: [text: string, charsets: string[]][] = [
  ['Zażółć', ['windows-1250']],
  ['Dzień dobry', ['windows-1250']],
  ['proszę o fakturę', ['windows-1250']],
  ['Zgłoszenie reklamacji: świeże śliwki', ['windows-1250', 'iso-8859-2']],
  ['Łódź, ul. Śląska 5', ['windows-1250', 'iso-8859-2']],
  ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', ['windows-1250', 'iso-8859-2']],
  ['Příliš žluťoučký kůň úpěl ďábelské ódy', ['windows-1250', 'iso-8859-2']],
  ['Привет', ['windows-1251', 'koi8-r', 'cp866']],
  ['Здравствуйте, где мой заказ?', ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5']],
  ['Заказ 12345 не доставлен, верните деньги', ['windows-1251', 'koi8-r']],
  ['Fwd: заказ nr 5', ['windows-1251', 'koi8-r']],
  ['Grüße aus München', ['windows-1252']],
  ['Voilà, déjà reçu', ['windows-1252']],
  ['¿Dónde está mi pedido? Mañana', ['windows-1252']],
  ['Smörgåsbord på søndag', ['windows-1252']],
  ['5 € – “quoted”', ['windows-1252']],
];

test.each(texts.flatMap(([text, charsets]) => charsets.map((charset) => [text, charset] as const)))('«%s» in undeclared %s', (text, charset) => {
  expect(decodeCharset(iconv.encode(text, charset), null).text).toBe(text);
});

test('UTF-8 that was cut inside a character stays UTF-8', () => {
  const cut = Buffer.from('Zażółć').subarray(0, -1);
  expect(decodeCharset(cut, 'utf-8').text).toBe('Zażół\ufffd');
});
