import sanitizeHtml from 'sanitize-html';

/** First version: strips the tags. */
export function textFromHtml(html: string): string {
  const broken = html.replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n$&');
  return sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('\u00a0', ' ').trim();
}
