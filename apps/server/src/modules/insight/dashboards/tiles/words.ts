// Headings of exported tables.
import type { Locale } from '@kontuar/contracts'
import type { TableWords } from './tile-table.ts'

const weekdaysIn = (language: Locale) => Array.from({ length: 7 }, (_, i) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + i)))

export const tableWords: Record<Locale, TableWords> = {
  pl: { metric: 'Wskaźnik', from: 'Od', value: 'Wartość', low: 'Przedział od', high: 'Przedział do', n: 'Liczba', until: 'Do', weekday: 'Dzień tygodnia', hour: 'Godzina', name: 'Nazwa', weekdays: weekdaysIn('pl') },
  ru: { metric: 'Показатель', from: 'С', value: 'Значение', low: 'Интервал от', high: 'Интервал до', n: 'Количество', until: 'До', weekday: 'День недели', hour: 'Час', name: 'Название', weekdays: weekdaysIn('ru') },
  en: { metric: 'Metric', from: 'From', value: 'Value', low: 'Interval from', high: 'Interval to', n: 'Number', until: 'To', weekday: 'Weekday', hour: 'Hour', name: 'Name', weekdays: weekdaysIn('en') },
}
