import type { Locale, MeasureInfo } from '@kontuar/contracts'
import { dimensionsOf } from '../catalogue/metric.ts'
import { measureWords } from '../catalogue/words/index.ts'
import { measureNames, measures } from '../facts/measures.ts'

/** What metrics are composed of, in a language. */
export const describeMeasures = (language: Locale): MeasureInfo[] => measureNames.map((name) => ({ name, kind: measures[name].kind, values: measures[name].values, label: measureWords[language][name], dimensions: dimensionsOf([name]) }))
