// What an alert says, as sentences in the reader's language. Pure; bears that parts of `why` are missing or strange.
import { differenceInSentence, durationText, valueText, wholeText } from '@kontuar/charts'
import type { ConditionRule } from '@kontuar/conditions'
import type { Locale, MetricInfo } from '@kontuar/contracts'
import { conditionWords, saysItself, sayRule } from '../../condition-words/index.ts'
import type { Why } from '../../why.ts'
import { en } from './en.ts'
import { moment } from './moment.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import type { AlertWords } from './words.ts'

const words: Record<Locale, AlertWords> = { pl, ru, en }
export const alertWords = (language: Locale): AlertWords => words[language]
export { moment } from './moment.ts'

export interface ToSay {
  ruleName: string
  why: Partial<Why> & Record<string, unknown>
  /** Name of the place it was watched at, or of the location it happened at; null: everything together, or not seen. */
  placeName: string | null
  metric: Pick<MetricInfo, 'label' | 'unit'> | null
  ticketNumber: number | null
  times: number
  firstAt: Date
  lastAt: Date
}

type Loose = Record<string, unknown>
type Measured = Parameters<typeof valueText>[0]
/** What is not known is written like a count. */
const measuredOf = ({ why, metric }: ToSay): Measured => ({ name: String((why as Loose)['metric'] ?? ''), unit: metric?.unit ?? 'count' })
const asShare = ({ name }: Measured): Measured => ({ name, unit: 'share' })
/** What is late is late by the clock on the wall. */
const byTheClock = { days: true } as const
const num = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const when = (value: unknown): Date | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : null)
const pair = (value: unknown): { low: number; high: number } | null => {
  const { low, high } = (value ?? {}) as Loose
  return num(low) === null || num(high) === null ? null : { low: low as number, high: high as number }
}

/** Conditions of the rule that held; what is strange is left out. */
const foundOf = (why: Loose): ConditionRule[] => (Array.isArray(why['found']) ? why['found'] as unknown[] : []).flatMap((one) => {
  const { field, operator, value } = (one ?? {}) as Loose
  const rule = { field, operator, value } as ConditionRule
  return typeof field === 'string' && typeof operator === 'string' && saysItself(rule) ? [rule] : []
})
function foundWord(why: Loose, language: Locale): string | null {
  const value = foundOf(why).find(({ field }) => field === 'text')?.value
  return typeof value === 'string' ? conditionWords(language).quoted(value) : null
}

/** One sentence without its full stop. */
export function titleOf(given: ToSay, language: Locale): string {
  const head = headOf(given, language)
  return given.placeName === null ? head : `${head} · ${given.placeName}`
}

function headOf(given: ToSay, language: Locale): string {
  const w = words[language]
  const why = given.why as Loose
  const number = given.ticketNumber === null ? '' : language === 'ru' ? `№\u00a0${given.ticketNumber}` : `#${given.ticketNumber}`
  const metric = given.metric?.label ?? String(why['metric'] ?? '')
  const measured = measuredOf(given)
  const write = (value: unknown) => (num(value) === null ? '?' : valueText(measured, value as number, language))
  const change = num(why['change']) === null ? '?' : differenceInSentence(measured, why['change'] as number, language)
  switch (why['code']) {
    case 'event': return eventHead(why, number, w, language) ?? w.fired(given.ruleName)
    case 'run': return w.run(num(why['n']) ?? 0, why['on'] === 'interaction' ? 'interaction' : 'answer')
    case 'figure': switch (why['test']) {
      case 'below': return w.below(metric, write(why['value']), write(why['threshold']))
      case 'above': return w.above(metric, write(why['value']), write(why['threshold']))
      case 'falls': return w.falls(metric, change)
      case 'rises': return w.rises(metric, change)
      case 'share-grows': return w.shareGrows(metric, num(why['change']) === null ? '?' : differenceInSentence(asShare(measured), why['change'] as number, language))
      case 'trend': return w.trend(metric, why['direction'] !== 'down', num(why['weeks']) ?? 0)
      default: return w.fired(given.ruleName)
    }
    case 'no-data': return w.noData(metric)
    case 'silence': return w.silence(why['on'] === 'interaction' || why['on'] === 'ticket' ? why['on'] : 'answer', durationText((num(why['hours']) ?? 0) * 3600, language))
    case 'warning': return w.warnings[why['kind'] as keyof AlertWords['warnings']] ?? w.fired(given.ruleName)
    default: return w.fired(given.ruleName)
  }
}

