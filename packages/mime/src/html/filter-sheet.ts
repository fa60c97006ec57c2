/**
 * Filters the style sheets of a mail: rules and media queries stay with the declarations that
 * `filterStyle` lets through; @import, @font-face and every other at-rule go. The frame the mail is
 * shown in is the scope, so selectors need no prefix; only ids get the one their elements get.
 */
import { filterStyle } from './filter-style.ts';

/** Before identifiers of mail, so that none can stand for one of ours. */
export const ID_PREFIX = 'm-';

const SELECTOR = /^[\w\s.#*,>+~:()[\]="'^$|-]+$/;
const MEDIA = /^@media[\w\s():,./-]*$/i;
const MAX_LENGTH = 512 * 1024;
const MAX_RULES = 5000;

/** CSS that may stand in a style element; empty when nothing is left. Sheets over 512 KB are left out. */
export function filterSheet(css: string): string {
  if (css.length > MAX_LENGTH) return '';
  const plain = css.replace(/<!--|-->|<!\[CDATA\[|\]\]>/g, ' ');
  const out: string[] = [];
  readRules(withoutComments(plain), 0, out, 0);
  return out.join('\n');
}

function withoutComments(css: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const from = css.indexOf('/*', at);
    if (from < 0) return out + css.slice(at);
    const to = css.indexOf('*/', from + 2);
    out += css.slice(at, from);
    if (to < 0) return out;
    at = to + 2;
  }
}

/** Reads rules from `at` to the closing brace of the block (or the end); gives the offset after it. */
function readRules(css: string, from: number, out: string[], depth: number): number {
  let at = from;
  while (at < css.length && out.length < MAX_RULES) {
    const open = nextOf(css, at);
    if (open < 0) return css.length;
    const sign = css[open];
    const prelude = css.slice(at, open).trim();
    if (sign === '}') return open + 1;
    if (sign === ';') {
      at = open + 1;
      continue;
    }
    if (prelude.startsWith('@')) {
      if (depth === 0 && MEDIA.test(prelude) && !/expression|url/i.test(prelude)) {
        const inner: string[] = [];
        at = readRules(css, open + 1, inner, 1);
        if (inner.length > 0) out.push(`${prelude}{${inner.join('\n')}}`);
      } else at = skipBlock(css, open + 1);
      continue;
    }
    const close = css.indexOf('}', open);
    const style = filterStyle(css.slice(open + 1, close < 0 ? css.length : close));
    if (style !== '' && prelude.length < 2000 && SELECTOR.test(prelude)) out.push(`${prelude.replace(/#(?=[A-Za-z_])/g, `#${ID_PREFIX}`)}{${style}}`);
    at = close < 0 ? css.length : close + 1;
  }
  return css.length;
}

function nextOf(css: string, from: number): number {
  for (let at = from; at < css.length; at++) {
    const c = css.charCodeAt(at);
    if (c === 123 || c === 125 || c === 59) return at;
  }
  return -1;
}

function skipBlock(css: string, from: number): number {
  let depth = 1;
  for (let at = from; at < css.length; at++) {
    const c = css.charCodeAt(at);
    if (c === 123) depth++;
    else if (c === 125 && --depth === 0) return at + 1;
  }
  return css.length;
}
