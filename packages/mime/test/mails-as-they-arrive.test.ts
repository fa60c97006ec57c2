/** Guards the whole road from bytes to what people see, shape by shape as the world sends them. */
import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readMail } from '../src/index.ts';
import { bytes, mail, multipart, nested } from './build-mail.ts';

const head = ['From: Anna Nowak <anna@example.pl>', 'To: biuro@firma.example', 'Subject: Test', 'MIME-Version: 1.0'];
const polish = 'Zażółć gęślą jaźń, proszę o świeże źdźbło.';
const russian = 'Здравствуйте, подскажите, пожалуйста, где мой заказ?';

const charsets: [declared: string, encoding: string, text: string][] = [
  ['utf-8', 'utf-8', polish],
  ['windows-1250', 'windows-1250', polish],
  ['iso-8859-2', 'iso-8859-2', polish],
  ['ISO-8859-2', 'iso-8859-2', polish],
  ['cp1250', 'windows-1250', polish],
  ['x-mac-ce', 'maccenteuro', polish],
  ['cp852', 'cp852', polish],
  ['koi8-r', 'koi8-r', russian],
  ['koi8-u', 'koi8-u', 'Привіт, де моє замовлення?'],
  ['windows-1251', 'windows-1251', russian],
  ['iso-8859-5', 'iso-8859-5', russian],
  ['ibm866', 'cp866', russian],
  ['gb2312', 'gb18030', '您好，我的订单在哪里？'],
  ['GB18030', 'gb18030', '您好，我的订单在哪里？😀'],
  ['big5', 'big5', '您好，我的訂單在哪裡？'],
  ['shift_jis', 'shift_jis', 'こんにちは、注文はどこですか①'],
  ['euc-jp', 'euc-jp', 'こんにちは、注文はどこですか'],
  ['euc-kr', 'cp949', '안녕하세요, 주문은 어디에 있나요?'],
  ['ks_c_5601-1987', 'cp949', '안녕하세요'],
  ['utf-7', 'utf-7', polish],
  ['utf-16le', 'utf-16le', polish],
  ['utf-16be', 'utf-16be', polish],
  ['windows-1254', 'windows-1254', 'Günaydın, siparişim nerede?'],
  ['windows-1253', 'windows-1253', 'Καλημέρα'],
  ['iso-8859-15', 'iso-8859-15', 'café à 5 €'],
  ['macintosh', 'macintosh', 'café à Noël'],
  // Wrong or missing declarations.
  ['', 'utf-8', polish],
  ['us-ascii', 'utf-8', polish],
  ['iso-8859-1', 'utf-8', polish],
  ['', 'windows-1250', polish],
  ['us-ascii', 'windows-1250', polish],
  ['us-ascii', 'iso-8859-2', polish],
  ['', 'iso-8859-2', polish],
  ['', 'windows-1251', russian],
  ['', 'koi8-r', russian],
  ['us-ascii', 'koi8-r', russian],
  ['', 'cp866', russian],
  ['', 'windows-1252', 'Voilà, où est ma commande? Déjà payée, très bien.'],
  ['', 'windows-1252', 'Schöne Grüße aus München, die Bestellung fehlt weiß ich.'],
  ['utf-8', 'windows-1250', polish],
  ['utf-8', 'windows-1251', russian],
  ['iso-8859-1', 'windows-1251', russian],
  ['iso-8859-1', 'windows-1250', polish],
  ['iso-8859-1', 'windows-1252', 'Voilà „déjà” – 5 €'],
  ['x-unknown', 'windows-1250', polish],
  ['nonsense-5', 'iso-8859-2', polish],
  ['utf-16', 'utf-8', polish],
];

test.each(charsets)('text declared as «%s» that is in %s is read', async (declared, encoding, text) => {
  const body = iconv.encode(text, encoding);
  const type = declared ? `Content-Type: text/plain; charset=${declared}` : 'Content-Type: text/plain';
  const read = await readMail(mail(...head, type, 'Content-Transfer-Encoding: base64', '', body.toString('base64')));
  expect(read.text).toBe(text);
});

