/** Writes readable lines: spaces collapsed, breaks asked for rather than written, quotes and lists marked. */
export class TextWriter {
  readonly #out: string[] = [];
  #newlines = 0;
  #space = false;
  #tab = false;
  #blankLine = false;
  #started = false;
  #lineHasWords = false;
  /** Depth of quotation: each line begins with so many "> ". */
  quote = 0;
  /** Spaces before each line, for lists. */
  indent = 0;
  #quoteOfLine = 0;

  /** Running text outside `pre`. */
  words(text: string): void {
    const plain = collapse(text);
    if (plain === '') return;
    if (plain === ' ') {
      if (text.includes('\u00a0') && !this.#lineHasWords) this.#blankLine = true;
      this.#space = true;
      return;
    }
    const from = plain.startsWith(' ') ? 1 : 0;
    const to = plain.endsWith(' ') ? plain.length - 1 : plain.length;
    if (from) this.#space = true;
    this.#write(plain.slice(from, to));
    this.#space = to < plain.length;
  }

  /** Text whose spaces and line ends count. */
  verbatim(text: string): void {
    const lines = text.split(/\r\n|\r|\n/);
    lines.forEach((line, i) => {
      if (i > 0) this.#newlines++;
      if (line.trim() !== '') this.#write(line.replaceAll('\u00a0', ' ').trimEnd(), false);
    });
  }

  /** At least so many line ends before the next words. */
  atLeast(newlines: number): void {
    if (this.#blankLine && !this.#lineHasWords) this.#newlines++;
    this.#blankLine = false;
    this.#newlines = Math.max(this.#newlines, newlines);
    this.#space = this.#tab = this.#lineHasWords = false;
  }

  /** One more line end. */
  newline(): void {
    this.#newlines++;
    this.#blankLine = this.#space = this.#tab = this.#lineHasWords = false;
  }

  /** The next words stand in another cell of the same row. */
  cell(): void {
    if (this.#lineHasWords && this.#newlines === 0) this.#tab = true;
  }

  /** A mark before the words of a list item. */
  mark(mark: string): void {
    this.#write(mark);
    this.#space = true;
    this.#lineHasWords = false;
  }

  /** How many pieces were written; a caller may take `since` to see what a link said. */
  get length(): number {
    return this.#out.length;
  }

  since(length: number): string {
    return this.#out.slice(length, length + 50).join('').trim();
  }

  toString(): string {
    return this.#out.join('').trimEnd();
  }

  #write(text: string, spaced = true): void {
    const fresh = !this.#started || this.#newlines > 0;
    if (fresh) this.#startLine();
    else if (this.#tab) this.#out.push('\t');
    else if (this.#space && spaced) this.#out.push(' ');
    this.#out.push(text);
    this.#space = this.#tab = this.#blankLine = false;
    this.#started = this.#lineHasWords = true;
    this.#newlines = 0;
  }

  #startLine(): void {
    if (this.#started) {
      const count = Math.min(this.#newlines, 3);
      // Empty lines inside a quote carry its mark, so that the quote stays one piece.
      const inside = Math.min(this.quote, this.#quoteOfLine);
      for (let i = 1; i < count; i++) this.#out.push(`\n${'>'.repeat(inside)}`);
      this.#out.push('\n');
    }
    if (this.quote > 0) this.#out.push(`${'>'.repeat(Math.min(this.quote, 40))} `);
    if (this.indent > 0) this.#out.push(' '.repeat(Math.min(this.indent, 40)));
    this.#quoteOfLine = Math.min(this.quote, 40);
  }
}

/** Runs of spaces become one; padding of invisible characters, which newsletters use, becomes none. */
function collapse(text: string): string {
  return text.replace(/[\s\u00a0\u00ad\u034f\u200b\u200c\u2060\ufeff]+/g, (run) => {
    if (/[\s\u00a0]/.test(run)) return ' ';
    return run.includes('\u200c') && run.length === 1 ? run : '';
  });
}
