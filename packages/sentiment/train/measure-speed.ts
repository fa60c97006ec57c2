/* How long a reading takes, on this machine, with everything warm. */
import { readFileSync } from 'node:fs'
import { languages } from '../src/language.ts'
import { readSentiment } from '../src/read-sentiment.ts'
import { readSentimentModel, weightPlace } from '../src/weights.ts'
import { readCorpus } from './corpus.ts'

export interface Speed { medianMicroseconds: number, p99Microseconds: number, longMilliseconds: number, loadMilliseconds: number }

const percentile = (values: readonly number[], p: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))]!

export function measureSpeed(): Speed {
  const texts = languages.flatMap((language) => readCorpus(language).filter((_, i) => i % 4 === 0).map(({ text }) => text))
  const took = (work: () => unknown): number => { const from = performance.now(); work(); return performance.now() - from }
  for (const text of texts) readSentiment(text)
  const each = texts.map((text) => took(() => readSentiment(text)))
  const long = texts.join(' ').slice(0, 100_000)
  return {
    medianMicroseconds: Math.round(percentile(each, 0.5) * 1000),
    p99Microseconds: Math.round(percentile(each, 0.99) * 1000),
    longMilliseconds: Math.round(percentile(Array.from({ length: 20 }, () => took(() => readSentiment(long))), 0.5) * 10) / 10,
    loadMilliseconds: Math.round(Math.max(...languages.map((language) => took(() => readSentimentModel(readFileSync(weightPlace(language)))))) * 10) / 10,
  }
}
