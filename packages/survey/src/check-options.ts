import { checkId } from './check-id.ts'
import { checkTexts, type Path, type Say, type Spoken } from './check-texts.ts'
import { otherOption, type QuestionType } from './definition.ts'
import { isRecord } from './json.ts'
import { limits } from './limits.ts'

/** Options of the types that have them, rows of a matrix. What a type does not use is left out when the survey is read. */
export function checkOptions(question: Record<string, unknown>, type: QuestionType, path: Path, number: number, spoken: Spoken, say: Say): void {
  if (type !== 'single' && type !== 'multiple' && type !== 'reasons' && type !== 'matrix') return
  const least = type === 'single' || type === 'matrix' ? 2 : 1
  const named = type === 'matrix' ? 'Column' : 'Option'
  checkList(question['options'], [...path, 'options'], { named, least, most: limits.options, number }, spoken, say)
  if (type === 'matrix') checkList(question['rows'], [...path, 'rows'], { named: 'Row', least: 1, most: limits.rows, number }, spoken, say)
}

function checkList(list: unknown, path: Path, { named, least, most, number }: { named: string; least: number; most: number; number: number }, spoken: Spoken, say: Say): void {
  const kind = named.toLowerCase()
  if (list !== undefined && !Array.isArray(list)) return say(path, 'wrong-list', `The ${kind}s of question ${number} have to be a list.`)
  const items: unknown[] = list ?? []
  if (items.length > most) return say(path, 'too-many', `Question ${number} has ${items.length} ${kind}s: ${most} at most.`)
  if (items.length < least) say(path, 'too-few', `Question ${number} needs at least ${least === 1 ? `one ${kind}` : `${least} ${kind}s`}: add what is missing.`)
  const ids = new Set<string>()
  items.forEach((item, place) => {
    const name = `${named} ${place + 1} of question ${number}`
    const at = [...path, place]
    if (!isRecord(item)) return say(at, 'not-an-object', `${name} has to be an object with id and label.`)
    for (const key of Object.keys(item)) if (key !== 'id' && key !== 'label' && key !== 'reasonId') say([...at, key], 'unknown-key', `${name} has a key that no ${kind} has: remove it.`)
    checkId(item['id'], ids, at, name, say)
    if (item['id'] === otherOption) say([...at, 'id'], 'wrong-id', `${name} has the id "${otherOption}", which belongs to the option with a free text: set "other" of the question, or choose another id.`)
    const reason = item['reasonId']
    if (reason !== undefined && reason !== null && (typeof reason !== 'string' || reason.length > 60)) say([...at, 'reasonId'], 'wrong-id', `${name} stands for a reason by its id, or for none: null.`)
    checkTexts(item['label'], [...at, 'label'], { name: `The label of ${kind} ${place + 1} of question ${number}`, maxLength: limits.label, required: true }, spoken, say)
  })
}
