import { changeRecovery, closeRecovery, reopenRecovery, type BodyOf, type Recovery } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'

/** What is done with a loop. `note` and `close` throw for their forms; the others say themselves what did not work. */
export function useRecoveryActs() {
  const { t } = useTranslation('recovery')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const renew = () => void Promise.all([queryKeys.recoveries.all, queryKeys.tasks.all].map((queryKey) => queries.invalidateQueries({ queryKey })))
  const params = ({ id }: Pick<Recovery, 'id'>) => ({ params: { id } })
  const patch = (recovery: Recovery, body: BodyOf<typeof changeRecovery>) => api(changeRecovery, { ...params(recovery), body }).finally(renew)
  /** With its own failure told, since no form stands around it. */
  const told = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    }
  }
  const reopen = (recovery: Recovery) => told(async () => {
    await api(reopenRecovery, params(recovery)).finally(renew)
    showNotice({ message: t('done.reopened') })
  })
  return {
    give: (recovery: Recovery, ownerId: string | null) => told(async () => {
      const { owner } = await patch(recovery, { ownerId })
      showNotice({ message: owner === null ? t('done.givenToNobody') : t('done.given', { name: owner.name }), undo: () => told(() => patch(recovery, { ownerId: recovery.owner?.id ?? null })) })
    }),
    note: async (recovery: Recovery, body: { causeId: string | null; remedy: string }) => {
      await patch(recovery, body)
      showNotice({ message: t('done.noted'), undo: () => told(() => patch(recovery, { causeId: recovery.cause?.id ?? null, remedy: recovery.remedy })) })
    },
    close: async (recovery: Recovery, body: BodyOf<typeof closeRecovery>) => {
      await api(closeRecovery, { ...params(recovery), body }).finally(renew)
      showNotice({ message: t('done.closed'), undo: () => reopen(recovery) })
    },
    reopen,
  }
}
