/*
 * What is alike in every language: how much praise and blame, where it stands, whether the text asks, shouts, is long. Said as names of
 * buckets, so that a linear model can learn any shape. The same names in all languages: the model learns them from all three corpora.
 */
import type { Reading } from './features.ts'
import type { PolarWord } from './polarity.ts'

const sum = (words: readonly PolarWord[]): number => words.reduce((total, { value }) => total + value, 0)

/** What went before a turn counts less. */
const dimmed = 0.2

const bucket = (value: number, edges: readonly number[]): number => {
  let i = 0
  while (i < edges.length && value > edges[i]!) i++
  return i
}

const netEdges = [-6, -4, -2.5, -1.2, -0.3, 0.3, 1.2, 2.5, 4, 6]
const sumEdges = [0, 1, 2, 3.5, 5, 8]

export function signalsOf({ text, tokens, polarity, sentences }: Reading): string[] {
  const turned = polarity.dim.includes(1)
  const words = turned ? polarity.words.map((word) => (polarity.dim[word.from] ? { ...word, value: dimmed * word.value } : word)) : polarity.words
  const good = words.filter((w) => w.value > 0)
  const bad = words.filter((w) => w.value < 0)
  const [praise, blame] = [sum(good), -sum(bad)]
  const net = praise - blame
  const lastSentence = sentences.at(-1)
  const inLast = lastSentence && sentences.length > 1 ? words.filter((w) => tokens[w.from]!.from >= lastSentence.from) : []
  const contrast = polarity.contrasts.at(-1)
  const after = contrast === undefined ? [] : words.filter((w) => w.from > contrast)
  const count = (kind: (mark: string) => boolean): number => tokens.filter((t) => t.kind === 'mark' && kind(t.text)).length
  const asks = count((m) => m.includes('?'))
  const calls = tokens.reduce((n, t) => n + (t.kind === 'mark' && t.text.includes('!') ? t.text.length : 0), 0)
  const spoken = tokens.filter((t) => t.kind === 'word')
  const shouted = spoken.filter((t) => t.shouted && t.text.length > 2).length
  const lastLetter = text.trimEnd().at(-1) ?? ''
  const lastMark = '?!.…)('.includes(lastLetter) ? lastLetter : '-'
  const signals = [
    `net ${bucket(net, netEdges)}`,
    `praise ${bucket(praise, sumEdges)}`,
    `blame ${bucket(blame, sumEdges)}`,
    `good ${Math.min(4, good.length)} bad ${Math.min(4, bad.length)}`,
    `ratio ${words.length === 0 ? 'none' : bucket(net / (praise + blame), [-0.99, -0.5, -0.1, 0.1, 0.5, 0.99])}`,
    `length ${bucket(spoken.length, [1, 2, 4, 7, 12, 20, 35, 60])}`,
    `asks ${Math.min(3, asks)}`,
    `calls ${bucket(calls, [0, 1, 2, 4])}`,
    `end ${lastMark}`,
    `shouted ${bucket(shouted, [0, 1, 3])}${spoken.length > 1 && shouted === spoken.length ? ' all' : ''}`,
    `asks ${Math.min(1, asks)} net ${bucket(net, [-2, -0.3, 0.3, 2])}`,
    `length ${bucket(spoken.length, [3, 8, 20])} net ${bucket(net, [-2, -0.3, 0.3, 2])}`,
    `good denied ${Math.min(2, words.filter((w) => w.negated && w.value < 0).length)}`,
    `bad denied ${Math.min(2, words.filter((w) => w.negated && w.value > 0).length)}`,
  ]
  if (words.length > 0) {
    signals.push(`first ${bucket(words[0]!.value, [-2, 0, 2])}`, `final ${bucket(words.at(-1)!.value, [-2, 0, 2])}`)
    const strongest = words.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a))
    signals.push(`strongest ${bucket(strongest.value, [-3, -2, -1, 0, 1, 2, 3])}`)
  }
  if (inLast.length > 0) signals.push(`last ${bucket(sum(inLast), netEdges)}`)
  if (contrast !== undefined) signals.push(`after ${after.length === 0 ? 'none' : bucket(sum(after), [-2, -0.3, 0.3, 2])}`)
  if (turned) {
    const [head, tail] = [polarity.words.filter((w) => polarity.dim[w.from]), polarity.words.filter((w) => !polarity.dim[w.from])]
    signals.push(`turned ${bucket(sum(head), [-0.3, 0.3])} ${tail.length === 0 ? 'none' : bucket(sum(tail), [-2, -0.3, 0.3, 2])}`)
  }
  if (tokens.some((t) => t.heldDown)) signals.push('held down')
  if (tokens.some((t) => t.kind === 'mark' && t.text.includes('?') && t.text.length > 1)) signals.push('asks loudly')
  if (tokens.some((t) => t.kind === 'number')) signals.push('number')
  if (tokens.some((t) => t.kind === 'number' && t.text.startsWith('#'))) signals.push('long number')
  if (tokens.some((t) => t.kind === 'link')) signals.push('link')
  if (tokens.some((t) => t.text === '…')) signals.push('trails off')
  if (spoken.some((t) => t.text.includes('*'))) signals.push('starred')
  return signals
}
