// What happened in a ticket. k0: an ordinary exchange; k1: HTML with remote images and files; k2: all that can go wrong with
// sending; k3: a thread of 180 entries; k4: machines that write.
import type { Attachment, Interaction, Rating, Ticket } from '@kontuar/contracts'
import { ago } from './people.ts'
import { stories } from './ticket-stories.ts'

const us = { name: 'Salon Miętowa', address: 'biuro@mietowa.example' }
const text = (words: string) => ({ text: words, visibleText: words, folds: [{ kind: 'text' as const, from: 0, to: words.length }] })
function folded(words: string, quote: string, signature = ''): Pick<Interaction, 'text' | 'visibleText' | 'folds'> {
  const [a, b, c] = [words.length, words.length + signature.length, words.length + signature.length + quote.length]
  return { text: words + signature + quote, visibleText: words.trim(), folds: [{ kind: 'text', from: 0, to: a }, { kind: 'signature' as const, from: a, to: b }, { kind: 'quote' as const, from: b, to: c }].filter((fold) => fold.to > fold.from) as Interaction['folds'] }
}
const file = (id: string, name: string, type: string, size: number, inline = false): Attachment => ({ id, name, type, size, sha256: '0'.repeat(64), inline, contentId: inline ? `${id}@kontuar` : null })
const byAnna = { direction: 'out' as const, staffId: 's1', staffName: 'Anna Wiśniewska', hasRaw: true }
export const delivery = (state: NonNullable<Interaction['delivery']>['state'], more: Partial<NonNullable<Interaction['delivery']>> = {}): NonNullable<Interaction['delivery']> => ({ state, sendAfter: ago(500), attempts: 1, nextAttemptAt: null, sentAt: state === 'sent' || state === 'bounced' ? ago(499) : null, detail: null, ...more })

export function makeEntry(ticket: Ticket, index: number, more: Partial<Interaction>): Interaction {
  const them = { name: ticket.customer.name, address: ticket.customer.address ?? '' }
  const out = more.direction === 'out'
  return {
    id: `${ticket.id}-${index}`, ticketId: ticket.id, customerId: ticket.customerId, kind: 'message', direction: 'in', channel: 'email', mailboxId: ticket.mailboxId, at: ago(0), createdAt: ago(0), staffId: null, staffName: null,
    from: out ? us : them, to: [out ? them : us], cc: [], bcc: [], subject: ticket.subject, text: '', visibleText: '', folds: [], html: null, attachments: [],
    messageId: `<${ticket.id}.${index}@poczta.example>`, inReplyTo: null, automatic: false, mailClass: 'personal', bounce: null, delivery: null, matchedBy: index === 0 ? 'new' : 'in-reply-to', suggestion: null, event: null, byHand: null, mentionIds: [], rating: null, hasRaw: true, warnings: [], ...more,
  }
}
const rating = (more: Partial<Rating>): Rating => ({ answerId: 'a1', surveyId: 'v1', surveyName: 'Po wizycie', metric: 'nps', value: 9, scale: { min: 0, max: 10 }, tone: 'high', comment: null, road: 'email', complete: true, hidden: false, ...more })
const event = (detail: Record<string, unknown>): Partial<Interaction> => ({ kind: 'event', direction: 'internal', channel: 'system', staffId: 's1', staffName: 'Anna Wiśniewska', event: { name: 'ticket-changed', detail }, hasRaw: false })
const note = (words: string): Partial<Interaction> => ({ kind: 'note', direction: 'internal', channel: 'note', staffId: 's2', staffName: 'Михаил Ковалёв', ...text(words), hasRaw: false })

const newsletter = `<table style="width:100%;max-width:560px;border-collapse:collapse"><tr><td style="padding:20px;background:#f3ede2;text-align:center"><h2 style="margin:0;color:#5b4a2f">Lawenda</h2><img src="https://cdn.lawenda.example/top.png" alt="Lawenda" width="520"></td></tr>
<tr><td style="padding:16px"><p>Dzień dobry,</p><p>w załączeniu przesyłamy <b>korektę faktury</b>. Brakujące pozycje wyślemy w poniedziałek:</p><ol><li>Krem nawilżający 50 ml × 12</li><li>Serum z witaminą C × 6</li><li>Ręczniki jednorazowe × 200</li></ol><p><a href="https://lawenda.example/zamowienia/483">Stan zamówienia</a></p></td></tr></table>
<details class="fold"><summary></summary><blockquote>Prosimy o wyjaśnienie, dlaczego w paczce brakuje trzech pozycji.</blockquote></details>`

