// What a survey begins with.
import { surveyTemplates, type SurveyDefinition, type SurveyTemplate } from '@kontuar/survey'
import { Refusal } from '../../../../platform/http/refusal.ts'

/** Of a survey without a name, in the languages of the workspace. */
const names: Record<string, { fresh: string; copy: string }> = { pl: { fresh: 'Nowa ankieta', copy: 'kopia' }, ru: { fresh: 'Новый опрос', copy: 'копия' }, en: { fresh: 'New survey', copy: 'copy' } }
const wordsOf = (locale: string) => names[locale] ?? names['en']!

export const freshName = (locale: string): string => wordsOf(locale).fresh
/** Within the 200 characters a name may have. */
export const copyName = (name: string, locale: string): string => `${name.slice(0, 180)} (${wordsOf(locale).copy})`

const thanks: Record<string, string> = { pl: 'Dziękujemy za opinię!', ru: 'Спасибо за ваш отзыв!', en: 'Thank you for your feedback!' }

export const emptyDefinition = (locale: string): SurveyDefinition => ({ languages: [locale], defaultLanguage: locale, title: {}, intro: {}, questions: [], thanks: { [locale]: thanks[locale] ?? thanks['en']! }, whatNext: {}, reviewLinks: [] })

/** @throws Refusal `invalid-input` */
export function getTemplate(key: string): SurveyTemplate {
  const template = surveyTemplates.find((t) => t.key === key)
  if (!template) throw new Refusal('invalid-input', `There is no ready-made survey "${key}": choose one of ${surveyTemplates.map((t) => t.key).join(', ')}.`, { template: 'names an unknown ready-made survey' })
  return template
}

/** With the language of the organization as the first and default one, where it is spoken. */
export function speaking(definition: SurveyDefinition, language: string): SurveyDefinition {
  const wide = definition.languages.includes(language) ? language : definition.defaultLanguage
  return { ...definition, defaultLanguage: wide, languages: [wide, ...definition.languages.filter((l) => l !== wide)] }
}
