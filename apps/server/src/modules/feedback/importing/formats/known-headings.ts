/*
 * What columns are called, folded (rules/fold-words.ts): in Polish, Russian and English, and by the tools whose exports we know from
 * their public documentation (docs/operations/import-answers.md says which). The first that is found in a file is taken.
 */
import { foldWords } from '../rules/fold-words.ts'

export type PersonColumn = 'email' | 'phone' | 'name' | 'firstName' | 'lastName' | 'language'
export type KnownColumn = PersonColumn | 'at' | 'id' | 'location'

const headings: Record<KnownColumn, readonly string[]> = {
  // When it was finished comes before when it was begun.
  at: [
    'submit date utc', 'submitted at', 'submit date', 'recordeddate', 'recorded date', 'enddate', 'end date', 'completion time', 'godzina ukończenia', 'czas ukończenia', 'время выполнения', 'responded at', 'response date', 'timestamp',
    'sygnatura czasowa', 'отметка времени', 'date', 'data', 'дата', 'time', 'czas', 'время', 'data odpowiedzi', 'data wypełnienia', 'data ankiety', 'data i godzina', 'дата ответа', 'дата и время', 'answered at', 'created at', 'created', 'at',
    'survey date', 'date modified', 'date created', 'start date utc', 'startdate', 'start date', 'start time', 'godzina rozpoczęcia', 'время начала',
  ],
  // Not "ID" alone: the running number of one form is that of the next one too, and its answers would pass for known ones.
  id: ['responseid', 'response id', 'respondent id', 'survey response id', 'answer id', 'submission id', 'id odpowiedzi', 'identyfikator odpowiedzi', 'id ответа'],
  email: ['email', 'e mail', 'email address', 'e mail address', 'recipientemail', 'recipient email', 'adres e mail', 'adres email', 'nazwa użytkownika', 'username', 'электронная почта', 'адрес электронной почты', 'почта', 'эл почта', 'имейл', 'mail', 'customer email', 'e mail klienta'],
  phone: ['phone', 'phone number', 'mobile', 'mobile number', 'telefon', 'numer telefonu', 'nr telefonu', 'komórka', 'tel', 'телефон', 'номер телефона', 'мобильный телефон', 'sms'],
  name: ['name', 'full name', 'customer name', 'imię i nazwisko', 'nazwisko i imię', 'nazwa', 'klient', 'фио', 'имя и фамилия', 'клиент', 'customer'],
  firstName: ['first name', 'recipientfirstname', 'recipient first name', 'imię', 'имя'],
  lastName: ['last name', 'recipientlastname', 'recipient last name', 'surname', 'nazwisko', 'фамилия'],
  language: ['language', 'user language', 'userlanguage', 'locale', 'język', 'язык'],
  location: ['location', 'place', 'store', 'shop', 'branch', 'lokalizacja', 'oddział', 'salon', 'placówka', 'sklep', 'punkt', 'точка', 'магазин', 'филиал', 'салон'],
}
/** Of a survey with one score and one comment. */
const scoreHeadings: readonly string[] = ['score', 'nps', 'nps score', 'rating', 'ocena', 'wynik', 'punkty', 'оценка', 'балл', 'csat', 'ces', 'stars', 'gwiazdki']
const commentHeadings: readonly string[] = ['comment', 'comments', 'feedback', 'komentarz', 'komentarze', 'uwagi', 'uzasadnienie', 'opinia', 'комментарий', 'отзыв', 'remarks', 'reason']

const byColumn = (Object.keys(headings) as KnownColumn[]).map((column) => ({ column, names: headings[column].map(foldWords) }))
const [scores, comments] = [new Set(scoreHeadings.map(foldWords)), new Set(commentHeadings.map(foldWords))]
export const isScoreHeading = (name: string): boolean => scores.has(name)
export const isCommentHeading = (name: string): boolean => comments.has(name)

/**
 * The place of each known column among the headings.
 * @param names headings as `foldWords` makes them; several for one place where a file has several rows of them
 */
export function findKnownColumns(names: readonly (readonly string[])[], wanted: readonly KnownColumn[] = byColumn.map((c) => c.column)): Map<KnownColumn, number> {
  const found = new Map<KnownColumn, number>()
  const taken = new Set<number>()
  for (const { column, names: known } of byColumn.filter((c) => wanted.includes(c.column))) {
    const place = known.flatMap((name) => names.flatMap((of, i) => (of.includes(name) && !taken.has(i) ? [i] : [])))[0]
    if (place === undefined) continue
    found.set(column, place)
    taken.add(place)
  }
  return found
}
