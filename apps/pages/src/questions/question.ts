// A question with its fields, whatever its type. Plain functions, so that the kiosk shows the very same.
import type { Question, QuestionType } from '@kontuar/survey'
import type { Html } from '../html.ts'
import type { Asking } from './asking.ts'
import { choices } from './choices.ts'
import { matrix } from './matrix.ts'
import { faces, stars } from './pictures.ts'
import { scale } from './scale.ts'
import { consent, file, text } from './written.ts'

const shapes: Record<QuestionType, (given: Asking, question: Question) => Html> = {
  nps: scale, csat: scale, ces: scale, stars, faces, single: choices, multiple: choices, reasons: choices, matrix, text, file, consent,
}

export const renderQuestion = (given: Asking, question: Question): Html => shapes[question.type](given, question)
