// One dashboard as it is looked at: its tiles, the days and filters of the address, and everything they ask in one question.
import type { Dashboard } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMe } from '../../../api/me.ts'
import { figuresQuery } from '../data/queries.ts'
import { useToday } from '../data/use-today.ts'
import type { NumbersSearch } from '../search/numbers-search.ts'
import { daysOf } from '../search/period-days.ts'
import { distinct, tileQueries, type View } from '../search/tile-queries.ts'
import { joined, whereOf } from '../search/where.ts'

export function useView({ definition }: Pick<Dashboard, 'definition'>, search: NumbersSearch): View {
  const today = useToday()
  const { staff } = useMe()
  const mine = definition.mine === true ? staff.id : null
  const { period, from, until, compare = definition.compare, where } = search
  return useMemo(() => ({
    days: daysOf({ ...(period && { period }), ...(from && until && { from, until }) }, definition.period, today), compare,
    where: joined(definition.where, where, mine === null ? null : whereOf([{ field: 'staff', operator: '=', value: mine }])),
  }), [definition, period, from, until, compare, where, today, mine])
}

export function useFigures(tiles: Dashboard['definition']['tiles'], view: View) {
  const queries = useMemo(() => distinct(tiles.flatMap((tile) => tileQueries(tile, view))), [tiles, view])
  return { ...useQuery(figuresQuery(queries)), asks: queries.length > 0 }
}
