/** yEnc (yEnc draft 1.3): files written into the text as nearly raw bytes. */

export interface YencFile {
  name: string;
  content: Buffer;
  from: number;
  to: number;
}

const beginLine = /^=ybegin (?:.* )?line=\d+ .*?name=(.*\S)\s*$/;

/** `lines` are latin1; null when no whole header stands at `lines[from]`. */
export function readYenc(lines: readonly string[], from: number): YencFile | null {
  const begin = beginLine.exec((lines[from] ?? '').slice(0, 1000));
  if (!begin) return null;
  const pieces: Buffer[] = [];
  let at = from + 1;
  if (lines[at]?.startsWith('=ypart ')) at++;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.startsWith('=yend')) {
      at++;
      break;
    }
    pieces.push(decodeLine(line.endsWith('\r') ? line.slice(0, -1) : line));
  }
  return { name: begin[1]!, content: Buffer.concat(pieces), from, to: at };
}

function decodeLine(line: string): Buffer {
  const out = Buffer.alloc(line.length);
  let size = 0;
  for (let i = 0; i < line.length; i++) {
    const escaped = line[i] === '=' && i + 1 < line.length;
    const code = escaped ? line.charCodeAt(++i) - 64 : line.charCodeAt(i);
    out[size++] = (code - 42) & 255;
  }
  return out.subarray(0, size);
}
