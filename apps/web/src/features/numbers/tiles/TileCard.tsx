// One tile: its name, what it means, what it shows, and what can be done with it.
import { isChart } from '@kontuar/charts'
import { ActionIcon, Skeleton, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import type { Tile } from '@kontuar/contracts'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMetrics, type Answers } from '../data/queries.ts'
import { useGroupNames } from '../data/use-group-names.ts'
import { ScreenContext } from '../screen-context.ts'
import type { View } from '../search/tile-queries.ts'
import { joined } from '../search/where.ts'
import { TileBody } from './TileBody.tsx'
import { TileProblem } from './TileProblem.tsx'
import { Trap } from './Trap.tsx'
import { readsOf, type TileReads } from './use-reads.ts'
import { useTileTitle } from './use-tile-words.ts'
import classes from './tile.module.css'

export interface CardAct { title: string; found: TileReads; asTable: boolean; setAsTable: (asTable: boolean) => void }
interface Given {
  tile: Tile; view: View; answers: Answers | undefined; retry: () => void
  /** At the end of its head. */
  renderActs?: ((act: CardAct) => ReactNode) | undefined
  /** The same, of what needs nothing of the tile. */
  beside?: ReactNode
  /** It fills the screen: the table stands below the chart. */
  full?: boolean
  /** Read and not touched, as in the gallery. */
  quiet?: boolean
  level?: 2 | 3
}

export function TileCard({ tile, view, answers, retry, renderActs, beside, full = false, quiet = false, level = 2 }: Given) {
  const { t } = useTranslation('tiles')
  const metrics = useMetrics()
  const [asTable, setAsTable] = useState(false)
  const title = useTileTitle()(tile, metrics)
  const named = useGroupNames()
  const found = useMemo(() => readsOf(tile, view, answers, metrics, named), [tile, view, answers, metrics, named])
  const { reads, problem, waiting } = found
  const screen = useMemo(() => ({ days: view.days, where: joined(view.where, tile.where) }), [view.days, view.where, tile.where])
  const infos = tile.metrics.flatMap((name) => metrics.get(name) ?? [])
  const Heading = `h${level}` as const
  const label = t(asTable ? 'asChart' : 'asTable')
  const body = (table: boolean) => <TileBody tile={tile} reads={reads} view={view} title={title} asTable={table} />
  return (
    <ScreenContext value={screen}>
      <article className={classes.tile} data-kind={tile.kind} data-full={full || undefined} aria-label={title}>
        <header className={classes.head}>
          <Heading className={classes.title} title={title}>{title}</Heading>
          {!quiet && <Trap metrics={infos} />}
          {tile.where && tile.where.rules.length > 0 && <span className={classes.narrowed}>{t('narrowed')}</span>}
          {beside && <span className={classes.beside}>{beside}</span>}
          {!quiet && (
            <span className={classes.acts}>
              {isChart(tile.kind) && !full && <Tooltip label={label}><ActionIcon size={28} aria-label={`${label}: ${title}`} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{asTable ? <IconChartBar size={16} stroke={1.5} aria-hidden /> : <IconTable size={16} stroke={1.5} aria-hidden />}</ActionIcon></Tooltip>}
              {renderActs?.({ title, found, asTable, setAsTable })}
            </span>
          )}
        </header>
        <div className={classes.body}>
          {waiting ? <TileSkeleton kind={tile.kind} /> : problem !== null ? <TileProblem problem={problem} retry={retry} /> : body(asTable && !full)}
        </div>
        {full && !waiting && problem === null && (isChart(tile.kind) || tile.kind === 'number') && <div className={classes.below}>{body(true)}</div>}
      </article>
    </ScreenContext>
  )
}

/** The shape of what is coming. */
function TileSkeleton({ kind }: { kind: Tile['kind'] }) {
  if (kind === 'number') return <div aria-hidden><Skeleton height={30} width={96} radius="sm" mb={14} /><Skeleton height={10} width="70%" radius="sm" mb={12} /><Skeleton height={30} radius="sm" /></div>
  return <Skeleton className={classes.fill} height="100%" radius="md" aria-hidden />
}
