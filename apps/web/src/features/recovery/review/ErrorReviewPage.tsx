import { reviewErrors } from '@kontuar/contracts'
import { periodText } from '@kontuar/charts'
import { NativeSelect } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLocations, useTeams } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { readReviewSearch, reviewDays, type RecoverySearch, type ReviewSearch } from '../recovery-search.ts'
import { CauseCard } from './CauseCard.tsx'
import classes from './review.module.css'

/** What goes wrong again and again: the causes of a period beside the period before. */
export function ErrorReviewPage() {
  const { t } = useTranslation('recovery')
  const navigate = useNavigate()
  const { timeZone } = useMe().organization
  const search = useSearch({ strict: false }) as ReviewSearch
  const { days = 30, location, team } = search
  const locations = useLocations().filter(({ id, retired }) => !retired || id === location)
  const teams = useTeams().filter(({ id, retired }) => !retired || id === team)
  useTitle(t('review.title'))
  const review = useQuery({
    queryKey: queryKeys.recoveries.review({ days, location, team }),
    queryFn: ({ signal }) => api(reviewErrors, { query: { from: new Date(Date.now() - days * 86_400_000).toISOString(), ...(location && { locationId: location }), ...(team && { teamId: team }) }, signal }),
  })
  const change = (more: Record<string, unknown>) => void navigate({ to: '/error-review', search: readReviewSearch({ ...search, ...more }) })
  const data = review.data
  const rows: RecoverySearch = data === undefined ? {} : { show: 'all', from: data.from, to: data.to, ...(location && { location }), ...(team && { team }) }
  const nothing = data !== undefined && data.causes.length === 0 && data.withoutCause === 0
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('review.title')}</h1>
        <p className={classes.text}>{t('review.text')}</p>
      </header>
      <div className={classes.bar}>
        <NativeSelect size="xs" aria-label={t('review.period')} value={String(days)} data={reviewDays.map((each) => ({ value: String(each), label: t('review.days', { count: each }) }))} onChange={({ currentTarget }) => change({ days: Number(currentTarget.value) })} />
        {locations.length > 1 && <NativeSelect size="xs" aria-label={t('fact.location')} value={location ?? ''} data={[{ value: '', label: t('narrowed.everywhere') }, ...locations.map(({ id, name }) => ({ value: id, label: name }))]} onChange={({ currentTarget }) => change({ location: currentTarget.value })} />}
        {teams.length > 1 && <NativeSelect size="xs" aria-label={t('fact.team')} value={team ?? ''} data={[{ value: '', label: t('review.allTeams') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]} onChange={({ currentTarget }) => change({ team: currentTarget.value })} />}
        {data && <span className={classes.soft}>{periodText(data.from, data.to, { locale: currentLocale(), timeZone })}</span>}
      </div>
      {data === undefined ? (review.isError ? <Problem error={review.error} retry={() => void review.refetch()} /> : <RowSkeletons rows={4} height={120} />)
        : nothing ? <EmptyState icon={<IconBulb size={22} stroke={1.5} />} title={t('review.empty')} text={t('review.emptyText')} />
          : (
            <>
              <p className={classes.sums}>
                <Link to="/recoveries" search={{ ...rows, of: 'closed' }}>{t('review.closed', { count: data.closed })}</Link>
                {data.withoutCause > 0 && <Link to="/recoveries" search={{ ...rows, cause: 'none', of: 'all' }}>{t('review.withoutCause', { count: data.withoutCause })}</Link>}
              </p>
              <ol className={classes.causes}>{data.causes.map((each) => <CauseCard key={each.cause?.id} figures={each} rows={{ ...rows, ...(each.cause && { cause: each.cause.id }) }} />)}</ol>
            </>
          )}
    </div>
  )
}
