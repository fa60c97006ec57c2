// A change done at once, told with its way back, and read again by every screen that shows the list.
import type { BodyOf, ResponseOf, RouteDefinition } from '@kontuar/contracts'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type ApiInput } from '../../../api/api.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { refusalText } from './refusal.ts'

export interface Patch<R extends RouteDefinition> {
  id: string
  body: BodyOf<R>
  /** What was, to be sent when it is taken back; absent: no way back. */
  before?: BodyOf<R> | undefined
  /** Said when it is done; absent: nothing is said. */
  message?: string | undefined
  /** A failure has a place of its own on the screen. */
  quiet?: boolean
}

export function usePatch<const R extends RouteDefinition>(route: R, queryKey: QueryKey) {
  const { t } = useTranslation()
  const { t: tDesk } = useTranslation('desk')
  const queries = useQueryClient()
  const send = (id: string, body: BodyOf<R>) => api(route, ...([{ params: { id }, body }] as unknown as [ApiInput<R>]))
  const read = () => queries.invalidateQueries({ queryKey })
  const fail = (error: unknown) => showNotice({ message: refusalText(error, tDesk) ?? problemText(error, t), tone: 'failed' })
  return useMutation<ResponseOf<R>, Error, Patch<R>>({
    mutationFn: ({ id, body }) => send(id, body),
    onSuccess: (_, { id, before, message }) => {
      if (message === undefined) return
      showNotice({ message, ...(before === undefined ? {} : { undo: () => void send(id, before).catch(fail).finally(read) }) })
    },
    onError: (error, { quiet }) => void (quiet || fail(error)),
    onSettled: read,
  })
}
