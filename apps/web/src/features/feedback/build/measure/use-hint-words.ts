import { textIn, type SurveyMeasure } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { languageName } from '../edit/language-names.ts'
import { useDurationWords } from './use-duration-words.ts'

type Hint = SurveyMeasure['hints'][number]

/** An advice as a sentence, with the question it is about. */
export function useHintWords(): (hint: Hint) => string {
  const { t } = useTranslation('surveys')
  const { definition } = useBuilder()
  const duration = useDurationWords()
  return ({ code, questionId, detail }) => {
    const { languages, language, seconds, ...rest } = detail
    const said = t(`hint.${code}`, {
      ...rest,
      ...(languages !== undefined && { languages: String(languages).split(', ').map(languageName).join(', ') }),
      ...(language !== undefined && { language: languageName(String(language)) }),
      ...(seconds !== undefined && { duration: duration(Number(seconds)) }),
    })
    const place = definition.questions.findIndex(({ id }) => id === questionId)
    if (place < 0) return said
    const title = textIn(definition.questions[place]!.title, definition.defaultLanguage, definition.defaultLanguage)
    return t('hint.placed', { number: place + 1, title: title.length > 40 ? `${title.slice(0, 38)}…` : title, hint: said })
  }
}
