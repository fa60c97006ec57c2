/** Marks which lines belong to an earlier mail. */
import type { Line } from './lines.ts';
import { seeAttribution } from './see-attribution.ts';
import { seeHeaderBlock } from './see-header-block.ts';
import { isRule, seeSeparator } from './see-separator.ts';

/** What was found: a flag per line, and where a quote begins inside a line that also holds the answer. */
export interface Quotes {
  quoted: Uint8Array;
  /** Line number → characters of that line that are still the answer. */
  shared: Map<number, number>;
  /** Line number of a forwarded mail's first line, or -1: from there on nothing is folded. */
  forwardedFrom: number;
}

/** One pass from the top; each line is looked at together with at most a few dozen neighbours. */
export function findQuotes(lines: readonly Line[]): Quotes {
  const quotes: Quotes = { quoted: new Uint8Array(lines.length), shared: new Map(), forwardedFrom: -1 };
  const following = nextWords(lines);
  let paragraph = 0;
  let barred = false;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as Line;
    if (line.words === '' || (barred && isBar(lines, i))) {
      if (line.words !== '') quotes.quoted[i] = 1;
      i++;
      paragraph = i;
      continue;
    }
    if (line.depth > 0 && isQuoteLine(lines, i) && !(isAlone(lines, i) && endsAttribution(line.words))) {
      i = markRun(lines, i, quotes.quoted);
      paragraph = i;
      continue;
    }
    const separator = seeSeparator(line.words);
    if (separator === 'forwarded') {
      quotes.forwardedFrom = i;
      return quotes;
    }
    if (separator) return markRest(quotes, i, lines.length);
    const below = following[i + 1] ?? lines.length;
    if (seeHeaderBlock(lines, i, i > 0 && isRule((lines[i - 1] as Line).words, 2)) !== null) return markRest(quotes, ruleAbove(lines, i), lines.length);
    const quoteFollows = below < lines.length && (lines[below] as Line).depth > 0 && !(isAlone(lines, below) && endsAttribution((lines[below] as Line).words));
    const bars = below < lines.length && isBar(lines, below);
    const found = seeAttribution(lines, i, Math.max(paragraph - 3, lastQuoted(quotes.quoted, i)), quoteFollows || bars);
    if (found) {
      if (found.offset > 0) quotes.shared.set(found.first, found.offset);
      quotes.quoted.fill(1, found.offset > 0 ? found.first + 1 : found.first, i + 1);
      if (bars) {
        barred = true;
        i = below;
      } else if (!quoteFollows) {
        const indented = indentedRun(lines, below);
        if (indented < 0) return markRest(quotes, i, lines.length);
        quotes.quoted.fill(1, i, indented);
        i = indented;
      } else i++;
      paragraph = i;
      continue;
    }
    i++;
  }
  return quotes;
}

/** "| " instead of ">": only below an attribution, and not a row of a table. */
function isBar(lines: readonly Line[], i: number): boolean {
  return /^\|(?:[\s>]|$)(?!.*\|$)/.test((lines[i] as Line).words);
}

/** For each line, the number of the first line with words at or after it. */
function nextWords(lines: readonly Line[]): Int32Array {
  const next = new Int32Array(lines.length + 1).fill(lines.length);
  for (let i = lines.length - 1; i >= 0; i--) next[i] = (lines[i] as Line).words === '' ? (next[i + 1] as number) : i;
  return next;
}

function lastQuoted(quoted: Uint8Array, before: number): number {
  for (let i = before - 1; i >= 0 && i > before - 12; i--) if (quoted[i]) return i + 1;
  return Math.max(0, before - 12);
}

function markRest(quotes: Quotes, from: number, to: number): Quotes {
  quotes.quoted.fill(1, from, to);
  return quotes;
}

/** Outlook draws a rule above its header block; it belongs to the quote. */
function ruleAbove(lines: readonly Line[], i: number): number {
  let at = i - 1;
  while (at >= 0 && at > i - 3 && (lines[at] as Line).words === '') at--;
  return at >= 0 && isRule((lines[at] as Line).words, 2) ? at : i;
}

function isAlone(lines: readonly Line[], i: number): boolean {
  return (lines[i - 1]?.depth ?? 0) === 0 && (lines[i + 1]?.depth ?? 0) === 0;
}

/** Polymail wraps the closing bracket of the address onto the next line: "> wrote:". */
function endsAttribution(words: string): boolean {
  return words.length < 40 && /^>\s\S{2,20}(?:\s\S{1,12})?:$/u.test(words);
}

/** ">" alone does not make a quote: ">100 zł", ">From here", ">>> look <<<" stand between plain lines. */
function isQuoteLine(lines: readonly Line[], i: number): boolean {
  const line = lines[i] as Line;
  if ((lines[i + 1]?.depth ?? 0) > 0 || (i > 0 && (lines[i - 1] as Line).depth > 0)) return true;
  if (/^>+\s?\d+[\d.,]*\s?\p{L}{0,4}(?:\s|$)/u.test(line.words) && !line.words.startsWith('> ')) return false;
  if (line.words.startsWith('>From ')) return false;
  return !/^>{2,}.*<{1,}$/.test(line.words);
}

/** Marks ">" lines from `i` on, with lines that a mail program broke off them, and blank ones between. */
function markRun(lines: readonly Line[], i: number, quoted: Uint8Array): number {
  let at = i;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.depth > 0) quoted[at] = 1;
    else if (line.words !== '' && (lines[at - 1]?.depth ?? 0) > 0 && isBrokenOff(lines, at)) quoted[at] = 1;
    else break;
    at++;
  }
  return at;
}

/** A quoted line of full width was wrapped once more on its way, and its tail lost the mark. */
function isBrokenOff(lines: readonly Line[], at: number): boolean {
  const above = (lines[at - 1] as Line).words;
  const words = (lines[at] as Line).words;
  const next = lines[at + 1];
  if (!next || next.depth === 0) return false;
  if (/^\(?<?https?:\S+\)?>?\s?>?$/.test(words)) return true;
  const open = above.lastIndexOf('(http') >= 0 && !above.slice(above.lastIndexOf('(http')).includes(')');
  if (open && words.includes(')')) return true;
  return above.length >= 66 && words.length <= 40 && /^[\p{Ll}\d(,;]/u.test(words);
}

/**
 * After an attribution without ">" all below is quoted, unless the quote is indented and ends: then
 * the line after it, else -1.
 */
function indentedRun(lines: readonly Line[], from: number): number {
  let count = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.words === '') continue;
    if (!line.text.startsWith('    ') && !line.text.startsWith('  ')) break;
    count++;
  }
  // One indented line is an address or a title; two are a quote, or one above ">" lines.
  const enough = count >= 2 || (count === 1 && (lines[at]?.depth ?? 0) > 0);
  return enough && at < lines.length ? at : -1;
}
