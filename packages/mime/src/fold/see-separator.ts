/** Recognises lines that announce an earlier mail or a forwarded one. */
import { FORWARDED_MESSAGE, ORIGINAL_MESSAGE, REPLY_ABOVE } from './separator-words.ts';

const original = new Set(ORIGINAL_MESSAGE);
const forwarded = [...FORWARDED_MESSAGE];
const edges = /^[-‐‑‒–—_=*~#>|\s.]+|[-‐‑‒–—_=*~#<|\s:：]+$/gu;

/** What the line says lies below it. */
export type Separator = 'original' | 'forwarded' | 'above';

/** Null when the line is an ordinary one. The bare words count only with dashes, or alone on the line. */
export function seeSeparator(words: string): Separator | null {
  if (words.length < 6 || words.length > 200) return null;
  const lower = words.toLowerCase();
  const bare = lower.replace(edges, '');
  if (original.has(bare)) return bare === lower.replace(/[:：]$/, '') && !/message|wiadomoś|сообщ|nachricht|besked|melding|bericht|zpráva|viesti|mensaje|mensagem|messaggio|邮件|メッ/u.test(bare) ? null : 'original';
  const dashed = /^[-‐‑‒–—_=*~#]{2,}/u.test(lower);
  for (const word of forwarded) {
    if (!bare.startsWith(word)) continue;
    if (bare === word || (dashed && bare.length < word.length + 120)) return 'forwarded';
  }
  return REPLY_ABOVE.some((word) => lower.includes(word)) ? 'above' : null;
}

/** A line drawn by hand or by Outlook: only dashes, underscores, equal signs or stars. */
export function isRule(words: string, shortest: number): boolean {
  return words.length >= shortest && /^[-‐‑‒–—_=*~+#]+(?:\s[-‐‑‒–—_=*~+#]+)*$/u.test(words);
}
