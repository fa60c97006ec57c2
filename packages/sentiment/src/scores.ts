/*
 * From features to scores of the three classes. The features of a group share its weight: each counts scale/√n, so that a long text does
 * not outvote its own signals, and grows surer only slowly.
 */
import { collectFeatures, groups, type Group, type Reading } from './features.ts'
import { findSlot } from './table.ts'
import type { SentimentModel } from './weights.ts'

export type Scores = [negative: number, neutral: number, positive: number]

const groupIndex = Object.fromEntries(groups.map((name, i) => [name, i])) as Record<Group, number>

// A feature counts once in a text. Places seen are marked with the number of the reading, which saves clearing 64 KB for each text.
const seen = new Uint32Array(1 << 14)
const seenHash = new Int32Array(1 << 14)
let reading = 0

/** Each feature of the reading once, by group. Of features that share a place in the register a doubled one may pass: it only counts twice. */
export function eachFeature(read: Reading, visit: (group: Group, hash: number) => void): void {
  reading = (reading + 1) >>> 0
  if (reading === 0) { seen.fill(0); reading = 1 }
  const current = reading
  collectFeatures(read, (group, hash) => {
    const place = (hash ^ (hash >>> 15)) & (seen.length - 1)
    if (seen[place] === current && seenHash[place] === hash) return
    seen[place] = current
    seenHash[place] = hash
    visit(group, hash)
  })
}

export function scoresOfReading(read: Reading, model: SentimentModel): Scores {
  const { table, weights, scales, bias } = model
  const negative = new Float64Array(groups.length)
  const positive = new Float64Array(groups.length)
  const counts = new Float64Array(groups.length)
  eachFeature(read, (group, hash) => {
    if (!scales[group]) return
    const g = groupIndex[group]
    counts[g]! += 1
    const slot = findSlot(table, hash)
    if (slot < 0) return
    negative[g]! += weights[table.numbers[slot]! + 128]!
    positive[g]! += weights[table.numbers[slot + 1]! + 128]!
  })
  const scores: Scores = [...bias]
  groups.forEach((name, g) => {
    if (counts[g] === 0) return
    const share = scales[name]! / Math.sqrt(counts[g]!)
    scores[0] += share * negative[g]!
    scores[2] += share * positive[g]!
  })
  return scores
}

export function sharesOf(scores: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - highest) / temperature))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
