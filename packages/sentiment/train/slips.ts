/*
 * Copies of texts with slips of the finger, as people make them on a phone: a neighbouring key, a letter left out, doubled or exchanged
 * with the next, no marks at all. They teach the letters within words; diacritics and case are folded by the reader anyway.
 */
const rows = {
  latin: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  cyrillic: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
}

const neighbours = new Map<string, string>()
for (const keys of Object.values(rows)) {
  keys.forEach((row, y) => [...row].forEach((key, x) => {
    neighbours.set(key, [row[x - 1], row[x + 1], keys[y - 1]?.[x], keys[y + 1]?.[x]].filter(Boolean).join(''))
  }))
}

// About one letter of twenty-five: more than in the corpus, less than nobody could read.
const often = 0.04

export function withSlips(text: string, random: () => number): string {
  const unmarked = random() < 0.3 ? text.replace(/[.,;:]/g, '') : text
  let slipped = ''
  const letters = [...unmarked]
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i]!
    const near = neighbours.get(letter.toLowerCase())
    if (near === undefined || random() >= often) { slipped += letter; continue }
    const kind = random()
    if (kind < 0.4) slipped += near[Math.floor(random() * near.length)]!
    else if (kind < 0.6) continue
    else if (kind < 0.75) slipped += letter + letter
    else if (i + 1 < letters.length) { slipped += letters[i + 1]! + letter; i++ }
    else slipped += letter
  }
  return slipped
}
