// Guards the look into a file before it is sent: separators, quotes, a heading by any case, nothing at all.
import { expect, test } from 'vitest'
import { reaches, readTable } from './read-table.ts'

test.each([
  ['commas', 'email,name,product\na@x.pl,Anna,Krem\n'], ['semicolons', 'email;name;product\r\na@x.pl;Anna;Krem'], ['tabs', '\uFEFFemail\tname\tproduct\na@x.pl\tAnna\tKrem\n\n'], ['quotes', '"email","name","product"\n"a@x.pl","Anna","Krem"'],
])('with %s', (_, text) => expect(readTable(text)).toEqual({ lines: 1, columns: [{ name: 'email', as: 'email', sample: ['a@x.pl'] }, { name: 'name', as: 'name', sample: ['Anna'] }, { name: 'product', as: 'fact', sample: ['Krem'] }] }))

test('a comma, a quote and a line break inside quotes belong to the cell', () => {
  expect(readTable('E-mail,name\na@x.pl,"Nowak, ""Ania""\nJr"\nb@x.pl,B')).toEqual({ lines: 2, columns: [{ name: 'E-mail', as: 'email', sample: ['a@x.pl', 'b@x.pl'] }, { name: 'name', as: 'name', sample: ['Nowak, "Ania"\nJr', 'B'] }] })
})

test.each(['', '\n \n', '\uFEFF'])('of %j there is nothing to show', (text) => expect(readTable(text)).toBe(null))
test('a quote that never ends takes the rest, and nothing fails', () => expect(readTable('email\n"a\nb\nc')?.lines).toBe(1))

test('who can be reached stands in the heading', () => {
  const table = readTable('Phone;name\n600;A')!
  expect([reaches(table, 'sms'), reaches(table, 'email')]).toEqual([true, false])
})
