/*
 * A cell as the answer to a question. "9 - bardzo chętnie" is 9, "Bardzo dobrze" is a point where each point has a word, labels are found
 * in any language of the survey. What does not fit is told and never bent: a 12 is not a 10.
 */
import { hasOther, scaleOf, valueWords, type Question, type SurveyDefinition } from '@kontuar/survey'
import { otherPart } from './columns.ts'
import { foldWords } from './fold-words.ts'
import { optionFinder } from './question-words.ts'

/** `other`: words beside the options. Nothing of both: the cell is empty. */
type ReadCell = { value?: unknown; other?: string } | { problem: string }
type CellReader = (cell: string) => ReadCell

/** Made once a column; the reader gets cells without blanks around them, and never an empty one. */
export function cellReader(definition: SurveyDefinition, question: Question, part: string | null): CellReader {
  if (part === otherPart && hasOther(question) && !(question.options ?? []).some((o) => o.id === otherPart)) return (cell) => ({ other: cell })
  switch (question.type) {
    case 'text': return (cell) => ({ value: cell })
    case 'consent': return readConsent
    case 'single': return singleReader(question)
    case 'matrix': return columnReader(question, part!)
    case 'multiple': case 'reasons': return part === null ? severalReader(question) : tickReader(question, part)
    case 'file': return () => ({ problem: 'A table holds no files.' })
    default: return pointReader(definition, question)
  }
}

const quote = (cell: string): string => `"${cell.slice(0, 80).toWellFormed()}"`

function pointReader(definition: SurveyDefinition, question: Question): CellReader {
  const scale = scaleOf(question)!
  const words = new Map<string, number | null>()
  for (const language of definition.languages) {
    for (const [n, word] of (valueWords(question, language, definition.defaultLanguage) ?? []).entries()) {
      const [folded, point] = [foldWords(word), scale.min + n]
      words.set(folded, words.has(folded) && words.get(folded) !== point ? null : point)
    }
  }
  return (cell) => {
    // "9", "9.0", "9 - bardzo chętnie", "9 (very likely)", "4/5", "4 out of 5"; but neither "9-10" nor "9:05".
    const [, digits, of] = /^(-?\d{1,6})(?:[.,]0+)?(?:\s*(?:\/|z|out of|из)\s*(\d{1,3}))?(?:$|(?=[\s\-–—:.)(=])(?![\s\-–—:.]*\d))/iu.exec(cell) ?? []
    const decimal = /^-?\d+[.,]\d*[1-9]/.test(cell)
    const stars = /^([★⭐]+)☆*$/u.exec(cell)
    const point = decimal ? null : digits !== undefined ? Number(digits) : stars !== null ? Array.from(stars[1]!).length : (words.get(foldWords(cell)) ?? null)
    if (point === null) return { problem: `${quote(cell)} is no point of the scale from ${scale.min} to ${scale.max}.` }
    if (of !== undefined && Number(of) !== scale.max) return { problem: `${quote(cell)} is of a scale to ${of}; this question has one to ${scale.max}.` }
    return point < scale.min || point > scale.max ? { problem: `${point} is not on the scale from ${scale.min} to ${scale.max}.` } : { value: point }
  }
}

function singleReader(question: Question): CellReader {
  const find = optionFinder(question.options ?? [])
  return (cell) => {
    const id = find(cell)
    if (id !== null) return { value: id }
    return question.other === true ? { other: cell } : { problem: `${quote(cell)} is none of the options.` }
  }
}

function columnReader(question: Question, row: string): CellReader {
  const find = optionFinder(question.options ?? [])
  return (cell) => {
    const id = find(cell)
    return id === null ? { problem: `${quote(cell)} is none of the columns.` } : { value: { [row]: id } }
  }
}

/** Where each option has a column: what stands in it says that it was ticked, unless it says no. */
function tickReader(question: Question, part: string): CellReader {
  const label = optionFinder((question.options ?? []).filter((o) => o.id === part))
  const no = new Set(['0', 'no', 'false', 'nie', 'нет', 'n', 'off', 'unchecked', 'not selected'].map(foldWords))
  const yes = new Set(['1', 'yes', 'true', 'tak', 'да', 'x', 'y', 't', 'on', 'checked', 'selected', '✓', '✔'].map((word) => foldWords(word) || word))
  return (cell) => {
    const word = foldWords(cell) || cell
    if (no.has(word)) return {}
    return yes.has(word) || label(cell) !== null ? { value: [part] } : { problem: `${quote(cell)} says neither that the option was ticked nor that it was not.` }
  }
}

/** Several labels in one cell. Labels may hold the very sign that divides them, so the longest that fits is taken. */
function severalReader(question: Question): CellReader {
  const find = optionFinder(question.options ?? [])
  return (cell) => {
    const whole = find(cell)
    if (whole !== null) return { value: [whole] }
    const divider = /[;\n|]/.test(cell) ? /[;\n|]/ : /,/
    const pieces = cell.split(divider).map((piece) => piece.trim()).filter((piece) => piece !== '')
    const [ids, rest]: [string[], string[]] = [[], []]
    for (let at = 0; at < pieces.length;) {
      const taken = longestLabel(pieces, at, find)
      if (taken === null) rest.push(pieces[at]!)
      else ids.push(taken.id)
      at += taken?.pieces ?? 1
    }
    if (rest.length > 0 && question.other !== true) return { problem: `${quote(rest[0]!)} is none of the options.` }
    return { ...(ids.length === 0 ? {} : { value: ids }), ...(rest.length === 0 ? {} : { other: rest.join(', ') }) }
  }
}

/** No label has more commas than that. */
const mostPieces = 6

function longestLabel(pieces: readonly string[], at: number, find: (label: string) => string | null): { id: string; pieces: number } | null {
  for (let n = Math.min(mostPieces, pieces.length - at); n > 0; n--) {
    const id = find(pieces.slice(at, at + n).join(', '))
    if (id !== null) return { id, pieces: n }
  }
  return null
}

const agreed = new Set(['1', 'yes', 'true', 'tak', 'да', 'x', 'agree', 'i agree', 'consented', 'zgoda', 'zgadzam się', 'wyrażam zgodę', 'согласен', 'согласна', 'accepted', 'checked'].map(foldWords))
const declined = new Set(['0', 'no', 'false', 'nie', 'нет', 'declined', 'i do not agree', 'nie zgadzam się', 'не согласен', 'не согласна', 'not accepted', 'unchecked', 'nie wyrażam zgody'].map(foldWords))

/** A consent is never read into a word that does not say so. */
function readConsent(cell: string): ReadCell {
  const word = foldWords(cell)
  if (agreed.has(word)) return { value: true }
  return declined.has(word) ? { value: false } : { problem: `${quote(cell)} is neither yes nor no.` }
}
