/** Finds where the closing block of a stretch of the writer's own lines begins. */
import type { Line } from './lines.ts';
import { isRule } from './see-separator.ts';
import { isClosing, isContact, isDashName, isFooterStart, isProse, isSentFrom, isThanks, tellsDisclaimer } from './signature-lines.ts';

/** Blocks longer than this (lines with words) are not signatures, whatever stands above them. */
const MAX_BLOCK = 40;
const MAX_SOFT_BLOCK = 15;

/**
 * The number of the first signature line in lines[from, to), or `to` when there is none.
 * `final`: no words of the writer follow, so closing greetings and rules may count.
 */
export function findSignature(lines: readonly Line[], from: number, to: number, final: boolean): number {
  let start = peelFooters(lines, from, to);
  const delimiter = final ? findDelimiter(lines, from, start) : start;
  if (delimiter < start) return peelSentFrom(lines, from, peelStacked(lines, from, delimiter));
  if (!final) return start;
  start = peelDashName(lines, from, start);
  const closing = findClosing(lines, from, start);
  return closing < start ? closing : peelSentFrom(lines, from, start);
}

/** Takes phone lines and legal footers off the end, paragraph by paragraph. */
function peelFooters(lines: readonly Line[], from: number, to: number): number {
  let start = to;
  for (let rounds = 0; rounds < 30; rounds++) {
    const afterPhone = peelSentFrom(lines, from, start);
    if (afterPhone < start) {
      start = afterPhone;
      continue;
    }
    const end = lastWords(lines, from, start);
    if (end < from) return start;
    if (start < to && isRule((lines[end] as Line).words, 3)) {
      start = end;
      continue;
    }
    let first = end;
    while (first > from && end - first < MAX_BLOCK && (lines[first - 1] as Line).words !== '' && !isRule((lines[first] as Line).words, 3)) first--;
    if (isRule((lines[first] as Line).words, 3) && first < end) first++;
    if (!isFooter(lines, first, end + 1) || first === from) return start;
    start = first;
  }
  return start;
}

function isFooter(lines: readonly Line[], first: number, end: number): boolean {
  const text = lines.slice(first, end).map((line) => line.words).join(' ').toLowerCase();
  return isFooterStart(text) || (text.length > 120 && tellsDisclaimer(text) >= 2);
}

function peelSentFrom(lines: readonly Line[], from: number, to: number): number {
  let start = to;
  for (;;) {
    const end = lastWords(lines, from, start);
    if (end < from || !isSentFrom((lines[end] as Line).words, (lines[end - 1]?.words ?? '') === '')) return start;
    start = end;
  }
}

/** "-- " and its kin. The topmost that still has only a block below it wins. */
function findDelimiter(lines: readonly Line[], from: number, to: number): number {
  let found = to;
  let count = 0;
  let soft = true;
  for (let i = to - 1; i >= from; i--) {
    const line = lines[i] as Line;
    if (line.words === '') continue;
    const exact = line.words === '--' || line.words === '- --';
    if (exact || isRule(line.words, 2) || line.words === '—' || line.words === '–') {
      if (exact ? count <= MAX_BLOCK && looksClosed(lines, i + 1, to) : count > 0 && count <= MAX_SOFT_BLOCK && soft && looksSigned(lines, i + 1, to)) found = i;
      continue;
    }
    count++;
    if (count > MAX_BLOCK) break;
    if (isProse(line.words) && tellsDisclaimer(line.words.toLowerCase()) === 0) soft = false;
  }
  return hasWords(lines, from, found) ? found : found < to && isExact(lines[found] as Line) ? found : to;
}

function isExact(line: Line): boolean {
  return line.words === '--';
}

/** Below an exact delimiter anything goes but a letter: three full sentences in a row. */
function looksClosed(lines: readonly Line[], from: number, to: number): boolean {
  let prose = 0;
  for (let i = from; i < to; i++) {
    const words = (lines[i] as Line).words;
    if (words.length > 60 && /[.?!]$/.test(words) && !isContact(words) && tellsDisclaimer(words.toLowerCase()) === 0) prose++;
  }
  return prose < 3;
}

/** Below a drawn line: a name, an address, a phone number, and no sentences. */
function looksSigned(lines: readonly Line[], from: number, to: number): boolean {
  let contact = false;
  let name = false;
  for (let i = from; i < to; i++) {
    const words = (lines[i] as Line).words;
    if (words === '' || isRule(words, 2)) continue;
    if (isContact(words)) contact = true;
    if (!name && /^\p{Lu}/u.test(words) && words.split(' ').length <= 4 && !/[.?!:]$/.test(words)) name = true;
    if (/^(?:[-*•+]|\d+[.)])\s/.test(words)) return false;
  }
  return contact || name;
}

/** Two delimiters may stand on each other, or a closing greeting above one. */
function peelStacked(lines: readonly Line[], from: number, start: number): number {
  let at = start;
  for (let rounds = 0; rounds < 4; rounds++) {
    const end = lastWords(lines, from, at);
    if (end <= from || !isRule((lines[end] as Line).words, 2)) break;
    at = end;
  }
  const closing = findClosing(lines, from, at);
  return closing < at ? closing : at;
}

function peelDashName(lines: readonly Line[], from: number, to: number): number {
  const end = lastWords(lines, from, to);
  if (end <= from || !isDashName((lines[end] as Line).words)) return to;
  const above = lastWords(lines, from, end);
  if (above < from) return to;
  const words = (lines[above] as Line).words;
  return /[:,]$/.test(words) || /^[-*•–+]/.test(words) ? to : end;
}

/** "Pozdrawiam" and a block of at least a name and one more line, or a line with a phone or address. */
function findClosing(lines: readonly Line[], from: number, to: number): number {
  let below = 0;
  let contact = false;
  for (let i = to - 1; i > from && below <= MAX_SOFT_BLOCK; i--) {
    const words = (lines[i] as Line).words;
    if (words === '') continue;
    const thanks = isThanks(words);
    if (thanks || isClosing(words)) {
      const folds = below >= 2 || (below === 1 && contact);
      if (!folds || !hasWords(lines, from, i)) return to;
      return thanks ? i + 1 : i;
    }
    if (isProse(words) && !isContact(words)) return to;
    if (/^p\.?\s?s\b|^[-*•]\s|\?$/iu.test(words)) return to;
    if (isContact(words)) contact = true;
    below++;
  }
  return to;
}

function lastWords(lines: readonly Line[], from: number, to: number): number {
  let i = to - 1;
  while (i >= from && (lines[i] as Line).words === '') i--;
  return i;
}

function hasWords(lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/[\p{L}\d]/u.test((lines[i] as Line).words)) return true;
  return false;
}
