// The open warnings in short. Their own pages stand under the feature of warnings; this is only the place on a dashboard.
import { listWarnings, type Warning } from '@kontuar/contracts'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { decimalText } from '@kontuar/charts'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import classes from './warnings.module.css'

export function WarningsTile() {
  const { t } = useTranslation('tiles')
  const { data, error, isPending, refetch } = useQuery({ queryKey: queryKeys.insight.figures({ warnings: 'open' }), queryFn: ({ signal }) => api(listWarnings, { query: { state: 'open', limit: 20 }, signal }) })
  if (isPending) return <RowSkeletons rows={3} height={48} />
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (data.items.length === 0) return <p className={classes.none}><IconCircleCheck size={18} stroke={1.5} aria-hidden /> {t('warnings.none')}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrollable by keyboard (WCAG 2.1.1)
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('title.warnings')}>
      <ul className={classes.list}>{data.items.map((warning) => <OneWarning key={warning.id} warning={warning} />)}</ul>
    </div>
  )
}

function OneWarning({ warning: { kind, locationName, subject, beganAt, expected, came } }: { warning: Warning }) {
  const { t } = useTranslation('tiles')
  const number = (value: number) => decimalText(value, Number.isInteger(value) ? 0 : 1, currentLocale())
  return (
    <li className={classes.warning}>
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <div>
        <p className={classes.what}>{t(`warning.${kind}`)}{subject && `: ${subject.name}`}</p>
        <p className={classes.more}>
          {[locationName, expected !== null && came !== null ? t('warnings.expected', { expected: number(expected), came: number(came) }) : null].filter((each) => each !== null).join(' · ')}
          {' · '}{t('warnings.since')} <RelativeTime at={beganAt} />
        </p>
      </div>
    </li>
  )
}
