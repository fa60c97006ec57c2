// Guards that what the server says of one condition stands at that condition, and of another part nowhere near it.
import { expect, test } from 'vitest'
import { ApiProblem } from '../../../../api/problem.ts'
import { serverProblems } from '../../../../ui/conditions/condition-problems.ts'
import { conditionsProblem } from './conditions-problem.ts'

const refused = new ApiProblem('invalid-input', 422, 'wrong', { fields: { 'definition.where.0.1': 'is unknown', 'definition.fits': 'is empty', 'delivery.recipients': 'are missing' } })

test('a fault of one condition is found at its place by the builder', () => {
  expect(serverProblems(conditionsProblem(refused, 'where'))).toEqual([{ path: [0, 1], sentence: 'is unknown' }])
  expect(serverProblems(conditionsProblem(refused, 'fits'))).toEqual([{ path: [], sentence: 'is empty' }])
})

test('what is said of something else is no fault of these conditions', () => {
  expect(conditionsProblem(refused, 'among')).toBeNull()
  expect(conditionsProblem(new Error('broken'), 'where')).toBeNull()
})
