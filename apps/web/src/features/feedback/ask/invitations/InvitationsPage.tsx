import { cancelSurveyInvitation, listSurveyInvitations } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { problemText } from '../../../../ui/problem-text.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { useTitle } from '../../../../ui/use-title.ts'
import { InvitationFilters } from './InvitationFilters.tsx'
import { InvitationRow } from './InvitationRow.tsx'
import { invitationQuery } from './invitation-search.ts'
import classes from './invitations.module.css'

const here = getRouteApi('/workspace/feedback/home/invitations')

/** Who was asked, and who was not and why. */
export function InvitationsPage() {
  const { t } = useTranslation('asking')
  const { t: tCommon } = useTranslation()
  const search = here.useSearch()
  const queries = useQueryClient()
  const mayManage = useCan('feedback.manage')
  useTitle(t('invitations'))
  const query = invitationQuery(search)
  const invitations = useInfiniteQuery({
    queryKey: queryKeys.surveyInvitations.list(query),
    queryFn: ({ pageParam, signal }) => api(listSurveyInvitations, { query: { ...query, limit: 50, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const cancelling = useMutation({
    mutationFn: (id: string) => api(cancelSurveyInvitation, { params: { id } }),
    onSuccess: ({ customerName }) => showNotice({ message: t('cancelled', { name: customerName }) }),
    onError: (error) => showNotice({ message: problemText(error, tCommon), tone: 'failed' }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.surveyInvitations.all }),
  })
  const items = invitations.data?.pages.flatMap((page) => page.items) ?? []
  const filtered = Object.keys(search).length > 0
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t('invitations')}</h1>
        <p>{t('invitationsText')}</p>
      </header>
      <InvitationFilters search={search} />
      {invitations.isPending ? <RowSkeletons rows={8} height={52} /> : invitations.isError ? <Problem error={invitations.error} retry={() => void invitations.refetch()} /> : items.length === 0 ? (
        <EmptyState icon={<IconSend size={22} stroke={1.5} />} title={filtered ? t('invitationsNoneHere') : t('invitationsNone')} {...(!filtered && { text: t('invitationsNoneText') })} action={filtered ? <Link to="/feedback/invitations">{t('filter.clear')}</Link> : <Link to="/feedback/touchpoints">{t('toTouchpoints')}</Link>} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('column.who')}</th>
              <th scope="col">{t('column.what')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.when')}</th>
              {mayManage && <th scope="col"><span className={classes.hidden}>{t('column.acts')}</span></th>}
            </tr>
          </thead>
          <tbody>{items.map((each) => <InvitationRow key={each.id} invitation={each} {...(mayManage && { cancel: () => cancelling.mutate(each.id) })} />)}</tbody>
        </table>
      )}
      {invitations.hasNextPage && <Button variant="default" className={classes.more} loading={invitations.isFetchingNextPage} onClick={() => void invitations.fetchNextPage()}>{tCommon('action.loadMore')}</Button>}
    </div>
  )
}
