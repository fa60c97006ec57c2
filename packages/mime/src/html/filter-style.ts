/**
 * Filters CSS declarations for mail. An allow list of properties: layout that mail uses stays,
 * whatever moves a box out of its place (position, transform) or runs or fetches anything goes.
 */

const PROPERTIES = new Set([
  'background', 'background-color', 'background-image', 'background-position', 'background-repeat', 'background-size', 'background-clip', 'background-origin',
  'border-collapse', 'border-spacing', 'border-radius', 'box-shadow', 'box-sizing', 'caption-side', 'clear', 'color', 'column-gap', 'direction', 'display', 'empty-cells', 'fill', 'flex', 'flex-basis', 'flex-direction', 'flex-flow', 'flex-grow', 'flex-shrink', 'flex-wrap', 'float',
  'font', 'font-family', 'font-size', 'font-style', 'font-variant', 'font-weight', 'font-stretch', 'gap', 'height', 'hyphens', 'justify-content', 'align-items', 'align-content', 'align-self', 'letter-spacing', 'line-break', 'line-height', 'list-style', 'list-style-type', 'list-style-position', 'list-style-image',
  'margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'max-height', 'max-width', 'min-height', 'min-width', 'object-fit', 'opacity', 'order', 'orphans', 'outline', 'overflow', 'overflow-wrap', 'overflow-x', 'overflow-y', 'padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
  'page-break-after', 'page-break-before', 'page-break-inside', 'quotes', 'row-gap', 'table-layout', 'tab-size', 'text-align', 'text-align-last', 'text-decoration', 'text-decoration-color', 'text-decoration-line', 'text-decoration-style', 'text-indent', 'text-overflow', 'text-shadow', 'text-transform', 'text-underline-offset', 'unicode-bidi', 'vertical-align', 'visibility', 'white-space', 'widows', 'width', 'word-break', 'word-spacing', 'word-wrap', 'writing-mode', 'zoom',
]);
const BORDER = /^border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width|top-left-radius|top-right-radius|bottom-left-radius|bottom-right-radius|left-radius|right-radius))?$/;
const FUNCTIONS = new Set(['rgb', 'rgba', 'hsl', 'hsla', 'calc', 'min', 'max', 'clamp', 'url', 'linear-gradient', 'radial-gradient', 'repeating-linear-gradient', '']);
const ADDRESS = /^(?:https?:\/\/|\/\/|cid:|data:image\/(?:png|jpe?g|gif|webp)[;,])[^\s"'()<>\\]*$/i;
const MAX_DECLARATIONS = 200;
const MAX_VALUE = 4000;

/** `style` as it may stand in an attribute or a rule; empty when nothing is left. */
export function filterStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of splitDeclarations(style)) {
    const colon = declaration.indexOf(':');
    if (colon < 1) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (isAllowed(property, value)) kept.push(`${property}:${value}`);
    if (kept.length >= MAX_DECLARATIONS) break;
  }
  return kept.join(';');
}

function isAllowed(property: string, value: string): boolean {
  if (!PROPERTIES.has(property) && !BORDER.test(property)) return false;
  if (value === '' || value.length > MAX_VALUE) return false;
  // A backslash can spell any word; braces, "<" and "@" could end the place the value stands in.
  if (/[\\<>{}@]|\/\*|[\0-\x08\x0b\x0c\x0e-\x1f]/.test(value)) return false;
  if (/expression|javascript|vbscript|behaviou?r|-moz-binding|image-set/i.test(value)) return false;
  if (property.startsWith('margin') && /(?:^|[\s:])-\s*[\d.]/.test(value)) return false;
  return functionsAllowed(value);
}

function functionsAllowed(value: string): boolean {
  if (!value.includes('(')) return !/url/i.test(value) || !/url\s*[("']/i.test(value);
  for (const match of value.matchAll(/([\w-]*)\(/g)) {
    const name = (match[1] as string).toLowerCase();
    if (!FUNCTIONS.has(name)) return false;
    if (name === 'url') {
      const end = value.indexOf(')', match.index);
      if (end < 0) return false;
      const address = value.slice(match.index + match[0].length, end).trim().replace(/^(["'])(.*)\1$/, '$2').trim();
      if (!ADDRESS.test(address)) return false;
    }
  }
  return true;
}

/** Splits at semicolons outside quotes and brackets (data: addresses hold semicolons). */
function splitDeclarations(style: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let quote = 0;
  let depth = 0;
  for (let at = 0; at < style.length; at++) {
    const c = style.charCodeAt(at);
    if (quote) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 40) depth++;
    else if (c === 41) depth = Math.max(0, depth - 1);
    else if (c === 59 && depth === 0) {
      parts.push(style.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(style.slice(from));
  return parts;
}
