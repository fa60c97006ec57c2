/**
 * Base64 (RFC 2045 6.8) with its usual damage: foreign characters, padding in the middle where two
 * encoded pieces were joined, missing padding, a plain-text footer that a list put behind it.
 */
export interface DecodedBase64 {
  bytes: Buffer;
  /** Plain text found behind the data, '' as a rule. */
  footer: string;
  /** True when the part was not base64 at all and came back as it was. */
  plain: boolean;
}

export function decodeBase64(raw: Buffer): DecodedBase64 {
  const text = raw.toString('latin1');
  const padding = text.indexOf('=');
  if (looksPlain(text)) return { bytes: raw, footer: '', plain: true };
  if (padding === -1) {
    const footer = footerStart(text, 0);
    return { bytes: Buffer.from(footer === -1 ? text : text.slice(0, footer), 'base64'), footer: footer === -1 ? '' : text.slice(footer), plain: false };
  }
  const afterPadding = /[^=\s]/g;
  afterPadding.lastIndex = padding;
  const more = afterPadding.exec(text);
  if (!more) return { bytes: Buffer.from(text, 'base64'), footer: '', plain: false };
  // Node stops at the first padding, so each piece is decoded on its own.
  const pieces: Buffer[] = [];
  let at = 0;
  let footer = '';
  while (at < text.length) {
    const end = text.indexOf('=', at);
    const piece = end === -1 ? text.slice(at) : text.slice(at, end);
    const from = pieces.length ? footerStart(piece, 0) : -1;
    if (from !== -1) {
      footer = text.slice(at + from);
      pieces.push(Buffer.from(piece.slice(0, from), 'base64'));
      break;
    }
    pieces.push(Buffer.from(piece, 'base64'));
    if (end === -1) break;
    at = end + 1;
  }
  return { bytes: Buffer.concat(pieces), footer: footer.trim() === '' ? '' : footer, plain: false };
}

// Two words with a blank between them, or an underline: no encoder writes such lines.
const plainLine = /^[ \t]*(?:[^\s]+[ \t]+[^\s]+.*|[_-]{5,})$/m;

function footerStart(text: string, from: number): number {
  const match = plainLine.exec(text.slice(from));
  return match ? from + match.index : -1;
}

/** Most of the first lines hold blanks between words, or much that base64 has not. */
function looksPlain(text: string): boolean {
  const sample = text.slice(0, 8000);
  const lines = sample.split(/[\r\n]+/).filter((line) => line.trim() !== '').slice(0, 40);
  if (lines.length === 0) return false;
  const spaced = lines.filter((line) => /[^\s]{1,30}[ \t]+[^\s]{1,30}[ \t]+[^\s]/.test(line) || /^[^\s]+[ \t]+[^\s]+$/.test(line.trim())).length;
  const foreign = sample.replace(/[A-Za-z0-9+/=\s_-]/g, '').length;
  return spaced * 2 > lines.length ? foreign > 0 || /[a-z]{2,} [a-z]{2,}/i.test(sample) : foreign * 5 > sample.length;
}
