/**
 * Recognises the line (or two to five wrapped lines) above a quoted mail: "On <date>, <name> wrote:".
 * It weighs evidence instead of keeping one pattern per client: a date, a time, an address, a verb
 * of writing, a known opener, a colon at the end. So a client never seen before, or a language
 * whose verb is missing, is mostly still recognised by date, time and address.
 */
import { MONTHS, OPENERS, WEEKDAYS, WROTE, WROTE_UNSPACED } from './attribution-words.ts';
import type { Line } from './lines.ts';
import { wordPattern } from './word-pattern.ts';

const MAX_LINES = 5;
const MAX_LENGTH = 600;

const wrote = new RegExp(`${wordPattern(WROTE)}|${WROTE_UNSPACED.join('|')}`, 'iu');
const wroteAtEnd = new RegExp(`(?:${wordPattern(WROTE)}|${WROTE_UNSPACED.join('|')})[^\\p{L}\\d]{0,12}$`, 'iu');
const stems = [...new Set(WEEKDAYS)];
/** Stems of two letters must stand alone ("wt.", "пн,"), or half the words of a language would be days. */
const days = [...stems.filter((stem) => stem.length < 3), ...stems.filter((stem) => stem.length > 2).map((stem) => `${stem}\\p{L}{0,9}`)].join('|');
const weekdayStart = new RegExp(`^[(\\["'«„]?(?:${days})(?:[.,]{1,2}\\s?|\\s)(?=.{0,24}\\d)`, 'iu');
const openerStart = new RegExp(`^(?:${wordPattern(OPENERS)}|[在于於])`, 'iu');
const monthDay = new RegExp(`(?:(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:de )?(?:${MONTHS.join('|')})|(?<!\\p{L})(?:${MONTHS.join('|')})\\p{L}{0,8}\\.?\\s\\d{1,2}(?!\\d))`, 'iu');
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const numericDate = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;
const time = /(?<!\d)(?:\d{1,2}[:.]\d{2}(?![.\d]\d)|\d{1,2}\s?[ap]\.?m|\d{1,2}\s?[hH]\s?\d{2}|kl\. ?\d|\d{1,2}[时時点])/iu;
const address = /[^\s<>"'()[\]@,;:]{1,64}@[^\s<>"'()[\]@,;:]{2,}/u;
const addressWrote = new RegExp(`@[^\\s<>]{2,200}>?\\)?\\s{1,3}${wordPattern(WROTE)}`, 'iu');
const endsOpen = /[:：]\**\s*$/;
const dashesAround = /^[-‐–—_*\s]{2,}\S.*[-‐–—_*]{2,}$/;

/** What a candidate text offers. */
interface Evidence {
  date: boolean;
  time: boolean;
  address: boolean;
  wrote: boolean;
  colon: boolean;
}

/** Where an attribution lies: line numbers, both inclusive, and how far into the first line it begins. */
export interface Attribution {
  first: number;
  last: number;
  offset: number;
}

/** Says whether line `last` ends an attribution; `quoteFollows` when the next words are ">" lines. */
export function seeAttribution(lines: readonly Line[], last: number, from: number, quoteFollows: boolean): Attribution | null {
  const end = lines[last];
  if (!end || !couldEnd(end.words, quoteFollows)) return null;
  let joined = '';
  for (let first = last, count = 0; first >= from && count < MAX_LINES; first--, count++) {
    const line = lines[first] as Line;
    // Clients wrap inside the address, so a line in the middle may look quoted or empty; a paragraph ends the search.
    if (line.words === '') {
      if (count > 1 && joined.startsWith('<')) continue;
      break;
    }
    joined = count === 0 ? line.words : `${line.words} ${joined}`;
    if (joined.length > MAX_LENGTH) break;
    if (begins(line.words, joined) && enough(joined, quoteFollows, isApart(lines, first, from))) return { first: firstOfDate(lines, first, from, joined), last, offset: 0 };
  }
  return sharedLine(lines, last, from, quoteFollows) ?? loneAttribution(lines, last, from, quoteFollows);
}

/** "On Nov 21, 2014," / "at 10:18,": the hour begins an attribution as well, but the day stands above it. */
function firstOfDate(lines: readonly Line[], first: number, from: number, joined: string): number {
  const above = lines[first - 1];
  if (first <= from || !above || !above.words.endsWith(',') || above.words.length > 60) return first;
  return begins(above.words, `${above.words} ${joined}`) ? first - 1 : first;
}

function couldEnd(words: string, quoteFollows: boolean): boolean {
  if (words.length > MAX_LENGTH) return false;
  return endsOpen.test(words) || wroteAtEnd.test(words) || (quoteFollows && (address.test(words) || year.test(words)));
}

/** A first line opens with a day, a digit or a known opener and already names the day or the hour. */
function begins(words: string, joined: string): boolean {
  const bare = words.replace(/^[-‐–—_*\s("'[]+/, '');
  if (weekdayStart.test(bare)) return true;
  if (/^\d/.test(bare)) return numericDate.test(bare.slice(0, 24)) || year.test(bare.slice(0, 40)) || time.test(bare.slice(0, 12));
  if (!openerStart.test(bare)) return false;
  const near = (words.length < 24 ? joined : words).slice(0, 160);
  return year.test(near) || numericDate.test(near) || time.test(near) || monthDay.test(near);
}

function weigh(text: string): Evidence {
  return {
    date: year.test(text) || numericDate.test(text) || monthDay.test(text) || weekdayStart.test(text),
    time: time.test(text),
    address: address.test(text),
    wrote: wrote.test(text),
    colon: endsOpen.test(text),
  };
}

function enough(text: string, quoteFollows: boolean, apart: boolean): boolean {
  const has = weigh(text);
  if (has.wrote) {
    if (!has.colon && !wroteAtEnd.test(text)) return false;
    if (quoteFollows) return has.date || has.time || has.address;
    if (!has.colon && !(has.date && has.time) && !has.address) return false;
    // Without quotation marks everything below would fold: ask for more than a date and a verb.
    return (has.date || has.time) && (has.address || (has.date && has.time) || (apart && text.length < 160));
  }
  if (has.colon && has.address && has.date && (has.time || quoteFollows)) return addressAtEnd.test(text);
  return quoteFollows && has.date && (has.address || (has.time && has.colon));
}

const addressAtEnd = /@[^\s]*[>)\]"'» ]*[:：]\**\s*$/u;

/** "Jan Kowalski <jan@x.pl> napisał(a):", "---- Jan wrote ----": no date, but a name or address and the verb. */
function loneAttribution(lines: readonly Line[], last: number, from: number, quoteFollows: boolean): Attribution | null {
  const end = lines[last] as Line;
  let first = last;
  let text = end.words;
  if (/^[<(]?[^\s@]+@/u.test(text) && last > from && isName((lines[last - 1] as Line).words)) {
    first = last - 1;
    text = `${(lines[first] as Line).words} ${text}`;
  }
  // "Jan <jan@x.pl> schrieb am Fr., 28." with the rest of the date on the next line.
  if (last > from && endsOpen.test(text) && !wrote.test(text) && addressWrote.test((lines[last - 1] as Line).words)) {
    first = last - 1;
    text = `${(lines[first] as Line).words} ${text}`;
  }
  const has = weigh(text);
  if (!has.wrote || text.length > 250) return null;
  const dashed = dashesAround.test(text);
  const short = text.length < 80 && text.split(' ').length <= 8;
  if (has.address && (has.colon || dashed || quoteFollows)) return { first, last, offset: 0 };
  if (dashed && short && (quoteFollows || isApart(lines, first, from))) return { first, last, offset: 0 };
  if (has.colon && isApart(lines, first, from)) {
    if (wroteAtEnd.test(text) && (/ via /.test(text) || /^użytkownik\s/iu.test(text))) return { first, last, offset: 0 };
    if (has.date && has.time && text.length < 120 && !/[.?!]\s\p{L}/u.test(text)) return { first, last, offset: 0 };
  }
  if (quoteFollows && has.colon && (short || has.date) && (wroteAtEnd.test(text) || has.time)) return { first, last, offset: 0 };
  return null;
}

function isName(words: string): boolean {
  return words !== '' && words.length <= 60 && !/[.?!:;]$/.test(words) && words.split(' ').length <= 5;
}

const shared = /(?:\s?-{2,}\s?|\s)(?=(?:On|Am|Le|El|Il|Em|Op|Den|Dnia|W dniu|Dne)\s(?:\p{L}{1,12}[.,]{0,2}\s){0,2}\d)/gu;

/** Some phones put the attribution on the very line the answer ends on: it folds from its opener on. */
function sharedLine(lines: readonly Line[], last: number, from: number, quoteFollows: boolean): Attribution | null {
  for (let first = last; first >= Math.max(from, last - 2); first--) {
    const line = lines[first] as Line;
    if (line.words === '') return null;
    const found = [...line.text.matchAll(shared)].at(-1);
    if (!found || line.text.slice(0, found.index).trim() === '') continue;
    const rest = line.text.slice(found.index + found[0].length);
    const joined = [rest, ...lines.slice(first + 1, last + 1).map((l) => l.words)].join(' ');
    const has = weigh(joined);
    if (joined.length <= MAX_LENGTH && has.wrote && (has.time || quoteFollows) && enough(joined, quoteFollows, false)) return { first, last, offset: found.index };
  }
  return null;
}

function isApart(lines: readonly Line[], first: number, from: number): boolean {
  return first === from || (lines[first - 1] as Line).words === '';
}
