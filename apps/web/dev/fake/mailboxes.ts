import * as routes from '@kontuar/contracts'
import type { Mailbox, ParkedMail } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { ago } from './people.ts'

const mailbox = (id: string, name: string, address: string, more: Partial<Mailbox>): Mailbox => ({
  id, name, address, aliases: [], active: true, imap: null, smtp: null, signatureHtml: '', confirmation: { enabled: false, texts: {} }, replyTagging: false, queueId: null, locationId: null, createdAt: ago(60 * 24 * 80),
  hasImapPassword: false, hasSmtpPassword: false, state: { intake: 'waiting', intakeDetail: null, intakeAt: null, sending: 'off', sendingDetail: null, sendingAt: null }, ...more,
})
const imap = (host: string, user: string) => ({ host, port: 993, security: 'tls' as const, user, auth: 'password' as const, folders: ['INBOX'] })
const smtp = (host: string, user: string) => ({ host, port: 465, security: 'tls' as const, user, auth: 'password' as const })

const some = (): Mailbox[] => [
  mailbox('m1', 'Salon Miętowa', 'biuro@mietowa.example', {
    aliases: ['kontakt@mietowa.example'], imap: imap('imap.poczta.onet.pl', 'biuro@mietowa.example'), smtp: smtp('smtp.poczta.onet.pl', 'biuro@mietowa.example'), hasImapPassword: true, hasSmtpPassword: true,
    signatureHtml: '<p>Salon Miętowa<br>ul. Długa 7, Gdańsk</p>', confirmation: { enabled: true, texts: { pl: 'Dzień dobry,\n\ndziękujemy za wiadomość „{subject}”. Zgłoszenie ma numer {number}. Odpowiemy w ciągu jednego dnia roboczego.' } },
    state: { intake: 'connected', intakeDetail: null, intakeAt: ago(2), sending: 'ok', sendingDetail: null, sendingAt: ago(14) },
  }),
  mailbox('m2', 'Rezerwacje', 'rezerwacje@mietowa.example', { smtp: smtp('smtp.mietowa.example', 'rezerwacje'), hasSmtpPassword: true, state: { intake: 'connected', intakeDetail: null, intakeAt: ago(50), sending: 'failing', sendingDetail: '535 5.7.8 Authentication failed', sendingAt: ago(5) } }),
  mailbox('m3', 'Обратная связь', 'otzyv@mietowa.example', { active: false, state: { intake: 'off', intakeDetail: null, intakeAt: null, sending: 'off', sendingDetail: null, sendingAt: null } }),
]

export function answerMailboxes(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const boxes = scenario.empty ? [] : some()
  const find = (id: string) => {
    const box = boxes.find((each) => each.id === id)
    if (!box) throw new Refusal('not-found', 'There is no such mailbox.')
    return box
  }
  on(routes.listMailboxes, () => ({ items: boxes, next: null }))
  on(routes.getMailbox, ({ params }) => find(params.id))
  on(routes.createMailbox, ({ body: { imapPassword, smtpPassword, ...body } }) => {
    if (boxes.some(({ address }) => address === body.address)) throw new Refusal('conflict', 'This address is already used.', { address: 'This address is already used.' })
    const made = mailbox(`m${boxes.length + 1}`, body.name, body.address, { ...body, hasImapPassword: imapPassword !== undefined, hasSmtpPassword: smtpPassword !== undefined })
    boxes.push(made)
    return made
  })
  on(routes.changeMailbox, ({ params, body: { imapPassword: _, smtpPassword: __, ...body } }) => Object.assign(find(params.id), body))
  on(routes.deleteMailbox, ({ params }) => {
    boxes.splice(boxes.indexOf(find(params.id)), 1)
    return { ok: true as const }
  })
  on(routes.testMailbox, ({ body }) => ({
    imap: body.imap ? (body.imap.host.includes('wrong') ? { ok: false, fault: 'name-not-found' as const, detail: `getaddrinfo ENOTFOUND ${body.imap.host}`, folders: [] } : { ok: true, fault: 'none' as const, detail: '', folders: ['INBOX', 'Archiwum', 'Spam'] }) : null,
    smtp: body.smtp ? (body.smtpPassword === 'good' || body.id ? { ok: true, fault: 'none' as const, detail: '' } : { ok: false, fault: 'credentials' as const, detail: '535 5.7.8 Authentication failed' }) : null,
  }))

  const parked: ParkedMail[] = scenario.empty ? [] : [
    { id: 'p1', mailboxId: 'm1', mailboxName: 'Salon Miętowa', source: 'imap', receivedAt: ago(190), size: 18_402_113, envelopeFrom: 'faktury@hurtownia.example', envelopeTo: 'biuro@mietowa.example', subjectGuess: 'Faktura FV 11/2026', reason: 'Reading took longer than 60 seconds.', attempts: 3, parkedAt: ago(180) },
    { id: 'p2', mailboxId: 'm2', mailboxName: 'Rezerwacje', source: 'smtp', receivedAt: ago(60 * 30), size: 4211, envelopeFrom: null, envelopeTo: 'rezerwacje@mietowa.example', subjectGuess: '', reason: 'The parts are nested more than 100 deep.', attempts: 1, parkedAt: ago(60 * 30) },
  ]
  on(routes.listParked, () => ({ items: parked, next: null }))
  on(routes.getParked, ({ params }) => parked.find(({ id }) => id === params.id)!)
  on(routes.retryParked, ({ params }) => {
    parked.splice(parked.findIndex(({ id }) => id === params.id), 1)
    return { ok: true as const }
  })
}
