/**
 * Folds plain text: first the earlier mails, then, in what the writer wrote, the closing blocks.
 * Rejected: a pattern per mail client (a hundred of them, each slow on hostile text and blind to
 * the next client), and a trained classifier (no word of why it folded something).
 */
import { findQuotes, type Quotes } from './find-quotes.ts';
import { findSignature } from './find-signature.ts';
import type { Folds, Segment, SegmentKind } from './folds.ts';
import { type Line, splitLines } from './lines.ts';

const TEXT = 0;
const QUOTE = 1;
const SIGNATURE = 2;
const KINDS: readonly SegmentKind[] = ['text', 'quote', 'signature'];

/**
 * Says what in a mail's text is an earlier mail and what a closing block. Takes time linear in the
 * length of the text, whatever it contains. When all would fold, quotes stay visible; when it is
 * one closing block, everything does.
 */
export function foldText(text: string): Folds {
  const lines = splitLines(text);
  const quotes = findQuotes(lines);
  const kinds = quotes.quoted.slice();
  markSignatures(lines, kinds, quotes);
  joinBlankLines(lines, kinds);
  let folds = build(text, lines, kinds, quotes.shared);
  if (folds.visible === '') {
    for (let i = 0; i < kinds.length; i++) if (kinds[i] === QUOTE) kinds[i] = TEXT;
    folds = build(text, lines, kinds, new Map());
  }
  return folds.visible === '' && text.length > 0 ? { visible: text.trim(), segments: [{ kind: 'text', from: 0, to: text.length }] } : folds;
}

/** Each stretch of own lines may end in a signature; greetings count only in the last one with words. */
function markSignatures(lines: readonly Line[], kinds: Uint8Array, quotes: Quotes): void {
  const fences = fencedLines(lines);
  let end = quotes.forwardedFrom >= 0 ? quotes.forwardedFrom : lines.length;
  let final = quotes.forwardedFrom < 0;
  while (end > 0) {
    while (end > 0 && kinds[end - 1] === QUOTE) end--;
    let start = end;
    while (start > 0 && kinds[start - 1] !== QUOTE) start--;
    if (start === end) break;
    const signature = findSignature(lines, start, end, final);
    if (signature < end && !fences[signature]) kinds.fill(SIGNATURE, signature, end);
    if (hasWords(lines, start, Math.min(signature, end))) final = false;
    end = start;
  }
}

/** Lines between ``` fences: code may hold "--" and "Sent from". */
function fencedLines(lines: readonly Line[]): Uint8Array {
  const fenced = new Uint8Array(lines.length);
  let open = -1;
  lines.forEach((line, i) => {
    if (!line.words.startsWith('```')) return;
    if (open < 0) open = i;
    else {
      fenced.fill(1, open, i + 1);
      open = -1;
    }
  });
  return fenced;
}

/** Blank lines go with what stands above them, so that two pieces of text keep their distance. */
function joinBlankLines(lines: readonly Line[], kinds: Uint8Array): void {
  for (let i = 1; i < lines.length; i++) {
    if ((lines[i] as Line).words === '') kinds[i] = kinds[i - 1] as number;
  }
}

function hasWords(lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((lines[i] as Line).words !== '') return true;
  return false;
}

function build(text: string, lines: readonly Line[], kinds: Uint8Array, shared: ReadonlyMap<number, number>): Folds {
  const segments: Segment[] = [];
  const add = (kind: SegmentKind, from: number, to: number): void => {
    const last = segments.at(-1);
    if (last && last.kind === kind) last.to = to;
    else if (to > from) segments.push({ kind, from, to });
  };
  lines.forEach((line, i) => {
    const own = shared.get(i);
    if (own !== undefined) add('text', line.from, line.from + own);
    add(own === undefined ? (KINDS[kinds[i] as number] as SegmentKind) : 'quote', line.from + (own ?? 0), line.to);
  });
  const visible = segments.filter((segment) => segment.kind === 'text').map((segment) => text.slice(segment.from, segment.to));
  return { visible: visible.join('').trim(), segments };
}
