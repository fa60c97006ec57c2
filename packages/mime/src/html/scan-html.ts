/**
 * Walks through HTML once, from left to right, and says what it meets. It never builds a tree and
 * never goes back, so 7 MB of broken markup cost what 7 MB of clean markup cost. (htmlparser2 keeps
 * its open elements in an array it shifts: 240,000 unclosed table cells take it 14 s.)
 */

/** Offsets are into the scanned string; `to` exclusive. Comments, doctypes and `<?…>` are passed over. */
export interface HtmlVisitor {
  text(from: number, to: number): void;
  /** `attributesFrom`…`to - 1` holds the attributes. */
  open(name: string, from: number, to: number, attributesFrom: number): void;
  close(name: string, from: number, to: number): void;
  /** An element whose content is not markup (script, style, title, …) or is of another kind (svg, math, xml), whole. */
  raw(name: string, contentFrom: number, contentTo: number, openFrom: number, to: number): void;
}

/** To the end of the text when never closed, as browsers read them. */
const RAW = new Set(['script', 'style', 'plaintext']);
/** Skipped whole when closed; else only the tag is, for what follows may be the letter. */
const ISLAND = new Set(['title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'svg', 'math', 'xml', 'template']);

export function scanHtml(html: string, visitor: HtmlVisitor): void {
  const closers = new Closers(html);
  let textFrom = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const end = endOfMarkup(html, at, closers);
    if (end < 0) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > textFrom) visitor.text(textFrom, at);
    const tag = readTag(html, at, end);
    textFrom = end;
    if (tag) {
      const skipped = tag.closes ? null : closers.skip(tag.name, end);
      if (skipped) {
        visitor.raw(tag.name, end, skipped.contentTo, at, skipped.to);
        textFrom = skipped.to;
      } else if (tag.closes) visitor.close(tag.name, at, end);
      else visitor.open(tag.name, at, end, tag.nameTo);
    }
    at = html.indexOf('<', textFrom);
  }
  if (textFrom < html.length) visitor.text(textFrom, html.length);
}

/** Finds closing tags; what is missing once is not looked for again, so a million "<svg>" stay linear. */
class Closers {
  readonly #html: string;
  readonly #missing = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  /** The offset after the "-->" of a comment; -1 when it never ends. */
  comment(from: number): number {
    if (this.#missing.has('--')) return -1;
    const end = this.#html.indexOf('-->', from);
    if (end < 0) this.#missing.add('--');
    return end < 0 ? -1 : end + 3;
  }

  skip(name: string, from: number): { contentTo: number; to: number } | null {
    const island = ISLAND.has(name);
    if (!island && !RAW.has(name)) return null;
    if (!this.#missing.has(name) && name !== 'plaintext') {
      const closer = new RegExp(`</${name}(?=[\\s/>]|$)`, 'gi');
      closer.lastIndex = from;
      const found = closer.exec(this.#html);
      if (found) {
        const end = this.#html.indexOf('>', closer.lastIndex);
        return { contentTo: found.index, to: end < 0 ? this.#html.length : end + 1 };
      }
      this.#missing.add(name);
    }
    return island ? null : { contentTo: this.#html.length, to: this.#html.length };
  }
}

/** The offset after the tag, comment or declaration at `at`; -1 when "<" is only a sign. */
function endOfMarkup(html: string, at: number, closers: Closers): number {
  const next = html.charCodeAt(at + 1);
  if (next === 33 /* ! */) {
    if (html.startsWith('<!--', at)) {
      if (html.startsWith('>', at + 4)) return at + 5;
      if (html.startsWith('->', at + 4)) return at + 6;
      // A comment that never ends would swallow the letter: only its sign is dropped.
      const end = closers.comment(at + 4);
      return end < 0 ? at + 4 : end;
    }
    return upTo(html, at);
  }
  if (next === 63 /* ? */) return upTo(html, at);
  const letter = next === 47 /* / */ ? html.charCodeAt(at + 2) : next;
  if (isLetter(letter)) return endOfTag(html, at + 1);
  return next === 47 && letter === 62 ? at + 3 : -1;
}

function upTo(html: string, at: number): number {
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

/** Reads over quoted values, in which ">" means nothing (HTML 13.2.5.38). */
function endOfTag(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const c = html.charCodeAt(at);
    if (c === 62) return at + 1;
    if (c === 61 /* = */) {
      at++;
      while (at < html.length && isSpace(html.charCodeAt(at))) at++;
      const quote = html.charCodeAt(at);
      if (quote === 34 || quote === 39) {
        const end = html.indexOf(quote === 34 ? '"' : "'", at + 1);
        if (end < 0) return html.length;
        at = end;
      } else continue;
    }
    at++;
  }
  return html.length;
}

function readTag(html: string, at: number, end: number): { name: string; closes: boolean; nameTo: number } | null {
  const closes = html.charCodeAt(at + 1) === 47;
  let to = at + (closes ? 2 : 1);
  if (!isLetter(html.charCodeAt(to))) return null;
  const from = to;
  while (to < end) {
    const c = html.charCodeAt(to);
    if (c === 62 || c === 47 || isSpace(c)) break;
    to++;
  }
  return { name: html.slice(from, Math.min(to, from + 60)).toLowerCase(), closes, nameTo: to };
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}
