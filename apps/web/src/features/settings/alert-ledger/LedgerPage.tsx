import { listAlertDeliveries, listAlertReach } from '@kontuar/contracts'
import { Button, SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useLedgerWords } from '../../../ui/use-ledger-words.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { useBecause } from '../../alerts/index.ts'
import shared from '../settings.module.css'
import classes from './ledger.module.css'

const parts = ['all', 'failed', 'waiting', 'reach'] as const
type Part = (typeof parts)[number]

/** What was told to whom by which road; and who would be told of what now. */
export function LedgerPage() {
  const { t } = useTranslation('alerts')
  const { t: tSettings } = useTranslation('settings')
  const [part, setPart] = useState<Part>('all')
  return (
    <SettingsPage wide title={tSettings('alert-ledger.title')} text={t('ledger.text')}>
      <SegmentedControl size="xs" className={classes.parts} aria-label={t('ledger.parts')} value={part} onChange={(next) => setPart(next as Part)} data={parts.map((each) => ({ value: each, label: t(`ledger.${each}`) }))} />
      {part === 'reach' ? <Reach /> : <Deliveries state={part === 'all' ? undefined : part} />}
    </SettingsPage>
  )
}

function Deliveries({ state }: { state: 'failed' | 'waiting' | undefined }) {
  const { t } = useTranslation('alerts')
  const { t: tCommon } = useTranslation()
  const because = useBecause()
  const noted = useLedgerWords()
  const list = useInfiniteQuery({
    queryKey: queryKeys.alerts.deliveries({ state }),
    queryFn: ({ pageParam, signal }) => api(listAlertDeliveries, { query: { limit: 50, ...(state === undefined ? {} : { state }), ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <RowSkeletons rows={8} height={44} />
  if (list.isError) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0) return <EmptyState icon={<IconSend size={22} stroke={1.5} />} title={t('ledger.empty')} />
  return (
    <>
      <ul className={classes.rows}>
        {items.map((each) => (
          <li key={each.id}>
            <span className={classes.who}>{each.staffName ?? each.destinationName}<small>{because(each.because)}</small></span>
            <Link to="/alerts/$alertId" params={{ alertId: each.alertId }} search={{}}>{each.ruleName}</Link>
            <span>{t(`road.${each.road}`)}</span>
            <span data-state={each.state}>{t(`delivery.${each.state}`)}{noted(each) !== null && <small>{noted(each)}</small>}</span>
            <RelativeTime at={each.sentAt ?? (each.state === 'waiting' ? each.sendAfter : each.createdAt)} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className={shared.more}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </>
  )
}

function Reach() {
  const { t } = useTranslation('alerts')
  const { t: tCommon } = useTranslation()
  const because = useBecause()
  const list = useInfiniteQuery({
    queryKey: queryKeys.alerts.reach,
    queryFn: ({ pageParam, signal }) => api(listAlertReach, { query: pageParam === null ? {} : { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <RowSkeletons rows={8} height={44} />
  if (list.isError) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0) return <EmptyState icon={<IconSend size={22} stroke={1.5} />} title={t('ledger.nobody')} />
  return (
    <>
      <ul className={classes.rows}>
        {items.map((each, i) => (
          <li key={`${each.ruleId} ${each.staffId ?? each.destinationName ?? i}`}>
            <span className={classes.who}>{each.staffName ?? each.destinationName ?? t('ledger.depends')}<small>{because(each.because)}</small></span>
            <span>{each.ruleName}</span>
            <span>{each.roads.map((road) => t(`road.${road as 'app'}`)).join(', ')}</span>
            <span>{each.paused ? t('ledger.paused') : t(`ledger.when.${each.when as 'at-once'}`)}</span>
            {each.last === null ? <span className={classes.never}>{t('ledger.never')}</span> : <RelativeTime at={each.last.at} />}
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className={shared.more}><Button variant="default" size="compact-sm" onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </>
  )
}
