import type { Folds, Segment } from './folds.ts';

/** First version: "> " lines are quotes, everything from "-- " on is the signature. */
export function foldText(text: string): Folds {
  const segments: Segment[] = [];
  let at = 0;
  let signature = false;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end + 1;
    const line = text.slice(at, to).trimEnd();
    if (line === '--') signature = true;
    const kind = signature ? 'signature' : line.startsWith('>') ? 'quote' : 'text';
    const last = segments.at(-1);
    if (last && last.kind === kind) last.to = to;
    else segments.push({ kind, from: at, to });
    at = to;
  }
  const visible = segments.filter((s) => s.kind === 'text').map((s) => text.slice(s.from, s.to)).join('').trim();
  if (visible === '' && text.trim() !== '') return { visible: text.trim(), segments: [{ kind: 'text', from: 0, to: text.length }] };
  return { visible, segments };
}
