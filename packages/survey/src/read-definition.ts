import { cleanConditions, type ConditionGroup } from '@kontuar/conditions'
import { checkDefinition } from './check-definition.ts'
import type { Option, Question, SurveyDefinition } from './definition.ts'
import { isUnfinished, SurveyError } from './problems.ts'
import { pointsOf } from './scales.ts'

/** A survey out of any JSON: checked, cleaned, ready to be published. @throws SurveyError with all that is wrong. */
export function readDefinition(definition: unknown): SurveyDefinition {
  const problems = checkDefinition(definition)
  if (problems.length > 0) throw new SurveyError(problems)
  return cleanDefinition(definition as SurveyDefinition)
}

/** The same for what is still being written: texts may be missing, not forms. @throws SurveyError with what cannot be kept. */
export function readDraft(definition: unknown): SurveyDefinition {
  const problems = checkDefinition(definition).filter((p) => !isUnfinished(p))
  if (problems.length > 0) throw new SurveyError(problems)
  return cleanDefinition(definition as SurveyDefinition)
}

/** With every key in its order and none that its type does not use, so that equal surveys are equal JSON. */
function cleanDefinition(d: Partial<SurveyDefinition>): SurveyDefinition {
  return {
    languages: [...new Set(d.languages)], defaultLanguage: d.defaultLanguage!, title: d.title ?? {}, intro: d.intro ?? {},
    questions: d.questions!.map(cleanQuestion), thanks: d.thanks ?? {}, whatNext: d.whatNext ?? {},
    reviewLinks: (d.reviewLinks ?? []).map(({ label, url }) => ({ label: label ?? {}, url: url ?? '' })),
  }
}

function cleanQuestion(q: Question): Question {
  const choosing = q.type === 'single' || q.type === 'multiple' || q.type === 'reasons'
  const points = pointsOf[q.type]
  return {
    id: q.id, type: q.type, title: q.title ?? {},
    ...(q.help === undefined ? {} : { help: q.help }),
    ...(q.required === true ? { required: true } : {}),
    ...(q.newPage === true ? { newPage: true } : {}),
    ...(q.condition ? { condition: cleanConditions(q.condition as ConditionGroup) } : {}),
    ...(choosing || q.type === 'matrix' ? { options: (q.options ?? []).map((o) => cleanOption(o, q.type === 'reasons')) } : {}),
    ...(q.type === 'matrix' ? { rows: (q.rows ?? []).map((o) => cleanOption(o, false)) } : {}),
    ...(points ? { points: q.points ?? points[0]! } : {}),
    ...(q.type === 'ces' && q.reversed === true ? { reversed: true } : {}),
    ...((points || q.type === 'nps') && q.endLabels ? { endLabels: { low: q.endLabels.low ?? {}, high: q.endLabels.high ?? {} } } : {}),
    ...(choosing && q.other === true ? { other: true } : {}),
    ...(choosing && q.shuffled === true ? { shuffled: true } : {}),
    ...(q.type === 'text' && q.maxLength !== undefined ? { maxLength: q.maxLength } : {}),
  }
}

const cleanOption = ({ id, label, reasonId }: Option, ofReasons: boolean): Option => ({ id, label: label ?? {}, ...(ofReasons && reasonId ? { reasonId } : {}) })
