import type { FilledReport, Report, ReportPeriod } from '@kontuar/contracts'
import { NativeSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { scopesQuery } from '../data/report-queries.ts'
import { reportPeriods, type ReportSearch } from '../report-search.ts'
import classes from './view.module.css'

/** Whose figures, of which days, and against what; all of it stands in the address. */
export function ReportBar({ report, search, filled }: { report: Report; search: ReportSearch; filled: FilledReport | undefined }) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const { personal, period } = report.definition
  const scopes = useQuery({ ...scopesQuery(report.id), enabled: personal !== 'nobody' })
  const go = (change: { [K in keyof ReportSearch]: ReportSearch[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, rows: undefined, ...change }).filter(([, value]) => value !== undefined)) as ReportSearch
    void navigate({ to: '/reports/$reportId', params: { reportId: report.id }, search: next, resetScroll: false })
  }
  return (
    <div className={classes.bar} role="group" aria-label={t('bar')}>
      {personal !== 'nobody' && (
        <Select
          size="xs" className={classes.scope} aria-label={t(`bar.${personal}`)} searchable clearable={search.for !== undefined} nothingFoundMessage={t('bar.nothing')} placeholder={filled?.scopeName ?? t('bar.whole')}
          data={(scopes.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))} value={search.for ?? filled?.scope?.key ?? null} onChange={(key) => go({ for: key ?? undefined })}
        />
      )}
      <NativeSelect size="xs" aria-label={t('period')} value={search.period ?? period} data={reportPeriods.map((each) => ({ value: each, label: t(`period.${each}`) }))} onChange={({ currentTarget }) => go({ period: currentTarget.value === period ? undefined : (currentTarget.value as ReportPeriod) })} />
      {filled && <span className={classes.soft}>{filled.compareName === null ? filled.periodName : t('bar.against', { period: filled.periodName, before: filled.compareName })}</span>}
      {filled && <span className={classes.made}>{t('bar.made')} <RelativeTime at={filled.madeAt} /></span>}
    </div>
  )
}
