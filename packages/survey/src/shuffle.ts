import type { Option, Question } from './definition.ts'

/**
 * The options in the order of this giver. The seed (of the invitation, of the page's key) keeps it the same when a page is
 * shown again with a mistake in it. A scale, a matrix and whoever does not ask for it keep their order; "other" is not
 * among the options and stays last.
 */
export function optionsInOrder(question: Question, seed: string): Option[] {
  const options = [...(question.options ?? [])]
  if (question.shuffled !== true || question.type === 'matrix') return options
  const random = generator(`${seed}\n${question.id}`)
  for (let last = options.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    ;[options[last], options[chosen]] = [options[chosen]!, options[last]!]
  }
  return options
}

/** From 0 to 1: FNV-1a of the seed into mulberry32. Order needs no secrecy. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
