import { listAlertReach, type AlertReach, type ReportReach } from '@kontuar/contracts'
import { Button, Select } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useStaff } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { reachQuery } from '../../reports/index.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import shared from '../settings.module.css'
import { byPerson } from './by-person.ts'
import { AlertReachRow, ReportReachRow } from './ReachRows.tsx'
import classes from './who.module.css'

const here = getRouteApi('/workspace/settings/who-receives-what')

/** Reports and alerts of everybody as things stand, person by person, with why, the last sending and pauses. */
export function WhoReceivesPage() {
  const { t } = useTranslation('reports')
  const { t: tCommon } = useTranslation()
  const { t: tSettings } = useTranslation('settings')
  const navigate = useNavigate()
  const { person } = here.useSearch()
  const staff = useStaff().filter(({ id, active }) => active || id === person).map(({ id, name }) => ({ value: id, label: name }))
  const whose = person === undefined ? {} : { staffId: person }
  const reports = useQuery(reachQuery(whose))
  const alerts = useInfiniteQuery({
    queryKey: [...queryKeys.alerts.reach, whose], queryFn: ({ pageParam, signal }) => api(listAlertReach, { query: { ...whose, limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: ({ next }) => next,
  })
  const reportItems: readonly ReportReach[] = reports.data?.items ?? []
  const alertItems: readonly AlertReach[] = alerts.data?.pages.flatMap(({ items }) => items) ?? []
  const people = byPerson(reportItems, alertItems)
  const waiting = reports.isPending || alerts.isPending
  return (
    <SettingsPage wide title={tSettings('who-receives-what.title')} text={t('who.text')}>
      <div className={classes.filter}><Select label={t('who.person')} searchable clearable clearButtonProps={{ 'aria-label': tCommon('picker.clear') }} placeholder={tCommon('picker.choose')} nothingFoundMessage={tCommon('picker.nothing')} data={staff} value={person ?? null} onChange={(id) => void navigate({ to: '/settings/who-receives-what', search: id === null ? {} : { person: id }, replace: true })} /></div>
      {reports.isError && <Problem error={reports.error} text={t('who.reportsFailed')} retry={() => void reports.refetch()} />}
      {alerts.isError && <Problem error={alerts.error} text={t('who.alertsFailed')} retry={() => void alerts.refetch()} />}
      {waiting && <RowSkeletons rows={8} height={52} />}
      {!waiting && people.length === 0 && !reports.isError && !alerts.isError && <EmptyState icon={<IconSend size={22} stroke={1.5} />} title={t(person === undefined ? 'who.empty' : 'who.emptyPerson')} text={t('who.emptyText')} />}
      {!waiting && people.map(({ key, name, address, reports: theirs, alerts: told }) => (
        <section key={key} className={classes.person}>
          <h2>{name ?? t('who.depends')}{address !== null && <small>{address}</small>}</h2>
          <ul>
            {theirs.map((reach) => <ReportReachRow key={`${reach.reportId} ${reach.scopeName}`} reach={reach} />)}
            {told.map((reach, index) => <AlertReachRow key={`${reach.ruleId} ${index}`} reach={reach} />)}
          </ul>
        </section>
      ))}
      {alerts.hasNextPage && <div className={shared.more}><Button variant="default" size="compact-sm" loading={alerts.isFetchingNextPage} onClick={() => void alerts.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </SettingsPage>
  )
}
