// What surrounds every number of a screen: its days and filters, so that a number can lead to just the rows it counted.
import type { RowsWish } from '@kontuar/charts'
import type { Conditions } from '@kontuar/contracts'
import { createContext, use } from 'react'
import type { RowsSearch } from './search/numbers-search.ts'
import type { Days } from './search/period-days.ts'
import { joined, whereOf } from './search/where.ts'

export interface Screen { days: Days; where: Conditions | null }
export const ScreenContext = createContext<Screen | null>(null)

export function useScreen(): Screen {
  const screen = use(ScreenContext)
  if (!screen) throw new Error('A number stands only on a screen with days.')
  return screen
}

/** The rows of one number on this screen. `counted`: only those in the numerator, or only the others. */
export function rowsOf({ days, where }: Screen, wish: RowsWish, counted?: boolean): RowsSearch {
  const all = joined(where, whereOf(wish.rules))
  return { metric: wish.metric, from: wish.from ?? days.from, to: wish.to ?? days.to, ...(all && { where: all }), ...(counted !== undefined && { counted }), ...(wish.name && { name: wish.name }) }
}
