/* How the sentiment models are made. Each was chosen by what reads industries best that were left out; MODEL-CARD.md tells the figures. */
import type { Group } from '../src/features.ts'

export interface Settings {
  /** What the features of a group weigh together; a group that is not named is not read. */
  scales: Partial<Record<Group, number>>
  penalty: number
  /** A feature in fewer texts is left out. */
  leastTexts: number
  steps: number
  /** Copies: what part of the texts gets one of each kind, and what it weighs beside 1 for the text itself. */
  copies: { slips: number, joined: number, mixed: number, weight: number }
  /** Features kept in the file, those of the greatest weight. */
  kept: number
}

export const settings: Settings = {
  scales: { word: 1, stem: 1, stemPair: 1, letters: 1, polar: 1, turned: 1, last: 0.7, signal: 1, idea: 1, before: 0.7 },
  penalty: 1.5e-4,
  leastTexts: 2,
  steps: 40,
  copies: { slips: 1, joined: 0.4, mixed: 0.4, weight: 0.4 },
  kept: 43_000,
}
