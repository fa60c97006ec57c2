// Guards the rules of statuses: where a ticket may go, where it goes of itself, and that no setting leaves an
// organization without a way for its tickets.
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { StatusRow } from '../queries.ts'
import { statusAfterCustomerMessage } from './after-customer-message.ts'
import { checkStatus } from './check-status.ts'
import { findStatus } from './find-status.ts'
import { makeKey } from './make-key.ts'
import { refuseForbiddenMove } from './move.ts'

const status = (key: string, category: StatusRow['category'], more: Partial<StatusRow> = {}): StatusRow =>
  ({ key, name: key.toUpperCase(), readyMade: null, category, colour: 'grey', position: 1, isDefault: false, next: null, requires: { reason: false, result: false }, onCustomerMessage: null, retired: false, ...more })
const all = [
  status('new', 'new', { isDefault: true }), status('open', 'open', { isDefault: true }), status('parts', 'waiting'), status('waiting', 'waiting', { isDefault: true, next: ['open', 'closed'] }),
  status('old', 'waiting', { retired: true }), status('closed', 'closed', { isDefault: true, next: [] }), status('spam', 'closed', { onCustomerMessage: 'spam' }), status('checked', 'open', { onCustomerMessage: 'old' }), status('promised', 'new', { onCustomerMessage: 'parts' }),
]
const sentenceOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  return null
}

test.each([['parts', 'parts'], ['waiting', 'waiting'], ['old', null], ['closed', 'closed'], ['nothing', null], ['', null], ['__proto__', null], ['constructor', null]])('the wish %j finds %j', (wanted, key) => {
  expect(findStatus(all, wanted)?.key ?? null).toBe(key)
})
test('a category finds its default status when no key in use is spelled like it', () => {
  expect(findStatus([status('open', 'open', { retired: true }), status('working', 'open', { isDefault: true })], 'open')?.key).toBe('working')
})

test.each([
  ['new', 'closed', null], ['waiting', 'open', null], ['waiting', 'waiting', null], ['closed', 'closed', null], ['gone', 'open', null],
  ['waiting', 'new', 'From "WAITING" a ticket can only go to "OPEN", "CLOSED".'],
  ['closed', 'open', 'A ticket in the status "CLOSED" stays there: the settings of the status name no next one.'],
])('from %s to %s: %j', (from, to, sentence) => expect(sentenceOf(() => refuseForbiddenMove(all, from, to))).toBe(sentence))

test.each([
  ['new', 'new'], ['open', 'open'], ['waiting', 'open'], ['parts', 'open'], ['old', 'open'], ['closed', 'open'], ['spam', 'spam'], ['promised', 'parts'], ['gone', 'open'],
  ['checked', 'checked'],
])('a message of the customer takes %s to %s', (from, to) => expect(statusAfterCustomerMessage(all, from)).toBe(to))

describe('a status may be', () => {
  const changed = (key: string, more: Partial<StatusRow>) => () => checkStatus(all, all.find((s) => s.key === key)!, { ...all.find((s) => s.key === key)!, ...more })
  const added = (more: Partial<StatusRow>) => () => checkStatus(all, null, status('fresh', 'open', more))
  test.each<[string, () => void, RegExp | null]>([
    ['added', added({}), null], ['called as a retired one was', added({ name: 'old' }), null], ['retired when another of its category remains', changed('parts', { retired: true }), null],
    ['left naming what is retired by now', changed('checked', { name: 'X' }), null], ['made to stay closed when the customer writes', changed('closed', { onCustomerMessage: 'closed' }), null],
    ['added naming itself', added({ onCustomerMessage: 'fresh' }), null], ['brought back', changed('old', { retired: false }), null],
    ['called as another, in another case', added({ name: 'wAitinG' }), /already a status called "WAITING"/], ['called as another, in wide letters', added({ name: 'ＷＡＩＴＩＮＧ' }), /already a status/],
    ['retired as the last of its category', () => checkStatus(all.filter((s) => s.key !== 'checked'), all[1]!, { ...all[1]!, retired: true }), /last status of the category open/],
    ['retired as the default', changed('waiting', { retired: true }), /make another the default/],
    ['retired and made the default at once', changed('parts', { retired: true, isDefault: true }), /bring it back first/],
    ['followed by an unknown one', changed('open', { next: ['nowhere'] }), /no status with the key "nowhere"/], ['followed by a retired one', changed('open', { next: ['old'] }), /"OLD" is retired/],
    ['taken to an unknown one by the customer', changed('open', { onCustomerMessage: 'constructor' }), /no status with the key/], ['taken to a retired one', changed('open', { onCustomerMessage: 'old' }), /"OLD" is retired/],
    ['taken from open to closed by the customer', changed('open', { onCustomerMessage: 'spam' }), /must not close the ticket/],
  ])('%s', (_what, act, sentence) => (sentence === null ? expect(sentenceOf(act)).toBeNull() : expect(sentenceOf(act)).toMatch(sentence)))

  test('retired only while no other leads to it alone', () => {
    const lane = [...all, status('packed', 'open', { next: ['parts', 'old', 'packed'] })]
    expect(sentenceOf(() => checkStatus(lane, lane[2]!, { ...lane[2]!, retired: true }))).toMatch(/From "PACKED" a ticket can only go to "PARTS"/)
  })
  test('added a hundred times, not more', () => {
    const many = Array.from({ length: 100 }, (_, i) => status(`s${i}`, 'open'))
    expect(sentenceOf(() => checkStatus(many, null, status('fresh', 'open')))).toMatch(/100 statuses already/)
  })
})

test.each([
  ['Oczekuje na część', [], 'oczekuje-na-czesc'], ['Żółć i łódź', [], 'zolc-i-lodz'], ['Ждём клиента', [], 'zhdem-klienta'], ['Подъезд', [], 'podezd'], ['🦊', [], 'status'], ['status', ['status', 'status-2'], 'status-3'],
  ['Open', ['open'], 'open-2'], ['x'.repeat(100), [], 'x'.repeat(35)], ['-- a --', [], 'a'],
])('the name %j becomes the key, when %j are taken: %s', (name, taken, key) => {
  expect(makeKey(name, taken)).toBe(key)
  expect(makeKey(name, taken)).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/)
})
