/*
 * The heading of an export, which has one row, two (SurveyMonkey: the question, then its options) or three (Qualtrics: codes, texts,
 * ids). Known from public documentation alone; what is not known is read as plain CSV, and the columns are named by hand.
 */
import { foldWords } from '../rules/fold-words.ts'
import type { TableRow } from '../table/read-rows.ts'

type Format = 'google-forms' | 'microsoft-forms' | 'surveymonkey' | 'typeform' | 'qualtrics' | 'delighted' | 'csv'
export interface Heading {
  /** As it is shown and named in a mapping; no two are alike. */
  name: string
  /** What it may be called, folded: as given, and without the number before it. */
  words: string[]
  /** Of its times, as the file says; null: it does not. */
  timeZone: string | null
}
export interface Headed { format: Format; headings: Heading[]; rows: TableRow[] }

export function readHeadings(table: readonly TableRow[]): Headed {
  const [first, second, third] = table.map((row) => row.cells)
  const words = first!.map(foldWords)
  const format = formatOf(first!, words)
  const width = Math.max(first!.length, ...table.slice(1, 4).map((row) => row.cells.length))
  const places = Array.from({ length: width }, (_, place) => place)
  if (format === 'surveymonkey' && second !== undefined && (second[0] ?? '').trim() === '') {
    return { format, headings: named(places.map((place) => surveyMonkeyName(first!, second, place))), rows: table.slice(2) }
  }
  if (format === 'qualtrics') {
    const texts = isQualtricsIds(second) ? [] : (second ?? [])
    const skipped = 1 + Number(texts.length > 0 && isQualtricsText(first!, second)) + Number(isQualtricsIds(second) || isQualtricsIds(third))
    const hasTexts = skipped > 1 && texts.length > 0
    return { format, headings: named(places.map((place) => (hasTexts ? [texts[place] || first![place] || '', first![place] ?? ''] : [first![place] ?? ''])), places.map((place) => qualtricsZone((isQualtricsIds(second) ? second : third)?.[place]))), rows: table.slice(skipped) }
  }
  const alias = format === 'typeform' ? (name: string) => (name.trim() === '#' ? [name, 'response id'] : [name]) : (name: string) => [name]
  return { format, headings: named(places.map((place) => alias(first![place] ?? ''))), rows: table.slice(1) }
}

function formatOf(first: readonly string[], words: readonly string[]): Format {
  const has = (...names: string[]) => names.every((name) => words.includes(foldWords(name)))
  if (has('startdate', 'enddate') && (has('responseid') || has('recordeddate'))) return 'qualtrics'
  if (has('respondent id', 'collector id')) return 'surveymonkey'
  if (first.some((name) => name.trim() === '#') && (has('network id') || has('submit date utc'))) return 'typeform'
  if (has('start time', 'completion time') || has('godzina rozpoczęcia', 'godzina ukończenia') || has('время начала', 'время выполнения')) return 'microsoft-forms'
  if (has('score', 'comment') && (has('survey type') || has('permalink') || has('person id'))) return 'delighted'
  return ['timestamp', 'sygnatura czasowa', 'отметка времени'].map(foldWords).includes(words[0] ?? '') ? 'google-forms' : 'csv'
}

/** An empty cell above belongs to the question left of it; below stands an option, or only that it is an answer. */
function surveyMonkeyName(first: readonly string[], second: readonly string[], place: number): string[] {
  let above = place
  while (above > 0 && (first[above] ?? '').trim() === '') above--
  const [question, option] = [(first[above] ?? '').trim(), (second[place] ?? '').trim()]
  return [option === '' || ['response', 'open ended response'].includes(foldWords(option)) ? question : `${question} — ${option}`]
}

const isQualtricsIds = (row: readonly string[] | undefined): boolean => row?.some((cell) => /^\s*\{\s*"ImportId"\s*:/i.test(cell)) ?? false
/** Beneath "StartDate" stands "Start Date", or its translation, but never a time. */
const isQualtricsText = (first: readonly string[], second: readonly string[] | undefined): boolean => !isQualtricsIds(second) && !/\d/.test(second?.[first.findIndex((name) => foldWords(name) === 'startdate')] ?? '0')

/** {"ImportId":"endDate","timeZone":"America/Denver"}: of whoever exported it, not of ours. */
function qualtricsZone(ids: string | undefined): string | null {
  const zone = /"timeZone"\s*:\s*"([^"\\]{1,60})"/i.exec(ids ?? '')?.[1]
  if (zone === undefined) return null
  try {
    return Temporal.Now.zonedDateTimeISO(zone).timeZoneId
  } catch {
    return null
  }
}

/**
 * @param given the name first, then what else it is known by
 * @param zones of their times, where the file says so elsewhere
 */
function named(given: readonly string[][], zones: readonly (string | null)[] = []): Heading[] {
  const seen = new Map<string, number>()
  return given.map((names, place) => {
    const shown = (names[0] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 500).toWellFormed() || `column ${place + 1}`
    const before = seen.get(shown) ?? 0
    seen.set(shown, before + 1)
    const words = names.flatMap((name) => [foldWords(name), foldWords(name).replace(/^(?:[qp]|pytanie|question|вопрос)? ?\d+ /, '')])
    return { name: before === 0 ? shown : `${shown} (${before + 1})`, words: [...new Set(words)].filter((word) => word !== ''), timeZone: zones[place] ?? (names.some((name) => /\butc\b/i.test(name)) ? 'UTC' : null) }
  })
}
