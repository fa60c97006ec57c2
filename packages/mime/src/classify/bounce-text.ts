/** Recipient, diagnostic and original id out of the text of a notice, for servers that send no report. */

export interface BounceText {
  recipient: string | null;
  reason: string;
  originalMessageId: string | null;
}

const looked = 60_000;
const address = String.raw`[^\s<>()"'\`,;:\\[\]@|=]{1,100}@[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9.\u0080-\uffff-]{0,200}[A-Za-z0-9\u0080-\uffff])?`;

// From here on a notice only copies the mail that failed.
const copyBegins = /^[ \t>|*-]*(?:-{2,}.{0,40}(?:below this line is a copy|this is a copy of|original message|undelivered message|returned message|message header|copy of (?:your|the) message|unsent message|transcript of session follows|message text follows|исходное сообщение|treść wiadomości|oryginalna wiadomość|kopia wiadomości|original-?nachricht).{0,80}|(?:original message|your original message|the (?:header|text|body) of (?:the|your) (?:original )?message|message headers follow|received: from .*|return-path: .*|original message headers:.*))\s*$/im;

// In the order of trust. Each has the address as its first group.
const recipientPatterns: RegExp[] = [
  new RegExp(String.raw`^\s*(?:final-recipient|original-recipient)\s*:\s*[\w-]{1,20}\s*;\s*<?(${address})`, 'im'),
  new RegExp(String.raw`^[ \t]*<(${address})>:?[ \t]*(?:\(|$|host |.{0,60}(?:said|does not|unable|user|mailbox|sorry|connect))`, 'im'),
  new RegExp(String.raw`(?:failed recipients?|recipients?|recipient address|to address|empfänger|adresat|odbiorca|получатель|destinataire|destinatario)\s*:\s*(?:\[?smtp:)?\s*<?(${address})`, 'i'),
  new RegExp(String.raw`(?:unknown (?:local )?(?:user|recipient)|user mailbox exceeds allowed size|delivery failed \d+ attempts?|undeliverable to|invalid final delivery userid|unknown or disabled account|no such user|mailbox full|unable to deliver (?:your )?(?:message|mail)? ?to|failed to deliver to|could not (?:be delivered|deliver (?:message|mail)?) ?to|delivery to|message to|wasn['’]t delivered to|couldn['’]t be delivered to|not delivered to|do adresata|na adres|nie (?:została|mogła)(?: być)? (?:dostarczona|doręczona) do|по адресу|не доставлено)\s*:?\s*['"<\[(]*(?:smtp:)?(${address})`, 'i'),
  new RegExp(String.raw`(?:did not reach|could not be (?:delivered|reached)|cannot be reached|couldn['’]t be reached|failed permanently|failed to these recipients|undeliverable to the following|following (?:recipients?|address(?:es)?)|recipient\(s\)|addresses had|permanent(?:ly)? (?:fatal )?(?:errors?|fail)|one or more of its recipients|одному или нескольким|następujących|следующ|folgende)[^@]{0,600}?[\s<"'(\[:]\s*(?:smtp:)?(${address})`, 'i'),
  new RegExp(String.raw`rcpt to:\s*<?(${address})`, 'i'),
  new RegExp(String.raw`^[ \t]*<?(${address})>?:?[ \t]*$`, 'im'),
  new RegExp(String.raw`[45]\d\d[ -].{0,60}<(${address})>`, 'i'),
];

const reasonPatterns: RegExp[] = [
  /^\s*diagnostic-code\s*:\s*[\w-]{1,30}\s*;\s*(.+(?:\r?\n[ \t]+.+){0,6})/im,
  /\(reason:\s*(.+?)\)?\s*$/im,
  /remote (?:host|server) (?:said|returned)\s*:?\s*['"]?(.+(?:\n.*\S.*){0,3})/i,
  /(?:the (?:error|response)(?: that the other server returned)? was|the response from the remote server was|server responded|said|reports?|returned(?: error)?)\s*:\s*\n?\s*(.*[45]\d\d[ -].+(?:\n[ \t]+\S.*){0,4})/i,
  /^.*(?<![\d.:/-])([45]\d\d[ \-#](?:[ \t]*[45]\.\d\.\d{1,3})?.*\S)/m,
  /^\s*(?:reason|error|powód|причина|grund|ursache|fehler)\s*:\s*(.*\S)/im,
  /^.*#([45]\.\d\.\d{1,3}.*)$/m,
  /^(.*(?:unknown user|user unknown|no such user|mailbox (?:is )?full|exceeds allowed size|over quota|not listed in|unrouteable|host not found|could ?n[o']t find any host|not our customer|doesn['’]t have|does not exist|unavailable|disabled|time ?out|timed out|rejected|refused|retry time|loop|too (?:big|large)|address couldn['’]t be found|unknown|nie istnieje|pełna|не существует|переполнен|unbekannt).*)$/im,
];

export function readBounceText(text: string, notThese: ReadonlySet<string>): BounceText {
  const whole = text.slice(0, looked);
  const copy = copyBegins.exec(whole);
  // Sendmail puts its transcript behind such a line, so a copy that begins at once is no end.
  const notice = copy && copy.index > 40 ? whole.slice(0, copy.index) : whole;
  return { recipient: findRecipient(notice, notThese) ?? findRecipient(whole, notThese), reason: findReason(notice) || findReason(whole), originalMessageId: findId(whole) };
}

function findRecipient(text: string, notThese: ReadonlySet<string>): string | null {
  for (const pattern of recipientPatterns) {
    const found = pattern.exec(text)?.[1];
    if (found && isRecipient(found, notThese)) return clean(found);
  }
  for (const [found] of text.matchAll(new RegExp(address, 'g'))) if (isRecipient(found, notThese)) return clean(found);
  return null;
}

function isRecipient(found: string, notThese: ReadonlySet<string>): boolean {
  return !notThese.has(found.toLowerCase()) && !/^(?:mailer-daemon|postmaster|abuse|mail-daemon|double-bounce)@/i.test(found) && /\.|@localhost$/i.test(found.slice(found.indexOf('@')));
}

function clean(found: string): string {
  return found.replace(/^(?:mailto|smtp):/i, '').replace(/\.+$/, '');
}

function findReason(text: string): string {
  for (const pattern of reasonPatterns) {
    const found = pattern.exec(text)?.[1]?.replace(/\s+/g, ' ').trim();
    if (found && found.length > 3) return found.slice(0, 500);
  }
  return '';
}

function findId(text: string): string | null {
  return /^[ \t>]*message-id\s*:\s*<([^<>\s]{1,500})>/im.exec(text)?.[1] ?? null;
}
