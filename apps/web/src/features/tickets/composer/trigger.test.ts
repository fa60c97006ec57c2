// Guards what opens the lists in the composer, and that nobody is told who was not named.
import { describe, expect, it, test } from 'vitest'
import { mentionedIn, triggerIn, unfilledIn } from './trigger.ts'

test.each([
  ['/', { kind: 'canned', words: '', length: 1 }],
  ['/wiz', { kind: 'canned', words: 'wiz', length: 4 }],
  ['Line\n/adres', { kind: 'canned', words: 'adres', length: 6 }],
  ['@', { kind: 'mention', words: '', length: 1 }],
  ['See @Anna Wi', { kind: 'mention', words: 'Anna Wi', length: 8 }],
  ['и/или', null],
  ['Cena 5/6', null],
  ['https://kontuar.example', null],
  ['//', null],
  ['anna@mietowa', null],
  ['Dzień dobry', null],
])('“%s” asks for %o', (before, asked) => expect(triggerIn(before)).toEqual(asked))

it('names each variable left in the text once', () => {
  expect(unfilledIn('Do {{legal.lastDay}} albo {{ legal.lastDay }}, {{customer.firstName}}; {{}} {x}')).toEqual(['legal.lastDay', 'customer.firstName'])
})

describe('who is mentioned', () => {
  const people = [{ id: 'a', name: 'Anna' }, { id: 'n', name: 'Anna Nowak' }, { id: 'm', name: 'Михаил Ковалёв' }]
  test.each([
    ['@Anna Nowak, please look', ['n']],
    ['@Anna and @Anna Nowak', ['n', 'a']],
    ['@Михаил Ковалёв', ['m']],
    ['Anna Nowak wrote from anna@example', []],
  ])('in “%s”: %o', (text, ids) => expect(mentionedIn(text, people)).toEqual(ids))
})
