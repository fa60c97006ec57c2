// Guards who is said to be here: never oneself, nobody twice, and writing outweighs looking.
import { expect, it } from 'vitest'
import { othersHere } from './others-here.ts'

const viewer = (staffId: string, state: 'viewing' | 'writing') => ({ staffId, name: staffId.toUpperCase(), state })

it('leaves oneself out and names each person once', () => {
  const here = [viewer('me', 'writing'), viewer('a', 'viewing'), viewer('a', 'writing'), viewer('b', 'writing'), viewer('b', 'viewing'), viewer('c', 'viewing'), viewer('c', 'viewing')]
  expect(othersHere(here, 'me')).toEqual({ writing: ['A', 'B'], viewing: ['C'] })
})
