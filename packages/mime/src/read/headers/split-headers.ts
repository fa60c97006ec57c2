/**
 * Cuts a header block into lines as RFC 5322 says, and survives what mailers do instead:
 * an mbox "From " line, broken folding, missing blank line before the body, NUL bytes.
 * Values stay in latin1 (one character a byte) because their charset is not known yet.
 */

/** Lower-case name → values in order, unfolded, in latin1. */
export type HeaderBlock = Map<string, string[]>;

export interface SplitHeaders {
  headers: HeaderBlock;
  bodyStart: number;
}

export interface HeaderRange {
  raw: Buffer;
  start: number;
  end: number;
  /** The byte that ends a line: LF, or CR in mail that has no LF. */
  eol: number;
  /** True for a line that is a delimiter of an enclosing multipart: it ends the headers. */
  isDelimiter: (line: string) => boolean;
}

// Anything printable but a colon may stand in a name (RFC 5322 3.6.8); some mailers put a space before the colon.
const headerName = /^([!-9;-~]{1,200})[ \t]*:/;
const lineLimit = 4_000_000;

export function splitHeaders({ raw, start, end, eol, isDelimiter }: HeaderRange): SplitHeaders {
  const headers: HeaderBlock = new Map();
  let name = '';
  let pieces: string[] = [];
  const keep = () => {
    if (!name) return;
    const value = (pieces.length === 1 ? pieces[0]! : pieces.join('')).replaceAll('\0', '').trim();
    const known = headers.get(name);
    if (known) known.push(value);
    else headers.set(name, [value]);
    name = '';
  };
  let at = start;
  let blankBefore = false;
  while (at < end) {
    const { line, next } = readLine(raw, at, end, eol);
    if (line === '') {
      keep();
      return { headers, bodyStart: next };
    }
    if (line.startsWith('--') && (isDelimiter(line) || endsByBoundary(headers, name, line, blankBefore))) break;
    blankBefore = line.trim() === '';
    const first = line.charCodeAt(0);
    if (first === 32 || first === 9) {
      if (name) pieces.push(' ', line.trimStart());
    } else {
      const match = headerName.exec(line);
      if (match && !(at === start && isMboxLine(line))) {
        keep();
        name = match[1]!.toLowerCase();
        pieces = [line.slice(match[0].length)];
      } else if (!isMboxLine(line)) {
        const following = next < end ? readLine(raw, next, Math.min(end, next + 300), eol).line : '';
        // "Content-Type: multipart/mixed;" with its boundary on the next line and no blank in front of it.
        const parameter = name.startsWith('content-') && /^[\w*-]{1,40}\s?=/.test(line);
        const goesOn = name !== '' && (parameter || line.startsWith('=?') || headerName.test(following));
        if (!goesOn) break;
        // Folding without the leading space: seen in long subjects; elsewhere the line is dropped.
        if (parameter || name === 'subject' || line.startsWith('=?')) pieces.push(' ', line);
      }
    }
    at = next;
  }
  keep();
  return { headers, bodyStart: at };
}

/** The blank line below the headers held a space, and the mail's own first delimiter follows. */
function endsByBoundary(headers: HeaderBlock, name: string, line: string, blankBefore: boolean): boolean {
  if (!blankBefore || name === 'content-type') return false;
  return (headers.get('content-type') ?? []).some((value) => value.slice(0, 2000).includes(line.slice(2).trim()) && /boundary/i.test(value));
}

function isMboxLine(line: string): boolean {
  return /^>?From (?![ \t]*:)/.test(line);
}

function readLine(raw: Buffer, at: number, end: number, eol: number): { line: string; next: number } {
  const found = raw.indexOf(eol, at);
  const stop = found === -1 || found >= end ? end : found;
  let last = stop;
  while (last > at && raw[last - 1] === 13) last--;
  return { line: raw.toString('latin1', at, Math.min(last, at + lineLimit)), next: stop === end ? end : stop + 1 };
}
