import { changeMailbox, getMailbox, type BodyOf, type Mailbox } from '@kontuar/contracts'
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const here = getRouteApi('/workspace/settings/mailboxes/$mailboxId')
export const mailboxQuery = (id: string) => queryOptions({ queryKey: queryKeys.mailboxes.one(id), queryFn: ({ signal }) => api(getMailbox, { params: { id }, signal }) })

/** The mailbox of the address, and whether it is being set up for the first time (then saving leads on to the next step). */
export function useMailbox(): { mailbox: Mailbox; fresh: boolean } {
  const { mailboxId } = here.useParams()
  const { fresh } = here.useSearch()
  return { mailbox: useSuspenseQuery(mailboxQuery(mailboxId)).data, fresh: fresh === true }
}

export type MailboxStep = 'receiving' | 'sending' | 'answers' | 'list'

export function useSaveMailbox(next?: MailboxStep) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { mailbox, fresh } = useMailbox()
  return useMutation({
    mutationFn: (body: BodyOf<typeof changeMailbox>) => api(changeMailbox, { params: { id: mailbox.id }, body }),
    onSuccess: async (saved) => {
      queries.setQueryData(queryKeys.mailboxes.one(saved.id), saved)
      void queries.invalidateQueries({ queryKey: queryKeys.mailboxes.list })
      if (!fresh || next === undefined) return
      if (next === 'list') await navigate({ to: '/settings/mailboxes' })
      else await navigate({ to: `/settings/mailboxes/$mailboxId/${next}`, params: { mailboxId: saved.id }, search: { fresh: true } })
    },
  })
}
