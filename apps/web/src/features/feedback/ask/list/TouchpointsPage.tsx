import { Button } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { useTicketFields } from '../../../../ui/conditions/use-ticket-fields.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { Sortable } from '../../../../ui/sortable/Sortable.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { touchpointsQuery, useTouchpointActs } from '../touchpoint-queries.ts'
import { PutAway } from './PutAway.tsx'
import { TouchpointRow } from './TouchpointRow.tsx'
import classes from './touchpoints.module.css'

/** When anybody is asked, most important first: of several that want to ask one person, the higher one does. */
export function TouchpointsPage() {
  const { t } = useTranslation('asking')
  const mayManage = useCan('feedback.manage')
  const touchpoints = useQuery(touchpointsQuery)
  const fields = useTicketFields()
  const { move } = useTouchpointActs()
  useTitle(t('title'))
  const items = touchpoints.data?.items.filter(({ retired }) => !retired) ?? []
  const add = <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/feedback/touchpoints/new" {...props} />}>{t('add')}</Button>
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('title')}</h1>
          <p>{t('text')}</p>
        </div>
        {mayManage && items.length > 0 && add}
      </header>
      {touchpoints.isPending ? <RowSkeletons rows={4} height={108} /> : touchpoints.isError ? <Problem error={touchpoints.error} retry={() => void touchpoints.refetch()} /> : items.length === 0 ? (
        <EmptyState icon={<IconRoute size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} action={mayManage && add} />
      ) : (
        <Sortable items={items} idOf={({ id }) => id} nameOf={({ name }) => name} label={t('title')} disabled={!mayManage} move={(from, to) => void move(items, from, to)}>
          {(touchpoint, handle) => <TouchpointRow touchpoint={touchpoint} fields={fields} handle={handle} withSurvey />}
        </Sortable>
      )}
      {items.length > 1 && <p className={classes.foot}>{t('orderHint')}</p>}
      <PutAway touchpoints={touchpoints.data?.items.filter(({ retired }) => retired) ?? []} fields={fields} withSurvey />
    </div>
  )
}
