/**
 * Folds sanitised HTML. Mail programs mark their quotes and signatures with classes and ids; where
 * they do not, the text of the blocks is folded as plain text is and the blocks follow. Everything
 * stays in the document: only <details> are put around whole siblings.
 */
import { textFromHtml } from '../html/text-from-html.ts';
import { foldText } from './fold-text.ts';
import { OUTLOOK_RULE, QUOTE_CLASSES, QUOTE_START_IDS, SIGNATURE_MARKS } from './html-marks.ts';
import { type HtmlNode, readTree } from './html-tree.ts';
import { seeSeparator } from './see-separator.ts';

const ID_PREFIX = 'm-';
const INLINE = new Set(['', 'a', 'abbr', 'b', 'big', 'cite', 'code', 'em', 'font', 'i', 'img', 'label', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'wbr', 'time', 'mark', 'style']);

/** Looking for words near an element reads no further than this, or nested containers would be read once per level. */
const NEAR = 20_000;

interface Fold {
  kind: 'quote' | 'signature';
  from: number;
  to: number;
}

/** The HTML with earlier mails and signatures inside <details class="fold" data-fold="…">; unchanged when all would fold. */
export function foldHtml(html: string): string {
  const root = readTree(html);
  const marked = markedFolds(html, root);
  const all = withText(html, root, marked);
  for (const folds of [all, all.filter((fold) => fold.kind === 'signature')]) {
    if (folds.length > 0 && hasWords(outside(html, folds))) return wrap(html, folds);
  }
  return html;
}

/** Walks the tree without recursion and takes the topmost marked elements. */
function markedFolds(html: string, root: HtmlNode): Fold[] {
  const folds: Fold[] = [];
  const waiting = [...root.children].reverse();
  let covered = 0;
  while (waiting.length > 0) {
    const node = waiting.pop() as HtmlNode;
    if (node.from < covered) continue;
    const fold = markOf(html, node);
    if (fold) {
      folds.push(fold);
      covered = fold.to;
    } else for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as HtmlNode);
  }
  return folds;
}

function markOf(html: string, node: HtmlNode): Fold | null {
  if (node.name === '' || node.attributes.size === 0) return null;
  const classes = (node.attributes.get('class') ?? '').toLowerCase().split(/\s+/).map((name) => name.replace(/^(?:x_)+/, ''));
  const id = (node.attributes.get('id') ?? '').toLowerCase().replace(ID_PREFIX, '').replace(/^(?:x_)+/, '');
  if (SIGNATURE_MARKS.has(id) || classes.some((name) => SIGNATURE_MARKS.has(name))) return { kind: 'signature', from: node.from, to: node.to };
  if (QUOTE_START_IDS.has(id) || OUTLOOK_RULE.test((node.attributes.get('style') ?? '').replace(/\s+/g, ''))) return restFrom(html, node);
  const cites = node.name === 'blockquote' && node.attributes.get('type')?.toLowerCase() === 'cite';
  if (!cites && !classes.some((name) => QUOTE_CLASSES.has(name)) && !id.startsWith('yahoo_quoted')) return null;
  return isForward(html, node) || (node.name !== 'blockquote' && answersInside(html, node)) ? null : { kind: 'quote', from: node.from, to: node.to };
}

/** What was passed on is news to the reader: it stays visible. */
function isForward(html: string, node: HtmlNode): boolean {
  const first = textFromHtml(html.slice(node.from, Math.min(node.to, node.from + 4000))).split('\n', 1)[0] ?? '';
  return seeSeparator(first.replace(/^[>\s]+/, '')) === 'forwarded';
}

/** Gmail keeps interleaved answers inside its quote container, between the quoted pieces. */
function answersInside(html: string, node: HtmlNode): boolean {
  let quoted = false;
  for (const child of node.children) {
    if (child.name === 'blockquote') quoted = true;
    else if (quoted && hasWords(textFromHtml(html.slice(child.from, Math.min(child.to, child.from + NEAR))))) return true;
  }
  return false;
}

