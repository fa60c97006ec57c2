// A row of a file as an answer, or why it is none.
import { createHash } from 'node:crypto'
import { checkValues, otherKey, type SurveyDefinition } from '@kontuar/survey'
import { storable } from '../../../../platform/db/storable.ts'
import type { NamedPerson } from '../../../customers/index.ts'
import type { KnownColumn } from '../formats/known-headings.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { ImportColumn } from './columns.ts'
import { foldWords } from './fold-words.ts'
import { cellReader } from './read-cell.ts'
import { readTime, type DayOrder } from './read-time.ts'
import type { RefusedLine } from './refused-lines.ts'

interface ImportPlan {
  definition: SurveyDefinition
  columns: readonly ImportColumn[]
  order: DayOrder | null
  timeZone: string
  /** By folded name; null where two are called so. */
  locations: ReadonlyMap<string, string | null>
  now: Date
}
export interface PastAnswer { line: number; /** What it is known by, in this import. */ key: string; at: Date; values: Record<string, unknown>; person: NamedPerson | null; language: string | null; locationId: string | null }

/** Reads row after row: of equal rows without an id the first is told from the second. */
export function answerReader(plan: ImportPlan): (row: TableRow) => PastAnswer | RefusedLine {
  const known = new Map<KnownColumn, ImportColumn>(plan.columns.flatMap((c) => ('known' in c.target ? [[c.target.known, c]] : [])))
  const questions = plan.columns.flatMap((c) => ('question' in c.target ? [{ ...c, question: c.target.question, read: cellReader(plan.definition, c.target.question, c.target.part) }] : []))
  const equal = new Map<string, number>()
  const ids = new Map<string, number>()

  return (row) => {
    const refuse = (sentence: string): RefusedLine => ({ line: row.line, sentence })
    const cell = (column: KnownColumn): string => storable(row.cells[known.get(column)?.place ?? -1] ?? '').trim()
    const digest = createHash('sha256').update(JSON.stringify(row.cells)).digest('base64url')
    const nth = (equal.get(digest) ?? 0) + 1
    equal.set(digest, nth)

    const time = readTime(cell('at'), { order: plan.order, timeZone: known.get('at')?.heading.timeZone ?? plan.timeZone })
    if ('problem' in time) return refuse(time.problem)
    if (time.at.getTime() > plan.now.getTime() + 86_400_000) return refuse('The time lies in the future.')
    const values: Record<string, unknown> = {}
    for (const { place, heading, question, read } of questions) {
      const given = (row.cells[place] ?? '').trim()
      if (given === '') continue
      const answer = read(given)
      if ('problem' in answer) return refuse(`${heading.name}: ${answer.problem}`)
      if (answer.value !== undefined) values[question.id] = joined(values[question.id], answer.value)
      if (answer.other !== undefined) values[otherKey(question.id)] = answer.other
    }
    if (Object.keys(values).length === 0) return refuse('No question is answered.')
    const { problems: [problem] } = checkValues(plan.definition, values)
    if (problem !== undefined) return refuse(`${questions.find((q) => problem.questionId.startsWith(q.question.id))?.heading.name ?? problem.questionId}: ${problemWords[problem.code] ?? 'does not fit the question.'}`)
    const locationId = cell('location') === '' ? null : plan.locations.get(foldWords(cell('location')))
    if (locationId === undefined) return refuse(`There is no location "${cell('location').slice(0, 80).toWellFormed()}": add it, or correct its name.`)
    if (locationId === null && cell('location') !== '') return refuse(`There are several locations called "${cell('location').slice(0, 80).toWellFormed()}": give them names that differ.`)
    const id = cell('id')
    const before = id === '' ? undefined : ids.get(id)
    if (before !== undefined) return refuse(`The same id stands on line ${before}.`)
    if (id !== '') ids.set(id, row.line)
    const language = languageOf(cell('language'))
    return { line: row.line, key: id === '' ? `row ${digest} ${nth}` : `id ${id}`, at: time.at, values, person: personOf(cell, language), language, locationId }
  }
}

export const isRefusedRow = (read: PastAnswer | RefusedLine): read is RefusedLine => 'sentence' in read

const problemWords: Partial<Record<string, string>> = { 'too-long': 'the text is longer than the question allows; nothing is cut off.', 'not-storable': 'the text holds signs that cannot be stored.' }

/** Options and rows with columns of their own come one by one. */
function joined(before: unknown, value: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(value)) return [...new Set([...before, ...value])]
  return typeof before === 'object' && before !== null && typeof value === 'object' && value !== null ? { ...before, ...value } : value
}

function personOf(cell: (column: KnownColumn) => string, language: string | null): NamedPerson | null {
  const [email, phone] = [cell('email'), cell('phone')]
  // Some tools write "anonymous" there.
  if (!email.includes('@') && phone === '') return null
  return { name: cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' '), email: email || null, phone: phone || null, language }
}

function languageOf(given: string): string | null {
  const tag = given.toLowerCase().replace('_', '-')
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/.test(tag) && tag.length <= 10 ? tag : null
}
