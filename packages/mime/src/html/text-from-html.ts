/**
 * Turns HTML into text a person can read and `foldText` can fold: paragraphs, lists and cells kept
 * apart, earlier mails marked with "> ", links with their address. One walk, no tree: it runs for
 * every mail. Text that the sender hid (preheaders) is left out, unless nothing else is there.
 */
import { decodeHTML } from 'entities';
import { readAttributes } from './read-attributes.ts';
import { scanHtml } from './scan-html.ts';
import { TextWriter } from './text-writer.ts';

const PARAGRAPHS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'menu', 'dir', 'pre', 'listing', 'blockquote', 'figure', 'table']);
const BLOCKS = new Set(['div', 'center', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'form', 'fieldset', 'legend', 'tr', 'caption', 'li', 'dt', 'dd', 'body', 'figcaption', 'option', 'details', 'summary', 'tbody', 'thead', 'tfoot']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'base', 'col', 'area', 'wbr', 'source', 'param', 'embed']);
/** Elements whose end matters even without a style. */
const TRACKED = new Set(['blockquote', 'pre', 'listing', 'a', 'ul', 'ol', 'menu', 'dir', 'table', 'p']);
/** Marks within marks beyond this are read, but not tracked. */
const MAX_TRACKED = 500;

interface Open {
  name: string;
  hidden: boolean;
  zeroSize: boolean;
  quotes: boolean;
  paragraph: boolean;
  href: string;
  length: number;
  item: number;
}

/** Readable text; '' when the HTML holds none. */
export function textFromHtml(html: string): string {
  const text = read(html, true);
  return text === '' ? read(html, false) : text;
}

function read(html: string, hides: boolean): string {
  const out = new TextWriter();
  const open: Open[] = [];
  const count = new Map<string, number>();
  let pre = 0;
  let lists = 0;
  const top = (): Open | undefined => open.at(-1);
  const silent = (): boolean => hides && (top()?.hidden === true || top()?.zeroSize === true);

  const leave = (): void => {
    const gone = open.pop() as Open;
    count.set(gone.name, (count.get(gone.name) ?? 1) - 1);
    if (gone.name === 'pre' || gone.name === 'listing') pre--;
    if (gone.item >= 0) out.indent = Math.max(0, --lists - 1) * 2;
    if (gone.href !== '') sayAddress(out, gone);
    if (gone.name === 'p') out.atLeast(gone.paragraph ? 2 : 1);
    if (gone.quotes) {
      out.atLeast(1);
      out.quote--;
    }
  };

  scanHtml(html, {
    text: (from, to) => {
      if (silent()) return;
      const raw = html.slice(from, to);
      const text = raw.includes('&') ? decodeHTML(raw) : raw;
      if (pre > 0) out.verbatim(text);
      else out.words(text);
    },
    raw: (name, from, to) => {
      if (silent() || (name !== 'textarea' && name !== 'xmp' && name !== 'plaintext')) return;
      out.atLeast(1);
      out.verbatim(name === 'textarea' ? decodeHTML(html.slice(from, to)) : html.slice(from, to));
      out.atLeast(1);
    },
    open: (name, _from, to, attributesFrom) => {
      if (VOID.has(name)) {
        if (!silent()) sayVoid(out, name, html.slice(attributesFrom, to));
        return;
      }
      const piece = to - attributesFrom > 1 ? html.slice(attributesFrom, to - 1) : '';
      // An unclosed p ends where the next begins; unclosed items likewise need no entry of their own.
      if (name === 'p' && top()?.name === 'p') leave();
      const styled = /display|font-size|hidden|max-height/i.test(piece);
      const tight = name === 'p' && /mso|margin(?:-top|-bottom)?\s*:\s*0/i.test(piece);
      if (name === 'p') out.atLeast(tight ? 1 : 2);
      else if (PARAGRAPHS.has(name)) out.atLeast(name === 'table' || (lists > 0 && name.length === 2) ? 1 : 2);
      else if (BLOCKS.has(name)) out.atLeast(1);
      else if (name === 'td' || name === 'th') out.cell();
      if ((styled || TRACKED.has(name)) && open.length < MAX_TRACKED) {
        const entry = enter(name, piece, styled, tight, top(), out.length);
        open.push(entry);
        count.set(name, (count.get(name) ?? 0) + 1);
        if (name === 'pre' || name === 'listing') pre++;
        if (entry.item >= 0) out.indent = Math.max(0, lists++) * 2;
        if (entry.quotes) out.quote++;
      }
      if (name === 'li' && !silent()) sayItem(out, open);
    },
    close: (name) => {
      if (name === 'br') out.newline();
      if ((count.get(name) ?? 0) > 0) while (open.length > 0) {
        const last = top() as Open;
        leave();
        if (last.name === name) break;
      }
      if (PARAGRAPHS.has(name)) out.atLeast(name === 'table' || (lists > 0 && name.length === 2) ? 1 : 2);
      else if (BLOCKS.has(name)) out.atLeast(1);
    },
  });
  while (open.length > 0) leave();
  return out.toString();
}

