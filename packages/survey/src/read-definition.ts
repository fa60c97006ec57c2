import { cleanConditions, type ConditionGroup } from '@kontuar/conditions'
import { checkDefinition } from './check-definition.ts'
import type { Language, Option, Question, SurveyDefinition, Texts } from './definition.ts'
import { isUnfinished, SurveyError } from './problems.ts'
import { pointsOf } from './scales.ts'

/** A survey out of any JSON: checked, cleaned, ready to be published. @throws SurveyError with all that is wrong. */
export function readDefinition(definition: unknown): SurveyDefinition {
  const problems = checkDefinition(definition)
  if (problems.length > 0) throw new SurveyError(problems)
  const { languages } = definition as SurveyDefinition
  return cleanDefinition(definition as SurveyDefinition, (texts) => inLanguages(texts, languages))
}

/** The same for what is still being written: texts may be missing, not forms. @throws SurveyError with what cannot be kept. */
export function readDraft(definition: unknown): SurveyDefinition {
  const problems = checkDefinition(definition).filter((p) => !isUnfinished(p))
  if (problems.length > 0) throw new SurveyError(problems)
  return cleanDefinition(definition as SurveyDefinition, (texts) => texts ?? {})
}

type Clean = (texts: Texts | undefined) => Texts

function inLanguages(texts: Texts | undefined, languages: readonly Language[]): Texts {
  return Object.fromEntries(Object.entries(texts ?? {}).filter(([language]) => languages.includes(language)))
}

/** With every key in its order and none that its type does not use, so that equal surveys are equal JSON. */
function cleanDefinition(d: Partial<SurveyDefinition>, clean: Clean): SurveyDefinition {
  return {
    languages: [...d.languages!], defaultLanguage: d.defaultLanguage!, title: clean(d.title), intro: clean(d.intro),
    questions: d.questions!.map((q) => cleanQuestion(q, clean)), thanks: clean(d.thanks), whatNext: clean(d.whatNext),
    reviewLinks: (d.reviewLinks ?? []).map(({ label, url }) => ({ label: clean(label), url: url ?? '' })),
  }
}

function cleanQuestion(q: Question, clean: Clean): Question {
  const choosing = q.type === 'single' || q.type === 'multiple' || q.type === 'reasons'
  const points = pointsOf[q.type]
  const option = ({ id, label, reasonId }: Option): Option => ({ id, label: clean(label), ...(q.type === 'reasons' && reasonId ? { reasonId } : {}) })
  return {
    id: q.id, type: q.type, title: clean(q.title),
    ...(q.help === undefined ? {} : { help: clean(q.help) }),
    ...(q.required === true ? { required: true } : {}),
    ...(q.newPage === true ? { newPage: true } : {}),
    ...(q.condition ? { condition: cleanConditions(q.condition as ConditionGroup) } : {}),
    ...(choosing || q.type === 'matrix' ? { options: (q.options ?? []).map(option) } : {}),
    ...(q.type === 'matrix' ? { rows: (q.rows ?? []).map(option) } : {}),
    ...(points ? { points: q.points ?? points[0]! } : {}),
    ...(q.type === 'ces' && q.reversed === true ? { reversed: true } : {}),
    ...((points || q.type === 'nps') && q.endLabels ? { endLabels: { low: clean(q.endLabels.low), high: clean(q.endLabels.high) } } : {}),
    ...(choosing && q.other === true ? { other: true } : {}),
    ...(choosing && q.shuffled === true ? { shuffled: true } : {}),
    ...(q.type === 'text' && q.maxLength !== undefined ? { maxLength: q.maxLength } : {}),
  }
}
