import { IconAlertTriangle } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { isGone } from '../../../../api/problem.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { figuresQuery } from '../../data/queries.ts'
import { queryKey } from '../../search/tile-queries.ts'
import { seriesQuery } from '../data/series-query.ts'
import { warningQuery } from '../data/warning-queries.ts'
import { WarningCard } from './WarningCard.tsx'
import { WarningsFrame } from './WarningsFrame.tsx'

const here = getRouteApi('/workspace/numbers/warnings/$warningId')

/** One warning under its own address, whatever became of it. */
export function WarningPage() {
  const { t } = useTranslation('warnings')
  const { warningId } = here.useParams()
  const { timeZone } = useMe().organization
  const { data: warning, error, refetch } = useQuery(warningQuery(warningId))
  const query = warning ? seriesQuery(warning, timeZone) : null
  const { data: answers } = useQuery(figuresQuery(query ? [query] : []))
  const all = <Button variant="default" size="compact-sm" renderRoot={(props) => <Link to="/numbers/warnings" search={{}} {...props} />}>{t('toAll')}</Button>
  return (
    <WarningsFrame>
      {warning ? <WarningCard warning={warning} answer={query === null ? undefined : answers?.get(queryKey(query))} alone />
        : error && isGone(error) ? <EmptyState icon={<IconAlertTriangle size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} action={all} />
        : error ? <Problem error={error} retry={() => void refetch()} /> : <RowSkeletons rows={1} height={180} />}
    </WarningsFrame>
  )
}
