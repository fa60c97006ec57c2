import { drawTile, drawnKind, hasNothing, hasOnlyFew, tableOfTile, type Frame, type Hit, type Read } from '@kontuar/charts'
import type { Tile } from '@kontuar/contracts'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Chart } from '../charts/LazyChart.tsx'
import { useMarks } from '../data/queries.ts'
import { useOpenRows } from '../RowsLink.tsx'
import { stepWithin } from '../search/period-days.ts'
import type { View } from '../search/tile-queries.ts'
import { NothingHere } from './NothingHere.tsx'
import { NumberTile } from './NumberTile.tsx'
import { TextTile } from './TextTile.tsx'
import { TileTable } from './TileTable.tsx'
import { useDimensionWords } from './use-tile-words.ts'
import { WarningsTile } from './WarningsTile.tsx'
import classes from './tile.module.css'

interface Given { tile: Tile; reads: readonly Read[]; view: View; title: string; asTable: boolean }

export function TileBody({ tile, reads, view, title, asTable }: Given) {
  const { timeZone } = useMe().organization
  const { nameOf } = useDimensionWords()
  if (tile.kind === 'text') return <TextTile text={tile.text ?? ''} />
  if (tile.kind === 'warnings') return <WarningsTile />
  if (reads.length === 0) return null
  // None at all is a value of a count; of a share it is no value.
  if (tile.kind === 'number' && !asTable) return <NumberTile read={reads[0]!} compare={view.compare} title={title} />
  if (hasNothing(reads)) return <NothingHere reads={reads} />
  if (tile.kind === 'table' || asTable) {
    const table = tableOfTile(tile, reads, stepWithin(tile.step, view.days), nameOf(tile.kind === 'network' ? 'location' : (tile.by ?? 'location')), { locale: currentLocale(), timeZone })
    return table && <TileTable table={table} title={title} />
  }
  if (drawnKind(tile, reads) === 'line' && hasOnlyFew(reads)) return <OnlyFew />
  return <ChartTile tile={tile} reads={reads} view={view} title={title} />
}

/** A line of gaps is no line. */
function OnlyFew() {
  const { t } = useTranslation('tiles')
  return <p className={classes.nothingWhy}>{t('line.few')}</p>
}

function ChartTile({ tile, reads, view, title }: Omit<Given, 'asTable'>) {
  const { t } = useTranslation('tiles')
  const marks = useMarks()
  const openRows = useOpenRows()
  const [left, setLeft] = useState(0)
  const step = stepWithin(tile.step, view.days)
  // Figures that came again the same must not be drawn again.
  const draw = useMemo(() => (frame: Frame) => drawTile(tile, reads, { step, marks }, frame), [tile, reads, step, marks])
  const open = useCallback((hit: Hit) => { if (hit.rows) openRows({ ...hit.rows, name: `${title}: ${hit.rows.name}` }) }, [openRows, title])
  const kind = drawnKind(tile, reads)
  const banded = kind === 'line' && reads.length === 1 && reads[0]!.result.points?.some(({ band }) => band !== null)
  return (
    <div className={classes.chartPlace}>
      <div className={classes.chart}><Chart draw={draw} label={t('chart.label', { title })} open={open} told={setLeft} /></div>
      {(banded || left > 0 || kind === 'network') && (
        <p className={classes.under}>
          {banded && <><span className={classes.bandSwatch} aria-hidden /> {t('chart.band')}</>}
          {kind === 'network' && t('chart.network')}
          {left > 0 && t('chart.left', { count: left })}
        </p>
      )}
    </div>
  )
}
