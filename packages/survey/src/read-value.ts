// Whether one value answers one question, and in which form it is kept. The form, the API and the kiosk all come through here.
import { otherOption, type Question, type StoredFile, type Value } from './definition.ts'
import { isRecord, isStorable, own } from './json.ts'
import { limits } from './limits.ts'
import type { AnswerProblemCode } from './problems.ts'
import { scaleOf } from './scales.ts'

/** `value` undefined: nothing was answered, which is no fault here. */
export type Read = { value: Value | undefined } | { problem: AnswerProblemCode }

const nothing: Read = { value: undefined }
const wrong: Read = { problem: 'wrong-value' }

/** Out of any JSON. Out of range is refused, never clamped. */
export function readValue(question: Question, given: unknown): Read {
  if (given === undefined || given === null) return nothing
  switch (question.type) {
    case 'single': return given === '' ? nothing : typeof given === 'string' && optionIds(question).has(given) ? { value: given } : wrong
    case 'multiple': case 'reasons': return readOptions(question, given)
    case 'matrix': return readMatrix(question, given)
    case 'text': return readText(given, Math.min(question.maxLength ?? limits.text, limits.text))
    case 'consent': return typeof given === 'boolean' ? { value: given } : wrong
    case 'file': return isStoredFile(given) ? { value: { sha256: given.sha256, name: given.name.normalize('NFC'), type: given.type, size: given.size } } : wrong
    default: {
      const scale = scaleOf(question)
      return scale && typeof given === 'number' && Number.isInteger(given) && given >= scale.min && given <= scale.max ? { value: given } : wrong
    }
  }
}

/** What somebody wrote: in NFC, line ends as "\n", without blanks around it; nothing but blanks is nothing. */
export function readText(given: unknown, maxLength: number): Read {
  if (typeof given !== 'string') return wrong
  if (!isStorable(given)) return { problem: 'not-storable' }
  const text = given.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  if (text.length > maxLength) return { problem: 'too-long' }
  return text === '' ? nothing : { value: text }
}

export function optionIds(question: Question): Set<string> {
  return new Set([...(question.options ?? []).map((o) => o.id), ...(question.other === true ? [otherOption] : [])])
}

/** In the order of the question, each once. */
function readOptions(question: Question, given: unknown): Read {
  if (!Array.isArray(given) || given.length > 2 * limits.options) return wrong
  const ids = optionIds(question)
  if (!given.every((one) => typeof one === 'string' && ids.has(one))) return wrong
  const chosen = [...ids].filter((id) => given.includes(id))
  return chosen.length === 0 ? nothing : { value: chosen }
}

function readMatrix(question: Question, given: unknown): Read {
  if (!isRecord(given)) return wrong
  const rows = (question.rows ?? []).map((r) => r.id)
  const columns = optionIds(question)
  if (Object.keys(given).some((key) => !rows.includes(key))) return wrong
  const chosen: Record<string, string> = {}
  for (const row of rows) {
    const column = own(given, row)
    if (column === undefined || column === null || column === '') continue
    if (typeof column !== 'string' || !columns.has(column)) return wrong
    chosen[row] = column
  }
  return Object.keys(chosen).length === 0 ? nothing : { value: chosen }
}

function isStoredFile(given: unknown): given is StoredFile {
  if (!isRecord(given)) return false
  const { sha256, name, type, size } = given
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
    && typeof name === 'string' && name !== '' && name.length <= limits.fileName && isStorable(name)
    && typeof type === 'string' && /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type)
    && typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= limits.file
}
