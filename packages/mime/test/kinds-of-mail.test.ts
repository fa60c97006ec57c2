/** Guards who gets an answer: automatic mail, lists and loops must be known, and people never taken for robots. */
import { expect, test } from 'vitest';
import { readMail, type MailClass } from '../src/index.ts';
import { mail, multipart } from './build-mail.ts';

const kinds: [what: string, headers: string[], kind: MailClass][] = [
  ['an ordinary mail', ['Subject: Dzień dobry'], 'personal'],
  // Auto-replies by header.
  ['Auto-Submitted: auto-replied', ['Subject: Re: x', 'Auto-Submitted: auto-replied'], 'auto-reply'],
  ['Auto-Submitted: auto-generated', ['Subject: x', 'Auto-Submitted: auto-generated; owner-email=x'], 'auto-reply'],
  ['Auto-Submitted: auto-replied (vacation)', ['Subject: x', 'Auto-Submitted: auto-replied (vacation)'], 'auto-reply'],
  ['a provider that puts the words into brackets', ['Subject: [Automatyczna odpowiedź] faktura'], 'auto-reply'],
  ['Auto-Submitted: no', ['Subject: x', 'Auto-Submitted: no'], 'personal'],
  ['X-Autoreply', ['Subject: x', 'X-Autoreply: yes'], 'auto-reply'],
  ['X-Autorespond', ['Subject: x', 'X-Autorespond: x'], 'auto-reply'],
  ['X-Autoresponder of mail servers', ['Subject: x', 'X-Autoresponder: vacation'], 'auto-reply'],
  ['Precedence: auto_reply', ['Subject: x', 'Precedence: auto_reply'], 'auto-reply'],
  ['a vacation program', ['Subject: x', 'X-Mailer: vacation 1.2.6'], 'auto-reply'],
  ['FirstClass', ['Subject: x', 'X-FC-MachineGenerated: true'], 'auto-reply'],
  ['Gmail vacation', ['Subject: Re: x', 'Precedence: bulk', 'X-Autoreply: yes', 'Auto-Submitted: auto-replied'], 'auto-reply'],
  ['Exchange on an ordinary mail', ['Subject: x', 'X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply'], 'personal'],
  ['Exchange out of office', ['Subject: Automatic reply: x', 'X-Auto-Response-Suppress: All', 'Auto-Submitted: auto-generated'], 'auto-reply'],
  ['a holiday note of a robot', ['Subject: Urlop do 15.07', 'Return-Path: <>', 'X-Auto-Response-Suppress: All'], 'auto-reply'],
  // Auto-replies by subject.
  ...[
    'Automatic reply: Faktura', 'Out of Office: x', 'Out of Office AutoReply: x', 'Out of the office', 'Out of office until 5 January', 'Autoreply: x', 'Auto-Reply: x', '[Auto-Reply] x', 'OOO: x', 'John Smith is out of the office.', 'AUTO: Jan Kowalski is out of the office (returning 05/01/2026)', 'I am out of office', 'Vacation reply', 'Away from my mail',
    'Automatyczna odpowiedź: x', 'Odpowiedź automatyczna: x', 'Autoodpowiedź: x', 'Poza biurem: x', 'Nieobecność: urlop', 'Jestem na urlopie',
    'Автоматический ответ: x', 'Автоответ: x', 'Автоответчик', 'Нет на рабочем месте: x', 'Я в отпуске',
    'Automatische Antwort: x', 'Abwesenheitsnotiz: x', 'Ich bin im Urlaub',
    'Réponse automatique : x', "Absence du bureau : x", 'Respuesta automática: x', 'Fuera de la oficina: x', 'Risposta automatica: x', 'Fuori ufficio', 'Automatisch antwoord: x', 'Afwezigheidsbericht', 'Autosvar: x', 'Automaattinen vastaus: x', 'Automatická odpověď: x', 'Automatikus válasz: x', 'Resposta automática: x', 'Răspuns automat: x', '自動応答: x', '自动答复: x', '부재중 알림',
  ].map((subject): [string, string[], MailClass] => [`«${subject}»`, [`Subject: ${subject}`], 'auto-reply']),
  // People.
  ...[
    'AUTO: sprzedam', 'Auto reply settings', 'Automated payments question', 'Absence: Jan', 'Re: Out of office supplies', 'Out of office supplies', 'Re: Automatic reply: x', 'Odp: Automatyczna odpowiedź: x', 'Automatic door is broken', 'Autoryzacja płatności', 'Wniosek o urlop', 'Urlop', 'Nieobecność w szkole', 'Отпуск', 'Отпуск в июле', 'Vacation in July', 'Automatyka domowa', 'Автоматический полив', 'Abwesend', 'Absence de réponse', 'Office chairs out of stock', 'Undelivered parcel', 'Delivery failed?', 'Delivery problem', 'Returned goods', 'Fwd: Undelivered Mail Returned to Sender', 'Re: Undeliverable: x', 'Zwrot towaru', 'Zwrot', 'Не доставлено', 'Warning: my parcel', 'Message not delivered?',
  ].map((subject): [string, string[], MailClass] => [`a person's «${subject}»`, [`Subject: ${subject}`], 'personal']),
  // Lists.
  ['List-Id', ['Subject: x', 'List-Id: <x.example>'], 'list'],
  ['List-Unsubscribe', ['Subject: x', 'List-Unsubscribe: <mailto:u@x.pl>'], 'list'],
  ['List-Post', ['Subject: x', 'List-Post: <mailto:u@x.pl>'], 'list'],
  ['Precedence: list', ['Subject: x', 'Precedence: list'], 'list'],
  ['Precedence: bulk', ['Subject: x', 'Precedence: bulk'], 'list'],
  ['Mailing-List', ['Subject: x', 'Mailing-List: contact x@y.pl'], 'list'],
  ['an automatic reply through a list', ['Subject: x', 'List-Id: <x.example>', 'Auto-Submitted: auto-replied'], 'auto-reply'],
  // Loops.
  ['our own loop header', ['Subject: x', 'X-Kontuar-Loop: desk.firma.example'], 'loop'],
  ['X-Loop with our host', ['Subject: x', 'X-Loop: biuro@desk.firma.example'], 'loop'],
  ['X-Loop of somebody else', ['Subject: x', 'X-Loop: other.example'], 'personal'],
  ['too many hops', ['Subject: x', ...Array.from({ length: 51 }, () => 'Received: by x; Mon, 5 Jan 2026 12:00:00 +0100')], 'loop'],
  ['fifty hops', ['Subject: x', ...Array.from({ length: 50 }, () => 'Received: by x; Mon, 5 Jan 2026 12:00:00 +0100')], 'personal'],
  ['a loop that is an automatic reply too', ['Subject: x', 'X-Kontuar-Loop: desk.firma.example', 'Auto-Submitted: auto-replied'], 'loop'],
];

