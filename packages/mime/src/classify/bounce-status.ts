/**
 * Enhanced status codes (RFC 3463) when the report has none, and what is hard or soft. Hard means: writing
 * to this address again is useless. A full mailbox, a delay, or a judgement over one message is soft.
 */
const reasons: { status: string; pattern: RegExp }[] = [
  { status: '4.2.2', pattern: /(?:mailbox|mail ?box|inbox|account|user|quota|storage|postfach|skrzynk\p{L}*)[^.;\n]{0,60}(?:is full|full\b|over ?quota|exceed|przepełnion|pełn|voll|überschritten|out of)|(?:over|exceed\w*|beyond)[^.;\n]{0,40}(?:quota|storage|mailbox|allowed size)|quota (?:exceeded|violation)|disk quota|not enough (?:storage|disk)|insufficient (?:system )?storage|переполнен|превышен[аы]? квот|mailbox_full|mailbox_quota/iu },
  { status: '5.1.2', pattern: /(?:host|domain)(?: name)? (?:unknown|not found|does(?: not|n'?t) exist|lookup failed)|unknown (?:host|domain)|unrouteable|unroutable|no such (?:domain|host)|name or service not known|couldn'?t find any host|can'?t find any host|nxdomain|no mx|invalid domain|domain (?:is )?not (?:valid|known)|bad destination (?:host|system)|host or domain name not found|mail domain mentioned in the recipient/i },
  { status: '5.1.6', pattern: /has moved|no longer (?:here|at this|valid|works|active|employed)|address has changed|moved to another/i },
  { status: '5.2.1', pattern: /(?:account|mailbox|user|address)[^.;\n]{0,50}(?:disabled|inactive|suspended|deactivated|blocked|locked|expired|discontinued|nieaktywn|zablokowan|заблокирован|отключ)|(?:disabled|inactive|suspended)[^.;\n]{0,20}(?:account|mailbox|user|recipient)/i },
  { status: '5.7.1', pattern: /relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:allowed|permitted))|unable to relay|(?:not permitted|cannot|can'?t|won'?t|not authori[sz]ed) to relay|we do not relay/i },
  { status: '5.7.1', pattern: /\bspam|blacklist|blocklist|black list|\brbl\b|spamhaus|reputation|bulk mail|junk|\bspf\b|\bdkim\b|\bdmarc\b|unsolicited|bad content|content (?:rejected|filter)|message (?:content )?rejected|rejected (?:due to|by|for) (?:content|policy|security)|(?:policy|security) (?:violation|reasons|restrictions)|(?:virus|malware|infected)|access denied|not authori[sz]ed|permission/i },
  { status: '5.3.4', pattern: /(?:message|mail|content|size)[^.;\n]{0,40}(?:too (?:big|large|long)|exceed\w* [^.;\n]{0,30}(?:limit|maximum|size)|larger than|size limit)|maximum message size|message size/i },
  { status: '4.4.7', pattern: /(?:delivery|message|retry|retries|queue)[^.;\n]{0,40}(?:time ?out|timed out|expired|too long)|(?:retry time|time ?out) (?:not reached|exceeded)|could not be delivered (?:for|within|after)|(?:been in the queue|not yet been delivered|still being retried|been delayed|delivery (?:is )?delayed|will (?:keep|continue) (?:trying|to try)|retry timeout)|too long in the queue|gave up after|attempts? (?:have )?failed/i },
  { status: '5.4.6', pattern: /(?:mail|routing|forwarding) loop|too many hops|hop count exceeded|loops? back to/i },
  { status: '4.4.1', pattern: /connection (?:refused|timed out|reset|dropped|closed|lost)|connect to .{1,80}(?:timed out|refused)|no route to host|network (?:is )?unreachable|unable to (?:connect|contact)|cannot connect|not responding|no answer from host|i wasn'?t able to establish an smtp connection|host is down|timed out/i },
  { status: '4.7.0', pattern: /gr[ea]ylist|try (?:again )?later|temporar(?:y|ily)|rate limit|too many (?:connections|messages|recipients)|deferred/i },
  { status: '5.1.1', pattern: /(?:user|recipient|account|mailbox|address|addressee|alias|person|inbox|e-?mail account)s?[^.;\n]{0,60}(?:unknown|not (?:found|exist|known|listed|valid|here|available|recogni[sz]ed|be found|match)|does(?: not|n['’]?t) exist|doesn['’]?t have|invalid|rejected|unavailable|couldn['’]?t be found|wasn['’]?t found|not in|undeliverable|not our customer)|(?:unknown|no such|invalid|bad|nonexistent|non-existent|not a (?:valid|known)|unrecogni[sz]ed|does not like|don'?t know|undeliverable|incorrect) [^.;\n]{0,20}(?:user|recipient|account|mailbox|address|alias|person|local|name)|user unknown|no mailbox here|no such (?:user|person|recipient|address)|no (?:user|account|mailbox) (?:by|with|of) (?:that|this) name|not listed in|isn'?t (?:in my|a valid)|doesn'?t have (?:a|an) .{1,30}account|brak takiego|nie istnieje|nieznany (?:adres|odbiorca|użytkownik)|nie ma takiego|не существует|не найден|нет такого|неверный адрес|unbekannt|existiert nicht|inconnue?|n['’]existe pas|desconocid|no existe/iu },
];

const enhanced = /(?<![\d.])([245]\.[0-7]\.\d{1,3})(?![\d]|\.\d)/;
const smtpCode = /(?<![\d.:/-])([45]\d\d)(?=[\s\-:#(]|$)/;

export interface StatusAndKind {
  status: string | null;
  kind: 'hard' | 'soft';
}

/** `declared` is the report's own status, `text` the diagnostic or, without one, the notice. */
export function statusAndKind(declared: string | null, text: string, delayed: boolean): StatusAndKind {
  const sample = text.slice(0, 4000);
  const written = enhanced.exec(sample)?.[1] ?? null;
  const meaning = reasons.find(({ pattern }) => pattern.test(sample))?.status ?? null;
  const vague = declared === null || /^\d\.0\.0$/.test(declared) || declared.startsWith('2.');
  let status = declared;
  if (vague) {
    const code = smtpCode.exec(sample)?.[1];
    const fromText = meaning === null ? null : withClass(meaning, code?.[0] ?? written?.[0] ?? (declared?.startsWith('2.') ? undefined : declared?.[0]));
    status = (written && !/^\d\.0\.0$/.test(written) && !written.startsWith('2.') ? written : null) ?? fromText ?? (declared?.startsWith('2.') ? null : declared) ?? (code ? `${code[0]}.0.0` : null);
  }
  return { status: delayed && status === null ? '4.0.0' : status, kind: delayed || isSoft(status, meaning, sample) ? 'soft' : 'hard' };
}

/** The class digit of what the server answered wins over the one of the table. */
function withClass(status: string, digit: string | undefined): string {
  return digit === '4' || digit === '5' ? `${digit}${status.slice(1)}` : status;
}

function isSoft(status: string | null, meaning: string | null, text: string): boolean {
  const detail = status?.slice(2) ?? '';
  if (status?.startsWith('4.')) return true;
  if (detail.startsWith('1.')) return meaning === '4.2.2';
  if (detail === '2.2' || detail === '3.1' || detail === '3.2' || detail === '4.1' || detail === '4.2' || detail === '4.5' || detail === '4.7') return true;
  if (meaning === '5.1.1' || meaning === '5.1.2' || meaning === '5.1.6' || meaning === '5.2.1') return false;
  if (detail === '2.3' || detail === '3.4' || detail === '3.3') return true;
  if (meaning !== null && (meaning.startsWith('4.') || meaning === '5.3.4')) return true;
  // A verdict over this message or over our server says nothing about the address.
  if (detail.startsWith('7.') || detail.startsWith('6.') || meaning === '5.7.1') return /\bspam|blacklist|blocklist|\brbl\b|reputation|\bspf\b|\bdkim\b|\bdmarc\b|content|virus|malware|policy|junk|blocked|unsolicited|rate/i.test(text);
  return false;
}
