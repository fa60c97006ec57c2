import type { SurveyTemplate as Shown } from '@kontuar/contracts'
import type { Static } from 'typebox'
import { measureSurvey, metricOf, pickLanguage, primaryQuestion, surveyTemplates, textIn } from '@kontuar/survey'
import { speaking } from './rules/starting-definition.ts'

/** In the language that was asked for, else in that of the organization. */
export function presentTemplates(wanted: string | undefined, locale: string): Static<typeof Shown>[] {
  return surveyTemplates.map(({ key, name, purpose, trigger, definition }) => {
    const language = pickLanguage(definition, [wanted, locale, 'en'])
    const primary = primaryQuestion(definition)
    return { key, name: textIn(name, language, 'en'), purpose: textIn(purpose, language, 'en'), metric: primary && metricOf(primary), trigger, definition: speaking(definition, language), seconds: measureSurvey(definition, language).seconds }
  })
}
