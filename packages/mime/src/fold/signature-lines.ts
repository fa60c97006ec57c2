/** What a single line of a closing block looks like. */
import { CLOSINGS, DISCLAIMERS, FOOTER_STARTS, SENT_FROM, SENT_FROM_EXCUSES, THANKS } from './signature-words.ts';

const closings = new Set(CLOSINGS);
const thanks = new Set(THANKS);

/** Strips what may stand around a greeting: commas, exclamation marks, emphasis, a smile. */
function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+$/u, '').replace(/^[^\p{L}\p{M}\p{N}]+/u, '');
}

/** A line that is a closing greeting, in one or two languages ("Med venlig hilsen / Kind regards"), or one with a name after it. */
export function isClosing(words: string): boolean {
  if (words.length > 80) return false;
  const plain = bare(words);
  if (closings.has(plain)) return true;
  const parts = plain.split(/\s*[/|,]\s*/);
  return parts.length > 1 && parts.length <= 3 && closings.has(parts[0] as string) && (parts as string[]).slice(1).every((part) => closings.has(part) || part.split(' ').length <= 3);
}

/** A line of thanks and nothing else. */
export function isThanks(words: string): boolean {
  return words.length <= 60 && thanks.has(bare(words));
}

/** "Sent from my iPhone": at most 90 characters, and no sentence that goes on about something else. */
export function isSentFrom(words: string, alone: boolean): boolean {
  if (words.length > 160) return false;
  // Left by a program that counts who opened the mail.
  if (words === 'ᐧ') return true;
  const lower = words.toLowerCase().replace(/\[([^[\]]{1,80})\]\([^()]{0,200}\)/g, '$1').replace(/^[\s(<[*_>"'«“]+/, '').replace(/[\s)>\]*_"'»”!.]+$/, '');
  if (/^\p{L}+ from mobile$/u.test(lower)) return true;
  const known = SENT_FROM.some(({ start, end }) => lower.startsWith(start) && (end === undefined || lower.includes(end)));
  if (!known) return /^\[?(?:https?:\/\/aka\.ms\/|https?:\/\/go\.onelink\.me\/)/.test(lower);
  const said = lower.replace(/\(?<?\[?(?:https?:\/\/|www\.)\S+/g, '').trim();
  if (SENT_FROM_EXCUSES.some((word) => said.includes(word))) return true;
  if (said.length > 90 || (!alone && said.length > 60)) return false;
  return !/[,;:!?]\s|\.\s+\p{L}|\s(?:is|was|are|were|to|that|jest|było|nie|это|не|ist|war|nicht|but|and then|on (?:mon|tue|wed|thu|fri|sat|sun)\w*)\s/u.test(said);
}

/** "-Abhishek", "- Anna Nowak", "~jan": a name and no more. */
export function isDashName(words: string): boolean {
  return /^[-–—~]\s?\p{L}[\p{L}.'’]*(?:\s\p{Lu}[\p{L}.'’]*){0,2}[.,!]?$/u.test(words) && !/^[-–—]\s?(?:nie|tak|yes|no|ja|nein|да|нет|ok)\b/iu.test(words);
}

const phone = /(?:\+|\b|\()\d[\d\s()./-]{6,}\d/;
const link = /(?:https?:\/\/|www\.)\S|[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\p{L}\d])[\p{L}\d-]{2,}\.(?:com|pl|ru|de|eu|net|org|fr|cz|ua|nl|se|io|uk)(?![\p{L}\d])/iu;
const label = /^(?:tel|tel\.|t|m|mob|mobile|mobil|phone|ph|kom|fax|faks|f|e|email|e-mail|mail|www|web|nip|regon|krs|vat|тел|моб|факс|инн|handy|telefon|tél|móvil|cell|direct|office|skype|телефон|почта)[.:\s]/iu;

/** A phone number, address, link or label. */
export function isContact(words: string): boolean {
  return phone.test(words) || link.test(words) || label.test(words);
}

/** A sentence: long, or ended like one and of several words. */
export function isProse(words: string): boolean {
  if (words.length > 110) return true;
  const count = words.split(/\s+/).length;
  return (words.length > 80 && count > 9) || (count >= 5 && /[.?!]["')]?$/.test(words) && !/\b(?:inc|ltd|s\.a|o\.o|gmbh|co|corp|llc)\.$/i.test(words));
}

/** How many different marks of a legal or technical footer the text (lower case) has. */
export function tellsDisclaimer(lower: string): number {
  let count = 0;
  for (const word of DISCLAIMERS) if (lower.includes(word)) count++;
  return count;
}

/** Whether a paragraph (lower case) begins like a legal or technical footer. */
export function isFooterStart(lower: string): boolean {
  const plain = lower.replace(/^[^\p{L}\p{N}]+/u, '');
  return FOOTER_STARTS.some((start) => plain.startsWith(start));
}
