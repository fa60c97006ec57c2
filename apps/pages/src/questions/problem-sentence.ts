// What is wrong with an answer, in a sentence that says what to do.
import { limits, type AnswerProblemCode, type Question } from '@kontuar/survey'
import type { ProblemCode, Words } from '../words/index.ts'

/** Of the file: found by whoever reads it. */
export type FileProblemCode = 'file-too-large' | 'file-type' | 'file-empty'

const missing: Partial<Record<Question['type'], ProblemCode>> = { text: 'required-text', consent: 'required-consent', file: 'required-file', matrix: 'required-rows' }

export function problemSentence(words: Words, question: Question, code: AnswerProblemCode | FileProblemCode): string {
  switch (code) {
    case 'required': return words.errors.of[missing[question.type] ?? 'required']
    case 'too-long': return words.errors.tooLong(question.type === 'text' ? Math.min(question.maxLength ?? limits.text, limits.text) : limits.otherText)
    case 'not-storable': return words.errors.of.text
    case 'file-too-large': case 'file-type': case 'file-empty': return words.errors.of[code]
    default: return words.errors.of.choice
  }
}
