// Guards to whom an answer goes. A mistake here sends a customer's words to a stranger or to a machine.
import type { Interaction, MailAddress } from '@kontuar/contracts'
import { expect, it } from 'vitest'
import { replyRecipients } from './reply-recipients.ts'

const at = (address: string): MailAddress => ({ name: '', address })
const entry = (change: Partial<Interaction>) => ({ kind: 'message', direction: 'in', automatic: false, mailClass: 'personal', from: at('anna@example.com'), to: [at('office@shop.pl')], cc: [], ...change }) as Interaction
const ours = ['office@shop.pl', 'Sales@shop.pl']
const customer = at('anna@example.com')
const addresses = (list: MailAddress[]) => list.map(({ address }) => address)

it.each<[string, Interaction[], string[], string[]]>([
  ['the one who wrote', [entry({})], ['anna@example.com'], []],
  ['the one who wrote last', [entry({}), entry({ from: at('ben@example.com') })], ['ben@example.com'], []],
  ['everybody who was in the mail, but not to us', [entry({ to: [at('OFFICE@shop.pl'), at('ben@example.com')], cc: [at('sales@shop.pl'), at('cz@example.com'), at('anna@example.com')] })], ['anna@example.com'], ['ben@example.com', 'cz@example.com']],
  ['not the machine that answered last', [entry({}), entry({ from: at('noreply@example.com'), automatic: true, mailClass: 'auto-reply' }), entry({ from: at('mailer-daemon@example.com'), mailClass: 'bounce' })], ['anna@example.com'], []],
  ['those we wrote to first', [entry({ direction: 'out', from: at('office@shop.pl'), to: [at('ben@example.com')], cc: [at('cz@example.com')] })], ['ben@example.com'], ['cz@example.com']],
  ['the customer when nothing was written', [entry({ kind: 'note', direction: 'internal' })], ['anna@example.com'], []],
])('goes to %s', (_, entries, to, cc) => {
  const recipients = replyRecipients(entries, customer, ours)
  expect([addresses(recipients.to), addresses(recipients.cc), recipients.bcc]).toEqual([to, cc, []])
})
