// Figures inside sentences ("o 4 punkty więcej niż poprzednio"): the same digits as on a tile, with the noun in the form the number asks for.
// Summaries of reports and words of alerts are written with these.
import { durationText } from './duration-text.ts'
import { pointPlaces, sharePointPlaces, valueText, type Measured } from './figure-text.ts'
import { decimalText, tagOf, wholeText, type Locale } from './numbers.ts'

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const points: Record<Locale, Forms> = {
  pl: { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' }, ru: { one: 'пункт', few: 'пункта', many: 'пунктов', other: 'пункта' }, en: { one: 'point', other: 'points' },
}
const percentagePoints: Record<Locale, Forms> = {
  pl: { one: 'punkt procentowy', few: 'punkty procentowe', many: 'punktów procentowych', other: 'punktu procentowego' },
  ru: { one: 'процентный пункт', few: 'процентных пункта', many: 'процентных пунктов', other: 'процентного пункта' }, en: { one: 'percentage point', other: 'percentage points' },
}

/** "3 pliki": the plural is that of the number as it is written. @param places most digits behind the point */
export function counted(n: number, forms: Forms, locale: Locale, places = 0): string {
  const written = Number(n.toFixed(places))
  const text = Number.isInteger(written) ? wholeText(written, locale) : decimalText(written, places, locale)
  return `${text}\u00a0${forms[new Intl.PluralRules(tagOf(locale)).select(Math.abs(written))] ?? forms.other}`
}

/** "42 punkty", "86%", "2 godz. 5 min". */
export const valueInSentence = (metric: Measured, value: number, locale: Locale): string => (metric.unit === 'points' ? counted(value, points[locale], locale) : valueText(metric, value, locale))

/** "4 punkty", "2,3 punktu procentowego", "13 min": without a sign, for the sentence says whether it is more or less. */
export function differenceInSentence(metric: Measured, change: number, locale: Locale): string {
  const size = Math.abs(change)
  switch (metric.unit) {
    case 'share': return counted(size * 100, percentagePoints[locale], locale, sharePointPlaces(size))
    case 'points': return counted(size, points[locale], locale, pointPlaces(size))
    case 'seconds': return durationText(size, locale)
    default: return valueText(metric, size, locale)
  }
}
