// Which chart and which table a tile is: the same on a screen, in a mail and on paper.
import type { Drawn, Frame } from '../drawn.ts'
import { barsOption } from '../options/bars-option.ts'
import { distributionOption } from '../options/distribution-option.ts'
import { funnelOption } from '../options/funnel-option.ts'
import { heatOption } from '../options/heat-option.ts'
import { lineOption } from '../options/line-option.ts'
import { networkOption } from '../options/network-option.ts'
import { shownValue, type Mark, type Read, type Step } from '../result.ts'
import { distributionTable, funnelTable, groupTable, heatTable, lineTable } from '../tables/table-of.ts'
import type { Spoken, Table } from '../tables/table.ts'

export const chartKinds = ['line', 'bars', 'distribution', 'funnel', 'heat', 'network'] as const
export type ChartKind = (typeof chartKinds)[number]
export type TileKind = ChartKind | 'number' | 'table' | 'text' | 'warnings'
/** As far as drawing needs it; a tile of a dashboard or a report fits. */
export interface DrawnTile { kind: TileKind; by?: string | null | undefined }
export const isChart = (kind: TileKind): kind is ChartKind => (chartKinds as readonly string[]).includes(kind)

/** Of fewer locations a network has no middle: they are shown as bars. */
const networkFrom = 4
export interface Around { step: Step; marks: readonly Mark[] }

/** As it is drawn: a network of three shops is bars. */
export const drawnKind = (tile: Pick<DrawnTile, 'kind'>, reads: readonly Read[]): TileKind => (tile.kind === 'network' && (reads[0]?.result.groups ?? []).filter(({ key }) => key !== null).length < networkFrom ? 'bars' : tile.kind)
/** What has no location is no part of the network. */
const named = (read: Read): Read => ({ ...read, result: { ...read.result, groups: (read.result.groups ?? []).filter(({ key }) => key !== null) } })
const byOf = (tile: DrawnTile) => (tile.kind === 'network' ? 'location' : (tile.by ?? 'location'))

export function drawTile(tile: DrawnTile, reads: readonly Read[], { step, marks }: Around, frame: Frame): Drawn {
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
export function tableOfTile(tile: DrawnTile, reads: readonly Read[], step: Step, dimension: string, spoken: Spoken): Table | null {
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

/** Something happened, but hardly ever enough of it in one stretch to show a value: one dot is no line. */
export const hasOnlyFew = (reads: readonly Read[]): boolean => reads.length > 0 && reads.every(({ result: { points } }) => !points?.length || points.filter(({ figure }) => shownValue(figure) !== null).length < Math.min(2, points.length))

/** Cut by what none of it has: no answer names a channel, no contact a location. */
export const hasNoNames = (tile: DrawnTile, reads: readonly Read[]): boolean => (tile.kind === 'bars' || tile.kind === 'network') && reads.length > 0 && reads.every(({ result }) => (result.groups ?? []).every(({ key }) => key === null))

/** Nothing happened at all: then it is said what is missing instead of drawing an empty chart. */
export const hasNothing = (reads: readonly Read[]): boolean => reads.length > 0 && reads.every(({ metric, result }) => result.figure.n === 0 && metric.form.form !== 'level')
