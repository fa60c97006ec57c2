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
  if (delimiter < start) return peelDashName(lines, from, peelSentFrom(lines, from, peelStacked(lines, from, delimiter)));
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

/**
 * "-- " and its kin. The topmost that still has only a block below it wins. What lies below is
 * counted on the way up, never read again, so a megabyte of delimiters costs one pass.
 */
function findDelimiter(lines: readonly Line[], from: number, to: number): number {
  let found = to;
  const below = { count: 0, letters: 0, prose: false, sentences: false, signed: false, items: false };
  for (let i = to - 1; i >= from; i--) {
    const { words } = lines[i] as Line;
    if (words === '') continue;
    if (words === '--') {
      // Below an exact delimiter anything goes but a letter: three full sentences.
      // And a line drawn between two paragraphs, which has blank lines around it and sentences below.
      const drawn = (lines[i + 1]?.words ?? '-') === '' && (lines[i - 1]?.words ?? '-') === '' && below.sentences && !below.signed;
      if (below.letters < 3 && !drawn) found = i;
    } else if (isRule(words, 2) || words === '—' || words === '–') {
      // Below a drawn line there must be a name, an address or a phone number, and no sentences.
      if (below.count > 0 && below.count <= MAX_SOFT_BLOCK && below.signed && !below.prose && !below.items) found = i;
    } else {
      look(words, below);
      if (below.count > MAX_BLOCK) break;
    }
  }
  // "🎉 — John Doe": above a mere dash there must be words, or nothing at all (a list's footer below a quote).
  const bareAbove = found > from && lastWords(lines, from, found) >= from && !hasWords(lines, from, found);
  return bareAbove && (lines[found]?.words ?? '--') !== '--' ? to : found;
}

function look(words: string, below: { count: number; letters: number; prose: boolean; sentences: boolean; signed: boolean; items: boolean }): void {
  below.count++;
  const legal = tellsDisclaimer(words.toLowerCase()) > 0;
  const contact = isContact(words);
  if (isProse(words) && !legal) below.prose = true;
  if (/\s\S+\s.*[.?!]$/.test(words) && !legal) below.sentences = true;
  if (words.length > 60 && /[.?!]$/.test(words) && !contact && !legal) below.letters++;
  if (contact || (/^\p{Lu}/u.test(words) && words.split(' ').length <= 4 && !/[.?!:]$/.test(words))) below.signed = true;
  if (/^(?:[-*•+]|\d+[.)])\s/.test(words)) below.items = true;
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
