import { Button } from '@mantine/core'
import { IconBellCog, IconChevronLeft } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { metricsQuery } from '../../../numbers/data/index.ts'
import '../rule-styles.ts'
import { rulesQuery } from '../rule-queries.ts'
import { RuleRow } from './RuleRow.tsx'
import classes from './rules.module.css'

export function RulesPage() {
  const { t } = useTranslation('rules')
  const { t: tAlerts } = useTranslation('alerts')
  const { t: tCommon } = useTranslation()
  const manages = useCan('alert.manage')
  const list = useInfiniteQuery(rulesQuery)
  // A sentence names metrics: said before they are known it would be said twice.
  const waits = useQuery(metricsQuery()).isPending || list.isPending
  const rules = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('title'))
  const add = manages && <Button renderRoot={(props) => <Link to="/alerts/rules/new" {...props} />}>{t('add')}</Button>
  const empty = list.isSuccess && rules.length === 0
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <Link to="/alerts" className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {tAlerts('title')}</Link>
        <header className={classes.head}>
          <div>
            <h1 className={classes.title}>{t('title')}</h1>
            <p className={classes.text}>{t('text')}</p>
          </div>
          {!empty && add}
        </header>
        {waits && <RowSkeletons rows={5} height={112} />}
        {list.isError && <Problem error={list.error} retry={() => void list.refetch()} />}
        {empty && <EmptyState icon={<IconBellCog size={22} stroke={1.5} />} title={t('empty')} text={t(manages ? 'emptyText' : 'emptyForReaders')} action={add} />}
        {!waits && rules.length > 0 && <ul className={classes.list} aria-label={t('title')}>{rules.map((rule) => <RuleRow key={rule.id} rule={rule} manages={manages} />)}</ul>}
        {!waits && list.hasNextPage && <Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button>}
      </div>
    </div>
  )
}
