// Guards which version of the law counts now, and that a new term gets a code of its own.
import type { LegalBasis } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { codeFrom, currentVersions } from './versions.ts'

const basis = (code: string, version: number) => ({ code, version }) as LegalBasis
test('the newest version of each counts, whatever the order', () => {
  expect(currentVersions([basis('a', 1), basis('b', 1), basis('a', 3), basis('a', 2)])).toEqual([basis('a', 3), basis('b', 1)])
})

test.each([
  ['Reklamacja usług pocztowych', [], 'reklamacja-uslug-pocztowych'], ['Reklamacja', ['reklamacja', 'reklamacja-2'], 'reklamacja-3'], ['Претензия', [], 'term'], ['  §§ ', ['term'], 'term-2'], ['a'.repeat(90), [], 'a'.repeat(50)],
])('%s becomes %s', (name, taken, code) => expect(codeFrom(name, new Set(taken))).toBe(code))
