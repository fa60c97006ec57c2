// What is done with a rule from a list or its page: told with its way back.
import { changeAlertRule, createAlertRule, retireAlertRule, type AlertRule } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { ApiProblem } from '../../../../api/problem.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { problemText } from '../../../../ui/problem-text.ts'
import { showNotice } from '../../../../ui/undo.ts'

export function useRuleActs() {
  const { t } = useTranslation('rules')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const act = async (work: () => Promise<unknown>, message: string, undo?: () => void): Promise<boolean> => {
    try {
      await work()
      showNotice({ message, ...(undo && { undo }) })
      return true
    } catch (error) {
      // Switched on again it is looked at like a new one; its page asks whether it is meant.
      const noisy = error instanceof ApiProblem && error.code === 'noisy-rule'
      showNotice({ message: noisy ? t('noisy.openIt') : problemText(error, tCommon), tone: 'failed' })
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: queryKeys.alerts.rules })
    }
  }
  const setActive = (rule: Pick<AlertRule, 'id' | 'name'>, active: boolean, evenIfNoisy = false): Promise<boolean> =>
    act(() => api(changeAlertRule, { params: { id: rule.id }, body: { active, ...(evenIfNoisy && { evenIfNoisy }) } }), t(active ? 'switchedOn' : 'switchedOff', { name: rule.name }), () => void setActive(rule, !active, true))
  /** Its alerts stay. Taken back, the same rule is made anew; it was in use as it was, so nobody is asked again. */
  const retire = ({ id, name, definition, delivery, active }: AlertRule): Promise<boolean> =>
    act(() => api(retireAlertRule, { params: { id } }), t('retired', { name }), () => void act(() => api(createAlertRule, { body: { name, definition, delivery, active, evenIfNoisy: true } }), t('madeAgain', { name })))
  return { setActive, retire }
}
