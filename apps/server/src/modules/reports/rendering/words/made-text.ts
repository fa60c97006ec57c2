import type { FilledReport } from '@kontuar/contracts'

/** "30 listopada 2026 07:02" in the zone of the report. */
export const madeText = ({ madeAt, language, zone }: Pick<FilledReport, 'madeAt' | 'language' | 'zone'>): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(madeAt))
