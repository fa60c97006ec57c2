/*
 * Poland: art. 1 of the act of 18 January 1951 on days free from work (ustawa o dniach wolnych od pracy,
 * Dz.U. 1951 nr 4 poz. 28, with amendments) is the closed list. Where the library differs from it, this file wins.
 */
import type { HolidayLanguage } from './public-holidays.ts'

interface Correction {
  monthDay: string
  since: number
  until: number
  names: Record<HolidayLanguage, string>
}

export const polishCorrections: Correction[] = [
  // Act of 6 December 2024 amending the act on days free from work (Dz.U. 2024 poz. 1965): in force
  // from 1 February 2025. The library knows it too; it stays here lest another version of the data forgets it.
  { monthDay: '12-24', since: 2025, until: Infinity, names: { pl: 'Wigilia Bożego Narodzenia', ru: 'Сочельник', en: 'Christmas Eve' } },
  // Act of 7 November 2018 on the national holiday for the hundredth anniversary of independence (Dz.U. 2018
  // poz. 2117): once, on the Monday. The library does not know it.
  {
    monthDay: '11-12', since: 2018, until: 2018,
    names: { pl: 'Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości', ru: 'Сотая годовщина независимости Польши', en: 'Centenary of Independence' },
  },
]

/** By the library's rule; its Russian is Polish but for two days, its English has Boxing Day, its 1 May two names. */
export const polishNames: Record<string, Partial<Record<HolidayLanguage, string>>> = {
  '01-06 since 2011': { ru: 'Богоявление' },
  easter: { ru: 'Пасха' },
  'easter 1': { ru: 'Пасхальный понедельник' },
  '05-01': { pl: 'Święto Pracy', ru: 'Праздник труда' },
  '05-03': { ru: 'День Конституции 3 мая' },
  'easter 49': { ru: 'Троица' },
  'easter 60': { ru: 'Праздник Тела и Крови Христовых' },
  '08-15': { ru: 'Успение Пресвятой Девы Марии' },
  '11-01': { ru: 'День всех святых' },
  '11-11': { ru: 'День независимости' },
  '12-25': { ru: 'Рождество Христово' },
  '12-26': { ru: 'Второй день Рождества', en: 'Second Day of Christmas' },
}
