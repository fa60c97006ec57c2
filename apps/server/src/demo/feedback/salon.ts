import type { Asking } from './asking.ts'

/** Guests are fond of it; what they rate lower is having waited for a term. */
export const askSalon: Asking = {
  afterTickets: [{ survey: 'after-ticket', touchpoint: 'Godzinę po zamknięciu zgłoszenia', channels: ['email', 'form', 'messenger', 'phone', 'visit'], asked: 0.6, answered: 0.3, good: ({ subject }) => (/reklamacja|uczulenie/i.test(subject) ? 0.5 : 0.94) }],
  links: [{ survey: 'after-visit', place: 'Kasa', perDay: [1.6], good: () => 0.93 }, { survey: 'after-visit', place: 'Wejście', perDay: [0.5], good: () => 0.9 }],
  lists: [{ survey: 'relationship-nps', touchpoint: 'Pytanie raz na kwartał', everyDays: 7, many: 10, answered: 0.4, good: () => 0.86 }],
}
