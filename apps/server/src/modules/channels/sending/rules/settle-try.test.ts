// Guards what becomes of a mail after a try: refused at once, tried again with growing pauses, or given up.
import { describe, expect, test } from 'vitest'
import { giveUpAfterSeconds, settleTry } from './settle-try.ts'

const to = ['anna@example.org', 'jan@example.org']
const refused = (address: string, permanent: boolean) => ({ address, permanent, reason: permanent ? '550 no such user' : '450 come back later' })

describe('a try', () => {
  test('taken by all is sent', () => {
    expect(settleTry({ kind: 'taken', answer: '250 queued', refused: [] }, to, 1, 0)).toMatchObject({ state: 'sent', retryInSeconds: null, detail: '250 queued' })
  })
  test('refused for one recipient is sent, and names the one', () => {
    expect(settleTry({ kind: 'taken', answer: '250', refused: [refused(to[1]!, true)] }, to, 1, 0)).toMatchObject({ state: 'sent', detail: 'Not taken for jan@example.org: 550 no such user', refused: [{ address: 'jan@example.org' }] })
  })
  test('put off for one recipient is repeated for that one alone', () => {
    expect(settleTry({ kind: 'taken', answer: '250', refused: [refused(to[1]!, false)] }, to, 1, 0)).toMatchObject({ state: 'pending', retryInSeconds: 60, remaining: ['jan@example.org'] })
  })
  test('refused for all recipients fails', () => {
    expect(settleTry({ kind: 'refused', permanent: true, reason: 'x', recipients: to.map((a) => refused(a, true)) }, to, 1, 0)).toMatchObject({ state: 'failed', refused: to.map((address) => ({ address })) })
  })
  test('refused for some and put off for the others goes on with the others', () => {
    expect(settleTry({ kind: 'refused', permanent: false, reason: 'x', recipients: [refused(to[0]!, true), refused(to[1]!, false)] }, to, 1, 0)).toMatchObject({ state: 'pending', remaining: ['jan@example.org'], refused: [{ address: 'anna@example.org' }] })
  })
  test('refused by 5xx fails at once with the words of the server', () => {
    expect(settleTry({ kind: 'refused', permanent: true, reason: '554 this is spam', recipients: [] }, to, 1, 0)).toMatchObject({ state: 'failed', detail: '554 this is spam' })
  })
  test('without an answer to the dot is uncertain, and not repeated', () => {
    expect(settleTry({ kind: 'unanswered', reason: 'timeout' }, to, 1, 0)).toMatchObject({ state: 'uncertain', retryInSeconds: null })
  })
  test.each([[1, 60], [2, 120], [3, 300], [4, 900], [5, 3600], [6, 14_400], [60, 14_400]])('number %i that did not get through is repeated after %i seconds', (attempt, seconds) => {
    expect(settleTry({ kind: 'unreachable', reason: 'no route', code: 'ESOCKET' }, to, attempt, 0)).toMatchObject({ state: 'pending', retryInSeconds: seconds })
  })
  test('is the last one after two days', () => {
    expect(settleTry({ kind: 'unreachable', reason: 'no route', code: 'ESOCKET' }, to, 20, giveUpAfterSeconds)).toMatchObject({ state: 'failed', detail: 'Given up after two days: no route' })
  })
})
