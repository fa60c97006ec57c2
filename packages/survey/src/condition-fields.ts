// What a condition may ask: the questions before, each under `q:<id>`.
import { fieldRegistry, jsonField, type FieldDefinition, type JsonFieldType, type Registry } from '@kontuar/conditions'
import { otherOption, type Question, type QuestionType, type Values } from './definition.ts'

const types: Partial<Record<QuestionType, JsonFieldType>> = {
  nps: 'number', csat: 'number', ces: 'number', stars: 'number', faces: 'number',
  single: 'choice', multiple: 'choices', reasons: 'choices', text: 'text', consent: 'boolean',
}
const prefix = 'q:'

export const conditionField = (questionId: string): string => prefix + questionId
/** Null: the field is no question's. */
export const questionOfField = (field: string): string | null => (field.startsWith(prefix) ? field.slice(prefix.length) : null)
/** A matrix and a file cannot be asked about. */
export const isAskable = (question: Question): boolean => types[question.type] !== undefined

/** As SQL they read the `values` of the answer `a`. A question whose id comes twice counts once. */
export function questionFields(questions: Iterable<Question>): Registry<FieldDefinition<Values>> {
  const fields = new Map<string, FieldDefinition<Values>>()
  for (const question of questions) {
    const type = types[question.type]
    if (type === undefined) continue
    const known = question.options && new Set([...question.options.map((o) => o.id), ...(question.other === true ? [otherOption] : [])])
    const name = conditionField(question.id)
    fields.set(name, jsonField<Values>({ name, type, ...(known ? { known } : {}), column: 'a.values', key: question.id, readJson: (values) => values }))
  }
  return fieldRegistry(fields.values())
}
