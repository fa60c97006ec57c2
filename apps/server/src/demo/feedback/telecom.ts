import { newPricesAge, outageAge } from '../life/telecom.ts'
import type { Asking, Matter } from './asking.ts'

const inOutage = (age: number) => age <= outageAge.from && age >= outageAge.to - 2

function goodOf({ reason, waitHours, age }: Matter): number {
  const base = reason === 'complaint' || reason === 'bad-service' ? 0.4 : reason === 'technical' ? 0.72 : reason === 'payment' ? 0.7 : 0.85
  return base - (inOutage(age) ? 0.3 : 0) - (waitHours > 24 ? 0.15 : 0) - (age < newPricesAge && reason === 'payment' ? 0.15 : 0)
}

export const askTelecom: Asking = {
  afterTickets: [
    { survey: 'after-ticket', touchpoint: 'Godzinę po zamknięciu zgłoszenia', channels: ['email', 'chat', 'visit'], asked: 0.9, answered: 0.26, good: goodOf },
    { survey: 'after-call', touchpoint: 'Po rozmowie z infolinią', channels: ['phone'], asked: 0.35, answered: 0.2, good: (matter) => goodOf(matter) - 0.05 },
  ],
  links: [{ survey: 'after-visit', place: 'Kasa', perDay: [0.7, 1, 0.6], good: (location) => [0.82, 0.74, 0.85][location]! }],
  lists: [{ survey: 'relationship-nps', touchpoint: 'Pytanie raz na kwartał', everyDays: 7, many: 60, answered: 0.25, good: (age) => (inOutage(age) ? 0.4 : age < newPricesAge ? 0.5 : 0.62) }],
}
