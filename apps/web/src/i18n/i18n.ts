// One language at a time is loaded, one file per feature (namespace). Keys are flat: 'member.role', never nested,
// so that a key can be found by searching for it.
import type { Locale } from '@kontuar/contracts'
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { typeset } from './typeset.ts'

export const locales = ['pl', 'ru', 'en'] as const satisfies readonly Locale[]
/** Each in its own words: a person looking for their language reads only that one. */
export const localeNames: Record<Locale, string> = { pl: 'Polski', ru: 'Русский', en: 'English' }

const catalogues = import.meta.glob<Record<string, Record<string, string>>>('./{pl,ru,en}/*.ts')

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const load = catalogues[`./${language}/${namespace}.ts`]
    if (!load) return done(new Error(`There is no catalogue ${language}/${namespace}.`), null)
    load().then((module) => done(null, typeset(module[namespace] ?? {})), (error: Error) => done(error, null))
  },
}

const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)
const remembered = () => {
  try {
    return localStorage.getItem('kontuar.locale')
  } catch {
    return null
  }
}

/** The language to greet an unknown person in: the one used here last, else the browser's, else English. */
export function guessLocale(): Locale {
  const wished = [remembered(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())]
  return wished.find(isLocale) ?? 'en'
}

export async function startI18n(): Promise<void> {
  await i18next.use(backend).use(initReactI18next).init({
    lng: guessLocale(),
    supportedLngs: [...locales],
    fallbackLng: false,
    ns: ['everywhere'],
    defaultNS: 'everywhere',
    keySeparator: false,
    returnNull: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    react: { useSuspense: true },
  })
  document.documentElement.lang = i18next.language
}

export async function switchLocale(locale: Locale): Promise<void> {
  if (i18next.language !== locale) await i18next.changeLanguage(locale)
  document.documentElement.lang = locale
  try {
    localStorage.setItem('kontuar.locale', locale)
  } catch {
    // A browser that keeps nothing asks the server next time.
  }
}

export const currentLocale = (): Locale => (isLocale(i18next.language) ? i18next.language : 'en')
/** For a route's loader: the words arrive together with the code, not after it. */
export const loadWords = (...namespaces: string[]) => i18next.loadNamespaces(namespaces)
