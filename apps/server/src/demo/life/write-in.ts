// Somebody writes, a colleague answers within the hours of the desk, and sometimes it goes on: asked back, thanked, or not solved after all.
import { newId } from '../../platform/id.ts'
import type { Chance } from '../chance.ts'
import { deskHours } from '../days.ts'
import type { Becomes, PastStep, PastTicket } from '../past/past-ticket.ts'
import type { Person } from '../people.ts'
import { fill, writeLetter } from './fill.ts'
import { details, stillWrong, thanks, type Letter, type Words } from './words/words.ts'

export interface Written {
  at: number
  customer: Person
  channel: 'email' | 'form' | 'messenger'
  mailbox: number | null
  /** Where it was placed, and where it belongs. */
  queue: string
  belongs: string
  location: number | null
  reason: string
  staff: string
  /** Median of the first answer, in hours of the desk. */
  firstHours: number
  result: NonNullable<Becomes['result']>
  priority?: PastTicket['priority']
}

const hour = 3_600_000
const bankOf = <T>(bank: Readonly<Record<string, T>>, reason: string) => bank[reason] ?? bank['any'] ?? bank['question']

export function writeIn(written: Written, words: Words, chance: Chance): PastTicket {
  const { at, customer, channel, staff, reason } = written
  const { language } = customer
  const { subject, text } = writeLetter(chance.one<Letter>(bankOf(words.letters, reason)![language]), customer, chance)
  const answer = () => chance.one(bankOf(words.answers, reason)![language])
  const steps: PastStep[] = [{ does: 'writes', at, channel, text }]
  const reply = channel === 'form' ? 'email' : channel
  const inHours = (from: number, median: number, spread = 0.9) => deskHours.add(from, Math.round(chance.wait(median, spread) * hour)) + Math.round(chance.between(10, 170) * 1000)
  const placed: Becomes = { reason, ...(written.belongs === written.queue ? {} : { queue: written.belongs }) }
  const closed: Becomes = { status: 'closed', result: written.result }

  const first = inHours(at, written.firstHours)
  if (chance.happens(0.07)) steps.push({ does: 'notes', at: Math.round(at + (first - at) * chance.between(0.4, 0.9)), staff, text: chance.one(notes) })
  if (chance.happens(0.68)) {
    steps.push({ does: 'answers', at: first, channel: reply, staff, text: answer(), becomes: { ...placed, ...closed } })
    goOn(first)
  } else {
    steps.push({ does: 'answers', at: first, channel: reply, staff, text: chance.one(askedBack[language]), becomes: { ...placed, status: 'waiting' } })
    if (chance.happens(0.8)) {
      const back = first + Math.round(chance.wait(9, 0.9) * hour)
      steps.push({ does: 'writes', at: back, channel: reply, text: fill(chance.one(details[language]), chance) })
      const second = inHours(back, written.firstHours * 0.8)
      steps.push({ does: 'answers', at: second, channel: reply, staff, text: answer(), becomes: closed })
      goOn(second)
    } else steps.push({ does: 'changes', at: deskHours.add(first, 40 * hour) + 60_000, staff, becomes: { status: 'closed', result: 'no-answer' } })
  }
  return { id: newId(), customer, subject, language, channel, mailbox: written.mailbox, queue: written.queue, location: written.location, priority: written.priority ?? 'normal', tagIds: [], steps }

  function goOn(from: number) {
    const drawn = chance.next()
    if (drawn > 0.1) return
    const again = from + Math.round(chance.wait(drawn < 0.05 ? 3 : 20, 0.8) * hour)
    if (drawn < 0.05) {
      steps.push({ does: 'writes', at: again, channel: reply, text: chance.one(thanks[language]) }, { does: 'changes', at: inHours(again, 0.6), staff, becomes: closed })
    } else {
      steps.push({ does: 'writes', at: again, channel: reply, text: chance.one(stillWrong[language]) }, { does: 'answers', at: inHours(again, written.firstHours * 0.7), channel: reply, staff, text: answer(), becomes: closed })
    }
  }
}

const notes = ['Sprawdzone w systemie, czekam na odpowiedź magazynu.', 'Dzwonić po 16, wcześniej klient pracuje.', 'Drugi raz w tej sprawie, proszę o uwagę.', 'Kierowniczka wie, decyzja dziś.', 'Zdjęcia w załączniku potwierdzają opis.']

const askedBack: Record<Person['language'], readonly string[]> = {
  pl: ['Dzień dobry,\n\nżeby sprawdzić sprawę, potrzebujemy numeru zamówienia albo klienta. Proszę odpisać na tę wiadomość.', 'Dzień dobry,\n\nczy może Pan/Pani potwierdzić adres i dogodny termin?', 'Dzień dobry,\n\nproszę o zdjęcie i krótki opis, kiedy to się dzieje.'],
  ru: ['Здравствуйте!\n\nЧтобы проверить, нам нужен номер заказа или договора. Пришлите его, пожалуйста.'],
  en: ['Hello,\n\nto look into this we need your order or customer number. Could you send it to us?'],
}
