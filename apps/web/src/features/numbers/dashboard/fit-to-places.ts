// A ready-made dashboard in an organization of one location: there is nothing to compare it with, so what compares locations is left out and
// its neighbour takes the room. Own dashboards stay as they were made. Pure.
import type { Tile } from '@kontuar/contracts'

const compares = ({ kind, by }: Tile): boolean => kind === 'network' || ((kind === 'table' || kind === 'bars') && by === 'location')

export function fitToPlaces(tiles: readonly Tile[], locations: number): readonly Tile[] {
  if (locations > 1 || !tiles.some(compares)) return tiles
  return tiles.flatMap((tile, index) => {
    if (compares(tile)) return []
    const before = tiles[index - 1]
    // Side by side and as high: what comes next stands alone in the row now.
    return before !== undefined && compares(before) && before.height === tile.height && before.width + tile.width === 4 ? [{ ...tile, width: 4 }] : [tile]
  })
}
