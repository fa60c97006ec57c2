/**
 * What happens to mail's HTML before it is sanitised: comments and alien islands go (Outlook's
 * conditional comments with them; what is revealed to other programs stays), style sheets are set
 * aside, and nesting deeper than a person could see is made flat. Flat means that tags go and words stay.
 */
import { scanHtml } from './scan-html.ts';

/** Browsers stop at 512; hand-made mail rarely passes 60, forwarded chains 150. */
const MAX_DEPTH = 256;

const VOID = new Set(['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'frame']);
/** These end themselves when the same opens again. */
const SELF_ENDING = new Set(['p', 'li', 'td', 'th', 'tr', 'dd', 'dt', 'option', 'thead', 'tbody', 'tfoot']);
/** Without their end they would put the parser into another grammar; their words are mail all the same. */
const TAG_ONLY = new Set(['svg', 'math', 'xml', 'template', 'noscript', 'select', 'noembed', 'noframes', 'frameset', 'title', 'textarea', 'xmp', 'iframe']);
const BREAKS = new Set(['p', 'li', 'tr', 'div', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'center', 'section', 'article']);

/** HTML without comments and islands, at most 256 deep, and the text of its style sheets. */
export interface PreparedHtml {
  html: string;
  css: string;
}

export function prepareHtml(html: string): PreparedHtml {
  const out: string[] = [];
  const css: string[] = [];
  const open: string[] = [];
  const dropped = new Map<string, number>();
  scanHtml(html, {
    text: (from, to) => out.push(html.slice(from, to).replaceAll('<', '&lt;')),
    open: (name, from, to) => {
      if (TAG_ONLY.has(name)) return;
      if (VOID.has(name)) {
        out.push(html.slice(from, to));
        return;
      }
      if (SELF_ENDING.has(name) && open.at(-1) === name) open.pop();
      if (open.length >= MAX_DEPTH) {
        dropped.set(name, (dropped.get(name) ?? 0) + 1);
        out.push(BREAKS.has(name) ? '<br>' : name === 'td' || name === 'th' ? ' ' : '');
        return;
      }
      open.push(name);
      out.push(html.slice(from, to));
    },
    close: (name, from, to) => {
      const over = dropped.get(name) ?? 0;
      if (over > 0) {
        dropped.set(name, over - 1);
        return;
      }
      const at = open.lastIndexOf(name);
      if (at < 0) {
        if (name === 'br' || name === 'p') out.push('<br>');
        return;
      }
      open.length = at;
      out.push(html.slice(from, to));
    },
    raw: (name, contentFrom, contentTo) => {
      const content = html.slice(contentFrom, contentTo);
      if (name === 'style') css.push(content);
      else if (name === 'textarea' || name === 'xmp' || name === 'plaintext') out.push('<pre>', content.replaceAll('<', '&lt;'), '</pre>');
    },
  });
  return { html: out.join(''), css: css.join('\n') };
}
