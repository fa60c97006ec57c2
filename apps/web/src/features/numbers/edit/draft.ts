// What is done to a dashboard while it is edited. Pure; every act makes a new draft, so that undoing is going back.
import type { Dashboard, MetricInfo, NewDashboard, Tile } from '@kontuar/contracts'
import { moved } from '../../../ui/sortable/moved.ts'

export interface Draft { name: string; definition: Dashboard['definition']; sharedWith: NewDashboard['sharedWith'] }
export interface History { past: readonly Draft[]; now: Draft; future: readonly Draft[] }

export const draftOf = ({ name, definition, sharedWith, readyMade }: Dashboard): Draft => ({ name, definition, sharedWith: readyMade ? null : (sharedWith as NewDashboard['sharedWith']) })
export const begin = (draft: Draft): History => ({ past: [], now: draft, future: [] })

const most = 100
export const act = ({ past, now }: History, next: Draft): History => (next === now ? { past, now, future: [] } : { past: [...past.slice(1 - most), now], now: next, future: [] })
export const undo = (history: History): History => { const back = history.past.at(-1); return back ? { past: history.past.slice(0, -1), now: back, future: [history.now, ...history.future] } : history }
export const redo = (history: History): History => { const [next, ...future] = history.future; return next ? { past: [...history.past, history.now], now: next, future } : history }

const withTiles = (draft: Draft, tiles: Tile[]): Draft => ({ ...draft, definition: { ...draft.definition, tiles } })
const inside = (value: number, least: number, greatest: number) => Math.min(greatest, Math.max(least, value))

export const moveTile = (draft: Draft, id: string, to: number): Draft => {
  const { tiles } = draft.definition
  const from = tiles.findIndex((tile) => tile.id === id)
  const place = inside(to, 0, tiles.length - 1)
  return from < 0 || from === place ? draft : withTiles(draft, moved(tiles, from, place))
}
export function resizeTile(draft: Draft, id: string, by: { width?: number; height?: number }): Draft {
  const tile = draft.definition.tiles.find((each) => each.id === id)
  if (!tile) return draft
  const [width, height] = [inside(tile.width + (by.width ?? 0), 1, 4), inside(tile.height + (by.height ?? 0), 1, 3)]
  return width === tile.width && height === tile.height ? draft : changeTile(draft, id, { width, height })
}
export const changeTile = (draft: Draft, id: string, change: Partial<Tile>): Draft => withTiles(draft, draft.definition.tiles.map((tile) => (tile.id === id ? { ...tile, ...change } : tile)))
export const removeTile = (draft: Draft, id: string): Draft => withTiles(draft, draft.definition.tiles.filter((tile) => tile.id !== id))

/** An id that no tile of the dashboard has. */
export function freshId(tiles: readonly Tile[]): string {
  for (let n = tiles.length + 1; ; n += 1) if (!tiles.some(({ id }) => id === `t${n}`)) return `t${n}`
}
export const addTile = (draft: Draft, tile: Omit<Tile, 'id'>): Draft => withTiles(draft, [...draft.definition.tiles, { ...tile, id: freshId(draft.definition.tiles) }])

/** Above this a screen is no longer looked at but searched. */
export const enough = 9
/** As many as the server takes. */
export const atMost = 24

export const sizes: Record<Tile['kind'], { width: number; height: number }> = {
  number: { width: 1, height: 1 }, line: { width: 2, height: 1 }, bars: { width: 2, height: 1 }, distribution: { width: 2, height: 1 }, funnel: { width: 2, height: 1 },
  table: { width: 4, height: 2 }, heat: { width: 2, height: 2 }, network: { width: 2, height: 2 }, text: { width: 2, height: 1 }, warnings: { width: 2, height: 2 },
}
/** How many metrics a kind of tile draws; the server holds to the same. */
export const metricsOf: Record<Tile['kind'], { least: number; most: number }> = {
  number: { least: 1, most: 1 }, line: { least: 1, most: 3 }, bars: { least: 1, most: 1 }, distribution: { least: 1, most: 1 }, funnel: { least: 2, most: 8 }, table: { least: 1, most: 8 },
  heat: { least: 1, most: 1 }, network: { least: 1, most: 1 }, text: { least: 0, most: 0 }, warnings: { least: 0, most: 0 },
}
export const isCut = (kind: Tile['kind']): boolean => kind === 'bars' || kind === 'table'

/** The ways in which a metric can be looked at, the plainest first. */
export function kindsFor(metric: Pick<MetricInfo, 'form' | 'unit' | 'dimensions' | 'steps'>): Tile['kind'][] {
  const { form } = metric.form
  return [
    'number',
    ...(metric.steps ? ['line' as const] : []),
    ...(metric.dimensions.length > 0 ? ['bars' as const] : []),
    ...(form === 'quantile' || form === 'mean' || form === 'nps' ? ['distribution' as const] : []),
    ...(form !== 'level' ? ['heat' as const] : []),
    ...(metric.unit !== 'count' && metric.dimensions.includes('location') ? ['network' as const] : []),
    ...(metric.dimensions.length > 0 ? ['table' as const] : []),
  ]
}
/** What it is cut by to begin with: where it happened says more than through what. */
export const usualCut = (metric: Pick<MetricInfo, 'dimensions'>): string => (['location', 'reason', 'queue', 'channel', 'staff'] as const).find((each) => metric.dimensions.includes(each)) ?? metric.dimensions[0] ?? 'location'

export function tileFor(kind: Tile['kind'], metric: MetricInfo | null): Omit<Tile, 'id'> {
  return { kind, metrics: metric === null ? [] : [metric.name], ...sizes[kind], ...(isCut(kind) && metric && { by: usualCut(metric) }), ...(kind === 'text' && { text: '' }) }
}

/** What is still missing before it can be saved; null: nothing. */
export function lackOf({ kind, metrics, by, text }: Tile): 'metrics' | 'by' | 'text' | null {
  if (metrics.length < metricsOf[kind].least) return 'metrics'
  if (isCut(kind) && !by) return 'by'
  return kind === 'text' && (text ?? '').trim() === '' ? 'text' : null
}
