/** Signs that a mail without a machine-readable report is a notice of failed delivery. */
import type { HeaderBlock } from '../read/headers/split-headers.ts';

// Anchored at the start, because people forward notices ("Fwd: Undelivered Mail …") and ask about them.
const subjects = /^(?:\[?\w{0,12}\]?\s?)?(?:undeliver(?:able|ed)\b|undeliverable:|mail (?:delivery|system) (?:fail|error|subsystem|problem|status|warning)|mail failed|automatically rejected|mail delivery (?:has )?(?:failed|fail|delayed|error)|delivery (?:status notification|failure|failed|has failed|error|problem|notification|report|delayed|problem)|(?:message|mail|e-?mail) (?:delivery|undeliverable|could not be|not delivered|not sent|delayed|status - undeliverable|has not been|you sent)|failure (?:notice|delivery)|failed (?:mail|delivery|message)|returned (?:mail|message|e-?mail)|non-?deliver(?:y|able)|nondeliverable|not delivered|notice of (?:undeliver|failed)|notification of delivery|warning: (?:could not send|message|e-?mail|mail)|could not send message|unable to deliver|unzustellbar|nicht zustellbar|zustellung|nicht zugestellt|mail konnte nicht|rückläufer|non remis|échec de|avis de non|message non|não entreg|no se (?:puede|pudo|ha podido) entregar|no entregado|mancato recapito|impossibile recapitare|onbestelbaar|niet bezorgd|niedostarcz|nie (?:można|udało się|mozna) (?:dostarczy|doręczy)|nie dostarczono|niedoręcz|zwrot (?:wiadomości|poczty|listu|maila|przesyłki)|zwrócona wiadomość|błąd dostarcz|błąd doręcz|powiadomienie o (?:stanie|braku|niepowodz)|problem z dostarcz|wiadomość nie (?:została|mogła)|недостав|не доставл|невозможно доставить|ошибка доставки|сообщение не (?:доставлено|может)|письмо не (?:доставлено|может)|возврат (?:почты|письма|сообщения)|delivery of|user unknown|mailbox (?:full|unavailable)|mail error|rejected mail|(?:your )?message (?:was|could) not|mdaemon notification|permanent delivery failure|invalid recipient|配信エラー|メールエラー|エラー通知|メール送信エラー|系统退信|退信)/iu;

const daemons = /^(?:mailer[-_.]?daemon|post[-_]?master\w*|mail[-_.]?daemon|mail[-_.]?delivery(?:[-_.]?(?:system|subsystem))?|mailerdaemon|mail-?admin|mmdf|mailsystem|mdaemon|uucp|undeliverable|microsoftexchange[0-9a-f]+)(?:[+=-].*)?(?:@|$)/i;
const daemonNames = /^(?:mail delivery (?:sub)?system|mail (?:administrator|system|router)|mailer[- ]?daemon|postmaster|system administrator|microsoft outlook|internet mail delivery|mail delivery service|system pocztowy|служба доставки)/i;