const own = { ownAddresses: ['Biuro@firma.example'], ownHosts: ['desk.firma.example'] };

test.each(kinds)('%s', async (_, headers, kind) => {
  const read = await readMail(mail('From: Anna <anna@example.pl>', 'To: biuro@firma.example', ...headers, '', 'Treść wiadomości.'), own);
  expect(read.class).toBe(kind);
  expect(read.automatic).toBe(kind === 'loop' || kind === 'auto-reply' || kind === 'bounce');
});

test('mail from one of our own addresses is a loop', async () => {
  expect((await readMail(mail('From: biuro@FIRMA.example', 'Subject: x', '', 'x'), own)).class).toBe('loop');
});

test('a read receipt is automatic and no bounce', async () => {
  const raw = multipart('report; report-type=disposition-notification', 'b', [['', 'Przeczytano.'], ['Content-Type: message/disposition-notification', '', 'Final-Recipient: rfc822; a@x.pl', 'Disposition: manual-action/MDN-sent-manually; displayed']]);
  const read = await readMail(raw);
  expect([read.class, read.automatic, read.bounce]).toEqual(['auto-reply', true, null]);
});

test('an abuse complaint is automatic and no bounce', async () => {
  const raw = multipart('report; report-type=feedback-report', 'b', [['', 'This is an abuse report.'], ['Content-Type: message/feedback-report', '', 'Feedback-Type: abuse'], ['Content-Type: message/rfc822', '', 'Subject: x', '', 'y']]);
  const read = await readMail(raw);
  expect([read.class, read.automatic, read.bounce]).toEqual(['auto-reply', true, null]);
});

test('a confirmation of delivery is automatic and no bounce', async () => {
  const raw = multipart('report; report-type=delivery-status', 'b', [['', 'Delivered.'], ['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; x', '', 'Final-Recipient: rfc822; a@x.pl', 'Action: delivered', 'Status: 2.0.0']], ['From: mailer-daemon@x.pl']);
  const read = await readMail(raw);
  expect([read.class, read.automatic, read.bounce]).toEqual(['auto-reply', true, null]);
});

test.each([
  ['Wiadomość nie została dostarczona', 'Moja wiadomość do jan@x.pl nie została dostarczona. Proszę sprawdzić.'],
  ['Mail delivery failed', 'Hello, your mail could not be delivered to the following address yesterday: jan@x.pl'],
  ['Problem z pocztą', 'Wiadomość wysłana do jan@x.pl nie mogła zostać dostarczona, dlatego piszę tutaj.'],
  ['Message not delivered', 'Why was it that the message could not be delivered to jan@x.pl?'],
  ['Fwd: failure notice', 'Your message could not be delivered to jan@x.pl'],
])('a person who tells of a notice is no notice: «%s»', async (subject, text) => {
  const read = await readMail(mail('From: Anna <anna@example.pl>', `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8', '', text));
  expect(read.class).toBe('personal');
});
