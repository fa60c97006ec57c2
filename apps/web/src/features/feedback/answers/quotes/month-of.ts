/** "November 2026": a quote needs no day, and an exact day beside a first name tells more than was asked. */
export const monthOf = (at: string, timeZone: string, locale: string): string => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, month: 'long', year: 'numeric' }).format(new Date(at))
