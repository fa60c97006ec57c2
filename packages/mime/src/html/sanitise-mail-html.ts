import sanitizeHtml from 'sanitize-html';

/** First version: sanitize-html with mail's tables and images. */
export function sanitiseMailHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: sanitizeHtml.defaults.allowedTags.concat(['img', 'font', 'center']),
    allowedAttributes: { '*': ['class', 'align', 'valign', 'bgcolor', 'width', 'height', 'style', 'dir'], a: ['href', 'target', 'rel'], img: ['src', 'alt', 'width', 'height'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'cid'],
  });
}
