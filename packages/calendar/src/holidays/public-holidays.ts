/*
 * The only file that knows the library. Its type 'public' alone counts: the others (bank, school, optional,
 * observance) close no office by law. A public holiday of half a day (31 December from noon in some countries)
 * closes nothing here: whoever keeps it enters an exception with his hours.
 */
import Holidays from 'date-holidays'
import { CalendarError } from '../calendar-error.ts'
import { firstYear, lastYear, type HolidayRegion } from '../definition.ts'
import { dateOf, dayMs, formatDate, parseDate, yearOf } from '../time/dates.ts'
import { polishCorrections, polishNames } from './polish-corrections.ts'

export type HolidayLanguage = 'pl' | 'ru' | 'en'

type Names = Record<HolidayLanguage, string>

interface Feast {
  first: number
  days: number
  names: Names
}

const languages: readonly HolidayLanguage[] = ['pl', 'ru', 'en']
const catalogue = new Holidays()
const sources = new Map<string, Holidays>()
/** One entry for each place and year asked for: a few hundred bytes; places are few and years at most 130. */
const years = new Map<string, ReadonlyMap<number, Names>>()
const feasts = new Map<string, Feast[]>()

/** ISO 3166-1 codes with their names. */
export function listHolidayCountries(language: HolidayLanguage): Record<string, string> {
  return { ...catalogue.getCountries(language) }
}

/** Regions by the code that HolidayRegion takes; empty when the country has none, or is unknown. */
export function listHolidayRegions(country: string, language: HolidayLanguage): Record<string, string> {
  const found: Record<string, string> = {}
  if (!isHolidayCountry(country)) return found
  for (const [state, name] of Object.entries(catalogue.getStates(country, language) ?? {})) {
    found[state] = name
    for (const [part, partName] of Object.entries(catalogue.getRegions(country, state, language) ?? {})) found[`${state}-${part}`] = `${name}, ${partName}`
  }
  return found
}

export function isHolidayCountry(country: unknown): country is string {
  return typeof country === 'string' && Object.hasOwn(catalogue.getCountries('en'), country)
}

/** Holidays of a year in their order. Throws CalendarError for a place or year that is not known. */
export function listPublicHolidays(place: HolidayRegion, year: number, language: HolidayLanguage): { on: string, name: string }[] {
  assertPlace(place)
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) throw new CalendarError('out-of-range', `Holidays are known for the years ${firstYear} to ${lastYear}.`)
  return [...holidaysOf(place, year)].map(([date, names]) => ({ on: formatDate(date), name: names[language] }))
}

/** Null on an ordinary day; wants a place that was checked. */
export function findPublicHoliday(place: HolidayRegion, date: number): Names | null {
  return holidaysOf(place, yearOf(date)).get(date) ?? null
}

export function assertPlace(place: HolidayRegion): void {
  if (!isHolidayCountry(place?.country)) throw new CalendarError('unknown-holidays', `No holidays are known for the country "${String(place?.country).slice(0, 20)}": give an ISO 3166 code like PL.`)
  if (place.region !== undefined && !Object.hasOwn(listHolidayRegions(place.country, 'en'), place.region)) {
    throw new CalendarError('unknown-holidays', `${place.country} has no region "${String(place.region).slice(0, 20)}" with holidays of its own.`)
  }
}

function holidaysOf(place: HolidayRegion, year: number): ReadonlyMap<number, Names> {
  const key = keyOf(place, year)
  let known = years.get(key)
  if (!known) years.set(key, known = read(place, year))
  return known
}

function keyOf({ country, region }: HolidayRegion, year?: number): string {
  return `${country}|${region ?? ''}|${year ?? ''}`
}

function read(place: HolidayRegion, year: number): ReadonlyMap<number, Names> {
  const found = new Map<number, Names>()
  // The year before as well, for a feast of several days that began in it; the year's own names come first.
  for (const { first, days, names } of [...feastsOf(place, year), ...feastsOf(place, year - 1)]) {
    for (let date = first; date < first + days; date++) if (yearOf(date) === year && !found.has(date)) found.set(date, names)
  }
  for (const { monthDay, since, until, names } of place.country === 'PL' ? polishCorrections : []) {
    if (year >= since && year <= until) found.set(dateOf(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))), names)
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}

function feastsOf(place: HolidayRegion, year: number): Feast[] {
  const key = keyOf(place, year)
  let known = feasts.get(key)
  if (!known) feasts.set(key, known = readFeasts(place, year))
  return known
}

function readFeasts(place: HolidayRegion, year: number): Feast[] {
  const found = new Map<string, Feast>()
  for (const language of languages) {
    for (const { type, date, rule, name, start, end } of sourceFor(place).getHolidays(year, language)) {
      const first = parseDate(date.slice(0, 10))
      if (type !== 'public' || first === null) continue
      const key = `${date} ${rule}`
      // Feasts of the Islamic and Jewish calendars begin at the sunset before, and last whole days all the same.
      const feast = found.get(key) ?? { first, days: Math.floor((end.getTime() - start.getTime()) / dayMs), names: { pl: name, ru: name, en: name } }
      feast.names[language] = (place.country === 'PL' ? polishNames[rule]?.[language] : undefined) ?? name
      found.set(key, feast)
    }
  }
  return [...found.values()]
}

/** In UTC, so that a day has 24 hours: the dates are civil ones whatever the zone. */
function sourceFor(place: HolidayRegion): Holidays {
  const { country, region } = place
  const key = keyOf(place)
  let source = sources.get(key)
  if (!source) {
    const [state, part] = (region ?? '').split(/-(.*)/s)
    const options = { types: ['public' as const], timezone: 'UTC' }
    source = part ? new Holidays(country, state!, part, options) : state ? new Holidays(country, state, options) : new Holidays(country, options)
    sources.set(key, source)
  }
  return source
}
