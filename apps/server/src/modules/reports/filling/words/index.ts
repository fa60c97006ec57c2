// What reports say by themselves, in the language of whoever reads.
import type { Locale } from '@kontuar/contracts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import type { ReportWords } from './words.ts'

export const reportWords: Readonly<Record<Locale, ReportWords>> = { pl, ru, en }
