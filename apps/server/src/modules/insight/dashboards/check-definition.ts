// What a dashboard may hold: everything is looked at before anything is saved.
import type { DashboardDefinition, Tile } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { storable } from '../../../platform/db/storable.ts'
import { checkCut, checkWhere, readCatalogue, type Catalogue } from '../metrics/index.ts'

/** How many metrics a kind of tile draws; `by`: needs a dimension. */
const shapes: Record<Tile['kind'], { least: number; most: number; by?: true }> = {
  number: { least: 1, most: 1 }, line: { least: 1, most: 3 }, bars: { least: 1, most: 1, by: true }, distribution: { least: 1, most: 1 }, funnel: { least: 2, most: 8 }, table: { least: 1, most: 8, by: true },
  heat: { least: 1, most: 1 }, network: { least: 1, most: 1 }, text: { least: 0, most: 0 }, warnings: { least: 0, most: 0 },
}

/** As it is stored. @throws Refusal with one sentence for the first thing that is wrong */
export async function checkDefinition(tx: Tx, given: DashboardDefinition): Promise<DashboardDefinition> {
  const catalogue = await readCatalogue(tx)
  const ids = given.tiles.map((t) => t.id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) throw new Refusal('invalid-input', `Two tiles are called ${JSON.stringify(twice)}: give each its own id.`, { 'definition.tiles': 'holds an id twice' })
  for (const [i, tile] of given.tiles.entries()) {
    const fault = tileFault(tile, catalogue)
    if (fault !== null) throw new Refusal('invalid-input', `Tile ${i + 1}: ${fault}`, { [`definition.tiles.${i}`]: fault })
    if (tile.by) await checkCut(tx, tile.by, `definition.tiles.${i}.by`)
    if (tile.where) await checkWhere(tx, tile.where, `definition.tiles.${i}.where`)
  }
  if (given.where) await checkWhere(tx, given.where, 'definition.where')
  return { ...given, tiles: given.tiles.map((tile) => ({ ...tile, ...(tile.title === undefined ? {} : { title: storable(tile.title).trim() }), ...(tile.text === undefined ? {} : { text: storable(tile.text) }) })) }
}

/** What in a stored one does not hold any more, in words. */
export const problemsOf = (definition: DashboardDefinition, catalogue: Catalogue): string[] => definition.tiles.flatMap((tile, i) => {
  const fault = tileFault(tile, catalogue)
  return fault === null ? [] : [`Tile ${i + 1}: ${fault}`]
})

/** What is wrong with it, in words. */
export function tileFault(tile: Tile, catalogue: Catalogue): string | null {
  const shape = shapes[tile.kind]
  if (tile.metrics.length < shape.least || tile.metrics.length > shape.most) return shape.most === 0 ? 'it shows no metric: leave the list empty.' : shape.least === shape.most ? 'it shows exactly one metric.' : `it shows ${shape.least} to ${shape.most} metrics.`
  const unknown = tile.metrics.find((name) => !catalogue.has(name))
  if (unknown !== undefined) return `there is no metric ${JSON.stringify(unknown)}: choose one of /metrics.`
  if (shape.by && !tile.by) return 'say by what it is cut, such as "location".'
  if (tile.kind === 'text' && (tile.text ?? '').trim() === '') return 'the text is empty.'
  return null
}
