/** HTML of mail: made safe for display, or turned into readable text. */
export { sanitiseMailHtml } from './sanitise-mail-html.ts';
export { textFromHtml } from './text-from-html.ts';
