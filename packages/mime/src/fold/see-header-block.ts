/**
 * Recognises the block of labelled lines (From:, Sent:, To:, Subject:) above an earlier mail. A
 * contact form or a travel request has labelled lines too, so a sender alone proves nothing.
 */
import { HEADER_LABELS, type HeaderRole } from './header-words.ts';
import type { Line } from './lines.ts';

const roles = new Map<string, HeaderRole>();
for (const role of ['other', 'cc', 'to', 'date', 'sent', 'subject', 'from'] as const) {
  for (const label of HEADER_LABELS[role]) roles.set(label, role);
}
// "De", "a" and "do" are everyday words, but only a label is ever looked up here.

const labelled = /^[\s>*_]*([\p{L}][\p{L}\s.'’()/-]{0,24}?)\*?\s?\*?[:：]\*{0,2}\s*(.*)$/u;
const MAX_LINES = 24;
const address = /[^\s<>"'()[\]@,;:]{1,64}@[^\s<>"'()[\]@,;:]{2,}/u;

/** The role of a line's label and what stands after it; null when the line has no known label. */
export function readLabel(words: string): { role: HeaderRole; value: string } | null {
  const found = labelled.exec(words.slice(0, 400));
  if (!found) return null;
  const role = roles.get((found[1] as string).trim().toLowerCase());
  return role ? { role, value: (found[2] as string).trim() } : null;
}

/**
 * The number of the last line of a header block that begins at `first`, or null.
 * `afterSeparator`: a line of dashes or underscores, or an "Original Message", stands above.
 */
export function seeHeaderBlock(lines: readonly Line[], first: number, afterSeparator: boolean): number | null {
  const start = readLabel((lines[first] as Line).words);
  if (!start || start.role === 'other' || start.role === 'cc') return null;
  const seen = new Set<HeaderRole>();
  let last = first;
  let hasAddress = false;
  let hasDate = false;
  let strays = 0;
  for (let i = first; i < lines.length && i < first + MAX_LINES; i++) {
    const words = (lines[i] as Line).words;
    if (words === '') {
      // Text made from HTML has a blank line between the labels; the block goes on only if a label follows.
      const next = lines[i + 1];
      if (!next || !readLabel(next.words)) break;
      continue;
    }
    const label = readLabel(words);
    if (!label) {
      if (labelled.test(words.slice(0, 400)) && !/^(?:https?|mailto)/i.test(words) && !address.test(words)) return null;
      if (++strays > 3 || words.length > 200) break;
      hasAddress ||= address.test(words);
      continue;
    }
    if (label.role === 'from' && seen.has('from')) break;
    seen.add(label.role);
    strays = 0;
    last = i;
    if (label.role === 'from' || label.role === 'to') hasAddress ||= address.test(label.value);
    if (label.role === 'date' || label.role === 'sent') hasDate ||= /\d/.test(label.value) || label.value === '';
  }
  return proves(seen, hasAddress, hasDate, afterSeparator) ? last : null;
}

function proves(seen: ReadonlySet<HeaderRole>, hasAddress: boolean, hasDate: boolean, afterSeparator: boolean): boolean {
  const main = ['from', 'to', 'subject'].filter((role) => seen.has(role as HeaderRole)).length + (seen.has('date') || seen.has('sent') ? 1 : 0);
  if (main < 2) return afterSeparator && seen.has('from') && hasAddress;
  if (seen.has('sent') && hasDate) return seen.has('from') || main >= 3;
  if (seen.has('from')) return hasAddress || (main >= 3 && seen.has('subject')) || main === 4;
  return hasAddress && hasDate;
}
