// Guards the folding of texts: what is equal for people, and that folding twice changes nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

test.each<[string, string]>([
  ['ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż', 'acelnoszz acelnoszz'], ['АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', 'абвгдеежзийклмнопрстуфхцчшщъыьэюя'], ['ЇҐЄІЎ', 'іґєіу'], ['ÄÖÜ ß ÅØÆ ÇÑ', 'aou ß aoæ cn'],
  ['ŘŠŤŽŮ őű ğış țșăâî', 'rstzu ou gis tsaai'], ['ΆΛΦΑ τέλος', 'αλφα τελοσ'], ['Nguyễn Ặ', 'nguyen a'], ['İIıi', 'iiii'], ['日本 👩‍👧 №5', '日本 👩‍👧 №5'], ['a\u00a0b\u202fc\u00add', 'a b cd'],
])('%s is compared as %s', (text, folded) => expect(foldText(text)).toBe(folded))

test('composed and decomposed texts are one', () => {
  const covered = fc.string({ unit: fc.constantFrom(...'zażółćgęśląjaźńŻÓŁĆÉÈÄÖÜäöüñçйЙёЁїўабвáčďěňřšťůýžőűặễ ') })
  fc.assert(fc.property(covered, (text) => { expect(foldText(text.normalize('NFD'))).toBe(foldText(text)) }))
})

test('folding twice is folding once, and case is gone', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(foldText(foldText(text))).toBe(foldText(text)) }), { numRuns: 1000 })
})
