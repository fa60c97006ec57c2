// Guards that the preview can show a question behind a condition, and gives up on one that nothing leads to.
import { visibleQuestions, type Question } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { revealingValues } from './revealing-values.ts'

const when = (field: string, operator: string, value: unknown) => ({ combinator: 'and' as const, rules: [{ field: `q:${field}`, operator, value }] })
const questions: Question[] = [
  { id: 'nps', type: 'nps', title: {} },
  { id: 'why', type: 'reasons', title: {}, options: [{ id: 'a', label: {} }, { id: 'b', label: {} }], condition: when('nps', '<=', 6) },
  { id: 'more', type: 'text', title: {}, condition: when('why', 'containsAll', ['a', 'b']) },
  { id: 'refund', type: 'consent', title: {}, condition: when('more', 'contains', 'zwrot') },
  { id: 'never', type: 'text', title: {}, condition: when('nps', '>', 10) },
]

test.each(['nps', 'why', 'more', 'refund'])('answers that lead to %s are found', (id) => {
  const values = revealingValues({ questions }, id)!
  expect(visibleQuestions({ questions }, values).map((each) => each.id)).toContain(id)
})

test('a question that nothing leads to is said to be so', () => {
  expect(revealingValues({ questions }, 'never')).toBeNull()
})