function eventHead(why: Loose, number: string, w: AlertWords, language: Locale): string | null {
  const write = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
  const word = foundWord(why, language)
  switch (why['on']) {
    case 'answer': return num(why['score']) === null ? (word === null ? w.answer : w.answerWith(word)) : w.score(write(why['score'] as number), num(why['scaleMax']) === null ? null : write(why['scaleMax'] as number))
    case 'interaction': return num(why['stars']) === null ? (word === null ? w.message : w.messageWith(word)) : w.stars(why['stars'] as number)
    case 'ticket': return w.ticket[why['happened'] as keyof AlertWords['ticket']]?.(number).trim() ?? null
    case 'breach': {
      const minutes = num(why['lateMinutes']) ?? 0
      const clock = w.clocks[String(why['clock'])] ?? String(why['clock'] ?? '')
      return minutes >= 0 ? w.late(clock, number, durationText(minutes * 60, language, byTheClock)) : w.nearing(clock, number, durationText(-minutes * 60, language, byTheClock))
    }
    default: return null
  }
}

/** Why now, each a whole sentence. */
export function sentencesOf(given: ToSay, language: Locale, timeZone: string): string[] {
  const w = words[language]
  const why = given.why as Loose
  const at = (moment_: Date) => moment(moment_, language, timeZone)
  const said = whySentences(given, why, w, language, at)
  return given.times > 1 && why['code'] !== 'run' ? [...said, w.times(given.times, at(given.firstAt))] : said
}

function whySentences(given: ToSay, why: Loose, w: AlertWords, language: Locale, at: (moment: Date) => string): string[] {
  const measured = why['test'] === 'share-grows' ? asShare(measuredOf(given)) : measuredOf(given)
  const metric = given.metric?.label ?? String(why['metric'] ?? '')
  const write = (value: unknown) => (num(value) === null ? '?' : valueText(measured, value as number, language))
  const count = (value: unknown) => wholeText(num(value) ?? 0, language)
  const range = (value: unknown) => { const found = pair(value); return found === null ? null : w.range(write(found.low), write(found.high)) }
  switch (why['code']) {
    case 'event': return [...eventSentences(given, why, w, at), ...foundSentence(why, w, language)]
    case 'run': { const since = when(why['since']); return [w.runSentence(num(why['n']) ?? 0, why['on'] === 'interaction' ? 'interaction' : 'answer', since === null ? null : at(since))] }
    case 'figure': {
      const first = w.figureSentence(metric, num(why['days']) ?? 0, write(why['value']), range(why['interval']), count(why['n']))
      if (why['test'] === 'below' || why['test'] === 'above') return [first, ...(num(why['threshold']) === null ? [] : [w.thresholdSentence(write(why['threshold']))])]
      if (why['test'] === 'trend') return [...(num(why['value']) === null ? [] : [first]), w.trendSentence(num(why['weeks']) ?? 0, num(why['slope']) === null ? null : differenceInSentence(measured, why['slope'] as number, language), why['direction'] !== 'down', num(why['p']) === null ? null : new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(why['p'] as number))]
      const change = num(why['change'])
      if (change === null || num(why['before']) === null) return [first]
      const limits = pair(why['changeInterval'])
      const sizes = limits === null ? null : [limits.low, limits.high].map((v) => Math.abs(v)).sort((a, b) => a - b)
      return [first, w.changeSentence(write(why['before']), num(why['beforeN']) === null ? null : count(why['beforeN']), why['against'] === 'year', differenceInSentence(measured, change, language), change >= 0, sizes === null ? null : w.range(differenceInSentence(measured, sizes[0]!, language), differenceInSentence(measured, sizes[1]!, language)))]
    }
    case 'no-data': return [w.noDataSentence(num(why['days']) ?? 0, count(why['n']), count(why['minimum']))]
    case 'silence': { const since = when(why['since']); return [w.silenceSentence(since === null ? null : at(since))] }
    case 'warning': return num(why['came']) === null ? [] : [w.warningSentence(write(why['came']), num(why['expected']) === null ? null : write(why['expected']))]
    default: return []
  }
}

function eventSentences(given: ToSay, why: Loose, w: AlertWords, at: (moment: Date) => string): string[] {
  switch (why['on']) {
    case 'answer': return [w.answerSentence(num(why['score']) === null ? null : String(why['score']), num(why['scaleMin']) === null || num(why['scaleMax']) === null ? null : `${why['scaleMin'] as number}\u2060–\u2060${why['scaleMax'] as number}`, at(given.lastAt))]
    case 'interaction': return [w.messageSentence(at(given.lastAt), why['sentiment'] === 'negative')]
    case 'breach': return [w.lateSentence(at(given.lastAt))]
    default: return [w.ticketSentence(at(given.lastAt))]
  }
}

/** "Found: text mentions “lawyer”, hour below 8." */
function foundSentence(why: Loose, w: AlertWords, language: Locale): string[] {
  const found = foundOf(why)
  return found.length === 0 ? [] : [w.found(found.map((rule) => sayRule(rule, new Map(), language)).join(', '))]
}
