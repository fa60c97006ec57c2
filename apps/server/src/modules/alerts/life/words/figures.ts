// Figures as the language writes them, with their unit. Pure.
import type { Locale, MetricInfo } from '@kontuar/contracts'

export type Unit = MetricInfo['unit']
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const nbsp = '\u00a0'
const points: Record<Locale, Forms> = {
  pl: { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' }, ru: { one: 'пункт', few: 'пункта', many: 'пунктов', other: 'пункта' }, en: { one: 'point', other: 'points' },
}
const shares: Record<Locale, string> = { pl: 'p.p.', ru: 'п. п.', en: 'pp' }
const clock: Record<Locale, { d: string; h: string; min: string; s: string }> = { pl: { d: 'd', h: 'godz.', min: 'min', s: 's' }, ru: { d: 'дн.', h: 'ч', min: 'мин', s: 'с' }, en: { d: 'd', h: 'h', min: 'min', s: 's' } }

const written = (n: number, language: Locale, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(n).replace('-', '−')

/** A number with its noun in the form the number asks for. */
export const counted = (n: number, forms: Forms, language: Locale): string => `${written(n, language, 1)}${nbsp}${forms[new Intl.PluralRules(language).select(Math.abs(n))] ?? forms.other}`

export function figure(value: number, unit: Unit, language: Locale): string {
  switch (unit) {
    case 'share': return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: value !== 0 && Math.abs(value) < 0.1 ? 1 : 0 }).format(value).replace('-', '−')
    case 'seconds': return duration(value, language)
    case 'points': return written(value, language, 0)
    case 'score': return written(value, language, 2)
    case 'count': return written(value, language, Math.abs(value) >= 100 ? 0 : 1)
  }
}

/** Without a sign: the sentence says whether it is more or less. */
export function difference(change: number, unit: Unit, language: Locale): string {
  const size = Math.abs(change)
  if (unit === 'share') return `${written(size * 100, language, size < 0.1 ? 1 : 0)}${nbsp}${shares[language]}`
  return unit === 'points' ? counted(Math.round(size), points[language], language) : figure(size, unit, language)
}

/** Two units at most. */
export function duration(seconds: number, language: Locale): string {
  const { d, h, min, s } = clock[language]
  const sign = seconds < 0 ? '−' : ''
  const whole = Math.round(Math.abs(seconds))
  const parts = ([[Math.floor(whole / 86_400), d], [Math.floor(whole / 3600) % 24, h], [Math.floor(whole / 60) % 60, min], [whole % 60, s]] as const).filter(([n]) => n > 0).slice(0, 2)
  return parts.length === 0 ? `0${nbsp}${s}` : sign + parts.map(([n, unit]) => `${n}${nbsp}${unit}`).join(' ')
}

const dated: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }
/** Day and time of the wall clock in that zone. */
export const moment = (at: Date, language: Locale, timeZone: string): string => new Intl.DateTimeFormat(language, { ...dated, timeZone }).format(at)
