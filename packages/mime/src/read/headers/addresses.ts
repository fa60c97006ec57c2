/**
 * Address headers (RFC 5322 3.4 with the obsolete forms of 4.4) as they arrive: names with commas and @
 * without quotes, groups, comments, routes, semicolons, missing and doubled brackets.
 * One pass over the characters; each list entry is then put together on its own.
 */
import { domainToUnicode } from 'node:url';
import type { MailAddress } from '../../mail.ts';
import { decodeWords } from './encoded-words.ts';

interface Entry {
  /** Text outside brackets and comments, quotes already taken off. */
  text: string;
  quoted: boolean;
  /** Ended with a comma and not with the end of a group. */
  comma: boolean;
  comment: string;
  angle: string | null;
}

const longest = 2_000_000;

/** `header` is Unicode with encoded words still in it. */
export function readAddresses(header: string): MailAddress[] {
  const entries = joinNamesWithCommas(splitEntries(header.slice(0, longest)));
  const addresses: MailAddress[] = [];
  for (const entry of entries) addresses.push(...addressOf(entry));
  return addresses;
}

function splitEntries(header: string): Entry[] {
  const entries: Entry[] = [];
  let entry = emptyEntry();
  let inGroup = false;
  // Looked up once, so that a header of a million open brackets costs linear time.
  const lastQuote = header.lastIndexOf('"');
  const lastSemicolon = header.lastIndexOf(';');
  let commentsClose = true;
  const close = (comma: boolean) => {
    entry.text = entry.text.trim();
    entry.comma = comma;
    if (entry.text || entry.comment || entry.angle !== null) entries.push(entry);
    entry = emptyEntry();
  };
  for (let at = 0; at < header.length; ) {
    const char = header[at]!;
    if (char === '"') {
      const { text, end } = readQuotes(header, at, lastQuote);
      // A quoted local part keeps its quotes: "jan nowak"@example.com.
      const local = header[end] === '@';
      entry.text += local ? `"${text}"` : text;
      entry.quoted ||= !local;
      at = end;
    } else if (char === '(') {
      const comment: { text: string; end: number } | null = commentsClose ? readComment(header, at) : null;
      commentsClose = comment !== null;
      entry.comment ||= comment?.text.trim() ?? '';
      entry.text += ' ';
      at = comment?.end ?? at + 1;
    } else if (char === '<') {
      const { text, end } = readAngle(header, at);
      if (entry.angle === null || (!entry.angle.includes('@') && text.includes('@'))) entry.angle = text;
      entry.text += ' ';
      at = end;
    } else if (char === ',' || char === ';') {
      close(char === ',');
      if (char === ';') inGroup = false;
      at++;
    } else if (char === ':' && at < lastSemicolon && !inGroup && entry.angle === null && isGroupName(entry.text)) {
      // "Name: a@x, b@y;" is a group; "Re: <a@x>" without the semicolon is only a name with a colon.
      inGroup = true;
      entry = emptyEntry();
      at++;
    } else if (char === '=' && header[at + 1] === '?') {
      const word = /^=\?[^?\s]{1,60}\?[BbQq]\?[^?]{0,2000}\?=/.exec(header.slice(at, at + 2100))?.[0] ?? '=?';
      entry.text += word;
      at += word.length;
    } else {
      entry.text += char;
      at++;
    }
  }
  close(false);
  return entries;
}

function emptyEntry(): Entry {
  return { text: '', quoted: false, comma: false, comment: '', angle: null };
}

function isGroupName(text: string): boolean {
  return text.length < 500 && !text.includes('@') && !/\bmailto$/i.test(text);
}

function readQuotes(header: string, start: number, lastQuote: number): { text: string; end: number } {
  let text = '';
  for (let at = start + 1; at < header.length; at++) {
    const char = header[at]!;
    if (char === '\\' && at + 1 < header.length) text += header[++at];
    else if (char === '"') return { text, end: at + 1 };
    // A quote that never closes must not swallow the address.
    else if (char === '<' && lastQuote < at) return { text, end: at };
    else text += char;
  }
  return { text, end: header.length };
}

function readComment(header: string, start: number): { text: string; end: number } | null {
  let depth = 0;
  let text = '';
  for (let at = start; at < header.length; at++) {
    const char = header[at]!;
    if (char === '\\' && at + 1 < header.length) text += header[++at];
    else if (char === '(') {
      if (depth++ > 0) text += char;
    } else if (char === ')') {
      if (--depth === 0) return { text, end: at + 1 };
      text += char;
    } else text += char;
  }
  return null;
}

