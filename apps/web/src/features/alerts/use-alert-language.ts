import { useTranslation } from 'react-i18next'

/** The sentences of an alert are made by the server, in the language of the screen. */
export function useAlertLanguage(): 'pl' | 'ru' | 'en' {
  const { i18n } = useTranslation()
  return (['pl', 'ru', 'en'] as const).find((each) => i18n.language.startsWith(each)) ?? 'pl'
}
