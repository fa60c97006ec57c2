// Figures in sentences: with their unit, as the language writes them. Pure.
import type { Locale, MetricInfo } from '@kontuar/contracts'

type Unit = MetricInfo['unit']
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const points: Record<Locale, Forms> = {
  pl: { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' }, ru: { one: 'пункт', few: 'пункта', many: 'пунктов', other: 'пункта' }, en: { one: 'point', other: 'points' },
}
const percentagePoints: Record<Locale, Forms> = {
  pl: { one: 'punkt procentowy', few: 'punkty procentowe', many: 'punktów procentowych', other: 'punktu procentowego' },
  ru: { one: 'процентный пункт', few: 'процентных пункта', many: 'процентных пунктов', other: 'процентного пункта' }, en: { one: 'percentage point', other: 'percentage points' },
}
const clock: Record<Locale, { h: string; min: string; s: string }> = { pl: { h: 'godz.', min: 'min', s: 's' }, ru: { h: 'ч', min: 'мин', s: 'с' }, en: { h: 'h', min: 'min', s: 's' } }
const nbsp = '\u00a0'

const number = (language: Locale, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits })

/** A number with its noun: the plural is that of the number as it is written. */
export function counted(n: number, forms: Forms, language: Locale, digits = 0): string {
  const written = Number(n.toFixed(digits))
  return `${number(language, digits).format(written)}${nbsp}${forms[new Intl.PluralRules(language).select(written)] ?? forms.other}`
}

/** Digits after the point that a reader can use: a share of 3.4 % is not 3 %, one of 86.4 % is 86 %. */
const digitsOf = (value: number, unit: Unit): number => (unit === 'score' ? 2 : unit === 'share' ? (Math.abs(value) < 0.1 && value !== 0 ? 1 : 0) : unit === 'points' ? 0 : Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1)

export function figureText(value: number, unit: Unit, language: Locale): string {
  switch (unit) {
    case 'share': return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digitsOf(value, unit) }).format(value)
    case 'seconds': return duration(value, language)
    case 'points': return counted(value, points[language], language)
    default: return number(language, digitsOf(value, unit)).format(value)
  }
}

/** The ends of an interval: the noun has been said with the value. */
export const endText = (value: number, unit: Unit, language: Locale): string => (unit === 'points' ? number(language, 0).format(value) : figureText(value, unit, language))

/** Without a sign: the sentence says whether it is more or less. */
export function differenceText(change: number, unit: Unit, language: Locale): string {
  const size = Math.abs(change)
  return unit === 'share' ? counted(size * 100, percentagePoints[language], language, size < 0.1 ? 1 : 0) : figureText(size, unit, language)
}

/** The two largest units; days would be a lie, since business time has none. */
function duration(seconds: number, language: Locale): string {
  const words = clock[language]
  const sign = seconds < 0 ? '−' : ''
  const whole = Math.round(Math.abs(seconds))
  if (whole < 60) return `${sign}${number(language, Math.abs(seconds) < 10 ? 1 : 0).format(Math.abs(seconds))}${nbsp}${words.s}`
  const pair = (big: number, small: number, bigWord: string, smallWord: string) => `${sign}${number(language, 0).format(big)}${nbsp}${bigWord}${small === 0 ? '' : ` ${small}${nbsp}${smallWord}`}`
  if (whole < 3600) return pair(Math.floor(whole / 60), whole < 600 ? whole % 60 : 0, words.min, words.s)
  const minutes = Math.round(whole / 60)
  return pair(Math.floor(minutes / 60), minutes < 6000 ? minutes % 60 : 0, words.h, words.min)
}
