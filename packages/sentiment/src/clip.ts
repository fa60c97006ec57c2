/*
 * Of long texts the beginning and the end are read: complaints state the matter first and end with the point. A bound, so that
 * a pasted log of 100 KB costs what a letter costs.
 */
import type { Stretch } from './sentences.ts'

const each = 3000

/** The parts that are read, in order; cut between words where one ends nearby, never within a surrogate pair. */
export function partsRead(text: string): Stretch[] {
  if (text.length <= 2 * each) return [{ from: 0, to: text.length }]
  return [{ from: 0, to: lastBreak(text, each) }, { from: firstBreak(text, text.length - each), to: text.length }]
}

const near = 100
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

function lastBreak(text: string, at: number): number {
  for (let i = at; i > at - near; i--) if (/\s/.test(text[i]!)) return i
  return isLow(text, at) ? at - 1 : at
}

function firstBreak(text: string, at: number): number {
  for (let i = at; i < at + near; i++) if (/\s/.test(text[i]!)) return i
  return isLow(text, at) ? at + 1 : at
}
