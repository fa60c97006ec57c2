/** A light tree over sanitised HTML: where each element begins and ends, nothing copied. */
import { readAttributes } from '../html/read-attributes.ts';
import { scanHtml } from '../html/scan-html.ts';

/** Offsets into the HTML, `to` exclusive; `name` is '' for text. */
export interface HtmlNode {
  name: string;
  from: number;
  to: number;
  attributes: ReadonlyMap<string, string>;
  children: HtmlNode[];
  parent: HtmlNode | null;
}

const NONE: ReadonlyMap<string, string> = new Map();
const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);

/** The root has no name and spans the whole HTML. Unclosed elements end where their parent does. */
export function readTree(html: string): HtmlNode {
  const root: HtmlNode = { name: '', from: 0, to: html.length, attributes: NONE, children: [], parent: null };
  let open = root;
  let depth = 0;
  const add = (name: string, from: number, to: number, attributes: ReadonlyMap<string, string>): HtmlNode => {
    const node: HtmlNode = { name, from, to, attributes, children: [], parent: open };
    open.children.push(node);
    return node;
  };
  scanHtml(html, {
    text: (from, to) => add('', from, to, NONE),
    raw: (name, _from, _to, from, to) => add(name, from, to, NONE),
    open: (name, from, to, attributesFrom) => {
      const node = add(name, from, to, to - attributesFrom > 2 ? readAttributes(html.slice(attributesFrom, to - 1)) : NONE);
      if (VOID.has(name) || depth >= 300) return;
      open = node;
      depth++;
    },
    close: (name, _from, to) => {
      let node: HtmlNode | null = open;
      while (node && node.name !== name) node = node.parent;
      if (!node) return;
      while (open !== node) {
        open.to = Math.max(open.to, lastEnd(open));
        open = open.parent as HtmlNode;
        depth--;
      }
      node.to = to;
      open = node.parent as HtmlNode;
      depth--;
    },
  });
  for (; open !== root; open = open.parent as HtmlNode) open.to = html.length;
  return root;
}

function lastEnd(node: HtmlNode): number {
  return node.children.at(-1)?.to ?? node.to;
}
