import { changeKiosk, createKiosk, listKiosks, renewKiosk, type BodyOf, type Kiosk } from '@kontuar/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { problemText } from '../../../../ui/problem-text.ts'
import { showNotice } from '../../../../ui/undo.ts'

/** All of them: a chain has a tablet or two a shop. Asked again while it is looked at, for the state of the tablets. */
export const kiosksQuery = queryOptions({ queryKey: queryKeys.kiosks, queryFn: ({ signal }) => api(listKiosks, { query: { limit: 200 }, signal }), refetchInterval: 30_000 })

export function useKioskActs() {
  const { t } = useTranslation('roads')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: queryKeys.kiosks })
  const create = useMutation({ mutationFn: (body: BodyOf<typeof createKiosk>) => api(createKiosk, { body }), onSettled })
  const renew = useMutation({ mutationFn: (id: string) => api(renewKiosk, { params: { id } }), onSettled })
  const change = useMutation({ mutationFn: ({ id, body }: { id: string; body: BodyOf<typeof changeKiosk> }) => api(changeKiosk, { params: { id }, body }), onSettled })
  async function setRetired(kiosk: Kiosk, retired: boolean): Promise<void> {
    try {
      await api(changeKiosk, { params: { id: kiosk.id }, body: { retired } })
      showNotice({ message: retired ? t('kiosk.retired', { name: kiosk.name }) : t('kiosk.broughtBack', { name: kiosk.name }), undo: () => setRetired(kiosk, !retired) })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void onSettled()
    }
  }
  return { create, renew, change, setRetired }
}
