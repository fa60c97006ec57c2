// Which chart and which table a tile is. Pure.
import { barsOption, distributionOption, distributionTable, funnelOption, funnelTable, groupTable, heatOption, heatTable, lineOption, lineTable, networkOption, shownValue, type Drawn, type Frame, type Mark, type Read, type Spoken, type Table } from '@kontuar/charts'
import type { Tile } from '@kontuar/contracts'
import type { Step } from '../search/period-days.ts'

export const chartKinds = ['line', 'bars', 'distribution', 'funnel', 'heat', 'network'] as const
export type ChartKind = (typeof chartKinds)[number]
export const isChart = (kind: Tile['kind']): kind is ChartKind => (chartKinds as readonly string[]).includes(kind)

/** Of fewer locations a network has no middle: they are shown as bars. */
const networkFrom = 4
export interface Around { step: Step; marks: readonly Mark[] }

/** As it is drawn: a network of three shops is bars. */
export const drawnKind = (tile: Pick<Tile, 'kind'>, reads: readonly Read[]): Tile['kind'] => (tile.kind === 'network' && (reads[0]?.result.groups ?? []).filter(({ key }) => key !== null).length < networkFrom ? 'bars' : tile.kind)
/** What has no location is no part of the network. */
const named = (read: Read): Read => ({ ...read, result: { ...read.result, groups: (read.result.groups ?? []).filter(({ key }) => key !== null) } })
const byOf = (tile: Pick<Tile, 'kind' | 'by'>) => (tile.kind === 'network' ? 'location' : (tile.by ?? 'location'))

export function drawTile(tile: Tile, reads: readonly Read[], { step, marks }: Around, frame: Frame): Drawn {
  const [read] = reads
  switch (drawnKind(tile, reads)) {
    case 'bars': return barsOption({ read: tile.kind === 'network' ? named(read!) : read!, by: byOf(tile), frame })
    case 'network': return networkOption({ read: read!, by: 'location', frame })
    case 'distribution': return distributionOption({ read: read!, frame })
    case 'funnel': return funnelOption({ reads, frame })
    case 'heat': return heatOption({ read: read!, frame })
    default: return lineOption({ reads, step, marks, frame })
  }
}

/** @param dimension what the groups are, in words */
export function tableOfTile(tile: Tile, reads: readonly Read[], step: Step, dimension: string, spoken: Spoken): Table | null {
  const [read] = reads
  if (!read) return null
  switch (tile.kind) {
    case 'bars': case 'table': return groupTable(reads, byOf(tile), dimension, spoken)
    case 'network': return groupTable(reads, 'location', dimension, spoken, { limits: drawnKind(tile, reads) === 'network' })
    case 'distribution': return distributionTable(read, spoken)
    case 'funnel': return funnelTable(reads, spoken)
    case 'heat': return heatTable(read, spoken)
    case 'line': case 'number': return lineTable(reads, step, spoken)
    case 'text': case 'warnings': return null
  }
}

/** Something happened, and never enough of it in one stretch to show a value. */
export const hasOnlyFew = (reads: readonly Read[]): boolean => reads.length > 0 && reads.every(({ result }) => (result.points ?? []).every(({ figure }) => shownValue(figure) === null))

/** Nothing happened at all: then the screen says what is missing instead of drawing an empty chart. */
export const hasNothing = (reads: readonly Read[]): boolean => reads.length > 0 && reads.every(({ metric, result }) => result.figure.n === 0 && metric.form.form !== 'level')
