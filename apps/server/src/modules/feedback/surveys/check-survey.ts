import { checkDefinition, measureSurvey, readDraft, SurveyError, type SurveyMeasure, type SurveyProblem } from '@kontuar/survey'

const nothing: SurveyMeasure = { seconds: 0, score: 0, length: 0, clarity: 0, hints: [] }

/** What is wrong, and how it measures in its default language. What is no survey measures nothing. */
export function checkSurvey(definition: unknown): { problems: SurveyProblem[]; measure: SurveyMeasure } {
  return { problems: checkDefinition(definition), measure: measure(definition) }
}

function measure(definition: unknown): SurveyMeasure {
  try {
    const draft = readDraft(definition)
    return measureSurvey(draft, draft.defaultLanguage)
  } catch (error) {
    if (error instanceof SurveyError) return nothing
    throw error
  }
}
