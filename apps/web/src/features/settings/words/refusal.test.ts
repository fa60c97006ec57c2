// Guards that a refusal is said in the reader's language where we know it, and never swallowed where we do not.
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../../api/problem.ts'
import { refusalText, refusedFields } from './refusal.ts'

const t = ((key: string) => `<${key}>`) as unknown as TFunction<'desk'>
const refused = (fields: Record<string, string>) => new ApiProblem('cannot-do', 422, 'Not done', { detail: 'The server’s sentence.', fields })

test.each([
  [{ name: 'is taken' }, { name: '<refused.nameTaken>' }],
  [{ retired: 'is the only way from parts' }, { retired: '<refused.onlyWay>' }],
  [{ retired: 'has 3 below it in use' }, { retired: '<refused.childrenInUse>' }],
  [{ constructor: 'is odd' }, { constructor: 'The server’s sentence.' }],
])('%j becomes %j', (fields, sentences) => expect(refusedFields(refused(fields), t)).toEqual(sentences))

test('a failure of the network has no fields', () => expect(refusalText(new TypeError('Failed to fetch'), t)).toBeUndefined())
