// Invented tickets of a beauty salon, in the three languages, in a size that fills a screen.
import type { Customer, Interaction, Ticket } from '@kontuar/contracts'
import { ago, staff } from './people.ts'

const stories: readonly [name: string, address: string, subject: string, text: string, language: string][] = [
  ['Magdalena Zielińska', 'magda.zielinska@poczta.example', 'Zmiana terminu wizyty', 'Dzień dobry, chciałabym przełożyć wizytę z czwartku na piątek po 16:00. Czy to możliwe?', 'pl'],
  ['Дмитрий Орлов', 'd.orlov@pochta.example', 'Не пришло подтверждение записи', 'Здравствуйте! Я записался через сайт на субботу, но письмо с подтверждением так и не пришло.', 'ru'],
  ['Emily Carter', 'emily.carter@mail.example', 'Gift voucher not accepted', 'Hello, the voucher I received for my birthday was refused at the checkout. The code is still valid until March.', 'en'],
  ['Hurtownia „Lawenda”', 'zamowienia@lawenda.example', 'Re: Zamówienie nr 2026/11/483 – brak trzech pozycji', 'W załączeniu przesyłamy korektę faktury. Brakujące pozycje wyślemy w poniedziałek.', 'pl'],
  ['Beata Król', 'b.krol@poczta.example', 'Podziękowanie', 'Bardzo dziękuję za cierpliwość i świetną obsługę w sobotę!', 'pl'],
  ['Светлана Щербакова', 'sveta@pochta.example', 'Аллергия после процедуры', 'После вчерашней процедуры появилось покраснение. Подскажите, пожалуйста, что делать и к кому обратиться.', 'ru'],
  ['Jan Kowalczyk', 'jan.kowalczyk@firma.example', 'Faktura na firmę', 'Proszę o wystawienie faktury za wizytę z 14 listopada. Dane firmy w stopce.', 'pl'],
  ['Krzysztof Dąbrowski', 'kd@poczta.example', '', 'Dzwoniłem trzy razy i nikt nie odbiera. Proszę o kontakt.', 'pl'],
]
const categories = ['new', 'open', 'waiting', 'closed'] as const
const priorities = ['normal', 'normal', 'high', 'normal', 'low', 'urgent'] as const

export const customers: Customer[] = stories.map(([name, address, , , language], index) => ({
  id: `c${index}`, name, language, note: index === 0 ? 'Woli kontakt mailowy. Uczulenie na lateks.' : '', createdAt: ago(60 * 24 * 200 - index), updatedAt: ago(60 * index),
  identities: [{ id: `d${index}`, kind: 'email', address, verifiedAt: ago(60 * 24 * 100), createdAt: ago(60 * 24 * 200) }], openTickets: (index % 3) + 1, totalTickets: index + 3,
}))

export const tickets: Ticket[] = Array.from({ length: 240 }, (_, index) => {
  const [name, address, subject, text, language] = stories[index % stories.length]!
  const statusCategory = categories[index < 12 ? index % 3 : index % 4]!
  const assignee = index % 3 === 0 ? null : staff[index % 3]!
  const at = ago(index * index * 2 + index * 3 + 1)
  return {
    id: `k${index}`, number: 1240 - index, subject, status: statusCategory, statusCategory, priority: priorities[index % priorities.length]!, queueId: null, assigneeId: assignee?.id ?? null, customerId: `c${index % stories.length}`,
    channel: 'mail', mailboxId: 'm1', reasonId: null, language, createdAt: at, updatedAt: at, closedAt: statusCategory === 'closed' ? at : null, lastInteractionAt: at, lastDirection: index % 4 === 2 ? 'out' : 'in', preview: text.slice(0, 160),
    customer: { id: `c${index % stories.length}`, name, address }, assignee: assignee ? { id: assignee.id, name: assignee.name } : null,
  }
})

const us = { name: 'Salon Miętowa', address: 'biuro@mietowa.example' }
function entry(ticket: Ticket, index: number, more: Partial<Interaction>): Interaction {
  const them = { name: ticket.customer.name, address: ticket.customer.address ?? '' }
  const text = more.text ?? ''
  return {
    id: `${ticket.id}-${index}`, ticketId: ticket.id, customerId: ticket.customerId, kind: 'message', direction: 'in', channel: 'mail', mailboxId: 'm1', at: ago(600 - index * 90), createdAt: ago(600 - index * 90), staffId: null, staffName: null,
    from: more.direction === 'out' ? us : them, to: [more.direction === 'out' ? them : us], cc: [], bcc: [], subject: ticket.subject, text, visibleText: text, folds: [{ kind: 'text', from: 0, to: text.length }], html: null, attachments: [],
    messageId: `<${ticket.id}.${index}@poczta.example>`, inReplyTo: null, automatic: false, mailClass: 'personal', bounce: null, delivery: null, matchedBy: index === 0 ? 'new' : 'in-reply-to', suggestion: null, event: null, hasRaw: true, warnings: [], ...more,
  }
}

export function timeline(ticket: Ticket): Interaction[] {
  const first = stories[Number(ticket.id.slice(1)) % stories.length]![3]
  const answer = 'Dzień dobry,\n\noczywiście, piątek o 16:30 jest wolny. Czy potwierdzamy?\n\nAnna Wiśniewska'
  const reply = 'Tak, poproszę!\n\nW dniu 22.11.2026 o 12:40, Salon Miętowa napisał(a):\n> oczywiście, piątek o 16:30 jest wolny.'
  const sent = { state: 'sent' as const, sendAfter: ago(500), attempts: 1, nextAttemptAt: null, sentAt: ago(499), detail: '250 2.0.0 Ok: queued' }
  return [
    entry(ticket, 0, { text: first, attachments: [{ id: 'f1', name: 'potwierdzenie.pdf', type: 'application/pdf', size: 182_044, sha256: '0'.repeat(64), inline: false, contentId: null }] }),
    entry(ticket, 1, { kind: 'event', direction: 'internal', channel: 'system', staffId: 's1', staffName: 'Anna Wiśniewska', event: { name: 'diary.ticketAssigned', detail: { to: 'Anna Wiśniewska' } }, hasRaw: false }),
    entry(ticket, 2, { kind: 'note', direction: 'internal', channel: 'note', staffId: 's2', staffName: 'Михаил Ковалёв', text: 'Stała klientka, proszę znaleźć termin u Oli.', hasRaw: false }),
    entry(ticket, 3, { direction: 'out', staffId: 's1', staffName: 'Anna Wiśniewska', text: answer, delivery: sent, hasRaw: false }),
    entry(ticket, 4, { text: reply, visibleText: 'Tak, poproszę!', folds: [{ kind: 'text', from: 0, to: 14 }, { kind: 'quote', from: 14, to: reply.length }] }),
  ]
}
