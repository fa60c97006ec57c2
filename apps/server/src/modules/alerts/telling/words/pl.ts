import type { TellingWords } from './words.ts'
import { counted } from '@kontuar/charts'

const alerts = (count: number) => counted(count, { one: 'alert', few: 'alerty', many: 'alertów', other: 'alertu' }, 'pl')

export const pl: TellingWords = {
  urgent: 'Pilne', noData: 'Brak danych',
  subject: { one: (title) => title, noData: (title) => title, step: (title) => `Nikt się tym nie zajął: ${title}`, many: (n) => alerts(n), digest: (n) => `Podsumowanie: ${alerts(n)}` },
  step: (step) => `Nikt nie potwierdził tego alertu, dlatego trafia tutaj (stopień ${step}).`,
  lead: (n) => `${alerts(n)} w ciągu kilku minut.`,
  digestLead: (n) => `${alerts(n)} od ostatniego podsumowania.`,
  quiet: 'Nadeszły w godzinach ciszy.',
  taken: (name, when) => `Zajmuje się tym ${name}, od ${when}.`,
  resolved: (name, when) => (name === null ? `Minęło samo, ${when}.` : `Zamknięto: ${name}, ${when}.`),
  whyNow: 'Dlaczego teraz',
  said: (by, when) => (by === null ? `Słowa klienta, ${when}` : `${by}, ${when}`),
  facts: { customer: 'Klient', ticket: 'Zgłoszenie', location: 'Lokalizacja', queue: 'Kolejka', staff: 'Osoba', rule: 'Reguła' },
  diary: 'Ostatnie wpisy w\u00a0dzienniku',
  kinds: { message: 'wiadomość', call: 'rozmowa', visit: 'wizyta', note: 'notatka', rating: 'ocena', signal: 'sygnał', review: 'opinia publiczna' },
  directions: { in: 'od klienta', out: 'do klienta', internal: 'wewnętrzny' },
  acknowledge: 'Potwierdź', takeTask: 'Biorę zadanie', callBack: 'Oddzwonię', open: 'Otwórz w\u00a0Kontuarze',
  more: (n) => `i jeszcze ${alerts(n)}`,
  why: ({ code, name, step }) => {
    const of = name === undefined ? '' : ` (${name})`
    const lead = 'Ta wiadomość przyszła,'
    switch (code) {
      case 'location-manager': return `${lead} bo odbiorca kieruje lokalizacją${of}.`
      case 'region-manager': return `${lead} bo odbiorca kieruje regionem${of}.`
      case 'team-manager': return `${lead} bo odbiorca kieruje zespołem${of}.`
      case 'team': case 'team-of': return `${lead} bo odbiorca należy do zespołu${of}.`
      case 'owner': return `${lead} bo odbiorca prowadzi to zgłoszenie albo ten kontakt.`
      case 'queue-servers': return `${lead} bo odbiorca obsługuje tę kolejkę.`
      case 'role': return `${lead} bo reguła powiadamia wszystkie osoby w\u00a0tej roli.`
      case 'staff': return `${lead} bo reguła wskazuje odbiorcę z\u00a0nazwiska.`
      case 'address': return 'To miejsce wskazano w\u00a0regule.'
      case 'escalation': return `${lead} bo nikt nie potwierdził alertu na czas (stopień ${step ?? 1}).`
      case 'nobody-else': return `${lead} bo nikogo, kogo dotyczy reguła, nie ma albo nie może tego widzieć.`
    }
  },
  filters: (rule, sentence) => (sentence === null ? `Reguła „${rule}”.` : `Reguła „${rule}”: ${sentence}.`),
  zone: (name) => `Czas w\u00a0strefie ${name}.`,
  linkDays: 'Przyciski działają siedem dni i\u00a0w\u00a0imieniu odbiorcy: tej wiadomości nie należy przekazywać dalej.',
  settings: 'Zmień, o\u00a0czym informować',
  sms: (title, rule) => `${title}. Reguła: ${rule}.`,
  smsMany: (n) => `Do sprawdzenia: ${alerts(n)}.`,
  page: {
    'acknowledge': { title: 'Potwierdzić ten alert?', text: 'Potwierdzenie mówi: zajmuję się tym. Nikt wyżej nie zostanie wezwany.', button: 'Potwierdź' },
    'task': { title: 'Wziąć to zadanie?', text: 'Zadanie przejdzie do Pani lub Pana, a\u00a0alert zostanie potwierdzony.', button: 'Biorę zadanie' },
    'call-back': { title: 'Oddzwonić do klienta?', text: 'Powstanie zadanie z\u00a0rozmową na najbliższe cztery godziny robocze, a\u00a0alert zostanie potwierdzony.', button: 'Oddzwonię' },
    done: {
      acknowledged: { title: 'Potwierdzone', text: 'Nikt wyżej nie zostanie wezwany.' }, already: (name) => ({ title: 'Ktoś już się tym zajmuje', text: `Wcześniej potwierdzono: ${name}.` }),
      taskMade: { title: 'Zadanie przyjęte', text: 'Jest na liście zadań, na najbliższe osiem godzin roboczych.' }, taskAlready: { title: 'To zadanie jest już przyjęte', text: 'Nic nie zostało zmienione.' }, callMade: { title: 'Rozmowa zaplanowana', text: 'Jest na liście zadań, na najbliższe cztery godziny robocze.' },
      resolved: { title: 'Ten alert jest już zamknięty', text: 'Nic więcej nie trzeba robić. Nic nie zostało zmienione.' },
    },
    expired: { title: 'Ten odnośnik wygasł', text: 'Działał przez siedem dni. Alert można otworzyć w\u00a0Kontuarze.' }, unknown: { title: 'Ten odnośnik nie działa', text: 'Może być niepełny. Najlepiej otworzyć go prosto z\u00a0wiadomości albo otworzyć alert w\u00a0Kontuarze.' },
    notAllowed: { title: 'To już niemożliwe', text: 'Tego alertu nie widać teraz z\u00a0tego konta albo nie można go zmieniać. Nic nie zostało zmienione.' }, fault: { title: 'Coś się u\u00a0nas nie udało', text: 'Nic nie zostało zmienione. Proszę spróbować za chwilę.' }, wait: (s) => ({ title: 'Chwila przerwy', text: `Zbyt wiele prób z\u00a0tego miejsca: proszę odczekać ${s}\u00a0s.` }),
    toAlert: 'Otwórz alert', toTicket: 'Otwórz zgłoszenie', call: (number) => `Zadzwoń: ${number}`, by: (organization) => `Kontuar firmy ${organization}`,
  },
  trial: { title: 'Wiadomość próbna z\u00a0Kontuaru', text: 'Tak będą tu przychodzić alerty.' },
}
