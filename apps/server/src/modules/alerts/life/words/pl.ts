import type { AlertWords } from './words.ts'
import { counted } from '@kontuar/charts'

const n = (count: number, one: string, few: string, many: string) => counted(count, { one, few, many, other: few }, 'pl')
const days = (count: number) => (count === 1 ? 'ostatniego dnia' : `ostatnich ${count}\u00a0dni`)
const answers = (count: number) => n(count, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')
const recorded = (count: number) => n(count, 'kontakt', 'kontakty', 'kontaktów')

export const pl: AlertWords = {
  score: (score, max) => (max === null ? `Ocena ${score}` : `Ocena ${score} na ${max}`),
  answer: 'Odpowiedź na ankietę',
  answerSentence: (score, range, when) => (score === null ? `Odpowiedź nadeszła ${when}.` : `Odpowiedź z ${when} to ${score}${range === null ? '' : ` w skali ${range}`}.`),
  stars: (stars) => `Publiczna opinia: ${n(stars, 'gwiazdka', 'gwiazdki', 'gwiazdek')}`,
  message: 'Kontakt od klienta',
  messageSentence: (when, negative) => (negative ? `Nadszedł ${when} i brzmi negatywnie.` : `Nadszedł ${when}.`),
  messageWith: (text) => `Kontakt od klienta: ${text}`,
  answerWith: (text) => `Odpowiedź na ankietę: ${text}`,
  found: (what) => `Znaleziono: ${what}.`,
  ticket: { opened: (t) => `Nowe zgłoszenie ${t}`, reopened: (t) => `Zgłoszenie ${t} otwarte ponownie`, complaint: (t) => `Zgłoszenie ${t} jest reklamacją` },
  ticketSentence: (when) => `Stało się to ${when}.`,
  clocks: { 'first-response': 'pierwsza odpowiedź', 'next-response': 'kolejna odpowiedź', resolution: 'załatwienie sprawy', status: 'czas w statusie' },
  late: (clock, t, late) => `Zgłoszenie ${t}: ${clock} spóźnia się o ${late}`,
  nearing: (clock, t, left) => `Zgłoszenie ${t}: ${clock}, zostało ${left}`,
  lateSentence: (when) => `Zauważono ${when}.`,
  run: (count, on) => `${on === 'answer' ? answers(count) : recorded(count)} z\u00a0rzędu`,
  runSentence: (count, on, since) => `${on === 'answer' ? answers(count) : recorded(count)} z\u00a0rzędu: każda pozycja spełnia warunki reguły${since === null ? '' : `, pierwsza z\u00a0${since}`}.`,
  below: (metric, value, threshold) => `${metric}: ${value} (próg: ${threshold} lub mniej)`,
  above: (metric, value, threshold) => `${metric}: ${value} (próg: ${threshold} lub więcej)`,
  falls: (metric, by) => `${metric}: spadek o ${by}`,
  rises: (metric, by) => `${metric}: wzrost o ${by}`,
  shareGrows: (metric, by) => `${metric}: udział większy o ${by}`,
  trend: (metric, up, weeks) => `${metric}: ${up ? 'wzrost' : 'spadek'} od ${weeks}\u00a0tygodni`,
  figureSentence: (metric, period, value, interval, count) => `${metric} z ${days(period)}: ${value}${interval === null ? '' : ` (z uwzględnieniem przypadku ${interval})`}, n = ${count}.`,
  thresholdSentence: (threshold) => `Granica w regule: ${threshold}.`,
  changeSentence: (before, beforeN, year, change, up, interval) => `${year ? 'Rok wcześniej' : 'W takim samym czasie wcześniej'} było ${before}${beforeN === null ? '' : ` (n = ${beforeN})`}, teraz o ${change} ${up ? 'więcej' : 'mniej'}${interval === null ? '' : `, z uwzględnieniem przypadku ${interval}`}. Przypadek tego nie tłumaczy.`,
  trendSentence: (weeks, slope, up, p) => `${n(weeks, 'osobny tydzień', 'osobne tygodnie', 'osobnych tygodni')} ${up ? 'w górę' : 'w dół'}${slope === null ? '' : `, o ${slope} na tydzień`}${p === null ? '' : `; sam przypadek dałby to z p = ${p}`}.`,
  range: (low, high) => `od ${low} do ${high}`,
  noData: (metric) => `${metric}: brak danych`,
  noDataSentence: (period, count, minimum) => `Z ${days(period)} jest ${count}, a potrzeba ${minimum}. To ani dobra, ani zła wiadomość: reguła nie ma czego sprawdzić.`,
  silence: (on, hours) => `${{ answer: 'Żadnej odpowiedzi', interaction: 'Żadnego kontaktu', ticket: 'Żadnego nowego zgłoszenia' }[on]} od ${hours} w godzinach otwarcia`,
  silenceSentence: (since) => (since === null ? 'Nic nie nadeszło, odkąd reguła patrzy.' : `Ostatnie było ${since}.`),
  warnings: {
    'nps-falls': 'NPS spada', 'complaints-rise': 'Przybywa reklamacji', 'abandoned-rise': 'Więcej osób rezygnuje z\u00a0czekania', 'little-feedback': 'Klienci rzadziej odpowiadają na ankiety', 'silence': 'Nagła cisza: klienci się nie kontaktują',
    'sources-disagree': 'Centrala i\u00a0dziennik liczą inaczej', 'no-feedback': 'Wiele kontaktów, żadnej opinii', 'repeated-complaints': 'Ci sami klienci reklamują ponownie', 'fewer-good-reviews': 'Mniej dobrych opinii publicznych', 'reason-rises': 'Rośnie jeden powód kontaktu', 'step-falls': 'Jeden etap jest oceniany niżej', 'sums-healed': 'Poprawiono sumy liczb',
  },
  warningSentence: (came, expected) => (expected === null ? `Jest ${came}.` : `Jest ${came}, a można było oczekiwać około ${expected}.`),
  fired: (rule) => `Zadziałała reguła „${rule}”`,
  times: (count, since) => `Zdarzyło się to ${n(count, 'raz', 'razy', 'razy')} od ${since}.`,
  whole: 'cała organizacja',
  on: { answer: 'odpowiedzi', interaction: 'kontakty', ticket: 'zgłoszenia', breach: 'terminy' },
  customer: 'Klient',
}
