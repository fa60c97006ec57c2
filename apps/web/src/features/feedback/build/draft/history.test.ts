// Guards that every change of a draft can be taken back and brought again, in steps a person means.
import { expect, test } from 'vitest'
import { begin, changed, redone, stepPause, undone } from './history.ts'

test('words typed in one go are taken back at once', () => {
  let history = begin('')
  history = changed(history, 'J', 'title', 0)
  history = changed(history, 'Ja', 'title', 100)
  history = changed(history, 'Jak', 'title', 200)
  expect(undone(history).present).toBe('')
  expect(redone(undone(history)).present).toBe('Jak')
})

test('a pause, another field and an act of its own begin a new step', () => {
  let history = changed(begin('a'), 'ab', 'title', 0)
  history = changed(history, 'abc', 'title', stepPause)
  history = changed(history, 'abcd', 'help', stepPause + 1)
  history = changed(history, 'abcde', null, stepPause + 2)
  history = changed(history, 'abcdef', null, stepPause + 3)
  expect(history.past).toEqual(['a', 'ab', 'abc', 'abcd', 'abcde'])
})

test('a change after going back forgets what was ahead, and the first state can always be reached', () => {
  let history = changed(changed(begin(1), 2, null, 0), 3, null, 0)
  history = changed(undone(history), 9, null, 0)
  expect(redone(history).present).toBe(9)
  expect(undone(undone(undone(undone(history)))).present).toBe(1)
})

test('typing after taking back does not continue the step that was taken back', () => {
  const history = changed(undone(changed(changed(begin('a'), 'ab', 'title', 0), 'abx', null, 1)), 'abc', 'title', 2)
  expect(undone(history).present).toBe('ab')
})

test('the same value is no change', () => {
  const history = begin('a')
  expect(changed(history, 'a', null, 0)).toBe(history)
})
