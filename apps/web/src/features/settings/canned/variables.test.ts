// Guards the preview of canned answers: variables are filled, typing mistakes are named, sample data cannot become HTML.
import { cannedVariables } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { filled, unknownVariables, type Sample } from './variables.ts'

const sample = Object.fromEntries(cannedVariables.map((name) => [name, `<${name}>`])) as Sample

test('known variables are filled in, unknown ones stay', () => {
  expect(filled('<p>{{customer.firstName}}, nr {{ ticket.number }} {{klient}}</p>', sample)).toBe('<p>&lt;customer.firstName&gt;, nr &lt;ticket.number&gt; {{klient}}</p>')
})
test.each([['{{klient}} {{klient}} {{agent.name}}', ['klient']], ['{klient} {{}}', []], ['{{constructor}}', ['constructor']]])('in “%s” unknown: %j', (html, names) => {
  expect(unknownVariables(html)).toEqual(names)
})
