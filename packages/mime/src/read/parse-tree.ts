/**
 * The MIME tree (RFC 2046) in one pass: every line that begins with "--" is looked up among the open
 * boundaries, so the time is linear in the size of the mail whatever its nesting.
 * Deviations survived: no closing delimiter, a boundary that begins like another, an inner multipart cut
 * by the outer one's delimiter, a missing or wrong boundary parameter, headers cut by a delimiter.
 */
import { decodeRawHeader } from './headers/header-text.ts';
import { parseParameters } from './headers/parameters.ts';
import { splitHeaders, type HeaderBlock } from './headers/split-headers.ts';
import type { Part } from './part.ts';

const deepest = 100;
const mostParts = 20_000;
const longestBoundary = 1000;
const mostGuesses = 50;
const glued = 3;

interface Open {
  part: Part;
  boundary: string;
  /** What the outer multipart means by the same boundary, restored when this one ends. */
  shadowed: number | undefined;
}

export function parseTree(raw: Buffer, start: number, eol: number, warnings: Set<string>): Part {
  const open: Open[] = [];
  const levels = new Map<string, number>();
  let parts = 0;
  let guesses = 0;

  const levelOf = (line: string): { level: number; closing: boolean } | null => {
    const text = line.slice(2, longestBoundary + 8).trimEnd();
    const level = levels.get(text);
    if (level !== undefined) return { level, closing: false };
    // Something may follow the closing delimiter after a blank; it belongs to the epilogue (RFC 2046 5.1.1).
    const closing = text.endsWith('--') ? text.length - 2 : text.search(/--\s/);
    const closed = closing < 1 ? undefined : levels.get(text.slice(0, closing).trimEnd());
    if (closed !== undefined) return { level: closed, closing: true };
    // Cut to one dash, or with rubbish glued to it: looked for among the innermost only, to stay linear.
    for (let level = open.length - 1; level >= 0 && level >= open.length - glued; level--) {
      const { boundary } = open[level]!;
      if (boundary.length >= 3 && text.startsWith(`${boundary}-`) && (text.length === boundary.length + 1 || text[boundary.length + 1] === '-')) return { level, closing: true };
    }
    return null;
  };
  const isDelimiter = (line: string) => levelOf(line) !== null;

  /** Reads the headers at `from`; a multipart is opened, so that what follows are its children. */
  const begin = (from: number, parent: Part | null): Part => {
    const { headers, bodyStart } = splitHeaders({ raw, start: from, end: raw.length, eol, isDelimiter });
    const part = newPart(headers, from, bodyStart, raw.length, parent?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain');
    parent?.children.push(part);
    parts++;
    if (!part.type.startsWith('multipart/')) return part;
    // From the raw header: delimiter lines are compared byte by byte, and some boundaries are not ASCII.
    let boundary = rawBoundary(part);
    if (open.length >= deepest) {
      part.tooDeep = true;
      warnings.add(`nested deeper than ${deepest} levels, the rest was kept as an attachment`);
      return part;
    }
    // Looked for once, at the top: a wrong parameter there would lose the whole mail.
    if (boundary && open.length === 0 && parts === 1 && !raw.includes(`--${boundary}`, bodyStart)) boundary = '';
    if (!boundary && guesses++ < mostGuesses) {
      boundary = guessBoundary(raw, bodyStart, eol, isDelimiter);
      if (boundary) warnings.add('the boundary parameter was missing or wrong and was guessed');
    }
    if (!boundary || boundary.length > longestBoundary) return part;
    open.push({ part, boundary, shadowed: levels.get(boundary) });
    levels.set(boundary, open.length - 1);
    return part;
  };
  const closeTo = (level: number, end: number) => {
    while (open.length > level) {
      const { part, boundary, shadowed } = open.pop()!;
      part.end = Math.max(part.bodyStart, end);
      if (shadowed === undefined) levels.delete(boundary);
      else levels.set(boundary, shadowed);
    }
  };

  const root = begin(start, null);
  let leaf: Part = root;
  let at = root.bodyStart;
  const lineBreak = Buffer.from(eol === 10 ? '\n--' : '\r--');
  while (open.length > 0) {
    const line = delimiterCandidate(raw, at, eol, lineBreak);
    if (line === -1) break;
    const stop = lineEnd(raw, line, eol);
    const found = levelOf(raw.toString('latin1', line, Math.min(stop, line + longestBoundary + 8)));
    if (!found) {
      at = line + 2;
      continue;
    }
    const contentEnd = Math.max(leaf.bodyStart, beforeLineEnd(raw, line, eol));
    if (leaf.children.length === 0 && leaf.end === raw.length) leaf.end = Math.min(contentEnd, raw.length);
    closeTo(found.level + 1, contentEnd);
    const next = Math.min(stop + 1, raw.length);
    if (found.closing) {
      const ended = open[found.level]!.part;
      closeTo(found.level, Math.min(next, raw.length));
      leaf = ended;
      at = next;
      if (open.length === 0) break;
      continue;
    }
    if (parts >= mostParts) {
      warnings.add(`more than ${mostParts} parts, the rest was kept as one`);
      leaf = newPart(new Map(), line, line, raw.length, 'application/octet-stream');
      open[found.level]!.part.children.push(leaf);
      break;
    }
    leaf = begin(next, open[found.level]!.part);
    at = leaf.bodyStart;
  }
  if (open.length > 0) warnings.add('a multipart had no closing delimiter');
  closeTo(0, raw.length);
  return root;
}

function rawBoundary(part: Part): string {
  const boundary = part.typeParameters.get('boundary') ?? '';
  if (/^[\x20-\x7e]*$/.test(boundary)) return boundary.trimEnd();
  const raw = (part.headers.get('content-type') ?? []).map((value) => parseParameters(value).parameters.get('boundary')).find(Boolean);
  return (raw ?? '').trimEnd();
}

/** The start of the next line that begins with "--", at or after `at`. */
function delimiterCandidate(raw: Buffer, at: number, eol: number, lineBreak: Buffer): number {
  if (raw[at] === 45 && raw[at + 1] === 45 && (at === 0 || raw[at - 1] === eol)) return at;
  const found = raw.indexOf(lineBreak, at);
  return found === -1 ? -1 : found + 1;
}

function lineEnd(raw: Buffer, from: number, eol: number): number {
  const found = raw.indexOf(eol, from);
  return found === -1 ? raw.length : found;
}

function beforeLineEnd(raw: Buffer, line: number, eol: number): number {
  let end = line;
  if (end > 0 && raw[end - 1] === eol) end--;
  if (eol === 10 && end > 0 && raw[end - 1] === 13) end--;
  return end;
}

export function newPart(headers: HeaderBlock, start: number, bodyStart: number, end: number, usualType: string): Part {
  const declared = (headers.get('content-type') ?? []).map((value) => parseParameters(decodeRawHeader(value, null)));
  const sound = declared.find(({ value }) => /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(value));
  const disposition = parseParameters(decodeRawHeader(headers.get('content-disposition')?.[0] ?? '', null));
  const typeParameters = sound?.parameters ?? declared[0]?.parameters ?? new Map<string, string>();
  const file = disposition.value === 'attachment' || disposition.parameters.has('filename') || typeParameters.has('name');
  const type = sound?.value ?? (declared.length && file && !declared[0]!.value.startsWith('text') ? 'application/octet-stream' : usualType);
  return {
    headers, type, typeParameters, start, bodyStart, end,
    disposition: disposition.value,
    dispositionParameters: disposition.parameters,
    children: [],
    tooDeep: false,
  };
}

/** The first "--" line that is followed by a header or a blank line, as a part would begin. */
function guessBoundary(raw: Buffer, from: number, eol: number, isDelimiter: (line: string) => boolean): string {
  const lines = raw.toString('latin1', from, from + 64_000).split(eol === 10 ? /\r*\n/ : '\r');
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('--') || line.trimEnd().length < 4 || line.length > 200 || isDelimiter(line)) continue;
    const next = lines[index + 1] ?? '';
    if (/^content-[a-z-]+:/i.test(next) || (next === '' && !/^-+$/.test(line.trimEnd()))) return line.slice(2).trimEnd();
  }
  return '';
}
