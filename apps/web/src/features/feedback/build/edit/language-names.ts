import type { Language } from '@kontuar/survey'
import { currentLocale } from '../../../../i18n/i18n.ts'

/** Offered to be added; the tags are those a browser sends. */
export const knownLanguages: readonly Language[] = ['pl', 'en', 'ru', 'uk', 'de', 'be', 'cs', 'sk', 'lt', 'lv', 'et', 'fr', 'es', 'it', 'pt', 'nl', 'ro', 'hu', 'bg', 'tr', 'vi', 'zh', 'ar', 'he']

/** In the reader's language, with a capital as a name on its own has it. */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames(currentLocale(), { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(currentLocale()) + name.slice(1)
}
