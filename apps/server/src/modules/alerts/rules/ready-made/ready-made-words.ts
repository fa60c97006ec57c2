// What ready-made rules are called, and the words that a customer says before it becomes serious.
import type { Locale } from '@kontuar/contracts'

export const readyMade = ['bad-rating', 'three-bad', 'important-complains', 'key-word', 'negative', 'breach', 'nps-falls', 'reason-grows', 'trend', 'silence', 'warnings'] as const
export type ReadyMade = (typeof readyMade)[number]

export const ruleNames: Record<Locale, Record<ReadyMade, string>> = {
  pl: {
    'bad-rating': 'Niska ocena', 'three-bad': 'Trzy niskie oceny z rzędu w jednej lokalizacji', 'important-complains': 'Ważny klient składa reklamację', 'key-word': 'Klient wspomina o sądzie lub urzędzie', 'negative': 'Wiadomość brzmi negatywnie', 'breach': 'Przekroczony termin SLA',
    'nps-falls': 'NPS jednego kanału spada', 'reason-grows': 'Udział jednego powodu rośnie', 'trend': 'Satysfakcja spada od ośmiu tygodni', 'silence': 'Cisza: nikt się nie odzywa', 'warnings': 'Każdy sygnał ostrzegawczy',
  },
  ru: {
    'bad-rating': 'Низкая оценка', 'three-bad': 'Три низкие оценки подряд в одной точке', 'important-complains': 'Жалоба важного клиента', 'key-word': 'Клиент упоминает суд или ведомство', 'negative': 'Сообщение звучит негативно', 'breach': 'Срок SLA нарушен',
    'nps-falls': 'NPS одного канала падает', 'reason-grows': 'Доля одной причины растёт', 'trend': 'Удовлетворённость снижается восемь недель', 'silence': 'Тишина: никто не обращается', 'warnings': 'Каждое предупреждение',
  },
  en: {
    'bad-rating': 'Low rating', 'three-bad': 'Three low ratings in a row at one location', 'important-complains': 'An important customer complains', 'key-word': 'A customer mentions a court or an authority', 'negative': 'A message sounds negative', 'breach': 'A deadline of the SLA was missed',
    'nps-falls': 'NPS of a channel falls', 'reason-grows': 'The share of one reason grows', 'trend': 'Satisfaction has been falling for eight weeks', 'silence': 'Silence: nobody gets in touch', 'warnings': 'Every warning',
  },
}

/** In each language of the desk, since customers write in theirs; found in any form. "sąd" alone would find an orchard, "sad", too, and "pozwać" whatever somebody allows, "pozwala". */
export const seriousWords: readonly string[] = ['prawnik', 'adwokat', 'UOKiK', 'rzecznik', 'do sądu', 'pozew', 'адвокат', 'юрист', 'Роспотребнадзор', 'в суд', 'иск', 'lawyer', 'attorney', 'ombudsman', 'court', 'sue']

/** How tags of important customers are usually called. */
export const importantTag = /vip|wa[zż]n|klucz|premium|важн|ключев|премиум|important|key account/i
