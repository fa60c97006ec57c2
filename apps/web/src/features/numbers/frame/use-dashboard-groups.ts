import type { Dashboard } from '@kontuar/contracts'
import { useMe } from '../../../api/me.ts'
import { useDashboards } from '../data/queries.ts'

export type DashboardGroup = 'ready' | 'mine' | 'shared'

/** Ready-made ones in the order of one's role, then mine, then what others share. */
export function useDashboardGroups(): readonly { group: DashboardGroup; dashboards: readonly Dashboard[] }[] {
  const { staff } = useMe()
  const all = useDashboards()
  const groupOf = ({ readyMade, ownerId }: Dashboard): DashboardGroup => (readyMade ? 'ready' : ownerId === staff.id ? 'mine' : 'shared')
  return (['ready', 'mine', 'shared'] as const).map((group) => ({ group, dashboards: all.filter((each) => groupOf(each) === group) })).filter(({ dashboards }) => dashboards.length > 0)
}
