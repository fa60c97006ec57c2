/** The text and the HTML of the whole mail out of its parts, in their order. */
import { textFromHtml } from '../html/index.ts';
import { bodyText, type BodyText } from './body-text.ts';
import type { BodySegment } from './collect-parts.ts';
import type { Part } from './part.ts';

export interface JoinedBody {
  /** Lines end in \n, no blank lines around. */
  text: string;
  /** Not yet sanitised. */
  html: string | null;
  files: BodyText['files'];
}

export function joinBody(raw: Buffer, segments: readonly BodySegment[], mailCharset: string | null, warnings: Set<string>): JoinedBody {
  const files: BodyText['files'] = [];
  const rows: { plain: string | null; html: string | null }[] = [];
  const readAll = (parts: readonly Part[], between: string): string | null => {
    const texts: string[] = [];
    for (const part of parts) {
      const read = bodyText(raw, part, mailCharset);
      for (const warning of read.warnings) warnings.add(warning);
      files.push(...read.files);
      if (read.text.trim() !== '') texts.push(parts.length > 1 ? read.text.trim() : read.text);
    }
    return texts.length ? texts.join(between) : null;
  };
  for (const { plain, html } of segments) {
    const row = { plain: readAll(plain, '\n\n'), html: readAll(html, '\n') };
    if (row.plain !== null || row.html !== null) rows.push(row);
  }
  const text = rows.map((row) => row.plain ?? textFromHtml(row.html!));
  const anyHtml = rows.some((row) => row.html !== null);
  return {
    text: text.map((piece) => piece.replace(/^(?:[ \t]*\n)+/, '').trimEnd()).filter(Boolean).join('\n\n'),
    html: anyHtml ? rows.map((row) => row.html ?? htmlFromPlain(row.plain!)).join('\n') : null,
    files,
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function htmlFromPlain(text: string): string {
  return `<div style="white-space:pre-wrap">${text.trim().replace(/[&<>"]/g, (sign) => entities[sign]!)}</div>`;
}
