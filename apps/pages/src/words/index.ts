import type { Language } from '@kontuar/survey'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { uk } from './uk.ts'
import type { Words } from './words.ts'

export type { Notice, NoticeCode, ProblemCode, Words } from './words.ts'

const catalogue: Readonly<Record<string, Words>> = { pl, ru, en, uk, de, ar, he }

/** Languages whose pages have all their words. */
export const pageLanguages: readonly Language[] = Object.keys(catalogue)

/** In which language a page's own words stand where the survey is in one we have no words for. */
const fallback = 'en'

export const wordLanguage = (language: Language): Language => {
  const wide = language.toLowerCase().split('-')[0]!
  return Object.hasOwn(catalogue, wide) ? wide : fallback
}

export const wordsOf = (language: Language): Words => catalogue[wordLanguage(language)]!

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const rightToLeftScripts = /-(arab|hebr|thaa|syrc|nkoo|adlm)\b/

/** By script (CLDR, "characterOrder"): of the tag where it says one, else the usual one of the language. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => {
  const tag = language.toLowerCase()
  return rightToLeftScripts.test(tag) || (rightToLeft.has(tag.split('-')[0]!) && !tag.includes('-latn')) ? 'rtl' : 'ltr'
}

/** A language as its speakers call it; the tag itself where nobody knows. */
export function nameOfLanguage(language: Language): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return language
  }
}
