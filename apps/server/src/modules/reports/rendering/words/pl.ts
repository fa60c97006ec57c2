import { counting } from './counting.ts'
import type { ReportWords } from './words.ts'

const count = counting('pl')
const answers = (n: number) => count(n, { one: 'odpowiedź', few: 'odpowiedzi', many: 'odpowiedzi' })

export const pl: ReportWords = {
  page: (page, pages) => `${page}\u00a0z\u00a0${pages}`,
  period: 'Okres', scope: 'Zakres', comparedWith: (name) => `Porównanie: ${name}`, made: (at, zone) => `Sporządzono ${at} (${zone})`, zone: 'Strefa czasowa', comment: 'Komentarz',
  of: (n) => `z\u00a0${n}`, fewAnswers: (n, from) => `${answers(n)}, pokazujemy od\u00a0${from}`,
  was: (value) => `było ${value}`, same: 'bez zmiany', unsure: 'może to przypadek', running: 'okres jeszcze trwa', noneBefore: 'nie ma z\u00a0czym porównać', fewBefore: (n) => `wcześniej za mało, by porównać: ${n}`,
  tone: { good: 'poprawa', bad: 'pogorszenie' }, up: 'wzrost', down: 'spadek',
  network: (value, n) => `cała sieć: ${value}${n === null ? '' : ` (z\u00a0${n})`}`, networkName: 'cała sieć', ownName: 'ten raport',
  leftOut: (n) => `${count(n, { one: 'pominięte', few: 'pominięte', many: 'pominiętych' })}: termin jeszcze trwa`,
  nothing: 'W\u00a0tym okresie nic nie ma.', problem: 'Nie udało się tego policzyć:', warnings: 'Bieżące sygnały ostrzegawcze pokazuje widok na żywo.', onlyFew: 'Za mało danych w\u00a0poszczególnych odcinkach, by pokazać przebieg.', noNames: (dimension) => `Nie ma czego porównać: pole „${dimension}” nigdzie nie jest wypełnione.`,
  leftInTable: (n) => `i\u00a0jeszcze ${n} w\u00a0widoku na żywo`, more: (n) => `i\u00a0jeszcze ${count(n, { one: 'pozycja', few: 'pozycje', many: 'pozycji' })} w\u00a0widoku na żywo`,
  rest: 'Reszta raportu jest w\u00a0widoku na żywo.',
  noTickets: 'Nie ma takich zgłoszeń.', noComments: 'Nikt nie zostawił komentarza.', noLoops: 'Nie było niskich ocen.', noSentences: 'Za mało danych, by coś powiedzieć.',
  place: 'Miejsce', dimensions: { channel: 'Kanał', queue: 'Kolejka', reason: 'Powód kontaktu', location: 'Lokalizacja', team: 'Zespół', staff: 'Osoba', survey: 'Ankieta', touchpoint: 'Kiedy pytano', language: 'Język', newcomer: 'Nowi czy powracający' },
  newcomer: { true: 'Nowi klienci', false: 'Powracający klienci' }, none: 'brak', ownMark: (name) => `Wyróżniono: ${name}`,
  interval: 'Przedział', count: 'Liczba', difference: 'Zmiana', real: 'zmiana rzeczywista', mayBeChance: 'może to przypadek',
  tickets: { number: 'Numer', subject: 'Temat', customer: 'Klient', owner: 'Kto prowadzi', place: 'Gdzie', due: 'Termin', created: 'Od kiedy', missing: 'Czego brakuje', nobody: 'nikt', late: (duration) => `${duration} po terminie` },
  missing: { reason: 'powód kontaktu', customer: 'klient', location: 'lokalizacja', owner: 'osoba prowadząca', result: 'wynik', note: 'notatka', phone: 'telefon', text: 'treść', duration: 'czas trwania' },
  comments: { anonymous: 'anonimowo', becameOf: 'Co dalej:', score: (score, most) => (most === null ? `ocena ${score}` : `ocena ${score} z\u00a0${most}`) },
  loops: { opened: 'Data', customer: 'Klient', score: 'Ocena', state: 'Stan', owner: 'Kto prowadzi', cause: 'Przyczyna', remedy: 'Co zrobiono', contactedAt: 'Pierwszy kontakt', recovered: 'Odzyskany', remedyOf: (cause, remedy) => [cause, remedy].filter(Boolean).join(': ') },
  loopStates: { open: 'czeka na kontakt', contacted: 'po kontakcie', closed: 'zamknięte', asked: 'zapytano ponownie', recovered: 'odzyskany', 'not-recovered': 'nieodzyskany' },
  yes: 'tak', no: 'nie', live: 'Otwórz\u00a0na\u00a0żywo', liveHint: 'Te same liczby, aktualne w\u00a0chwili otwarcia, z\u00a0drogą do każdego wpisu.', because: 'Dlaczego ten raport przychodzi', pause: 'Wstrzymaj ten raport',
  howToRead: 'Jak to czytać',
  how: { interval: 'Wartość z\u00a0± mieści się z\u00a0pewnością 95% w\u00a0podanym przedziale: im mniej odpowiedzi, tym jest szerszy.', arrow: 'Strzałka stoi tylko przy zmianie, której nie tłumaczy przypadek.', few: 'Gdzie odpowiedzi jest za mało, wartości nie pokazujemy, żeby nie wprowadzała w\u00a0błąd i\u00a0nie zdradzała, kto odpowiedział.', unprintable: 'Znak □ zastępuje litery i\u00a0symbole, których nie ma w\u00a0piśmie tego dokumentu; w\u00a0widoku na żywo są wszystkie.' },
  chart: (title) => `Wykres: ${title}`, chartSays: (title, figures) => `${title}. ${figures}`, text: 'Tekst',
  sheet: { report: 'Raport', link: 'Na żywo', metric: 'Wskaźnik', value: 'Wartość', low: 'Przedział od', high: 'Przedział do', n: 'Liczba (n)', before: 'Poprzednio', change: 'Zmiana', changeLow: 'Zmiana od', changeHigh: 'Zmiana do', real: 'Rzeczywista', network: 'Cała sieć', networkN: 'Cała sieć (n)', from: 'Od', to: 'Do', weekday: 'Dzień tygodnia', hour: 'Godzina', usualLow: 'Zwykle od', usualHigh: 'Zwykle do', own: 'Wyróżnione', outside: 'Wobec przypadku', above: 'powyżej granic', below: 'poniżej granic', answer: 'Komentarz', at: 'Kiedy', location: 'Lokalizacja', ticket: 'Zgłoszenie', queue: 'Kolejka', duration: 'czas', share: 'Udział', note: 'Uwaga', sentence: 'Podsumowanie', block: 'Arkusz', contents: 'Zawartość' },
}
