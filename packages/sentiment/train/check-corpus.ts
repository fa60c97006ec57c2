/* Whether a corpus is fit to learn from: enough texts, balanced, nothing twice. */
import { sentiments } from '../src/language.ts'
import { tokensOf } from '../src/tokens.ts'
import type { Labelled } from './corpus.ts'

export const wanted = { texts: 3000, leastShare: 0.25, mostShare: 0.45, industries: 12, leastInIndustry: 100 } as const

/** What is wrong, in sentences; empty when nothing is. */
export function checkCorpus(texts: readonly Labelled[]): string[] {
  const faults: string[] = []
  if (texts.length < wanted.texts) faults.push(`${texts.length} texts; ${wanted.texts} are wanted.`)
  sentiments.forEach((name, label) => {
    const part = texts.filter((text) => text.label === label).length / texts.length
    if (part < wanted.leastShare || part > wanted.mostShare) faults.push(`${(100 * part).toFixed(1)} % are ${name}.`)
  })
  const industries = new Map<string, number>()
  for (const { industry } of texts) industries.set(industry, (industries.get(industry) ?? 0) + 1)
  if (industries.size < wanted.industries) faults.push(`${industries.size} industries; ${wanted.industries} are wanted.`)
  for (const [industry, n] of industries) if (n < wanted.leastInIndustry) faults.push(`${industry} has ${n} texts.`)
  for (const [a, b] of doubles(texts)) faults.push(`twice: "${a.text}" (${a.industry}) and "${b.text}" (${b.industry}).`)
  return faults
}

/** Texts whose words are the same but for case, diacritics and marks. Marks count in texts of one or two words: "super" and "super!!!" differ in manner. */
export function doubles(texts: readonly Labelled[]): [Labelled, Labelled][] {
  const first = new Map<string, Labelled>()
  return texts.flatMap((text) => {
    const tokens = tokensOf(text.text)
    const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'number')
    const key = words.length > 2 ? words.map((t) => t.text).join(' ') : text.text.toLowerCase()
    const before = first.get(key)
    if (before) return [[before, text] satisfies [Labelled, Labelled]]
    first.set(key, text)
    return []
  })
}

/** Pairs of texts of five words and more that share at least `share` of their words. */
export function nearDoubles(texts: readonly Labelled[], share = 0.8): [Labelled, Labelled][] {
  const sets = texts.map((text) => new Set(tokensOf(text.text).filter(({ kind }) => kind === 'word').map((t) => t.text)))
  const byWord = new Map<string, number[]>()
  const found: [Labelled, Labelled][] = []
  sets.forEach((words, i) => {
    if (words.size < 5) return
    const shared = new Map<number, number>()
    for (const word of words) for (const other of byWord.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    for (const [other, n] of shared) if (n / (words.size + sets[other]!.size - n) >= share) found.push([texts[other]!, texts[i]!])
    for (const word of words) byWord.set(word, [...byWord.get(word) ?? [], i])
  })
  return found
}