test('ISO-2022-JP is read, with half-width kana and without a declaration', async () => {
  const body = bytes('\x1b$B$3$s$K$A$O\x1b(B ABC \x1b(I1\x1b(B');
  for (const type of ['text/plain; charset=iso-2022-jp', 'text/plain', 'text/plain; charset=us-ascii']) {
    expect((await readMail(mail(...head, `Content-Type: ${type}`, '', body))).text).toBe('こんにちは ABC ｱ');
  }
});

test('ISO-2022-KR and HZ are read', async () => {
  expect((await readMail(mail(...head, 'Content-Type: text/plain; charset=iso-2022-kr', '', bytes('\x1b$)C\x0e', '\x47\x51\x31\x39', '\x0f ok')))).text).toBe('한국 ok');
  expect((await readMail(mail(...head, 'Content-Type: text/plain; charset=hz-gb-2312', '', '~{VPND~} ok'))).text).toBe('中文 ok');
});

test('the charset in the HTML itself is used when the header is silent', async () => {
  const html = iconv.encode(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head><body><p>${polish}</p></body></html>`, 'iso-8859-2');
  const read = await readMail(mail(...head, 'Content-Type: text/html', '', html));
  expect(read.text).toContain(polish);
  expect(read.html).toContain(polish);
});

const transfers: [what: string, encoding: string, body: string | Buffer, text: string][] = [
  ['quoted-printable', 'quoted-printable', 'za=C5=BC=\r\n=C3=B3 =3D', 'zażó ='],
  ['lower-case digits', 'quoted-printable', 'za=c5=bc', 'zaż'],
  ['a blank after a soft break', 'quoted-printable', 'ab= \r\ncd', 'abcd'],
  ['a lone equals sign', 'Quoted-Printable', 'a = b =zz c', 'a = b =zz c'],
  ['an equals sign at the very end', 'quoted-printable', 'abc=', 'abc'],
  ['blanks at the end of a line', 'quoted-printable', 'abc   \r\ndef', 'abc\ndef'],
  ['a semicolon after the encoding', 'quoted-printable;', 'za=C5=BC', 'zaż'],
  ['base64', 'BASE64', 'WmHFvMOzxYLEhw==', 'Zażółć'],
  ['base64 without padding', 'base64', 'WmHFvMOzxYLEhw', 'Zażółć'],
  ['base64 with foreign characters', 'base64', 'WmHF!vMOz\x00xYLE*hw==', 'Zażółć'],
  ['base64 in two padded pieces', 'base64', 'Zm9vYg==\r\nYXI=', 'foobar'],
  ['base64 with a footer of a list behind it', 'base64', 'WmHFvMOzxYLEhw==\r\n\r\n_____________\r\nlist mailing list', 'Zażółć\n\n_____________\nlist mailing list'],
  ['text that only claims to be base64', 'base64', 'Dear Sir, this is plain text.', 'Dear Sir, this is plain text.'],
  ['uuencode', 'x-uuencode', 'begin 644 x.txt\r\n#0V%T\r\n`\r\nend', 'Cat'],
  ['7-bit', '7-bit', 'abc', 'abc'],
  ['8bits', '8bits', 'zażółć', 'zażółć'],
  ['an empty value', '', 'abc', 'abc'],
  ['nonsense', 'spam', 'abc', 'abc'],
];

test.each(transfers)('%s is decoded', async (_, encoding, body, text) => {
  const read = await readMail(mail(...head, 'Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`, '', body));
  expect(read.text).toBe(text);
});

test('flowed text is put together again, quotes and signature kept apart', async () => {
  const body = ['Dzień dobry, ', 'to jeden akapit.', '> cytat jest ', '> długi', '>> głębiej', ' From z odstępem', '-- ', 'Anna'];
  const read = await readMail(mail(...head, 'Content-Type: text/plain; charset=utf-8; format=flowed', '', ...body));
  expect(read.text).toBe('Dzień dobry, to jeden akapit.\n> cytat jest długi\n>> głębiej\nFrom z odstępem\n-- \nAnna');
});

test('flowed text with DelSp loses the blanks at the breaks', async () => {
  const read = await readMail(mail(...head, 'Content-Type: text/plain; charset=utf-8; format=flowed; DelSp=yes', '', 'bar ', 'dzo długi'));
  expect(read.text).toBe('bardzo długi');
});

const pdf = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 31) & 255));
const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const pdfPart = (...headers: string[]) => ['Content-Transfer-Encoding: base64', ...headers, '', pdf.toString('base64').replace(/.{76}/g, '$&\r\n')];

const names: [what: string, headers: string[], name: string][] = [
  ['a plain name', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="faktura.pdf"'], 'faktura.pdf'],
  ['a name in the type', ['Content-Type: application/pdf; name=faktura.pdf'], 'faktura.pdf'],
  ['the disposition before the type', ['Content-Type: application/pdf; name=x.pdf', 'Content-Disposition: attachment; filename=y.pdf'], 'y.pdf'],
  ['an encoded name', ['Content-Type: application/pdf; name="=?utf-8?B?xbzDs8WCdy5wZGY=?="'], 'żółw.pdf'],
  ['an RFC 2231 name', ['Content-Type: application/pdf', "Content-Disposition: attachment; filename*=utf-8''%C5%BC%C3%B3%C5%82w.pdf"], 'żółw.pdf'],
  ['a raw 8-bit name', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="żółw.pdf"'], 'żółw.pdf'],
  ['a percent-encoded plain name', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="%C5%BC%C3%B3%C5%82w.pdf"'], 'żółw.pdf'],
  ['a Unix path', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="../../etc/passwd"'], 'passwd'],
  ['a Windows path', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="C:\\tmp\\a.pdf"'], 'a.pdf'],
  ['only dots', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=".."'], 'attachment-1.pdf'],
  ['control characters', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="a\x01b\x7f.pdf"'], 'ab.pdf'],
  ['a turned writing direction', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="a\u202efdp.exe"'], 'afdp.exe'],
  ['no name', ['Content-Type: application/pdf', 'Content-Disposition: attachment'], 'attachment-1.pdf'],
  ['no name and an unknown type', ['Content-Type: application/x-nie-znam'], 'attachment-1.bin'],
  ['a type that is none', ['Content-Type: foo', 'Content-Disposition: attachment; filename=a.bin'], 'a.bin'],
];

test.each(names)('an attachment with %s keeps its bytes', async (_, headers, name) => {
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: text/plain', '', 'Hej'], pdfPart(...headers)]));
  expect(read.text).toBe('Hej');
  expect(read.attachments).toHaveLength(1);
  expect(read.attachments[0]).toMatchObject({ name, size: 3000 });
  expect(sha(read.attachments[0]!.content)).toBe(sha(pdf));
});

test('attachments of text keep their original bytes, charset and line ends', async () => {
  const body = iconv.encode('zażółć;1\nbez CR\n', 'windows-1250');
  for (const type of ['text/csv; charset=windows-1250', 'text/plain; charset=windows-1250', 'text/html; charset=windows-1250']) {
    for (const disposition of ['attachment; filename=a.csv', 'inline; filename=a.csv']) {
      const read = await readMail(multipart('mixed', 'b', [['', 'Hej'], [`Content-Type: ${type}`, `Content-Disposition: ${disposition}`, 'Content-Transfer-Encoding: base64', '', body.toString('base64')]]));
      expect(read.text).toBe('Hej');
      expect(Buffer.from(read.attachments[0]!.content)).toEqual(body);
    }
  }
});

test('a binary attachment with bare line feeds and zero bytes is kept to the byte', async () => {
  const body = bytes('a\nb\0c\rd', 0xff, '\n\n--x');
  const read = await readMail(multipart('mixed', 'b', [['', 'Hej'], ['Content-Type: application/octet-stream', 'Content-Transfer-Encoding: binary', '', body]]));
  expect(Buffer.from(read.attachments[0]!.content)).toEqual(body);
});

test('an attached mail stays whole, and only the outer text is the text', async () => {
  const inner = mail('From: Jan <jan@example.pl>', 'Subject: w środku', 'Content-Type: multipart/mixed; boundary=in', '', '--in', '', 'tekst w środku', '--in--').subarray(0, -2);
  const read = await readMail(multipart('mixed', 'b', [['', 'na wierzchu'], ['Content-Type: message/rfc822', '', inner]]));
  expect(read.text).toBe('na wierzchu');
  expect(read.subject).toBe('Test');
  expect(read.attachments).toHaveLength(1);
  expect(read.attachments[0]).toMatchObject({ type: 'message/rfc822', name: 'attachment-1.eml' });
  expect(Buffer.from(read.attachments[0]!.content)).toEqual(inner);
  expect((await readMail(Buffer.from(read.attachments[0]!.content))).text).toBe('tekst w środku');
});

test('the parts of a digest are attached mails', async () => {
  const read = await readMail(multipart('digest', 'b', [['', 'Subject: a', '', 'a'], ['', 'Subject: b', '', 'b']]));
  expect(read.attachments.map(({ type }) => type)).toEqual(['message/rfc822', 'message/rfc822']);
});

test('text and HTML of an alternative are both taken', async () => {
  const read = await readMail(multipart('alternative', 'b', [['Content-Type: text/plain', '', 'plain'], ['Content-Type: text/html', '', '<p>html</p>']]));
  expect(read.text).toBe('plain');
  expect(read.html).toContain('<p>html</p>');
  expect(read.attachments).toEqual([]);
});

test('an alternative with HTML alone gives text as well', async () => {
  const read = await readMail(multipart('alternative', 'b', [['Content-Type: text/html', '', '<p>Dzień dobry</p>']]));
  expect(read.text).toBe('Dzień dobry');
});

test('an inline image of a related part is an inline attachment', async () => {
  const read = await readMail(multipart('mixed', 'm', [nested('related', 'r', [['Content-Type: text/html', '', '<p>Logo <img src="cid:logo@x"></p>'], pdfPart('Content-Type: image/png; name=logo.png', 'Content-ID: <logo@x>')]), pdfPart('Content-Type: application/pdf; name=a.pdf')]));
  expect(read.html).toContain('cid:logo@x');
  expect(read.attachments.map(({ name, inline, contentId }) => [name, inline, contentId])).toEqual([['logo.png', true, 'logo@x'], ['a.pdf', false, null]]);
});

test('several texts of a mixed mail are joined in order', async () => {
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: text/plain', '', 'pierwszy'], pdfPart('Content-Type: image/png; name=a.png'), ['Content-Type: text/plain', '', 'drugi']]));
  expect(read.text).toBe('pierwszy\n\ndrugi');
  expect(read.attachments).toHaveLength(1);
});

test('plain text beside HTML is not lost from the HTML', async () => {
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: text/html', '', '<p>jeden</p>'], ['Content-Type: text/plain', '', 'stopka <listy>']]));
  expect(read.text).toBe('jeden\n\nstopka <listy>');
  expect(read.html).toContain('jeden');
  expect(read.html).toContain('stopka &lt;listy&gt;');
});

test('a uuencoded file in the text becomes an attachment', async () => {
  const read = await readMail(mail(...head, '', 'W załączniku:', '', 'begin 644 kot.txt', '#0V%T', '`', 'end', '', 'Pozdrawiam, begin 5'));
  expect(read.text).toContain('W załączniku:');
  expect(read.text).toContain('Pozdrawiam');
  expect(read.text).not.toContain('0V%T');
  expect(read.attachments.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([['kot.txt', 'Cat']]);
});

test('the word begin in a text is no file', async () => {
  const read = await readMail(mail(...head, '', 'begin 644 problems', 'We begin to see problems here, quite long ones.', 'end'));
  expect(read.attachments).toEqual([]);
  expect(read.text).toContain('We begin');
});

test('a yEnc file in the text becomes an attachment', async () => {
  const data = Buffer.from([0, 1, 2, 19, 214, 224, 227, 255, 61]);
  const coded = Buffer.concat([...data].map((byte) => {
    const code = (byte + 42) & 255;
    return [0, 10, 13, 61].includes(code) ? Buffer.from([61, (code + 64) & 255]) : Buffer.from([code]);
  }));
  const read = await readMail(mail(...head, 'Content-Transfer-Encoding: 8bit', '', 'plik:', `=ybegin line=128 size=${data.length} name=a b.bin`, coded, `=yend size=${data.length}`));
  expect(read.attachments[0]?.name).toBe('a b.bin');
  expect(Buffer.from(read.attachments[0]!.content)).toEqual(data);
});

test('an invitation without other text is told in words and kept', async () => {
  const calendar = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'SUMMARY:Przegląd\\, serwis', 'DTSTART;TZID=Europe/Warsaw:20260105T100000', 'DTEND;TZID=Europe/Warsaw:20260105T110000', 'LOCATION:Salon', 'END:VEVENT', 'END:VCALENDAR'];
  const read = await readMail(multipart('mixed', 'b', [['Content-Type: text/calendar; charset=utf-8; method=REQUEST', '', ...calendar]]));
  expect(read.text).toBe('Przegląd, serwis\n2026-01-05 10:00 (Europe/Warsaw) – 2026-01-05 11:00 (Europe/Warsaw)\nSalon');
  expect(read.attachments[0]).toMatchObject({ name: 'attachment-1.ics', type: 'text/calendar' });
});

const protectedMails: [what: string, raw: Buffer, encrypted: boolean, signed: boolean, text: string, files: number][] = [
  ['PGP/MIME encrypted', multipart('encrypted', 'b', [['Content-Type: application/pgp-encrypted', '', 'Version: 1'], ['Content-Type: application/octet-stream; name=encrypted.asc', '', '-----BEGIN PGP MESSAGE-----']]), true, false, '', 2],
  ['PGP/MIME signed', multipart('signed', 'b', [['Content-Type: text/plain', '', 'podpisane'], ['Content-Type: application/pgp-signature', '', '-----BEGIN PGP SIGNATURE-----']]), false, true, 'podpisane', 1],
  ['S/MIME signed', multipart('signed', 'b', [['Content-Type: text/plain', '', 'podpisane'], pdfPart('Content-Type: application/x-pkcs7-signature; name=smime.p7s')]), false, true, 'podpisane', 1],
  ['S/MIME encrypted', mail(...head, 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'Content-Transfer-Encoding: base64', '', 'AAAA'), true, false, '', 1],
  ['S/MIME opaque signed', mail(...head, 'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m', 'Content-Transfer-Encoding: base64', '', 'AAAA'), false, true, '', 1],
  ['PGP in the text', mail(...head, '', '-----BEGIN PGP MESSAGE-----', '', 'hQEMA', '-----END PGP MESSAGE-----'), true, false, '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----', 0],
  ['ordinary mail', mail(...head, '', 'x'), false, false, 'x', 0],
];

test.each(protectedMails)('%s', async (_, raw, encrypted, signed, text, files) => {
  const read = await readMail(raw);
  expect({ encrypted: read.encrypted, signed: read.signed, text: read.text, files: read.attachments.length }).toEqual({ encrypted, signed, text, files });
});

test('BinHex is kept as it is', async () => {
  const read = await readMail(multipart('mixed', 'b', [['', 'x'], ['Content-Type: application/mac-binhex40; name=a.hqx', '', '(This file must be converted with BinHex 4.0)', ':$f*:']]));
  expect(read.attachments[0]).toMatchObject({ name: 'a.hqx' });
});
