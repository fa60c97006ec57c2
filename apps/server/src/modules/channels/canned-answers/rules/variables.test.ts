// Guards that a customer's name never becomes markup, and that nothing is filled in twice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cannedVariables } from '@kontuar/contracts'
import { fillVariables, firstNameOf, unknownVariables } from './variables.ts'

describe('variables', () => {
  test.each([
    ['one', '<p>Dzień dobry {{customer.name}}!</p>', '<p>Dzień dobry Anna!</p>', []],
    ['with spaces, as people type them', '{{ customer.name }}{{&nbsp;customer.name\u00a0}}', 'AnnaAnna', []],
    ['with markup inside the braces, as editors leave it', '{{<b>customer.name</b>}}', 'Anna', []],
    ['twice', '{{customer.name}} {{customer.name}}', 'Anna Anna', []],
    ['without a value', '{{legal.lastDay}} i {{queue.name}}', '{{legal.lastDay}} i {{queue.name}}', ['legal.lastDay', 'queue.name']],
    ['braces that are something else', 'a {{ {customer.name} }} b { {customer.name} }', 'a {{ {customer.name} }} b { {customer.name} }', []],
  ])('%s', (_, html, filled, unfilled) => { expect(fillVariables(html, { 'customer.name': 'Anna' })).toEqual({ html: filled, unfilled }) })

  test('that nobody knows are named once each', () => {
    expect(unknownVariables('{{customer.name}} {{customer.password}} {{}} {{ customer.password }} {{constructor}}')).toEqual(['customer.password', '', 'constructor'])
  })
})

describe('a value', () => {
  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '&lt;b&gt;', '{{agent.name}}', '</p><style>*{display:none}</style>', 'a\u2028b\0c'])('%s stays text', (value) => {
    const { html } = fillVariables('<p title="{{customer.name}}">{{customer.name}}</p>', { 'customer.name': value, 'agent.name': 'Ewa' })
    expect(html).not.toMatch(/<(?!\/?p)|Ewa|{{|\u2028/)
    expect(html.match(/"/g)).toHaveLength(2)
  })

  test('of whatever kind brings no markup and no variable', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom(...cannedVariables), (value, name) => { expect(fillVariables(`{{${name}}}`, { [name]: value }).html.replaceAll(/&#\d+;/g, '')).not.toMatch(value.trim() === '' || value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() === '' ? /[<>]/ : /[<>"'&{}]/) }))
  })
})

test.each([['Anna Nowak', 'Anna'], ['Nowak, Anna Maria', 'Anna'], ['  Ольга  Петрова ', 'Ольга'], ['Jan', 'Jan'], ['anna@klient.example', null], ['', null], ['Nowak,', null], ['12345', null]])('the first name of "%s"', (name, first) => {
  expect(firstNameOf(name)).toBe(first)
})
