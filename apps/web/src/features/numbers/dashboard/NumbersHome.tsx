import { IconChartLine } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { dashboardsQuery } from '../data/queries.ts'

/** The first dashboard of one's role. */
export function NumbersHome() {
  const { t } = useTranslation('numbers')
  const [first] = useSuspenseQuery(dashboardsQuery).data.items
  if (first) return <Navigate to="/numbers/dashboards/$dashboardId" params={{ dashboardId: first.id }} replace />
  return <EmptyState heading icon={<IconChartLine size={22} stroke={1.5} />} title={t('title')} text={t('home.none')} />
}
