import { listStudyItems, retireStudySet } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconChevronLeft, IconSchool } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { isGone } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { StudyRow } from './StudyRow.tsx'
import { studySetsQuery } from './study-query.ts'
import classes from './study.module.css'

/** What is in one collection, in the order it was put together. */
export function StudySetPage() {
  const { t } = useTranslation('recovery')
  const { t: tCommon } = useTranslation()
  const { setId = '' } = useParams({ strict: false }) as { setId?: string }
  const set = useQuery(studySetsQuery).data?.items.find(({ id }) => id === setId)
  const list = useInfiniteQuery({
    queryKey: queryKeys.studySets.items(setId),
    queryFn: ({ pageParam, signal }) => api(listStudyItems, { params: { id: setId }, query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  useTitle(set?.name ?? t('set.title'))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isError && isGone(list.error)) return <EmptyState heading icon={<IconSchool size={22} stroke={1.5} />} title={t('set.gone')} text={t('set.goneText')} action={<Link to="/study-sets">{t('set.all')}</Link>} />
  return (
    <div className={classes.page}>
      <Link to="/study-sets" className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('set.all')}</Link>
      <header className={classes.head}>
        <div><h1 className={classes.title}>{set?.name ?? t('set.one')}</h1>{set && set.note !== '' && <p className={classes.text}>{set.note}</p>}</div>
        {set && <PutAway setId={setId} name={set.name} />}
      </header>
      {list.isPending ? <RowSkeletons rows={4} height={72} /> : list.isError && items.length === 0 ? <Problem error={list.error} retry={() => void list.refetch()} />
        : items.length === 0 ? <EmptyState icon={<IconSchool size={22} stroke={1.5} />} title={t('set.nothing')} text={t('set.nothingText')} />
          : <ol className={classes.list}>{items.map((item) => <StudyRow key={item.id} item={item} setId={setId} />)}</ol>}
      {list.hasNextPage && <div className={classes.more}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </div>
  )
}

/** It cannot be brought back from the screen, so the button asks once more in its own place. */
function PutAway({ setId, name }: { setId: string; name: string }) {
  const { t } = useTranslation('recovery')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const retiring = useMutation({
    mutationFn: () => api(retireStudySet, { params: { id: setId } }),
    onSuccess: async () => {
      await navigate({ to: '/study-sets' })
      void queries.invalidateQueries({ queryKey: queryKeys.studySets.list })
    },
  })
  if (!useCan('recovery.change')) return null
  return (
    <div className={classes.putAway}>
      {asking ? (
        <>
          <Button color="red" size="compact-sm" autoFocus loading={retiring.isPending} onClick={() => retiring.mutate()}>{t('set.retireSure', { name })}</Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking(false)}>{t('cancel')}</Button>
        </>
      ) : <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>{t('set.retire')}</Button>}
      {retiring.isError && <Problem error={retiring.error} />}
    </div>
  )
}
