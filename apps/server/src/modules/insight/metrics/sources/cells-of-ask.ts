// Which cells of the sums answer a question, if any do (sums/cells.ts says which there are).
import type { Dimension } from '@kontuar/contracts'
import { binned, hourly, isSparse, noMember, withinLocation } from '../../sums/cells.ts'
import type { Ask } from './ask.ts'

export interface Cells {
  dimension: Dimension | 'all'
  /** Null: every location, for a cut by location. */
  places: readonly string[] | null
  /** Null: every member. */
  members: readonly string[] | null
  /** What a row is called by. */
  keyed: 'none' | 'member' | 'place'
  /** Also what is at no location: all less what is at some. */
  alsoNowhere: boolean
  /** Hours are kept of these cells. */
  hours: boolean
}

/** Null: no sums were kept of it. @param histograms bins are wanted, not sums */
export function cellsOfAsk({ narrowed: { members }, cut, layout }: Ask, histograms: boolean): Cells | null {
  if (members === null || (cut !== null && 'field' in cut)) return null
  const by = cut?.dimension ?? null
  const involved = [...new Set([...members.keys(), ...(by === null ? [] : [by])])]
  const cells = involved.length < 2 ? inOne(involved[0] ?? 'all', members, by) : involved.length === 2 && involved.includes('location') ? within(involved.find((d) => d !== 'location')!, members, by) : null
  if (cells === null || (histograms && (cells.places?.[0] !== '' || !binned.includes(cells.dimension)))) return null
  const hours = !histograms && cells.places?.[0] === '' && hourly.includes(cells.dimension)
  return (layout === 'hour' || layout === 'heat') && !hours ? null : { ...cells, hours }
}

type Found = Omit<Cells, 'hours'>

function inOne(dimension: Dimension | 'all', members: ReadonlyMap<Dimension, ReadonlySet<string>>, by: Dimension | null): Found | null {
  const wanted = dimension === 'all' ? new Set(['']) : members.get(dimension)
  if (dimension !== 'all' && isSparse(dimension) && wanted?.has(noMember) === true) return null
  return { dimension, places: [''], members: wanted === undefined ? null : [...wanted], keyed: by === null ? 'none' : 'member', alsoNowhere: false }
}

/** A dimension within locations. */
function within(dimension: Dimension, members: ReadonlyMap<Dimension, ReadonlySet<string>>, by: Dimension | null): Found | null {
  if (!withinLocation.includes(dimension)) return null
  const places = members.get('location')
  if (places?.has(noMember) === true) return null
  const wanted = members.get(dimension)
  return { dimension, places: places === undefined ? null : [...places], members: wanted === undefined ? null : [...wanted], keyed: by === null ? 'none' : by === 'location' ? 'place' : 'member', alsoNowhere: by === 'location' && places === undefined }
}
