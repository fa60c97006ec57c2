import { metricFamilies, type MetricInfo, type Tile } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { CompareField } from '../bar/CompareField.tsx'
import { Filters } from '../bar/Filters.tsx'
import { PeriodField } from '../bar/PeriodField.tsx'
import { useFigures, useView } from '../dashboard/use-dashboard.ts'
import { useMetrics } from '../data/queries.ts'
import { useLiveFigures } from '../data/use-live-figures.ts'
import { useToday } from '../data/use-today.ts'
import { kindsFor, sizes, usualCut } from '../edit/draft.ts'
import { CutField } from '../edit/TileFields.tsx'
import { present } from '../search/numbers-search.ts'
import { TileCard } from '../tiles/TileCard.tsx'
import grid from '../dashboard/dashboard.module.css'
import { HowCounted } from './HowCounted.tsx'
import type { MetricSearch } from './metric-search.ts'
import classes from './catalogue.module.css'

const here = getRouteApi('/workspace/numbers/metrics/$metric')
const usual = 'last-30-days' as const

export function MetricPage() {
  const { t } = useTranslation('numbers')
  const { metric: name } = here.useParams()
  const metric = useMetrics().get(name)
  if (!metric) return <EmptyState heading title={t('metric.gone')} text={t('metric.goneText', { name })} action={<Button variant="default" renderRoot={(props) => <Link to="/numbers/metrics" search={{}} {...props} />}>{t('place.metrics')}</Button>} />
  return <Shown key={name} metric={metric} />
}

/** One metric in all the ways it can be looked at. */
function Shown({ metric }: { metric: MetricInfo }) {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const mayCompose = useCan('insight.manage')
  const search = here.useSearch()
  const today = useToday()
  const definition = useMemo(() => ({ tiles: [], period: usual, compare: 'before' as const }), [])
  const view = useView({ definition }, search)
  const kinds = useMemo(() => kindsFor(metric), [metric])
  // Where locations stand against the network already, the bars say something else.
  const cuts = kinds.includes('network') ? metric.dimensions.filter((each) => each !== 'location') : metric.dimensions
  const by = search.by ?? (cuts.length > 0 ? usualCut({ dimensions: cuts }) : null)
  const tiles = useMemo(() => kinds.filter((kind) => kind !== 'table').map((kind): Tile => ({ id: kind, kind, metrics: [metric.name], ...sizes[kind], ...(kind === 'line' && { width: 3 }), ...(kind === 'bars' && { by, height: 2 }), ...(kind === 'distribution' && { height: 2 }) })), [metric.name, kinds, by])
  const { tiles: read, data: answers, error, refetch, isPlaceholderData } = useFigures(tiles, view)
  useLiveFigures()
  useTitle(metric.label)
  const change = (part: { [K in keyof MetricSearch]?: MetricSearch[K] | undefined }) => void navigate({ to: '.', search: ((before: MetricSearch) => present({ ...before, ...part } as MetricSearch)) as never, replace: true, resetScroll: false })
  return (
    <div className={classes.page}>
      <p className={classes.family}><Link to="/numbers/metrics" search={{}}>{t('place.metrics')}</Link> · {t(`family.${metricFamilies.find((each) => each === metric.family)!}`)}</p>
      <header className={classes.head}>
        <h1>{metric.label}</h1>
        {metric.own && mayCompose && <Button variant="default" size="compact-sm" leftSection={<IconPencil size={15} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/numbers/metrics/$metric/edit" params={{ metric: metric.name }} {...props} />}>{t('metric.change')}</Button>}
      </header>
      <p className={classes.lead}>{metric.explanation}</p>
      <div className={grid.bar}>
        <PeriodField value={search} usual={usual} today={today} change={change} />
        <CompareField value={view.compare} change={(compare) => change({ compare: compare === 'before' ? undefined : compare })} />
        <Filters where={search.where ?? null} change={(where) => change({ where: where ?? undefined })} />
      </div>
      {error && <Problem error={error} retry={refetch} />}
      <div className={grid.grid} data-old={isPlaceholderData || undefined}>
        {read.map((tile) => (
          <div key={tile.id} className={grid.cell} data-width={tile.width} data-height={tile.height} data-kind={tile.kind}>
            <TileCard tile={tile} view={view} answers={answers} retry={refetch} beside={tile.kind === 'bars' && <CutField metric={metric} value={by} label={t('metric.by')} change={(next) => change({ by: next })} />} />
          </div>
        ))}
      </div>
      <HowCounted metric={metric} />
    </div>
  )
}
