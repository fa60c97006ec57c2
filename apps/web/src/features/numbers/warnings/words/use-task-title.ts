import type { Warning } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useWarningWords } from './use-warning-words.ts'

const most = 300
/** "Oddzwonić do tych klientów (Przybywa reklamacji, Salon Wilno)": what to do first, and why. */
export function useTaskTitle(): (warning: Warning) => string {
  const { t } = useTranslation('warnings')
  const { titleOf } = useWarningWords()
  return (warning) => {
    const first = warning.advice.find((each) => each !== 'nothing-to-do' && each !== 'read-the-rows') ?? warning.advice[0]
    return (first === undefined ? titleOf(warning) : `${t(`advice.${first}`)} (${titleOf(warning)})`).slice(0, most)
  }
}
