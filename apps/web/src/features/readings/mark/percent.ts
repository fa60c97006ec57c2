/** "87%" as the language writes it. Nobody is ever quite sure: 99 at most, and above nought. */
export const percentOf = (confidence: number, locale: string): string => new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.min(0.99, Math.max(0.01, confidence)))
