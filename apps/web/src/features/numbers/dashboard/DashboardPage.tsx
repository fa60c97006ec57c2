import { IconChartLine } from '@tabler/icons-react'
import type { Dashboard } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { locationsQuery } from '../../../api/desk.ts'
import { isGone } from '../../../api/problem.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { CompareField } from '../bar/CompareField.tsx'
import { Filters } from '../bar/Filters.tsx'
import { PeriodField } from '../bar/PeriodField.tsx'
import { dashboardQuery } from '../data/queries.ts'
import { useLiveFigures } from '../data/use-live-figures.ts'
import { useToday } from '../data/use-today.ts'
import { present, type NumbersSearch } from '../search/numbers-search.ts'
import { TileCard } from '../tiles/TileCard.tsx'
import { DashboardActs } from './DashboardActs.tsx'
import { DashboardSkeleton } from './DashboardSkeleton.tsx'
import { fitToPlaces } from './fit-to-places.ts'
import { TileActs } from './TileActs.tsx'
import { Updated } from './Updated.tsx'
import { useFigures, useView } from './use-dashboard.ts'
import classes from './dashboard.module.css'

const here = getRouteApi('/workspace/numbers/dashboards/$dashboardId')

export function DashboardPage() {
  const { t } = useTranslation('numbers')
  const { dashboardId } = here.useParams()
  const { data, error, refetch } = useQuery(dashboardQuery(dashboardId))
  const locations = useQuery(locationsQuery)
  // Waited for, so that no tile appears only to go again; without them everything is shown.
  if (data && !locations.isPending) return <Shown key={dashboardId} dashboard={data} locations={locations.data?.items.filter(({ retired }) => !retired).length ?? null} />
  if (error) return <div className={classes.page}><h1 className={classes.name}>{t('title')}</h1><Problem error={error} retry={isGone(error) ? undefined : () => void refetch()} /></div>
  return <DashboardSkeleton />
}

type Change = { [K in keyof NumbersSearch]?: NumbersSearch[K] | undefined }

function Shown({ dashboard, locations }: { dashboard: Dashboard; /** Null: not known. */ locations: number | null }) {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const search = here.useSearch()
  const today = useToday()
  const view = useView(dashboard, search)
  const { definition } = dashboard
  const fitted = useMemo(() => (dashboard.readyMade === null || locations === null ? definition.tiles : fitToPlaces(definition.tiles, locations)), [dashboard.readyMade, definition.tiles, locations])
  const { tiles: read, data: answers, error, refetch: retry, isPlaceholderData, asks } = useFigures(fitted, view)
  useLiveFigures()
  useTitle(dashboard.name)
  const change = (part: Change) => void navigate({ to: '.', search: ((before: NumbersSearch) => present({ ...before, ...part } as NumbersSearch)) as never, replace: true, resetScroll: false })
  const page = useRef<HTMLDivElement>(null)
  const full = search.tile === undefined ? undefined : read.find(({ id }) => id === search.tile)
  const over = search.wall === true || full !== undefined
  useShortcuts(t('keys'), [
    { keys: 'w', label: t(search.wall ? 'wall.leave' : 'wall.enter'), run: () => change({ wall: search.wall ? undefined : true }) },
    ...(over ? [{ keys: 'escape', label: t('close'), run: () => change({ wall: undefined, tile: undefined }) }] : []),
  ])
  const leaveWall = useEffectEvent(() => change({ wall: undefined }))
  useEffect(() => {
    // On the wall nothing else is wanted; where the browser refuses without a click, the page still fills its window.
    if (!search.wall) return
    const left = () => { if (!document.fullscreenElement) leaveWall() }
    page.current?.focus()
    page.current?.requestFullscreen?.().catch(() => {})
    document.addEventListener('fullscreenchange', left)
    return () => {
      document.removeEventListener('fullscreenchange', left)
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [search.wall])
  const tiles = full ? [full] : read
  return (
    <div ref={page} className={classes.page} data-wall={search.wall} data-full={full !== undefined || undefined} tabIndex={-1}>
      <header className={classes.head}>
        <h1 className={classes.name}>{dashboard.name}</h1>
        <Updated answers={answers} />
        <DashboardActs dashboard={dashboard} wall={search.wall === true} change={change} />
      </header>
      {!search.wall && (
        <div className={classes.bar}>
          <PeriodField value={search} usual={definition.period} today={today} change={change} />
          <CompareField value={view.compare} change={(compare) => change({ compare: compare === definition.compare ? undefined : compare })} />
          <Filters where={search.where ?? null} fixed={definition.where} mine={definition.mine === true} change={(where) => change({ where: where ?? undefined })} />
        </div>
      )}
      {dashboard.problems.length > 0 && dashboard.mayChange && !search.wall && <p className={classes.note} role="note">{t('problems')} <Link to="/numbers/dashboards/$dashboardId/edit" params={{ dashboardId: dashboard.id }}>{t('problems.mend')}</Link></p>}
      {error && <Problem error={error} retry={retry} />}
      {definition.tiles.length === 0 ? (
        <EmptyState icon={<IconChartLine size={22} stroke={1.5} />} title={t('empty.title')} text={t('empty.text')} action={dashboard.mayChange ? <Button renderRoot={(props) => <Link to="/numbers/dashboards/$dashboardId/edit" params={{ dashboardId: dashboard.id }} {...props} />}>{t('empty.add')}</Button> : undefined} />
      ) : (!error || answers) && (
        <div className={classes.grid} data-old={(isPlaceholderData && asks) || undefined}>
          {tiles.map((tile) => (
            <div key={tile.id} className={classes.cell} data-width={tile.width} data-height={tile.height} data-kind={tile.kind}>
              <TileCard tile={tile} view={view} answers={answers} retry={retry} full={full !== undefined} quiet={search.wall === true} renderActs={search.wall ? undefined : (act) => <TileActs dashboard={dashboard} tile={tile} view={view} search={search} act={act} change={change} full={full !== undefined} />} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