function readAngle(header: string, start: number): { text: string; end: number } {
  let from = start + 1;
  while (header[from] === '<' || header[from] === ' ') from++;
  let end = from;
  let quoted = false;
  let signs = 0;
  while (end < header.length) {
    const char = header[end]!;
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '>' || char === '<')) break;
    if (char === '@') signs++;
    // A bracket that never closes: the next address begins after the comma, unless this is a route.
    if (!quoted && char === ',' && signs > 0 && header[from] !== '@') break;
    end++;
  }
  const text = header.slice(from, end);
  while (header[end] === '>') end++;
  return { text, end };
}

/** "Nowak, Jan <jan@x.pl>" without quotes was cut at its comma. */
function joinNamesWithCommas(entries: Entry[]): Entry[] {
  const joined: Entry[] = [];
  let names: string[] = [];
  const giveUp = () => {
    for (const text of names) joined.push({ ...emptyEntry(), text });
    names = [];
  };
  for (const entry of entries) {
    const bare = entry.angle === null && !entry.text.includes('@') && !entry.comment.includes('@');
    if (bare && entry.comma && entry.text) {
      names.push(entry.text);
      continue;
    }
    if (names.length && entry.angle !== null && entry.text) {
      entry.text = [...names, entry.text].join(', ');
      names = [];
    }
    giveUp();
    joined.push(entry);
  }
  giveUp();
  return joined;
}

function addressOf(entry: Entry): MailAddress[] {
  const name = tidyName(decodeWords(entry.text));
  const comment = tidyName(decodeWords(entry.comment));
  if (entry.angle !== null) {
    const address = tidyAddress(entry.angle);
    if (address.includes('@')) return [{ name: name || comment, address }];
    // The address slipped into the name: "jan@x.pl" <>.
    const inName = findAddress(name);
    if (inName) return [{ name: name.replace(inName.found, '').trim() || comment, address: inName.address }];
    return address || name || comment ? [{ name: name || comment, address }] : [];
  }
  const found = findAddress(name) ?? findAddress(comment);
  if (!found) return name || comment ? [{ name: name || comment, address: '' }] : [];
  // An encoded word may hold name and address together.
  if (/<[^<>]*@[^<>]*>/.test(name) && entry.text.includes('=?')) return readAddresses(name.replaceAll('=?', '= ?'));
  const rest = tidyName(name.replace(found.found, ' ').replace(/<\s*>|[<>]/g, ' '));
  return [{ name: rest || (comment === found.found ? '' : comment), address: found.address }];
}

function findAddress(text: string): { found: string; address: string } | null {
  if (!text.includes('@')) return null;
  const quoted = /"[^"]{1,200}"@[^\s"<>()[\],;:]+/.exec(text)?.[0];
  const found = quoted ?? text.split(/[\s<>()[\],;:"']+/).find((word) => /^[^@]+@[^@]+$/.test(word));
  if (found) return { found, address: tidyAddress(found) };
  // "jan @ x . pl" with blanks around its signs (RFC 5322 4.4 allows them).
  const spaced = /([^\s@]{1,64}) {0,3}@ {0,3}([^\s@]{1,255}(?: {0,3}\. {0,3}[^\s@.]{1,60}){0,5})/.exec(text);
  return spaced ? { found: spaced[0], address: tidyAddress(`${spaced[1]}@${spaced[2]}`) } : null;
}

export function tidyAddress(text: string): string {
  let address = text.replace(/\([^()]*\)/g, '').trim();
  address = decodeWords(address).replace(/^mailto:/i, '');
  // A source route: <@relay.example,@other.example:jan@example.com>.
  const route = /^@[^:]*:(.*)$/s.exec(address);
  if (route) address = route[1]!;
  if (!address.startsWith('"')) address = address.replace(/[\s"<>\0-\x1f\x7f]+/g, '');
  if (/^'.*'$/.test(address)) address = address.slice(1, -1);
  const sign = address.lastIndexOf('@');
  if (sign === -1) return address;
  const domain = address.slice(sign + 1).trim().replace(/\.+$/, '').toLowerCase();
  const unicode = domain.includes('xn--') ? domainToUnicode(domain) || domain : domain;
  return `${address.slice(0, sign)}@${unicode}`;
}

function tidyName(text: string): string {
  let name = text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 1000);
  // Quotes that were themselves encoded.
  if (name.length > 1 && name.startsWith('"') && name.endsWith('"') && !name.slice(1, -1).includes('"')) name = name.slice(1, -1).trim();
  const single = /^'([^']*)'$/.exec(name);
  return single?.[1]!.includes('@') ? single[1]! : name;
}
