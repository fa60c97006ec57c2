/*
 * A page of the survey as a browser sends it, with script or without. Field names: `q.<id>`, `q.<id>.other` for the text
 * beside "other", `q.<id>.<row>` of a matrix. Ids hold no dot, so no two names can meet.
 */
import type { Question } from './definition.ts'
import { missingAnswers, readAnswers, type CheckedValues } from './check-values.ts'
import { scaleOf } from './scales.ts'

/** As far as URLSearchParams and FormData agree. */
export interface Form { get(name: string): unknown; getAll(name: string): unknown[] }

export const fieldName = (questionId: string, part?: string): string => (part === undefined ? `q.${questionId}` : `q.${questionId}.${part}`)

/**
 * The values of these questions and what is wrong or missing. A file is not read here: it is stored first, and whether a
 * required one came is for whoever stores it. A box of consent that was shown and not ticked is false.
 */
export function readForm(questions: readonly Question[], form: Form): CheckedValues {
  const asked = questions.filter((q) => q.type !== 'file')
  const { values, problems } = readAnswers(asked, { value: (question) => rawValue(question, form), other: (question) => form.get(fieldName(question.id, 'other')) })
  const faulty = new Set(problems.map((p) => p.questionId))
  return { values, problems: [...problems, ...missingAnswers(asked, values).filter((p) => !faulty.has(p.questionId))] }
}

function rawValue(question: Question, form: Form): unknown {
  const all = form.getAll(fieldName(question.id))
  const [first] = all
  switch (question.type) {
    case 'multiple': case 'reasons': return all
    case 'matrix': return readRows(question, form)
    // An empty list is no boolean: a browser sends a ticked box once.
    case 'consent': return all.length === 0 ? false : all.length === 1 && (first === 'true' || first === 'on') ? true : all
    case 'text': case 'single': return all.length > 1 ? all : first
    default: return all.length > 1 ? all : first === '' ? undefined : readPoint(question, first)
  }
}

/** Only plain digits are a point: "0x9", "9.0" and " 9" are not what a radio button sends. */
function readPoint(question: Question, text: unknown): unknown {
  return scaleOf(question) && typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : text
}

function readRows(question: Question, form: Form): unknown {
  const rows = (question.rows ?? []).flatMap((row) => {
    const all = form.getAll(fieldName(question.id, row.id))
    return all.length === 0 ? [] : [[row.id, all.length > 1 ? all : all[0]] as const]
  })
  return Object.fromEntries(rows)
}
