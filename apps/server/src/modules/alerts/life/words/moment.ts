import type { Locale } from '@kontuar/contracts'

const dated: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }
/** Day and time of the wall clock in that zone. */
export const moment = (at: Date, language: Locale, timeZone: string): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...dated, timeZone }).format(at)
