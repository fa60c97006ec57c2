/* Readings of texts that were left out: by industry, which is the honest figure, and by chance, which is what is usually told. */
import { sharesOf } from '../src/scores.ts'
import { polarityOf } from '../src/polarity.ts'
import { tokensOf } from '../src/tokens.ts'
import type { Lists } from '../src/reading.ts'
import type { Labelled } from './corpus.ts'
import type { Featured } from './dataset.ts'
import type { Judged } from './judge.ts'
import { seededRandom } from './seeded.ts'
import { fit, probabilitiesOf } from './train-sentiment.ts'
import type { Settings } from './settings.ts'

export interface LeftOut extends Judged { text: string, industry: string }

/** `foldOf` gives the fold of each text. */
function leaveOut(texts: readonly Featured[], foldOf: readonly number[], lists: Lists, settings: Settings): LeftOut[] {
  return [...new Set(foldOf)].sort((a, b) => a - b).flatMap((fold) => {
    const fitted = fit(texts.filter((_, i) => foldOf[i] !== fold), lists, settings)
    return texts.filter((_, i) => foldOf[i] === fold).map((text) => ({ text: text.text, industry: text.industry, label: text.label, probabilities: probabilitiesOf(text, fitted, settings) }))
  })
}

const folds = 8

/** Each industry is read by a model that saw nothing of it; two at a time are left out. */
export function leaveIndustriesOut(texts: readonly Featured[], lists: Lists, settings: Settings): LeftOut[] {
  const industries = [...new Set(texts.map(({ industry }) => industry))].sort()
  return leaveOut(texts, texts.map(({ industry }) => industries.indexOf(industry) % folds), lists, settings)
}

export function leaveQuartersOut(texts: readonly Featured[], lists: Lists, settings: Settings): LeftOut[] {
  const random = seededRandom(7)
  return leaveOut(texts, texts.map(() => Math.floor(random() * 4)), lists, settings)
}

/** The temperature under which the labels are likeliest, by thirds and golden sections. */
export function temperatureFor(readings: readonly Judged[]): number {
  const lossAt = (temperature: number): number => readings.reduce((sum, { label, probabilities }) => sum - Math.log(cooled(probabilities, temperature)[label]!), 0)
  let [low, high] = [0.3, 3]
  for (let i = 0; i < 40; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (lossAt(a) < lossAt(b)) high = b
    else low = a
  }
  return Math.round(((low + high) / 2) * 1000) / 1000
}

export const cooled = (probabilities: readonly number[], temperature: number): number[] => sharesOf(probabilities.map((p) => Math.log(Math.max(1e-12, p))), temperature)

/** What the commonest class alone would reach. */
export function majority(texts: readonly { label: number }[]): Judged[] {
  const counts = [0, 0, 0]
  for (const { label } of texts) counts[label]! += 1
  const commonest = counts.indexOf(Math.max(...counts))
  return texts.map(({ label }) => ({ label, probabilities: [0, 1, 2].map((k) => (k === commonest ? 1 : 0)) }))
}

/** What the polarity words alone would reach, with negation and intensity, and no learning. */
export function bareLexicon(texts: readonly Pick<Labelled, 'text' | 'label'>[], { wordList }: Lists): Judged[] {
  return texts.map(({ text, label }) => {
    const net = polarityOf(tokensOf(text), wordList).words.reduce((sum, { value }) => sum + value, 0)
    return { label, probabilities: net > 0.5 ? [0, 0, 1] : net < -0.5 ? [1, 0, 0] : [0, 1, 0] }
  })
}
