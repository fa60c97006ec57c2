/** The readable text of one text part: transfer encoding, files inside, charset, line ends, flow. */
import { decodeCharset } from './charset/decode-charset.ts';
import { takeInlineFiles } from './body/inline-files.ts';
import { textFromEnriched } from './body/enriched.ts';
import { unflow } from './body/flowed.ts';
import { isHtml } from './collect-parts.ts';
import type { Part } from './part.ts';
import { decodeTransfer } from './transfer/decode-transfer.ts';

export interface BodyText {
  text: string;
  files: { name: string; content: Buffer }[];
  warnings: string[];
}

export function bodyText(raw: Buffer, part: Part, mailCharset: string | null): BodyText {
  const multipart = part.type.startsWith('multipart/');
  const encoding = multipart ? undefined : part.headers.get('content-transfer-encoding')?.[0];
  const { bytes, footer, warning } = decodeTransfer(raw.subarray(part.bodyStart, part.end), encoding);
  const warnings = warning ? [warning] : [];
  const html = isHtml(part);
  const { rest, files } = html ? { rest: bytes, files: [] } : takeInlineFiles(bytes);
  const declared = part.typeParameters.get('charset') ?? (html ? metaCharset(rest) : null) ?? mailCharset;
  const decoded = decodeCharset(rest, declared);
  if (decoded.warning) warnings.push(decoded.warning);
  let text = plainLines(decoded.text);
  if (footer) text = `${text.trimEnd()}\n\n${plainLines(footer).trim()}`;
  if (part.type === 'text/enriched' || part.type === 'text/richtext') text = textFromEnriched(text);
  if (!html && part.typeParameters.get('format')?.toLowerCase() === 'flowed') {
    text = unflow(text, part.typeParameters.get('delsp')?.toLowerCase() === 'yes');
  }
  return { text, files, warnings };
}

function plainLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r+\n|\r/g, '\n') : text;
  return lines.includes('\0') || lines.includes('\ufeff') ? lines.replace(/[\0\ufeff]/g, '') : lines;
}

/** HTML without a declaration in its header often carries one inside (HTML 4.01 5.2.2). */
function metaCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 2048);
  return /<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}