function enter(name: string, piece: string, styled: boolean, tight: boolean, above: Open | undefined, length: number): Open {
  const attributes = styled || name === 'a' || name === 'blockquote' || name === 'ol' ? readAttributes(piece) : null;
  const style = attributes?.get('style')?.toLowerCase() ?? '';
  const size = /(?:^|[;\s])font-size\s*:\s*([\d.]+)/.exec(style);
  const gone = attributes?.has('hidden') || /(?:^|[;\s])display\s*:\s*none/.test(style) || (/max-height\s*:\s*0(?![.\d])/.test(style) && /overflow\s*:\s*hidden/.test(style));
  return {
    name,
    hidden: above?.hidden === true || gone === true,
    // A row may be set to size 0 to close gaps while its cells set their own: the nearest size counts.
    zeroSize: size ? Number(size[1]) === 0 : above?.zeroSize === true,
    quotes: name === 'blockquote' && !/border\s*:\s*(?:none|0)/.test(style),
    paragraph: !tight,
    href: name === 'a' ? (attributes?.get('href') ?? '').trim() : '',
    length,
    item: name === 'ol' ? Number.parseInt(attributes?.get('start') ?? '1', 10) || 1 : name === 'ul' || name === 'menu' || name === 'dir' ? 0 : -1,
  };
}

function sayItem(out: TextWriter, open: Open[]): void {
  const list = open.findLast((entry) => entry.item >= 0);
  out.mark(list && list.item > 0 ? `${list.item++}.` : '-');
}

function sayVoid(out: TextWriter, name: string, piece: string): void {
  if (name === 'br') out.newline();
  else if (name === 'hr') {
    out.atLeast(1);
    out.words('_'.repeat(32));
    out.atLeast(1);
  } else if (name === 'img' && piece.includes('alt')) {
    const alt = readAttributes(piece).get('alt')?.trim() ?? '';
    if (alt !== '' && alt.length <= 300) out.words(` ${alt} `);
  }
}

/** The address follows the link's words unless they already say it. */
function sayAddress(out: TextWriter, link: Open): void {
  if (!/^(?:https?|ftp|mailto|tel):/i.test(link.href) || link.href.length > 2000) return;
  const address = link.href.replace(/^(?:mailto|tel):/i, '').replace(/[\s<>]+/g, '');
  const said = out.since(link.length);
  if (said === '' || address === '') return;
  const bare = (text: string): string => text.toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^www\./, '').replace(/\?.*$/, '').replace(/[/\s.]+$/, '');
  const one = bare(address);
  const other = bare(said);
  if (one === other || other.includes(one) || (link.href.startsWith('tel:') && /\d{3}/.test(said))) return;
  out.words(` (${address})`);
}