const ordinary = (ticket: Ticket): Partial<Interaction>[] => [
  { ...text(stories[Number(ticket.id.slice(1)) % stories.length]![3]), attachments: [file('f1', 'potwierdzenie.pdf', 'application/pdf', 182_044)] },
  event({ assigneeId: [null, 's1'], status: ['new', 'open'] }),
  event({ queueId: ['q1', 'q2'], reasonId: [null, 'r7'], tagIds: [[], ['g2']] }),
  note('Stała klientka, proszę znaleźć termin u Oli.'),
  { ...event({}), staffId: null, staffName: null, event: { name: 'sla-warning', detail: { kind: 'first-response', dueAt: ago(500) } } },
  { ...byAnna, event: { name: 'ticket-changed', detail: { status: ['open', 'waiting'] } }, ...folded('Dzień dobry,\n\noczywiście, piątek o 16:30 jest wolny. Czy potwierdzamy? Szczegóły: https://mietowa.example/wizyta/1024.\n', '\nW dniu 22.11.2026 Magdalena Zielińska napisał(a):\n> chciałabym przełożyć wizytę', '\n-- \nAnna Wiśniewska\nSalon Miętowa'), delivery: delivery('sent', { detail: '250 2.0.0 Ok: queued' }) },
  { ...folded('Tak, poproszę! Przy okazji przesyłam zdjęcie fryzury, o której rozmawiałyśmy.\n', '\nW dniu 22.11.2026 o 12:40, Salon Miętowa napisał(a):\n> oczywiście, piątek o 16:30 jest wolny.'), cc: [{ name: 'Tomasz Zieliński', address: 'tomek@poczta.example' }], attachments: [file('p1', 'fryzura.jpg', 'image/jpeg', 1_240_500)] },
]
const withHtml = (): Partial<Interaction>[] => [
  { ...text('Prosimy o wyjaśnienie, dlaczego w paczce brakuje trzech pozycji.'), direction: 'out', staffId: 's1', staffName: 'Anna Wiśniewska', delivery: delivery('sent') },
  { ...text('Dzień dobry, w załączeniu przesyłamy korektę faktury.'), html: newsletter, attachments: [file('f2', 'FV-2026-11-483-korekta.pdf', 'application/pdf', 88_120), file('f3', 'pozycje.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 14_020)] },
  { ...text('Oraz jeszcze jedna sprawa: prosimy o nowy adres dostawy.'), subject: 'Nowy adres dostawy', suggestion: 'split' },
]
const troubles = (ticket: Ticket): Partial<Interaction>[] => [
  { ...text(stories[2]![3]), warnings: ['unknown charset x-unknown'] },
  { ...byAnna, ...text('Hello Emily, we are sorry about that. Could you send us a photo of the voucher?'), delivery: delivery('bounced') },
  { ...text('The following message could not be delivered: mailbox full.'), from: { name: 'Mail Delivery Subsystem', address: 'mailer-daemon@mail.example' }, automatic: true, mailClass: 'bounce', bounce: { recipient: ticket.customer.address, status: '5.2.2', kind: 'hard', reason: '552 5.2.2 Mailbox full', interactionId: `${ticket.id}-1` } },
  { ...byAnna, ...text('Second try from us: could you send a photo?'), delivery: delivery('failed', { attempts: 5, detail: '550 5.1.1 User unknown in local recipient table' }) },
  { ...byAnna, ...text('And once more to your other address.'), delivery: delivery('uncertain', { detail: 'Connection lost after DATA' }) },
  { ...byAnna, ...text('We will call you tomorrow.'), delivery: delivery('pending', { attempts: 2, nextAttemptAt: ago(-14), detail: '451 4.7.1 Greylisted, try again later' }) },
  { ...byAnna, ...text('This one was taken back.'), delivery: delivery('cancelled') },
]
const machines = (ticket: Ticket): Partial<Interaction>[] => [
  { ...text('Bardzo dziękuję za cierpliwość!'), suggestion: 'possibly-related' },
  { direction: 'out', automatic: true, ...text(`Dziękujemy za wiadomość. Zgłoszenie ma numer ${ticket.number}.`), delivery: delivery('sent') },
  { ...text('Jestem na urlopie do 30 listopada.'), automatic: true, mailClass: 'auto-reply' },
  { ...text('Promocja tylko dziś!'), mailClass: 'list', html: '<p style="font-size:18px;color:#a04">Promocja tylko dziś!</p><img src="https://t.example/open.gif" width="1">' },
  { kind: 'call', channel: 'phone', staffId: 's3', staffName: 'Katarzyna Brzęczyszczykiewicz-Lewandowska', ...text('Klientka pyta o termin.'), byHand: { request: 'Klientka pyta, czy może przyjść pół godziny później.', decision: 'Wizyta przesunięta na 17:00, Ola potwierdziła.', result: 'Potwierdzono SMS-em.' }, timing: { menuAt: '2026-11-20T09:00:00Z', menuOutcome: 'to-agent', offeredAt: '2026-11-20T09:00:30Z', answeredAt: '2026-11-20T09:00:42Z', endedAt: '2026-11-20T09:04:07Z', holdSeconds: 20, wrapUpSeconds: 30 }, hasRaw: false },
  { kind: 'call', channel: 'phone', from: { name: ticket.customer.name, address: '' }, ...text('Dzwoniła jeszcze raz.'), byHand: { request: 'Dzwoniła jeszcze raz.', decision: '', result: '' }, timing: { offeredAt: '2026-11-20T10:00:00Z', abandonedAt: '2026-11-20T10:00:45Z' }, hasRaw: false },
  { channel: 'review', from: { name: ticket.customer.name, address: '' }, ...text('Miła obsługa, trochę długo.'), byHand: { request: 'Miła obsługa, trochę długo.', decision: '', result: '' }, review: { site: 'Google', stars: 4 }, hasRaw: false },
  { ...event({}), staffId: null, staffName: null, event: { name: 'sla-breached', detail: { kind: 'next-response', dueAt: ago(90) } } },
  { ...event({}), staffId: null, staffName: null, event: { name: 'sla-moved', detail: { kind: 'resolution', from: ago(-100), to: ago(-900), policy: 'Standardowa' } } },
  { ...event({}), staffId: null, staffName: null, event: { name: 'escalated', detail: { act: 'notify', to: 'manager', staffIds: ['s2'] } } },
  { ...event({}), event: { name: 'legal-deadline-changed', detail: { from: '2026-12-04', to: '2026-12-07', why: 'list wpłynął trzy dni później' } } },
  { ...event({}), staffId: null, staffName: null, event: { name: 'given-back', detail: { assigneeId: ['s3', null], because: { code: 'away' } } } },
  { direction: 'out', automatic: true, subject: 'Jak poszło? Jedno pytanie o wizytę', ...text('Dzień dobry, prosimy o jedno kliknięcie: jak ocenia Pani wizytę w naszym salonie?'), delivery: delivery('sent') },
  { direction: 'out', automatic: true, channel: 'sms', subject: '', ...text('Salon Miętowa: prosimy o krótką ocenę wizyty.'), delivery: delivery('failed'), hasRaw: false },
  { kind: 'rating', channel: 'survey', ...text('Wszystko świetnie, tylko trochę długo czekałam.'), rating: rating({}), hasRaw: false },
  { kind: 'rating', channel: 'survey', ...text(''), rating: rating({ metric: 'csat', value: 2, scale: { min: 1, max: 5 }, tone: 'low', road: 'qr', surveyName: 'Krótka ankieta przy wyjściu z salonu', complete: false }), hasRaw: false },
  { kind: 'rating', channel: 'survey', customerId: null, from: { name: '', address: '' }, ...text(''), rating: rating({ metric: null, value: null, scale: null, tone: null, road: 'kiosk', hidden: true }), hasRaw: false },
]
const long = (): Partial<Interaction>[] => Array.from({ length: 180 }, (_, n): Partial<Interaction> => (n % 9 === 4 ? event({ status: ['open', 'waiting'] }) : n % 2 ? { ...byAnna, ...text(`Odpowiedź numer ${n}: sprawdzamy to i odezwiemy się jeszcze dzisiaj.`), delivery: delivery('sent') } : text(`Wiadomość numer ${n}. Czy wiadomo już coś więcej w tej sprawie?`)))

export function timeline(ticket: Ticket): Interaction[] {
  const written = ticket.id === 'k1' || ticket.id === 'k3' ? (ticket.id === 'k3' ? long() : withHtml()) : ticket.id === 'k2' ? troubles(ticket) : ticket.id === 'k4' ? machines(ticket) : ordinary(ticket)
  const step = ticket.id === 'k3' ? 190 : 260
  return written.map((more, index) => {
    const at = ago((written.length - index - 1) * step + 2)
    return makeEntry(ticket, index, { at, createdAt: at, ...more })
  })
}
