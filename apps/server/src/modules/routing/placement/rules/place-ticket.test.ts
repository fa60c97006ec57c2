// Guards where a new ticket goes: the first rule that fits, else its mailbox, else the default queue.
import { describe, expect, test } from 'vitest'
import type { MessageFacts } from '../message-fields.ts'
import { placeTicket, type Ground, type MailboxPlace, type PlacementRule } from './place-ticket.ts'

const message = (given: Partial<MessageFacts> = {}): MessageFacts => ({
  subject: 'Reklamacja', text: 'Buty się rozpadły.', fromAddress: 'anna@klient.example', fromName: 'Anna', channel: 'email', mailboxId: 'shop', language: 'pl',
  mailClass: 'personal', attachmentCount: 0, customerTags: [], companyId: null, ...given,
})
const rule = (id: string, word: string, given: Partial<PlacementRule> = {}): PlacementRule =>
  ({ id, queueId: `queue of ${id}`, defaultPriority: 'normal', locationId: null, priority: null, fits: (m) => m.subject.includes(word), ...given })
const shop: MailboxPlace = { queue: { queueId: 'sales', defaultPriority: 'high', seen: true }, locationId: 'warsaw', locationSeen: true }
const ground = (given: Partial<Ground> = {}): Ground => ({ rules: [], mailboxes: new Map(), fallback: { queueId: 'after-sales', defaultPriority: 'normal', seen: true }, own: null, ...given })
const withShop = (place: Partial<MailboxPlace> = {}) => new Map([['shop', { ...shop, ...place }]])

describe('a message that comes in', () => {
  test.each<[string, Ground, Partial<MessageFacts>, object]>([
    ['goes to the default queue when nothing else is said', ground(), {}, { queueId: 'after-sales', locationId: null, priority: 'normal', because: { code: 'default' } }],
    ['goes where its mailbox sends it, with that queue\'s priority', ground({ mailboxes: withShop() }), {}, { queueId: 'sales', locationId: 'warsaw', priority: 'high', because: { code: 'mailbox', mailboxId: 'shop' } }],
    ['keeps the location of a mailbox without a queue', ground({ mailboxes: withShop({ queue: null }) }), {}, { queueId: 'after-sales', locationId: 'warsaw', because: { code: 'default' } }],
    ['goes where a rule says, over its mailbox', ground({ mailboxes: withShop(), rules: [rule('r', 'Rekl')] }), {}, { queueId: 'queue of r', because: { code: 'rule', ruleId: 'r' } }],
    ['keeps its mailbox\'s location when the rule names none', ground({ mailboxes: withShop(), rules: [rule('r', 'Rekl')] }), {}, { locationId: 'warsaw' }],
    ['takes the location of the rule', ground({ mailboxes: withShop(), rules: [rule('r', 'Rekl', { locationId: 'cracow' })] }), {}, { locationId: 'cracow' }],
    ['follows the first rule that fits', ground({ rules: [rule('a', 'Zwrot'), rule('b', 'Rekl'), rule('c', '')] }), {}, { because: { code: 'rule', ruleId: 'b' } }],
    ['passes rules that do not fit', ground({ mailboxes: withShop(), rules: [rule('a', 'Zwrot')] }), {}, { queueId: 'sales' }],
    ['has the priority of the rule', ground({ rules: [rule('r', 'Rekl', { priority: 'urgent', defaultPriority: 'low' })] }), {}, { priority: 'urgent' }],
    ['has the priority of the rule\'s queue when the rule names none', ground({ rules: [rule('r', 'Rekl', { defaultPriority: 'high' })] }), {}, { priority: 'high' }],
    ['is low when a machine wrote it', ground({ mailboxes: withShop() }), { mailClass: 'auto-reply' }, { queueId: 'sales', priority: 'low' }],
    ['is what the rule says even when a machine wrote it', ground({ rules: [rule('r', 'Rekl', { priority: 'high' })] }), { mailClass: 'list' }, { priority: 'high' }],
    ['stands in no queue when there is none', ground({ fallback: null }), {}, { queueId: null, priority: 'normal', because: null }],
  ])('%s', (_what, on, given, expected) => {
    expect(placeTicket(message(given), 'shop', on)).toMatchObject(expected)
  })
})

describe('a ticket that begins with us', () => {
  const own = { queueId: 'complaints', defaultPriority: 'low' as const }
  test.each<[string, string | null, Ground, object]>([
    ['asks no rule', 'shop', ground({ rules: [rule('r', '')], mailboxes: withShop() }), { queueId: 'sales', locationId: 'warsaw', priority: 'high', because: { code: 'mailbox', mailboxId: 'shop' } }],
    ['without a mailbox goes to the default queue', null, ground(), { queueId: 'after-sales', because: { code: 'default' } }],
    ['goes to a queue its writer sees when the mailbox\'s is hidden from them', 'shop', ground({ mailboxes: withShop({ queue: { ...shop.queue!, seen: false } }), own }), { queueId: 'complaints', priority: 'low', because: { code: 'own' } }],
    ['goes to a queue its writer sees when the default one is hidden', null, ground({ fallback: { queueId: 'after-sales', defaultPriority: 'normal', seen: false }, own }), { queueId: 'complaints', because: { code: 'own' } }],
    ['stays where its writer sees it', 'shop', ground({ mailboxes: withShop(), own }), { queueId: 'sales', because: { code: 'mailbox', mailboxId: 'shop' } }],
    ['leaves out a location its writer does not see', 'shop', ground({ mailboxes: withShop({ locationSeen: false }) }), { queueId: 'sales', locationId: null }],
  ])('%s', (_what, mailboxId, on, expected) => expect(placeTicket(null, mailboxId, on)).toMatchObject(expected))
})
