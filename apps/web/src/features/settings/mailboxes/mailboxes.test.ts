// Guards what the mailbox settings fill in and say: providers by address, the field of a fault, the confirmation's text.
import { expect, test } from 'vitest'
import { confirmationTexts } from './confirmation-samples.ts'
import { fillConfirmation, unknownPlaceholders } from './confirmation-text.ts'
import { fieldOfFault } from './faults.ts'
import { guessServer, providerByHost, providerOf, providers } from './providers.ts'

test.each([
  ['jan@gmail.com', 'gmail'], ['Jan@GMAIL.com', 'gmail'], ['a@hotmail.com', 'outlook'], ['a@op.pl', 'onet'], ['a@wp.pl', 'wp'], ['a@interia.pl', 'interia'], ['a@ya.ru', 'yandex'], ['a@bk.ru', 'mailru'],
  ['biuro@firma.pl', undefined], ['a@evil-gmail.com', undefined], ['gmail.com', 'gmail'], ['', undefined],
])('the provider of %s is %s', (address, id) => {
  expect(providerOf(address)?.id).toBe(id)
})

test('no domain belongs to two providers', () => {
  const domains = providers.flatMap((provider) => provider.domains)
  expect(new Set(domains).size).toBe(domains.length)
})

test('a stored server names its provider, an empty one none', () => {
  expect(providerByHost('imap.wp.pl')?.id).toBe('wp')
  expect(providerByHost('')).toBeNull()
})

test('a domain of one’s own gets a first guess', () => {
  expect(guessServer('biuro@firma.pl', 'imap')).toEqual({ host: 'imap.firma.pl', port: 993, security: 'tls' })
  expect(guessServer('', 'smtp').host).toBe('')
})

test('every fault has a field', () => {
  expect(Object.values(fieldOfFault).every(Boolean)).toBe(true)
})

test('the confirmation fills only what it knows, and a customer’s subject is not filled again', () => {
  expect(fillConfirmation('{number} {subject} {name} {other}', { number: '7', subject: '{name}', name: 'Ewa' })).toBe('7 {name} Ewa {other}')
  expect(fillConfirmation('{subject}', { number: '', subject: '$& $1', name: '' })).toBe('$& $1')
})

test('misspelt placeholders are found, and our own texts have none', () => {
  expect(unknownPlaceholders('{numer} {number} { name }')).toEqual(['{numer}', '{ name }'])
  expect(Object.values(confirmationTexts).flatMap(unknownPlaceholders)).toEqual([])
})
