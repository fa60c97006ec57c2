// What each column of a file is: suggested from its heading, or said by whoever imports.
import { primaryQuestion, type Question, type SurveyDefinition } from '@kontuar/survey'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { findKnownColumns, isCommentHeading, isScoreHeading, type KnownColumn } from '../formats/known-headings.ts'
import type { Heading } from '../formats/read-headings.ts'
import { partNames, wordsOf } from './question-words.ts'

/** `part`: an option that has a column of its own, a row of a matrix, or `other`. */
export type Target = { known: KnownColumn } | { question: Question; part: string | null }
export interface ImportColumn { place: number; heading: Heading; target: Target }

const knownColumns: readonly string[] = ['at', 'id', 'email', 'phone', 'name', 'firstName', 'lastName', 'language', 'location'] satisfies KnownColumn[]
export const otherPart = 'other'

/** By place; null where a heading says nothing. Each thing is suggested once, to the first column that fits. */
export function suggestColumns(headings: readonly Heading[], definition: SurveyDefinition): (string | null)[] {
  const found: (string | null)[] = headings.map(() => null)
  const given = new Set<string>()
  const suggest = (target: string, fits: (heading: Heading) => boolean) => {
    const place = given.has(target) ? -1 : headings.findIndex((heading, i) => found[i] === null && fits(heading))
    if (place < 0) return
    found[place] = target
    given.add(target)
  }
  const asked = definition.questions.filter((q) => q.type !== 'file')
  for (const question of asked) {
    const words = wordsOf(question.title)
    suggest(`q:${question.id}`, (h) => h.name === question.id || h.words.some((word) => words.includes(word)))
  }
  for (const { questionId, part, words } of partNames(definition)) if (!given.has(`q:${questionId}`)) suggest(`q:${questionId}:${part}`, (h) => h.words.some((word) => words.includes(word)))
  for (const [column, place] of findKnownColumns(headings.map((h, i) => (found[i] === null ? h.words : [])))) found[place] = column
  const primary = primaryQuestion(definition)
  if (primary !== null) suggest(`q:${primary.id}`, (h) => h.words.some(isScoreHeading))
  const text = asked.find((q) => q.type === 'text')
  if (text !== undefined) suggest(`q:${text.id}`, (h) => h.words.some(isCommentHeading))
  return found
}

/** @param mapping by the heading's name; undefined: as suggested @throws Refusal `invalid-input` */
export function resolveColumns(headings: readonly Heading[], definition: SurveyDefinition, mapping: Readonly<Record<string, string>> | undefined): { columns: ImportColumn[]; said: (string | null)[] } {
  const unknown = Object.keys(mapping ?? {}).find((name) => !headings.some((h) => h.name === name))
  if (unknown !== undefined) throw new Refusal('invalid-input', `The file has no column "${unknown.slice(0, 100).toWellFormed()}": name the columns as the preview shows them.`, { mapping: 'names an unknown column' })
  const said = mapping === undefined ? suggestColumns(headings, definition) : headings.map((h) => (Object.hasOwn(mapping, h.name) ? mapping[h.name]! : null))
  const taken = new Map<string, string>()
  const columns = said.flatMap((target, place): ImportColumn[] => {
    if (target === null) return []
    const heading = headings[place]!
    const before = taken.get(target)
    if (before !== undefined) throw new Refusal('invalid-input', `"${before}" and "${heading.name}" are both "${target}": choose one of them.`, { mapping: 'names one thing twice' })
    taken.set(target, heading.name)
    return [{ place, heading, target: readTarget(target, definition) }]
  })
  return { columns, said }
}

/** @throws Refusal `invalid-input` for a file without a time or an answer */
export function refuseIncomplete(columns: readonly ImportColumn[]): void {
  if (!columns.some((c) => 'known' in c.target && c.target.known === 'at')) throw new Refusal('invalid-input', 'No column says when the answers were given: name it "at".', { mapping: 'names no time' })
  if (!columns.some((c) => 'question' in c.target)) throw new Refusal('invalid-input', 'No column answers a question of this survey: name at least one "q:<question>".', { mapping: 'names no question' })
}

function readTarget(target: string, definition: SurveyDefinition): Target {
  if (knownColumns.includes(target)) return { known: target as KnownColumn }
  const refuse = (sentence: string): never => { throw new Refusal('invalid-input', sentence, { mapping: 'names something that is not there' }) }
  // Ids hold no colon.
  const [, id, part] = /^q:([^:]+)(?::(.+))?$/.exec(target) ?? refuse(`"${target.slice(0, 100).toWellFormed()}" is nothing a column can be: see the description of the mapping.`)
  const question = definition.questions.find((q) => q.id === id) ?? refuse(`The survey has no question "${id!.slice(0, 80).toWellFormed()}".`)
  if (question.type === 'file') refuse(`"${id}" asks for a file, which no table holds: leave the column out.`)
  if (part === undefined) return question.type === 'matrix' ? refuse(`"${id}" is a table: name each of its rows as "q:${id}:<row>".`) : { question, part: null }
  const parts = question.type === 'matrix' ? question.rows : question.type === 'multiple' || question.type === 'reasons' ? question.options : []
  const hasPart = (parts ?? []).some((p) => p.id === part) || (part === otherPart && question.other === true)
  return hasPart ? { question, part } : refuse(`The question "${id}" has no part "${part.slice(0, 80).toWellFormed()}".`)
}
