import { acknowledgeAlert, makeAlertTask, reopenAlert, resolveAlert, type Alert, type BodyOf } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'

/** What is done to an alert; each says so, and what can be undone offers it. */
export function useAlertActs() {
  const { t } = useTranslation('alerts')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const act = async (work: () => Promise<unknown>, message: string, undo?: () => Promise<unknown>) => {
    try {
      await work()
      showNotice({ message, ...(undo && { undo: async () => { await undo(); await renew() } }) })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void renew()
    }
  }
  const renew = () => Promise.all([queries.invalidateQueries({ queryKey: queryKeys.alerts.all }), queries.invalidateQueries({ queryKey: queryKeys.tasks.all })])
  const params = ({ id }: Pick<Alert, 'id'>) => ({ params: { id } })
  return {
    acknowledge: (alert: Alert) => act(() => api(acknowledgeAlert, params(alert)), t('acknowledged')),
    resolve: (alert: Alert, body: BodyOf<typeof resolveAlert>) => act(() => api(resolveAlert, { ...params(alert), body }), t('resolved'), () => api(reopenAlert, params(alert))),
    reopen: (alert: Alert) => act(() => api(reopenAlert, params(alert)), t('reopened')),
    makeTask: (alert: Alert, kind: 'task' | 'call-back') => act(() => api(makeAlertTask, { ...params(alert), body: { kind } }), t(kind === 'task' ? 'taskMade' : 'callMade')),
  }
}
