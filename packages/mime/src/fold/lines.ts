/** A line of the text being folded. */
export interface Line {
  /** UTF-16 offset of its first character. */
  from: number;
  /** Offset after its line break. */
  to: number;
  /** Its words: odd spaces made plain (so offsets stay), ends trimmed on the right, capped. */
  text: string;
  /** `text` without the spaces on the left. */
  words: string;
  /** How many quotation marks it begins with; 0 when it is not quoted. */
  depth: number;
}

/** Patterns never see more of a line than this, so a line of a megabyte costs no more than a short one. */
const CAP = 1000;

const ODD_SPACE = /[\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f\u2060\u3000\ufeff\t]/g;

/** Splits at LF, CRLF or a lone CR; the pieces lie end to end and cover the whole text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from < text.length) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    let to = at < text.length ? at + 1 : at;
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) to = at + 2;
    const shown = text.slice(from, Math.min(at, from + CAP)).replace(ODD_SPACE, ' ').trimEnd();
    const words = shown.trimStart();
    lines.push({ from, to, text: shown, words, depth: quoteDepth(shown) });
    from = to;
  }
  return lines;
}

/** Counts leading ">" (also full-width), with at most four spaces before and one between. */
function quoteDepth(text: string): number {
  let at = 0;
  while (at < 4 && text[at] === ' ') at++;
  let depth = 0;
  while (at < text.length) {
    const c = text[at];
    if (c === '>' || c === '＞') depth++;
    else if (c !== ' ' || depth === 0 || (text[at + 1] !== '>' && text[at + 1] !== '＞')) break;
    at++;
  }
  return depth;
}
