// Where a problem stands in the builder, and what it is about, out of its path.
import type { SurveyDefinition, SurveyProblem } from '@kontuar/survey'
import type { At } from '../builder-context.ts'

/** What is selected to mend it. */
export function placeOf({ path }: Pick<SurveyProblem, 'path'>, definition: SurveyDefinition): At {
  const [top, index] = path
  if (top === 'questions') return typeof index === 'number' ? (definition.questions[index]?.id ?? 'intro') : 'intro'
  return top === 'thanks' || top === 'whatNext' || top === 'reviewLinks' ? 'thanks' : 'intro'
}

export interface Described {
  /** 1 for the first question. */
  question: number | null
  part: 'title' | 'help' | 'option' | 'row' | 'column' | 'lowLabel' | 'highLabel' | 'surveyTitle' | 'intro' | 'thanks' | 'whatNext' | 'reviewLink' | null
  /** Of an option, a row, a link: 1 for the first. */
  number: number | null
  language: string | null
}

export function describe({ path }: Pick<SurveyProblem, 'path'>, definition: SurveyDefinition): Described {
  const nothing: Described = { question: null, part: null, number: null, language: null }
  const language = (at: number) => (typeof path[at] === 'string' ? (path[at] as string) : null)
  const [top, index, field, place, last] = path
  if (top === 'title') return { ...nothing, part: 'surveyTitle', language: language(1) }
  if (top === 'intro' || top === 'thanks' || top === 'whatNext') return { ...nothing, part: top, language: language(1) }
  if (top === 'reviewLinks' && typeof index === 'number') return { ...nothing, part: 'reviewLink', number: index + 1, language: field === 'label' ? language(3) : null }
  if (top !== 'questions' || typeof index !== 'number') return nothing
  const found: Described = { ...nothing, question: index + 1 }
  if (field === 'title' || field === 'help') return { ...found, part: field, language: language(3) }
  if (field === 'endLabels') return { ...found, part: place === 'high' ? 'highLabel' : 'lowLabel', language: language(4) }
  const inMatrix = definition.questions[index]?.type === 'matrix'
  if (field === 'options') return { ...found, part: inMatrix ? 'column' : 'option', number: typeof place === 'number' ? place + 1 : null, language: last === 'label' ? language(5) : null }
  if (field === 'rows') return { ...found, part: 'row', number: typeof place === 'number' ? place + 1 : null, language: last === 'label' ? language(5) : null }
  return found
}
