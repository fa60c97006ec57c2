import type { Warning, WarningAdvice } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useWarningWords } from './use-warning-words.ts'

const most = 300
/** What is to be done rather than looked at. */
export const firstAdvice = ({ advice }: Pick<Warning, 'advice'>): WarningAdvice | undefined => advice.find((each) => each !== 'nothing-to-do' && each !== 'read-the-rows') ?? advice[0]

/** "Oddzwonić do tych klientów (Przybywa reklamacji, Salon Wilno)": what to do first, and why. */
export function useTaskTitle(): (warning: Warning) => string {
  const { t } = useTranslation('warnings')
  const { titleOf } = useWarningWords()
  return (warning) => {
    const first = firstAdvice(warning)
    return (first === undefined ? titleOf(warning) : `${t(`advice.${first}`)} (${titleOf(warning)})`).slice(0, most)
  }
}
