// Guards that the sentence which decided is found again however the screen breaks the text up.
import { describe, expect, it } from 'vitest'
import { decisiveOf } from './decisive.ts'
import { findWords } from './find-words.ts'

/** The stretch between two spots, as one text. */
const between = (pieces: readonly string[], found: ReturnType<typeof findWords>) =>
  found && pieces.map((text, index) => (index < found.from.piece || index > found.to.piece ? '' : text.slice(index === found.from.piece ? found.from.offset : 0, index === found.to.piece ? found.to.offset : undefined))).join('')

describe('words on the screen', () => {
  it.each([
    ['in one piece', ['Dzień dobry. To skandal! Czekam.'], 'To skandal!', 'To skandal!'],
    ['over several, with a link between', ['Proszę zobaczyć ', 'https://a.example', ' i oddać pieniądze.'], 'Proszę zobaczyć https://a.example i oddać pieniądze.', 'Proszę zobaczyć https://a.example i oddać pieniądze.'],
    ['over a line broken by HTML', ['To ', '\n   skandal', '!'], 'To skandal!', 'To \n   skandal!'],
    ['with emoji and letters outside the first plane', ['a 😡 zły 𝕏 dzień'], '😡 zły 𝕏', '😡 zły 𝕏'],
    ['at the very end', ['a', 'b c'], 'c', 'c'],
  ])('are found %s', (_name, pieces, wanted, expected) => {
    expect(between(pieces, findWords(pieces, wanted))).toBe(expected)
  })
  it.each([['another text', ['Dzień dobry.'], 'Do widzenia.'], ['nothing', ['Dzień'], ' \n'], ['no pieces', [], 'a']])('are not found in or for %s', (_name, pieces, wanted) => {
    expect(findWords(pieces, wanted)).toBeNull()
  })
})

describe('the sentence that decides', () => {
  const sentence = (from: number, sentiment: 'negative' | 'neutral' | 'positive', confidence: number) => ({ from, to: from + 5, sentiment, confidence })
  it('is the clearest of those that say what the whole says', () => {
    expect(decisiveOf({ sentiment: 'negative', sentences: [sentence(0, 'positive', 0.99), sentence(6, 'negative', 0.7), sentence(12, 'negative', 0.9), sentence(18, 'negative', 0.8)] })).toMatchObject({ from: 12 })
  })
  it('is none of a text of one sentence, of a neutral one, or of one that only the whole makes so', () => {
    expect(decisiveOf({ sentiment: 'negative', sentences: [sentence(0, 'negative', 0.9)] })).toBeNull()
    expect(decisiveOf({ sentiment: 'neutral', sentences: [sentence(0, 'neutral', 0.9), sentence(6, 'neutral', 0.9)] })).toBeNull()
    expect(decisiveOf({ sentiment: 'positive', sentences: [sentence(0, 'negative', 0.9), sentence(6, 'neutral', 0.9)] })).toBeNull()
    expect(decisiveOf({ sentiment: null, sentences: [] })).toBeNull()
  })
})