const phrases = /(?:(?:message|mail|e-?mail|it) (?:that you sent |you sent |to .{1,80}? )?(?:could not|couldn['’]t|cannot|can ?not|was not|wasn['’]t|has not been|did not|was undeliverable|is undeliverable|was unable to)(?: be)? (?:delivered|reach|deliver|sent)?|delivery (?:to the following|has failed|failed|of your message)|unable to deliver|wasn['’]t able to deliver|undeliverable|permanent (?:fatal )?errors?|failed permanently|returned to (?:the )?sender|permanent failure|user unknown|unknown (?:local )?user|no such user|mailbox (?:is )?full|mailbox unavailable|requested action not taken|recipients? could not be reached|exceeds allowed size|i'm afraid i wasn't|will be delivered|not yet been delivered|delivery attempts?|warning message only|nie (?:została|mogła|można|udało)|nie dostarczon|не может быть доставлено|не доставлено|не удалось доставить|konnte nicht|nicht zugestellt|pas pu être|no se pudo|no ha podido)/iu;

export interface BounceSigns {
  headers: HeaderBlock;
  subject: string;
  from: string;
  fromName: string;
  text: string;
  /** A copy of a mail, or of its headers, is enclosed. */
  copy: boolean;
}

export function looksLikeBounce({ headers, subject, from, fromName, text, copy }: BounceSigns): boolean {
  if (headers.has('x-failed-recipients')) return true;
  const daemon = daemons.test(from) || daemonNames.test(fromName) || (from === '' && daemons.test(fromName));
  const nobody = headers.get('return-path')?.some((value) => value.replace(/\s/g, '') === '<>') ?? false;
  const titled = subjects.test(subject.slice(0, 300).trim());
  const start = text.slice(0, 6000);
  // QSBMF (D. J. Bernstein): the notice of qmail begins so.
  const qmail = /^hi\. this is (?:the|a)\b/i.test(start.trimStart().slice(0, 40));
  const beginsAsNotice = isNotice(start, copy) && !isAnswer(headers, subject) && !isPassedOn(subject);
  if (!daemon && !titled && !qmail) return beginsAsNotice && blunt.test(start.slice(0, 300));
  const told = phrases.test(start);
  if (qmail && told) return true;
  // A postmaster may be a person who writes; a mailer daemon never is.
  const machine = /^(?:mailer|mail)[-_.]?daemon|^mdaemon/i.test(from || fromName) && !isAnswer(headers, subject);
  if (machine && start.includes('@')) return true;
  if (daemon && (titled || (told && (hasServerAnswer(start) || machine)))) return true;
  if (nobody && titled && told) return true;
  return titled && !isAnswer(headers, subject) && ((told && hasServerAnswer(start)) || (beginsAsNotice && firm.test(start.slice(0, 800))));
}

// Sentences that servers write about a mail; a person's complaint may hold one, but further down or after a greeting.
const firm = /(?:message|mail|e-?mail)\b.{0,250}?(?:could not|couldn['’]t|cannot|can ?not) be delivered|(?:could not|cannot) be delivered to (?:the following|one or more)|delivery of (?:e-?mail|your message|the message) to|your (?:message|mail|e-?mail) to .{1,100}? was (?:automatically )?rejected|wiadomość .{0,100}?nie (?:mogła|została|może) (?:zostać |być )?dostarczon|nie (?:można było|udało się) dostarczyć (?:tej |twojej |państwa )?wiadomości|(?:сообщение|письмо) .{0,100}?не (?:может быть|было|удалось) достав|nachricht .{0,100}?konnte nicht zugestellt|n['’]a pas pu [eê]tre (?:d[eé]livr|remis)|no (?:se pudo|ha podido) entregar/isu;
// With neither a title nor a daemon's name, only a notice that begins so and speaks to the sender.
const blunt = /^[\s*=_#-]*(?:votre message[^\n]{0,60}\n[^\n]{0,100}\n[\s*]*)?your (?:message|mail|e-?mail)\b[^\n]{0,150}(?:could not|cannot|can ?not) be delivered to/i;
// The sender's own words: a customer telling us of a notice.
const mine = /(?:^|[^\p{L}])(?:my|moj\p{L}{1,3}|mój|mo[iy]|мо[йяеёи]|моего|моей|meine?[rnms]?|mes|mon|please help|proszę o pomoc|помогите)(?![\p{L}])/iu;
const greeting = /^\W{0,5}(?:hi|hello|hey|dear|good (?:morning|day|afternoon)|dzień dobry|dzien dobry|witam|cześć|szanown|здравствуйте|добрый|привет|hallo|guten|sehr geehrte|bonjour|hola|ciao)\b/iu;

function isNotice(start: string, copy: boolean): boolean {
  return (copy || /\S@\S/.test(start)) && !greeting.test(start) && !mine.test(start.slice(0, 400)) && !/\?\s*$/m.test(start.slice(0, 400));
}

function isPassedOn(subject: string): boolean {
  return /^\W{0,3}(?:fwd?|fw|pd|wg|tr|i|enc|rv|doorst|пересл)\s*:/i.test(subject);
}

// What only servers write: an SMTP answer or a status code beside an address.
function hasServerAnswer(text: string): boolean {
  return /@/.test(text) && /(?<![\d.:/-])[45]\d\d[ -](?:[45]\.\d\.\d|\S)|(?<![\d.])[45]\.[0-7]\.\d{1,3}(?!\d|\.\d)|smtp error|exceeds allowed size|unknown user|user unknown|no such user|original message (?:follows|headers)|undeliverable to/i.test(text);
}

function isAnswer(headers: HeaderBlock, subject: string): boolean {
  return /^(?:re|aw|odp|sv|fwd?|fw|pd|wg|tr|ответ|отв)\s*:/i.test(subject) && headers.has('in-reply-to');
}
