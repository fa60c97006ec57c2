// What a period is called, as people say it: a week, a month, a quarter, a day, else its days. Pure.
import { addDays, type Locale } from '@kontuar/contracts'
import { weekdayOf, type Days } from './period.ts'

// English as Europe writes it: the day before the month.
const tag: Record<Locale, string> = { pl: 'pl', ru: 'ru', en: 'en-GB' }
const format = (language: Locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag[language], { timeZone: 'UTC', ...options })
const full = { day: 'numeric', month: 'long', year: 'numeric' } as const
const at = (day: string) => new Date(`${day}T00:00:00Z`)
const roman = ['I', 'II', 'III', 'IV'] as const

const week: Record<Locale, (days: string) => string> = { pl: (days) => `tydzień ${days}`, ru: (days) => `неделя ${days}`, en: (days) => `week of ${days}` }
const quarter: Record<Locale, (n: number, year: number) => string> = { pl: (n, year) => `${roman[n - 1]} kwartał ${year}`, ru: (n, year) => `${roman[n - 1]} квартал ${year} г.`, en: (n, year) => `Q${n} ${year}` }

export function periodName({ from, to }: Days, language: Locale): string {
  const last = addDays(to, -1)
  const length = (at(to).getTime() - at(from).getTime()) / 86_400_000
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  if (length === 1) return format(language, { weekday: 'long', ...full }).format(at(from))
  if (from.endsWith('-01') && to.endsWith('-01')) {
    const months = (Number(to.slice(0, 4)) - year) * 12 + Number(to.slice(5, 7)) - month
    if (months === 1) return format(language, { month: 'long', year: 'numeric' }).format(at(from))
    if (months === 3 && month % 3 === 1) return quarter[language]((month + 2) / 3, year)
  }
  // "23 – 29 November": within one month the dash stands without blanks, as in the other languages.
  const days = format(language, full).formatRange(at(from), at(last)).replace(/^(\d+)\s–\s(?=\d+\s\p{L}+\s\d)/u, '$1–')
  return length === 7 && weekdayOf(from) === 1 ? week[language](days) : days
}
