import { listSurveyLists } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurveyId } from '../frame/RoadPage.tsx'
import { ListRow } from './ListRow.tsx'
import { NewList } from './NewList.tsx'
import shared from '../frame/roads.module.css'

/** People one has addresses of, asked by a schedule. */
export function ListsPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const mayManage = useCan('feedback.manage')
  const lists = useInfiniteQuery({
    queryKey: queryKeys.surveyLists.list({ surveyId }),
    queryFn: ({ pageParam, signal }) => api(listSurveyLists, { query: { surveyId, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // While one is being sent its count grows.
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(({ waiting, people, state: of }) => of === 'scheduled' && (waiting > 0 || people === 0))) ? 10_000 : false),
  })
  const [making, setMaking] = useState(false)
  const items = lists.data?.pages.flatMap((page) => page.items) ?? []
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{t('list.add')}</Button>
  return (
    <RoadPage title={t('road.lists')} text={t('list.text')} action={items.length > 0 && add}>
      {making && <NewList done={() => setMaking(false)} />}
      {lists.isPending ? <RowSkeletons rows={3} height={96} /> : lists.isError ? <Problem error={lists.error} retry={() => void lists.refetch()} /> : items.length === 0 ? !making && (
        <EmptyState icon={<IconListDetails size={22} stroke={1.5} />} title={t('list.empty')} text={t('list.emptyText')} action={add} />
      ) : (
        <ul className={shared.list}>{items.map((list) => <ListRow key={list.id} list={list} />)}</ul>
      )}
      {lists.hasNextPage && <Button variant="default" mt={16} loading={lists.isFetchingNextPage} onClick={() => void lists.fetchNextPage()}>{t('more')}</Button>}
    </RoadPage>
  )
}
