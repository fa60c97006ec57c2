// Words with their forms, and pairs that are not one word.
import { en } from './en.fixture.ts'
import { pl } from './pl.fixture.ts'
import { ru } from './ru.fixture.ts'

export const forms: Record<'pl' | 'ru' | 'en', string> = { pl, ru, en }

/** What is looked for, and what is another word. */
export const others: readonly (readonly [wanted: string, text: string])[] = [
  ['sad', 'sądzę'], ['sąd', 'sądzę'], ['sąd', 'sądzi'], ['prawo', 'prawie'], ['kara', 'karp'], ['kara', 'karta'], ['kara', 'karetka'], ['umowa', 'umowny'], ['sprawa', 'sprawdzam'], ['sprawa', 'sprawny'], ['zwrot', 'zwrotka'],
  ['but', 'butelka'], ['but', 'butik'], ['cena', 'centrum'], ['cena', 'ocena'], ['cena', 'cenny'], ['klient', 'klientela'], ['prawnik', 'prawo'], ['prawo', 'prawnik'], ['prawo', 'poprawa'], ['rachunek', 'rachuba'], ['sklep', 'sklepienie'], ['noga', 'nagi'], ['opłata', 'płatny'],
  ['policja', 'polityka'], ['kolejka', 'kolejny'], ['kolejka', 'kolej'], ['telefon', 'telefonia'], ['naprawa', 'naprawdę'], ['kupon', 'kupno'], ['rzecz', 'rzecznik'], ['pomoc', 'pomocnik'], ['dostawa', 'dostać'], ['żółty', 'żółtko'], ['drogi', 'drogeria'], ['okno', 'okoń'], ['sprzedawca', 'sprzedać'],
  ['opłata', 'opłaci'], ['kierownik', 'kierownicę'], ['nowy', 'nowo'], ['delivery', 'deliver'], ['party', 'part'],
  ['суд', 'судьба'], ['суд', 'посуда'], ['суд', 'сударь'], ['право', 'правда'], ['брак', 'браслет'], ['чек', 'человек'], ['цена', 'ценный'], ['цена', 'оценка'], ['день', 'деньги'], ['счёт', 'счастье'], ['товар', 'товарищ'], ['заказ', 'казань'], ['покупка', 'покупатель'], ['магазин', 'магнит'], ['вещь', 'вечер'], ['ремонт', 'демонтаж'], ['жалоба', 'жаль'], ['договор', 'разговор'],
  ['sue', 'issue'], ['sue', 'suit'], ['court', 'courtesy'], ['shop', 'shoe'], ['box', 'boxer'], ['pay', 'payload'], ['lie', 'life'], ['fix', 'fixture'], ['man', 'manager'], ['order', 'border'], ['fee', 'feedback'], ['return', 'turn'], ['scam', 'scan'], ['rob', 'robot'], ['error', 'terror'], ['charge', 'charger'],
]
