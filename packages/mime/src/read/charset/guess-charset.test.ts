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
  ['I don’t know what you’re looking for, it isn’t here…', ['windows-1252']],
  ['Hello.\u00a0 I have\u00a0two questions', ['windows-1252']],
  ['¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯ Anna ¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯', ['windows-1252']],
];

test.each(texts.flatMap(([text, charsets]) => charsets.map((charset) => [text, charset] as const)))('«%s» in undeclared %s', (text, charset) => {
  expect(decodeCharset(iconv.encode(text, charset), null).text).toBe(text);
});

test('UTF-8 that was cut inside a character stays UTF-8', () => {
  const cut = Buffer.from('Zażółć').subarray(0, -1);
  expect(decodeCharset(cut, 'utf-8').text).toBe('Zażół\ufffd');
});

test.each(['5 µm', '£100', '¡Hola', 'it isn¹t so', '°°°°°°°°°°°° 20 °C'])('«%s» is read as declared, for one odd sign proves nothing', (text) => {
  expect(decodeCharset(iconv.encode(text, 'windows-1252'), 'iso-8859-1').text).toBe(text);
});

test('undeclared UTF-8 with a byte missing stays UTF-8', () => {
  expect(decodeCharset(Buffer.concat([Buffer.from('Юникод запрещён').subarray(0, -1), Buffer.from(' <a@x.pl>')]), null).text).toBe('Юникод запрещё\ufffd <a@x.pl>');
});
