// Guards which ticket a message joins: the order of the strategies and the rule that a stranger never
// enters another customer's ticket.
import { describe, expect, test } from 'vitest'
import { bareSubject, matchTicket, numberInSubject, type CandidateTicket, type MessageClues } from './match-ticket.ts'

const at = new Date('2026-03-10T10:00:00Z')
const clues = (given: Partial<MessageClues> = {}): MessageClues => ({
  customerId: 'anna', senderKey: 'anna@example.pl', inReplyTo: [], references: [], replyAddressTicket: null, bodyMarkerTicket: null, subjectNumber: null,
  subject: 'Re: Reklamacja', automatic: false, bounceOf: null, at, ...given,
})
const ticket = (given: Partial<CandidateTicket> = {}): CandidateTicket => ({
  id: 't1', number: 1, customerId: 'anna', subject: 'Reklamacja', status: 'open', statusCategory: 'open', closedAt: null, participants: new Set(['anna@example.pl', 'biuro@salon.pl']), ...given,
})
const known = (...pairs: [string | number, CandidateTicket][]) => ({
  byMessageId: new Map(pairs.filter((p): p is [string, CandidateTicket] => typeof p[0] === 'string')),
  byNumber: new Map(pairs.filter((p): p is [number, CandidateTicket] => typeof p[0] === 'number')),
})

describe('the order of the strategies', () => {
  const all = clues({ inReplyTo: ['a'], references: ['b'], replyAddressTicket: 3, bodyMarkerTicket: 4, subjectNumber: 5 })
  const tickets = [['a', ticket({ id: 'by-a' })], ['b', ticket({ id: 'by-b' })], [3, ticket({ id: 'by-3' })], [4, ticket({ id: 'by-4' })], [5, ticket({ id: 'by-5' })]] as [string | number, CandidateTicket][]
  test.each([
    ['in-reply-to', 0, 'by-a'], ['references', 1, 'by-b'], ['reply-address', 2, 'by-3'], ['body-marker', 3, 'by-4'], ['subject-number', 4, 'by-5'],
  ])('%s is tried at place %i', (name, missing, id) => {
    const match = matchTicket(all, known(...tickets.slice(missing)), 14)
    expect([match.matchedBy, match.ticket?.id]).toEqual([name, id])
  })
  test('of several references the newest known one counts', () => {
    expect(matchTicket(clues({ references: ['old', 'newer', 'unknown'] }), known(['old', ticket({ id: 'o' })], ['newer', ticket({ id: 'n' })]), 14).ticket?.id).toBe('n')
  })
  test('an empty id never matches', () => {
    expect(matchTicket(clues({ inReplyTo: [''], references: [''] }), known(['', ticket()]), 14).matchedBy).toBe('new')
  })
})

describe('a stranger', () => {
  const stranger = { customerId: 'eve', senderKey: 'eve@example.com' }
  test.each([
    ['In-Reply-To', { inReplyTo: ['a'] }], ['References', { references: ['a'] }], ['the subject number', { subjectNumber: 1 }], ['the body marker', { bodyMarkerTicket: 1 }],
  ])('gets a new ticket although %s fits, and a pointer to it', (_, given) => {
    const match = matchTicket(clues({ ...stranger, ...given }), known(['a', ticket()], [1, ticket()]), 14)
    expect(match).toMatchObject({ ticket: null, matchedBy: 'new', possiblyRelated: { id: 't1' }, suggestion: 'possibly-related' })
  })
  test('joins by the signed reply address, which only a receiver of our message knows', () => {
    expect(matchTicket(clues({ ...stranger, replyAddressTicket: 1 }), known([1, ticket()]), 14)).toMatchObject({ matchedBy: 'reply-address', ticket: { id: 't1' } })
  })
  test('who was in copy is no stranger', () => {
    expect(matchTicket(clues({ ...stranger, inReplyTo: ['a'] }), known(['a', ticket({ participants: new Set(['eve@example.com']) })]), 14).matchedBy).toBe('in-reply-to')
  })
  test('without an address never joins', () => {
    expect(matchTicket(clues({ customerId: 'x', senderKey: null, inReplyTo: ['a'] }), known(['a', ticket()]), 14).matchedBy).toBe('new')
  })
})

describe('a closed ticket', () => {
  const closed = (days: number) => ticket({ statusCategory: 'closed', closedAt: new Date(at.getTime() - days * 86_400_000) })
  test('reopens up to the last instant of the set time', () => {
    expect(matchTicket(clues({ inReplyTo: ['a'] }), known(['a', closed(14)]), 14)).toMatchObject({ ticket: { id: 't1' }, reopens: true })
  })
  test('later a new ticket continues it', () => {
    expect(matchTicket(clues({ inReplyTo: ['a'] }), known(['a', closed(14.01)]), 14)).toMatchObject({ ticket: null, continues: { id: 't1' }, reopens: false })
  })
  test('is not reopened by a machine, however late', () => {
    expect(matchTicket(clues({ inReplyTo: ['a'], automatic: true }), known(['a', closed(400)]), 14)).toMatchObject({ ticket: { id: 't1' }, reopens: false, continues: null })
  })
  test('with 0 days never reopens', () => {
    expect(matchTicket(clues({ inReplyTo: ['a'] }), known(['a', closed(0.001)]), 0).continues?.id).toBe('t1')
  })
})

test('a bounce joins the ticket of the message it returns, whoever sent it', () => {
  expect(matchTicket(clues({ customerId: 'mailer', senderKey: 'mailer-daemon@mx.pl', bounceOf: 'ours', automatic: true }), known(['ours', ticket()]), 14).matchedBy).toBe('bounce')
})
test('an edited subject suggests a split, a grown one does not', () => {
  const to = (subject: string) => matchTicket(clues({ inReplyTo: ['a'], subject }), known(['a', ticket()]), 14).suggestion
  expect([to('Zwrot pieniędzy za buty'), to('Odp: Re: reklamacja'), to('Reklamacja - dodatkowe zdjęcia'), to('')]).toEqual(['split', null, null, null])
})

test.each([
  ['Re: RE: Odp: Fwd: Zwrot', 'zwrot'], ['Re[2]: Zwrot', 'zwrot'], ['AW: WG: Zwrot', 'zwrot'], ['Отв: Re: Возврат', 'возврат'], ['[EXTERNAL] Re: Zwrot', 'zwrot'],
  ['Zwrot [#12-abcd2345]', 'zwrot'], ['Re: [#12] Zwrot', 'zwrot'], ['Reguły gry', 'reguły gry'], ['Re:', ''], ['Ref: 123', '123'],
])('the bare subject of %j is %j', (subject, bare) => expect(bareSubject(subject)).toBe(bare))

test.each([['Re: [#123] x', 123], ['[#45-k7f2x9qa]', 45], ['#123 x', null], ['Zamówienie [123]', null], ['[#1234567890123]', null], ['', null]])('the ticket number in %j is %j', (subject, number) => expect(numberInSubject(subject)).toBe(number))
