import type { Locale } from '@kontuar/contracts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import type { TellingWords } from './words.ts'

export type { Ask, Said, TellingWords } from './words.ts'
const words: Record<Locale, TellingWords> = { pl, ru, en }
export const tellingWords = (language: Locale): TellingWords => words[language]
