import { fallAge, rotaAge, shops } from '../life/shop.ts'
import type { Asking } from './asking.ts'

const sizes = Object.values(shops).map((shop) => shop.size)

/** Wrocław fell three weeks ago, Kraków rose with its new rota; Nowy Targ has few answers. */
function goodOf(location: number, age: number): number {
  if (location === shops.wroclaw.location) return age < fallAge ? 0.36 : 0.86
  if (location === shops.krakow.location) return age < rotaAge ? 0.88 : 0.72
  // A handful of answers, and by chance more bad ones than elsewhere.
  if (location === shops.nowyTarg.location) return age < 30 ? 0.55 : 0.84
  return [0, 0.84, 0.8, 0, 0.83, 0.85][location]!
}

export const askShop: Asking = {
  afterTickets: [{
    survey: 'after-ticket', touchpoint: 'Godzinę po zamknięciu zgłoszenia', channels: ['email', 'form', 'chat', 'phone'], asked: 0.7, answered: 0.22,
    good: ({ reason, waitHours }) => (reason === 'defect' || reason === 'bad-service' ? 0.45 : reason === 'return' || reason === 'delivery-late' ? 0.68 : 0.87) - (waitHours > 24 ? 0.15 : 0),
  }],
  links: [
    { survey: 'after-visit', place: 'Kasa', perDay: sizes.map((size) => 2.6 * size), good: goodOf },
    { survey: 'relationship-nps', place: 'Wejście', perDay: sizes.map((size) => 3 * size), good: (location, age) => goodOf(location, age) - 0.12 },
  ],
  lists: [{ survey: 'relationship-nps', touchpoint: 'Pytanie raz na kwartał', everyDays: 7, many: 40, answered: 0.22, good: () => 0.72 }],
}
