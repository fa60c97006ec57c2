// Which cells of the sums answer a question, if any do (sums/cells.ts says which there are).
import type { Dimension } from '@kontuar/contracts'
import { binned, hourly, isSparse, monthlyWithinLocation, noMember, withinLocation } from '../../sums/cells.ts'
import { belongs, type Members, type Membership } from '../where/members.ts'
import type { Ask } from './ask.ts'
import type { Grain } from './segments.ts'

export interface Cells {
  dimension: Dimension | 'all'
  /** '': over all locations. `each`: every location apart. Else these. */
  places: '' | 'each' | readonly string[]
  /** Null: every member. */
  members: Membership | null
  /** What a row is called by. */
  keyed: 'none' | 'member' | 'place'
  /** What is kept of these cells; the largest first. */
  grains: readonly Grain[]
}

/** Null: no sums were kept of it. @param histograms bins are wanted, not sums */
export function cellsOfAsk({ narrowed: { members }, cut, layout }: Ask, histograms: boolean): Cells | null {
  if (members === null || (cut !== null && 'field' in cut)) return null
  const by = cut?.dimension ?? null
  const involved = [...new Set([...members.keys(), ...(by === null ? [] : [by])])]
  const cells = involved.length < 2 ? inOne(involved[0] ?? 'all', members, by) : involved.length === 2 && involved.includes('location') ? within(involved.find((d) => d !== 'location')!, members, by) : null
  if (cells === null || (histograms && (cells.places !== '' || !binned.includes(cells.dimension)))) return null
  const grains = grainsOf(cells, histograms)
  const needed = layout === 'hour' || layout === 'heat' ? 'h' : layout === 'day' ? 'd' : 'm'
  return grains.includes(needed) ? { ...cells, grains } : null
}

type Found = Omit<Cells, 'grains'>

function grainsOf({ places, dimension }: Found, histograms: boolean): Grain[] {
  if (places === '') return !histograms && hourly.includes(dimension) ? ['m', 'd', 'h'] : ['m', 'd']
  return withinLocation.includes(dimension as Dimension) ? ['m', 'd'] : ['m']
}

function inOne(dimension: Dimension | 'all', members: Members, by: Dimension | null): Found | null {
  const wanted = dimension === 'all' ? { ids: new Set(['']), except: false } : members.get(dimension) ?? null
  // What has none of a sparse dimension is in no cell of it.
  if (dimension !== 'all' && isSparse(dimension) && wanted !== null && belongs(wanted, noMember)) return null
  return { dimension, places: '', members: wanted, keyed: by === null ? 'none' : 'member' }
}

/** A dimension within locations; what is at no location is in no cell of these. */
function within(dimension: Dimension, members: Members, by: Dimension | null): Found | null {
  const location = members.get('location')
  if (!withinLocation.includes(dimension) && !monthlyWithinLocation.includes(dimension) || location?.except === true || location?.ids.has(noMember) === true) return null
  return { dimension, places: location === undefined ? 'each' : [...location.ids], members: members.get(dimension) ?? null, keyed: by === null ? 'none' : by === 'location' ? 'place' : 'member' }
}
