import { readUuencoded } from '../transfer/uuencode.ts';
import { readYenc } from '../transfer/yenc.ts';

export interface InlineFiles {
  /** The bytes without the files. */
  rest: Buffer;
  files: { name: string; content: Buffer }[];
}

/** Files that old mailers and news posters wrote into the text itself (uuencode, yEnc). */
export function takeInlineFiles(bytes: Buffer): InlineFiles {
  if (!bytes.includes('begin ') && !bytes.includes('begin-base64 ') && !bytes.includes('=ybegin ')) return { rest: bytes, files: [] };
  const text = bytes.toString('latin1');
  // yEnc data may hold a bare CR, so only LF ends a line when there is one.
  const lines = text.includes('\n') ? text.split('\n') : text.split('\r');
  const bare = lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const files: InlineFiles['files'] = [];
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const file = bare[at]!.startsWith('begin') ? readUuencoded(bare, at) : bare[at]!.startsWith('=ybegin ') ? readYenc(lines, at) : null;
    if (file && file.content.length > 0) {
      files.push({ name: file.name, content: file.content });
      at = file.to;
    } else {
      kept.push(lines[at]!);
      at++;
    }
  }
  return files.length ? { rest: Buffer.from(kept.join('\n'), 'latin1'), files } : { rest: bytes, files };
}
