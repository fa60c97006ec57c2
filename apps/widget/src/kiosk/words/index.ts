import { wordLanguage, type pageLanguages } from '@kontuar/pages'
import type { Language } from '@kontuar/survey'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { uk } from './uk.ts'
import type { KioskWords } from './words.ts'

/** The same languages as the pages have (`pageLanguages`). */
export const kioskWords: Readonly<Record<(typeof pageLanguages)[number], KioskWords>> = { pl, ru, en, uk, de, ar, he }

export const kioskWordsOf = (language: Language): KioskWords => kioskWords[wordLanguage(language)]!
