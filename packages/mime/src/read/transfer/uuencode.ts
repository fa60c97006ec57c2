/** Uuencoded files (POSIX uuencode), as a transfer encoding and written into the text of a mail. */

export interface EncodedFile {
  name: string;
  content: Buffer;
  /** Line indexes: first, and one after the last. */
  from: number;
  to: number;
}

const beginLine = /^begin(-base64)? [0-7]{3,6}(?: (.*\S))?\s*$/;

/** Reads a file whose "begin" stands at `lines[from]`; null when it is only a word of the text. */
export function readUuencoded(lines: readonly string[], from: number): EncodedFile | null {
  const begin = beginLine.exec(lines[from] ?? '');
  if (!begin) return null;
  const name = begin[2] ?? '';
  const end = (content: Buffer, to: number): EncodedFile => ({ name, content, from, to });
  if (begin[1]) {
    let at = from + 1;
    while (at < lines.length && /^[A-Za-z0-9+/=]+\s*$/.test(lines[at]!) && !lines[at]!.startsWith('====')) at++;
    const content = Buffer.from(lines.slice(from + 1, at).join(''), 'base64');
    return content.length ? end(content, lines[at]?.startsWith('====') ? at + 1 : at) : null;
  }
  const pieces: Buffer[] = [];
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (/^end\s*$/.test(line)) return pieces.length || at > from + 1 ? end(Buffer.concat(pieces), at + 1) : null;
    if (line.trim() === '' || line.startsWith('`')) continue;
    const bytes = decodeLine(line);
    if (!bytes) break;
    pieces.push(bytes);
  }
  // Cut off before "end": kept when at least one line was data.
  return pieces.length ? end(Buffer.concat(pieces), at) : null;
}

export function decodeUuencodedBody(bytes: Buffer): { name: string; content: Buffer } | null {
  const lines = bytes.toString('latin1').split(/\r?\n|\r/);
  const first = lines.findIndex((line) => beginLine.test(line));
  return first === -1 ? null : readUuencoded(lines, first);
}

function decodeLine(line: string): Buffer | null {
  const length = (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(length / 3) * 4;
  // Blanks at the end may have been lost; a line much too long is text.
  const data = line.slice(1).trimEnd();
  if (length === 0 || line.charCodeAt(0) < 32 || line.charCodeAt(0) > 96 || data.length > needed + 2 || data.length < needed - 4 - (needed >> 1)) return null;
  const out = Buffer.alloc(needed);
  let size = 0;
  for (let i = 0; i < needed; i += 4) {
    const group = [0, 1, 2, 3].map((offset) => {
      const code = i + offset < data.length ? data.charCodeAt(i + offset) : 32;
      return code < 32 || code > 96 ? -1 : (code - 32) & 63;
    });
    const [a, b, c, d] = group as [number, number, number, number];
    if (a < 0 || b < 0 || c < 0 || d < 0) return null;
    out[size++] = (a << 2) | (b >> 4);
    out[size++] = ((b << 4) | (c >> 2)) & 255;
    out[size++] = ((c << 6) | d) & 255;
  }
  return out.subarray(0, length);
}
