import { checkQuestionCondition } from './check-condition.ts'
import { checkId } from './check-id.ts'
import { checkOptions } from './check-options.ts'
import { checkTexts, type Path, type Say, type Spoken } from './check-texts.ts'
import { questionTypes, type Question, type QuestionType } from './definition.ts'
import { isRecord } from './json.ts'
import { limits } from './limits.ts'
import { quote } from './problems.ts'
import { pointsOf } from './scales.ts'

const keys = new Set(['id', 'type', 'title', 'help', 'required', 'newPage', 'condition', 'options', 'rows', 'points', 'reversed', 'endLabels', 'other', 'shuffled', 'maxLength'])
const flags = ['required', 'newPage', 'reversed', 'other', 'shuffled'] as const

export function checkQuestions(questions: unknown, spoken: Spoken, say: Say): void {
  if (!Array.isArray(questions)) return say(['questions'], 'wrong-list', 'The questions have to be a list.')
  if (questions.length === 0) return say(['questions'], 'no-questions', 'The survey asks nothing yet: add a question.')
  if (questions.length > limits.questions) return say(['questions'], 'too-many', `A survey has ${limits.questions} questions at most: divide it into two surveys.`)
  const ids = new Set<string>()
  const before: Question[] = []
  const laterIds = new Set(questions.flatMap((q: unknown) => (isRecord(q) && typeof q['id'] === 'string' ? [q['id']] : [])))
  questions.forEach((question: unknown, place) => {
    const path = ['questions', place]
    if (!isRecord(question)) return say(path, 'not-an-object', `Question ${place + 1} has to be an object with id, type and title.`)
    checkId(question['id'], ids, path, `Question ${place + 1}`, say)
    checkQuestion(question, path, place + 1, spoken, say)
    checkQuestionCondition(question['condition'], [...path, 'condition'], place + 1, before, laterIds, say)
    if (isAskableShape(question)) before.push(question as unknown as Question)
  })
}

function checkQuestion(question: Record<string, unknown>, path: Path, number: number, spoken: Spoken, say: Say): void {
  const name = `Question ${number}`
  for (const key of Object.keys(question)) if (!keys.has(key)) say([...path, key], 'unknown-key', `${name} has ${quote(key)}, which no question has: remove it.`)
  for (const flag of flags) if (question[flag] !== undefined && typeof question[flag] !== 'boolean') say([...path, flag], 'wrong-flag', `"${flag}" of question ${number} has to be true or false.`)
  const type = question['type']
  if (!isQuestionType(type)) return say([...path, 'type'], 'wrong-type', `${name} has the type ${quote(type)}, which there is not: choose one of ${questionTypes.join(', ')}.`)
  checkTexts(question['title'], [...path, 'title'], { name: `The title of question ${number}`, maxLength: type === 'consent' ? limits.consent : limits.title, required: true }, spoken, say)
  checkTexts(question['help'], [...path, 'help'], { name: `The help of question ${number}`, maxLength: limits.help }, spoken, say)
  checkScale(question, type, path, number, spoken, say)
  checkOptions(question, type, path, number, spoken, say)
  const { maxLength } = question
  if (type === 'text' && maxLength !== undefined && (!Number.isInteger(maxLength) || (maxLength as number) < 1 || (maxLength as number) > limits.text)) {
    say([...path, 'maxLength'], 'wrong-length', `The length of question ${number} has to be a whole number from 1 to ${limits.text}.`)
  }
}

function checkScale(question: Record<string, unknown>, type: QuestionType, path: Path, number: number, spoken: Spoken, say: Say): void {
  const points = pointsOf[type]
  if (points && question['points'] !== undefined && !points.includes(question['points'] as number)) say([...path, 'points'], 'wrong-points', `The scale of question ${number} has ${[...points].sort((a, b) => a - b).join(' or ')} points.`)
  const labels = question['endLabels']
  if ((!points && type !== 'nps') || labels === undefined) return
  if (!isRecord(labels)) return say([...path, 'endLabels'], 'wrong-text', `The end labels of question ${number} have to be {"low": texts, "high": texts}.`)
  for (const end of ['low', 'high']) checkTexts(labels[end], [...path, 'endLabels', end], { name: `The ${end} end label of question ${number}`, maxLength: limits.endLabel }, spoken, say)
}

const isQuestionType = (type: unknown): type is QuestionType => (questionTypes as readonly unknown[]).includes(type)

/** Good enough to be asked about by the conditions after it. */
function isAskableShape(question: Record<string, unknown>): boolean {
  const { id, type, options } = question
  return typeof id === 'string' && isQuestionType(type) && (options === undefined || (Array.isArray(options) && options.every((o) => isRecord(o) && typeof o['id'] === 'string')))
}
