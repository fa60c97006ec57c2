/**
 * Makes mail's HTML fit to be shown: in a sandboxed frame with its own policy, yet harmless without
 * it. What could run, submit, fetch a program or leave its place goes; words, tables, colours,
 * links and pictures stay. Ids and classes stay too, for folding knows the clients by them.
 */
import sanitizeHtml from 'sanitize-html';
import { filterSheet, ID_PREFIX } from './filter-sheet.ts';
import { filterStyle } from './filter-style.ts';
import { prepareHtml } from './prepare-html.ts';
import { textFromHtml } from './text-from-html.ts';

const TAGS = [
  'a', 'abbr', 'acronym', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn', 'dir', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img', 'ins', 'kbd', 'label', 'legend', 'li', 'main', 'mark', 'menu', 'nav', 'nobr', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr', 'fieldset',
];
const ATTRIBUTES: Record<string, string[]> = {
  '*': ['align', 'bgcolor', 'class', 'color', 'dir', 'height', 'id', 'lang', 'style', 'title', 'valign', 'width', 'background', 'border', 'role', 'aria-label', 'aria-hidden'],
  a: ['href', 'rel', 'target'],
  blockquote: ['type'],
  col: ['span'],
  colgroup: ['span'],
  font: ['face', 'size'],
  hr: ['size', 'noshade'],
  img: ['alt', 'src', 'hspace', 'vspace'],
  li: ['type', 'value'],
  ol: ['reversed', 'start', 'type'],
  table: ['cellpadding', 'cellspacing', 'frame', 'rules', 'summary', 'bordercolor'],
  td: ['abbr', 'colspan', 'headers', 'nowrap', 'rowspan', 'scope', 'bordercolor'],
  th: ['abbr', 'colspan', 'headers', 'nowrap', 'rowspan', 'scope', 'bordercolor'],
  time: ['datetime'],
  ul: ['type'],
};
const LINK = /^(?:https?:|mailto:|tel:|sms:|callto:|#)/i;
const PICTURE = /^(?:https?:\/\/|cid:|data:image\/(?:png|jpe?g|gif|webp)[;,])/i;
/** The parser may nest somewhat deeper than prepared; this deep it never does unless fooled. */
const MAX_DEPTH = 2000;

class TooDeep extends Error {}

/** Safe HTML of a fragment (no html, head or body around it). Time grows with the length of the input only. */
export function sanitiseMailHtml(html: string): string {
  const prepared = prepareHtml(html);
  const sheet = filterSheet(prepared.css);
  const body = sanitiseBody(prepared.html);
  return sheet === '' ? body : `<style>${sheet}</style>${body}`;
}

function sanitiseBody(html: string): string {
  let depth = 0;
  try {
    return sanitizeHtml(html, {
      allowedTags: TAGS,
      allowedAttributes: ATTRIBUTES,
      allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms', 'callto', 'cid', 'data'],
      allowedSchemesAppliedToAttributes: ['href', 'src', 'background'],
      allowProtocolRelative: false,
      parseStyleAttributes: false,
      // What their elements hold is no letter; everything else keeps its words when its tag goes.
      nonTextTags: ['script', 'style', 'title', 'xml'],
      transformTags: { '*': (name, attributes) => clean(name, attributes) },
      onOpenTag: () => {
        if (++depth > MAX_DEPTH) throw new TooDeep();
      },
      onCloseTag: () => {
        depth--;
      },
    });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return `<pre>${escapeText(textFromHtml(html))}</pre>`;
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function clean(name: string, attributes: Record<string, string>): { tagName: string; attribs: Record<string, string> } {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'style') {
      const style = filterStyle(value);
      if (style !== '') kept[key] = style;
    } else if (key === 'id' || (key === 'name' && name === 'a')) {
      if (/^[\w.:-]{1,200}$/.test(value)) kept['id'] = ID_PREFIX + value;
    } else if (key === 'class') {
      if (/^[\w\s.:/-]{1,1000}$/.test(value)) kept[key] = value;
    } else if (key === 'src' || key === 'background') {
      const address = pictureAddress(value);
      if (address) kept[key] = address;
    } else if (key === 'href') {
      const address = linkAddress(value);
      if (address) kept[key] = address;
    } else if (key !== 'target' && key !== 'rel') kept[key] = value;
  }
  if (name === 'a' && kept['href'] && !kept['href'].startsWith('#')) {
    kept['target'] = '_blank';
    kept['rel'] = 'noopener noreferrer nofollow';
  }
  if (name === 'body') return { tagName: 'div', attribs: kept };
  return { tagName: name, attribs: kept };
}

/** Browsers drop blanks and control characters inside an address; so the check does first. */
function bareAddress(value: string): string {
  return value.replace(/[\0-\x20\u00a0\u00ad\u200b-\u200f\u2028\u2029\ufeff]+/g, '');
}

function pictureAddress(value: string): string | null {
  const bare = bareAddress(value);
  if (bare.startsWith('//')) return `https:${bare}`;
  return PICTURE.test(bare) ? bare : null;
}

/** Addresses relative to nothing would point at our own host: they go. */
function linkAddress(value: string): string | null {
  const trimmed = value.trim().replace(/[\0-\x1f]+/g, '');
  const bare = bareAddress(value);
  if (bare.startsWith('//')) return `https:${bare}`;
  if (/^www\./i.test(bare)) return `http://${bare}`;
  if (!LINK.test(bare)) return null;
  if (bare.startsWith('#')) return /^#[\w.:-]{1,200}$/.test(bare) ? `#${ID_PREFIX}${bare.slice(1)}` : null;
  return /^mailto:/i.test(trimmed) ? trimmed.replaceAll(' ', '%20') : bare;
}
