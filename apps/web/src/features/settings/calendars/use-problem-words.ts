import { useTranslation } from 'react-i18next'
import type { CalendarProblem } from './calendar-problems.ts'

/** What is wrong and what to do, in the reader's language. */
export function useProblemWords(): (problem: CalendarProblem) => string {
  const { t } = useTranslation('times')
  return ({ code, first = '', second = '' }) => t(`wrong.${code}`, { first, second })
}
