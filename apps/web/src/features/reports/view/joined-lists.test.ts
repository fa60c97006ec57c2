// Guards the texts of authors on the screen: what they may write is shown as in the mail, and nothing they write becomes a program.
import { expect, test } from 'vitest'
import { readTextBlocks } from '@kontuar/charts'
import { joinedLists } from './joined-lists.ts'

const plain = (text: string) => ({ text, bold: false, link: null })

test('paragraphs are parted by an empty line, and bold words stand out', () => {
  expect(readTextBlocks('Dobry **tydzień**.\n\nDalej')).toEqual([{ kind: 'paragraph', words: [plain('Dobry '), { text: 'tydzień', bold: true, link: null }, plain('.')] }, { kind: 'paragraph', words: [plain('Dalej')] }])
})

test('items that follow each other are one list', () => {
  expect(joinedLists(readTextBlocks('- one\n- two\n  and more\n1. first')).map(({ kind, items }) => [kind, items.length])).toEqual([['bullet', 2], ['number', 1]])
})

test('addresses of the web and of mail are links', () => {
  expect(readTextBlocks('[strona](https://a.example/b)')[0]!.words).toEqual([{ text: 'strona', bold: false, link: 'https://a.example/b' }])
})

test.each(['[x](javascript:alert(1))', '[x](javascript:alert)', '[x](data:text/html,1)', '<a href="https://a.example">x</a>', '[x](https://a.example/"onclick)'])('%s is no link', (text) => {
  expect(readTextBlocks(text).flatMap(({ words }) => words).every(({ link }) => link === null)).toBe(true)
})
