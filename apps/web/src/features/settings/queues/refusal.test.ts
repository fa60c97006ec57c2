// Guards that a refusal of the server keeps its numbers and names when it is said in the reader's language.
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../../api/problem.ts'
import { openNamed, queueRefusal, usersNamed } from './refusal.ts'

test.each([
  ['12 open tickets are still in "IT": close them or move them to another queue first.', 12],
  ['One open ticket is still in "IT": close them or move them to another queue first.', 1],
  ['1000 or more open tickets are still in "IT": close them first.', 1000],
  ['New tickets still come to "7 open tickets are" by the rule "X"', null],
])('%s', (detail, count) => expect(openNamed(detail)).toBe(count))

test.each([
  ['New tickets still come to "IT" by the mailbox "Biuro", the rule "Faktury": choose another queue there first.', ['Biuro', 'Faktury']],
  ['"Noc" is used by the queue "IT", the SLA policy "VIP", the shift of Anna Nowak: choose another calendar there first.', ['IT', 'VIP', 'Anna Nowak']],
  ['Something else.', []],
])('%s', (detail, users) => expect(usersNamed(detail)).toEqual(users))

const t = ((key: string, values: object) => `${key} ${JSON.stringify(values ?? {})}`) as unknown as TFunction<'queues'>
test('a sentence that cannot be read is shown as it is', () => expect(queueRefusal(new ApiProblem('cannot-do', 422, 'No', { detail: 'A new reason.' }), t)).toBe('A new reason.'))
test('a failure of the network is left to the general words', () => expect(queueRefusal(new TypeError('Failed to fetch'), t)).toBeUndefined())
