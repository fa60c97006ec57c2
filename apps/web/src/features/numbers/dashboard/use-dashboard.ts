// One dashboard as it is looked at: its tiles, the days and filters of the address, and everything they ask in one question.
import type { Dashboard, Tile } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMe } from '../../../api/me.ts'
import { figuresQuery, type Answers } from '../data/queries.ts'
import { useToday } from '../data/use-today.ts'
import type { NumbersSearch } from '../search/numbers-search.ts'
import { daysOf } from '../search/period-days.ts'
import { distinct, queryKey, tileQueries, type View } from '../search/tile-queries.ts'
import { widerStep } from '../search/wider-step.ts'
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

/** `tiles`: as they are read; a line of too few answers a day is asked by the week. */
export function useFigures(given: readonly Tile[], view: View) {
  const queries = useMemo(() => distinct(given.flatMap((tile) => tileQueries(tile, view))), [given, view])
  const first = useQuery(figuresQuery(queries))
  const tiles = useMemo(() => given.map((tile): Tile => {
    const results = tileQueries(tile, view).flatMap((query) => { const answer = first.data?.get(queryKey(query)); return answer && !('problem' in answer) ? [answer] : [] })
    const step = widerStep(tile, view.days, results)
    return step === null ? tile : { ...tile, step }
  }), [given, view, first.data])
  const more = useMemo(() => distinct(tiles.filter((tile) => !given.includes(tile)).flatMap((tile) => tileQueries(tile, view))), [given, tiles, view])
  const second = useQuery(figuresQuery(more))
  const answers = useMemo((): Answers | undefined => (first.data ? new Map([...first.data, ...(more.length > 0 ? (second.data ?? []) : [])]) : undefined), [first.data, second.data, more])
  return { tiles, data: answers, error: first.error ?? second.error, isPlaceholderData: first.isPlaceholderData, refetch: () => void Promise.all([first.refetch(), more.length > 0 ? second.refetch() : null]), asks: queries.length > 0 }
}
