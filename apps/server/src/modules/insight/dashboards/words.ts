// Names of the ready-made dashboards, where no screen is there to say them (exports, mails).
import type { Locale } from '@kontuar/contracts'
import type { ReadyMade } from './ready-made.ts'

export const dashboardNames: Record<Locale, Record<ReadyMade, string>> = {
  pl: { 'owner': 'Firma', 'contact-centre': 'Centrum kontaktu', 'shop': 'Sklep', 'e-commerce': 'Sklep internetowy', 'agent': 'Moja praca', 'quality': 'Jakość' },
  ru: { 'owner': 'Компания', 'contact-centre': 'Контакт-центр', 'shop': 'Магазин', 'e-commerce': 'Интернет-магазин', 'agent': 'Моя работа', 'quality': 'Качество' },
  en: { 'owner': 'Company', 'contact-centre': 'Contact centre', 'shop': 'Shop', 'e-commerce': 'Online shop', 'agent': 'My work', 'quality': 'Quality' },
}
