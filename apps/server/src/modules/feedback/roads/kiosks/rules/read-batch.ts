// What a tablet sends, read without trusting a byte of it. Each answer is judged by itself: one that is wrong must not keep the others
// waiting in a shop.
import { isId } from '../../../../../platform/id.ts'

export interface HeldAnswer {
  /** Made at the first tap; whoever sends it again means the same answer. */
  key: string
  surveyId: string
  version: number
  language: string | null
  values: unknown
  /** By the tablet's clock. */
  at: Date
  finished: boolean
}
export interface KioskBatch {
  answers: HeldAnswer[]
  /** Those that cannot be read, by the key where there is one. */
  unreadable: { key: string | null; reason: string }[]
  /** The tablet's clock while it sends. Null: it did not say. */
  now: Date | null
  /** What it holds in all. */
  waiting: number
}

/** A tablet sends 50 at once. */
const mostAnswers = 200

/** Null: it is no batch at all. */
export function readBatch(given: unknown): KioskBatch | null {
  if (!isRecord(given) || !Array.isArray(given['answers']) || given['answers'].length > mostAnswers) return null
  const batch: KioskBatch = { answers: [], unreadable: [], now: instant(given['now']), waiting: count(given['waiting']) }
  for (const item of given['answers'] as unknown[]) {
    const read = readAnswer(item)
    if ('reason' in read) batch.unreadable.push(read)
    else batch.answers.push(read)
  }
  return batch
}

function readAnswer(item: unknown): HeldAnswer | { key: string | null; reason: string } {
  if (!isRecord(item)) return { key: null, reason: 'is no answer' }
  const { key, survey, version, language, values, at, finished } = item
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) return { key: null, reason: 'has no key' }
  if (typeof survey !== 'string' || !isId(survey)) return { key, reason: 'names no survey' }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > 1_000_000) return { key, reason: 'names no version' }
  const given = instant(at)
  if (given === null) return { key, reason: 'has no time' }
  if (!isRecord(values)) return { key, reason: 'has no values' }
  return { key, surveyId: survey.toLowerCase(), version, language: typeof language === 'string' && language.length <= 20 ? language : null, values, at: given, finished: finished === true }
}

function instant(given: unknown): Date | null {
  if (typeof given !== 'number' || !Number.isFinite(given)) return null
  const date = new Date(given)
  return Number.isNaN(date.getTime()) ? null : date
}

const count = (given: unknown): number => (typeof given === 'number' && Number.isInteger(given) && given >= 0 ? Math.min(given, 1_000_000) : 0)
const isRecord = (given: unknown): given is Record<string, unknown> => typeof given === 'object' && given !== null && !Array.isArray(given)
