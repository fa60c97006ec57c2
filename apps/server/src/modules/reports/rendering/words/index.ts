import type { Locale } from '@kontuar/contracts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import type { ReportWords } from './words.ts'

export type { ReportWords } from './words.ts'
const all: Record<Locale, ReportWords> = { pl, ru, en }
export const reportWords = (language: Locale): ReportWords => all[language]
