import type { AlertSubject, WarningKind } from '@kontuar/contracts'

/** What stands in sentences about an alert; figures and moments come written already. `place` is null where it is about everything. */
export interface AlertWords {
  score: (score: string, max: string | null) => string
  answer: string
  answerSentence: (score: string | null, range: string | null, when: string) => string
  stars: (stars: number) => string
  message: string
  messageSentence: (when: string, negative: boolean) => string
  /** With the word that was looked for, quoted. */
  messageWith: (word: string) => string
  answerWith: (word: string) => string
  /** Conditions that held, said already. */
  found: (what: string) => string
  ticket: Record<'opened' | 'reopened' | 'complaint', (number: string) => string>
  ticketSentence: (when: string) => string
  clocks: Record<string, string>
  late: (clock: string, number: string, late: string) => string
  nearing: (clock: string, number: string, left: string) => string
  lateSentence: (when: string) => string
  run: (n: number, on: 'answer' | 'interaction') => string
  runSentence: (n: number, on: 'answer' | 'interaction', since: string | null) => string
  below: (metric: string, value: string, threshold: string) => string
  above: (metric: string, value: string, threshold: string) => string
  falls: (metric: string, by: string) => string
  rises: (metric: string, by: string) => string
  shareGrows: (metric: string, by: string) => string
  trend: (metric: string, up: boolean, weeks: number) => string
  figureSentence: (metric: string, days: number, value: string, interval: string | null, n: string) => string
  thresholdSentence: (threshold: string) => string
  changeSentence: (before: string, beforeN: string | null, year: boolean, change: string, up: boolean, interval: string | null) => string
  trendSentence: (weeks: number, slope: string | null, up: boolean, p: string | null) => string
  range: (low: string, high: string) => string
  noData: (metric: string) => string
  noDataSentence: (days: number, n: string, minimum: string) => string
  silence: (on: 'answer' | 'interaction' | 'ticket', hours: string) => string
  silenceSentence: (since: string | null) => string
  warnings: Record<WarningKind, string>
  warningSentence: (came: string, expected: string | null) => string
  /** When nothing more is known of why. */
  fired: (rule: string) => string
  times: (n: number, since: string) => string
  whole: string
  on: Record<AlertSubject, string>
  customer: string
}
