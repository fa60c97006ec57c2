/* How long a reading takes, on this machine, with everything warm. */
import { readFileSync } from 'node:fs'
import { languages } from '../src/language.ts'
import { readSentiment } from '../src/read-sentiment.ts'
import { readSentimentModel, weightPlace } from '../src/weights.ts'
import { readCorpus } from './corpus.ts'

export interface Speed { medianMicroseconds: number, p99Microseconds: number, longMilliseconds: number, loadMilliseconds: number }

const percentile = (values: readonly number[], p: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))]!

/** The shortest of several turns, in milliseconds: what else the machine does only ever adds. */
function shortest(work: () => unknown, turns: number): number {
  let least = Infinity
  for (let i = 0; i < turns; i++) {
    const from = performance.now()
    work()
    least = Math.min(least, performance.now() - from)
  }
  return least
}

const turns = 7

export function measureSpeed(): Speed {
  const texts = languages.flatMap((language) => readCorpus(language).filter((_, i) => i % 4 === 0).map(({ text }) => text))
  for (const text of texts) readSentiment(text)
  const each = texts.map((text) => shortest(() => readSentiment(text), turns))
  const long = texts.join(' ').slice(0, 100_000)
  return {
    medianMicroseconds: Math.round(percentile(each, 0.5) * 1000),
    p99Microseconds: Math.round(percentile(each, 0.99) * 1000),
    longMilliseconds: Math.round(shortest(() => readSentiment(long), turns) * 10) / 10,
    loadMilliseconds: Math.round(Math.max(...languages.map((language) => shortest(() => readSentimentModel(readFileSync(weightPlace(language))), turns))) * 10) / 10,
  }
}
