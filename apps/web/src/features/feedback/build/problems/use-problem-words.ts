import type { SurveyProblem } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useBuilder } from '../builder-context.ts'
import { languageName } from '../edit/language-names.ts'
import { describe } from './problem-place.ts'

const ours = ['no-questions', 'missing-text', 'too-long', 'too-few', 'unknown-fact', 'wrong-url', 'condition-unfinished', 'condition-later'] as const
type Ours = (typeof ours)[number]
const isOurs = (code: string): code is Ours => (ours as readonly string[]).includes(code)

/** What keeps a draft from being published, in the reader's language. What only a program can do wrong is said as the server says it. */
export function useProblemWords() {
  const { t } = useTranslation('surveys')
  const { definition } = useBuilder()
  const shortWords = (problem: SurveyProblem): string => (isOurs(problem.code) ? t(`problem.${problem.code}`) : problem.sentence)
  return {
    /** Beside the field itself: a sentence of its own. */
    shortWords: (problem: SurveyProblem): string => {
      const words = shortWords(problem)
      return words.charAt(0).toLocaleUpperCase(currentLocale()) + words.slice(1)
    },
    /** Wherever else it is listed: with its place. */
    wholeWords(problem: SurveyProblem): string {
      if (problem.code === 'no-questions') return t('problem.no-questions')
      const { question, part, number, language } = describe(problem, definition)
      const place = [
        ...(question === null ? [] : [t('place.question', { number: question })]),
        // The words of a question are the question itself.
        ...(part === null || part === 'title' ? [] : [number === null ? t(`place.${part}`) : t('place.numbered', { part: t(`place.${part}`), number })]),
        ...(language === null || definition.languages.length === 1 ? [] : [languageName(language)]),
      ].join(', ')
      return place === '' || !isOurs(problem.code) ? shortWords(problem) : t('problem.placed', { place, problem: shortWords(problem) })
    },
  }
}
