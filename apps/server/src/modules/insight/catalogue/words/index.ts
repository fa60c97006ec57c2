// The words of the catalogue in all languages.
import type { Locale } from '@kontuar/contracts'
import type { MeasureName } from '../../facts/measures.ts'
import { measuresEn } from './measures-en.ts'
import { measuresPl } from './measures-pl.ts'
import { measuresRu } from './measures-ru.ts'
import { metricsEn } from './metrics-en.ts'
import { metricsPl } from './metrics-pl.ts'
import { metricsRu } from './metrics-ru.ts'
import type { MetricWords } from './words.ts'

export type { MetricWords } from './words.ts'
export const metricWords: Readonly<Record<Locale, Readonly<Record<string, MetricWords>>>> = { pl: metricsPl, ru: metricsRu, en: metricsEn }
export const measureWords: Readonly<Record<Locale, Readonly<Record<MeasureName, string>>>> = { pl: measuresPl, ru: measuresRu, en: measuresEn }

/** What must be said of every metric somebody composed: nobody has thought its traps through. */
export const ownTrap: Readonly<Record<Locale, string>> = {
  pl: 'Wskaźnik złożony samodzielnie: warto otworzyć jego wiersze i sprawdzić, czy liczy to, o co chodziło.',
  ru: 'Показатель составлен самостоятельно: откройте его строки и проверьте, то ли он считает, что имелось в виду.',
  en: 'A metric of your own making: open its rows and see whether it counts what you meant.',
}