/** From here to the end of the parent; Outlook wraps its header block once or twice, so first outwards. */
function restFrom(html: string, node: HtmlNode): Fold {
  let start = node;
  while (start.parent?.parent && !hasWords(textFromHtml(html.slice(Math.max(innerFrom(start.parent), start.from - NEAR), start.from)))) start = start.parent;
  const siblings = (start.parent as HtmlNode).children;
  let at = siblings.indexOf(start);
  while (at > 0 && /^(?:hr)?$/.test((siblings[at - 1] as HtmlNode).name) && !hasWords(html.slice((siblings[at - 1] as HtmlNode).from, (siblings[at - 1] as HtmlNode).to).replace(/<[^>]*>/g, ''))) at--;
  return { kind: 'quote', from: (siblings[at] as HtmlNode).from, to: (siblings.at(-1) as HtmlNode).to };
}

function innerFrom(node: HtmlNode): number {
  return node.children[0]?.from ?? node.from;
}

/** Reads the blocks of the letter as lines of text, folds that, and takes over what it says of whole blocks. */
function withText(html: string, root: HtmlNode, marked: readonly Fold[]): Fold[] {
  const groups = groupsOf(html, letterOf(html, root));
  let text = '';
  const spans: { from: number; to: number }[] = [];
  for (const group of groups) {
    const said = textFromHtml(html.slice(group.from, group.to));
    const from = text.length;
    text += `${said}\n`;
    spans.push({ from, to: text.length - 1 });
  }
  const folds = [...marked];
  const { segments } = foldText(text);
  let s = 0;
  let m = 0;
  groups.forEach((group, i) => {
    const span = spans[i] as { from: number; to: number };
    while (s < segments.length - 1 && (segments[s] as { to: number }).to <= span.from) s++;
    const segment = segments[s];
    while (m < marked.length && (marked[m] as Fold).to <= group.from) m++;
    if (!segment || segment.kind === 'text' || span.to === span.from || segment.to < span.to) return;
    if (m < marked.length && (marked[m] as Fold).from < group.to) return;
    folds.push({ kind: segment.kind, from: group.from, to: group.to });
  });
  return joined(html, folds.sort((a, b) => a.from - b.from), groups);
}

/** The element whose children are the paragraphs: inwards while one child holds everything. */
function letterOf(html: string, root: HtmlNode): HtmlNode {
  let node = root;
  for (let depth = 0; depth < 40; depth++) {
    const full = node.children.filter((child) => child.name !== 'style' && (child.name !== '' || html.slice(child.from, child.to).trim() !== ''));
    const only = full[0];
    if (full.length !== 1 || !only || !/^(?:div|section|article|main|center|font|span)$/.test(only.name) || only.children.length === 0) return node;
    node = only;
  }
  return node;
}

/** Blocks as they are; running text between them split at line breaks. */
function groupsOf(html: string, letter: HtmlNode): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  let from = -1;
  for (const child of letter.children) {
    if (INLINE.has(child.name)) {
      if (from < 0) from = child.from;
      continue;
    }
    if (child.name === 'br') {
      groups.push({ from: from < 0 ? child.from : from, to: child.to });
    } else {
      if (from >= 0) groups.push({ from, to: child.from });
      groups.push({ from: child.from, to: child.to });
    }
    from = -1;
  }
  const last = letter.children.at(-1);
  if (from >= 0 && last) groups.push({ from, to: last.to });
  return groups.filter((group) => group.to > group.from && html.length > 0);
}

/** Folds of one kind with nothing but blanks or line breaks between them become one. */
function joined(html: string, folds: readonly Fold[], groups: readonly { from: number; to: number }[]): Fold[] {
  const starts = new Set(groups.map((group) => group.from));
  const out: Fold[] = [];
  for (const fold of folds) {
    const last = out.at(-1);
    if (last && fold.from < last.to) continue;
    const between = last ? html.slice(last.to, fold.from) : '';
    if (last && last.kind === fold.kind && starts.has(last.from) && starts.has(fold.from) && !hasWords(between.replace(/<[^>]*>/g, '')) && !between.includes('<img')) last.to = fold.to;
    else out.push({ ...fold });
  }
  return out;
}

function outside(html: string, folds: readonly Fold[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const fold of folds) {
    pieces.push(html.slice(at, fold.from));
    at = fold.to;
  }
  pieces.push(html.slice(at));
  return textFromHtml(pieces.join(''));
}

function wrap(html: string, folds: readonly Fold[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const fold of folds) {
    pieces.push(html.slice(at, fold.from), `<details class="fold" data-fold="${fold.kind}"><summary></summary>`, html.slice(fold.from, fold.to), '</details>');
    at = fold.to;
  }
  pieces.push(html.slice(at));
  return pieces.join('');
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
