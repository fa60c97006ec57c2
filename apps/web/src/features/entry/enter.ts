import type { Me } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { queryKeys } from '../../api/query-keys.ts'
import { switchLocale } from '../../i18n/i18n.ts'

/** Goes inside after the server has said who one is. */
export function useEnter(): (me: Me, next?: string) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (me, next = '/') => {
    queries.clear()
    queries.setQueryData(queryKeys.me, me)
    await switchLocale(me.staff.locale ?? me.organization.locale)
    router.history.push(next)
  }
}
