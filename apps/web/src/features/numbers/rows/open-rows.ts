// The rows behind a number, loaded page by page; kept for coming back from a ticket to the same place.
import { listMetricRows, type MetricRow } from '@kontuar/contracts'
import { api } from '../../../api/api.ts'
import { TicketList } from '../../tickets/list/index.ts'
import type { RowsSearch } from '../search/numbers-search.ts'

export type RowList = TicketList<MetricRow>
const pageSize = 100
const most = 6
const lists = new Map<string, RowList>()

export function openRows(me: string, { metric, from, to, where, counted }: RowsSearch): RowList {
  const key = JSON.stringify([me, metric, from, to, where, counted])
  const query = { from, to, ...(where && { where: JSON.stringify(where) }), ...(counted !== undefined && { counted }) }
  const list = lists.get(key) ?? new TicketList<MetricRow>({
    page: (cursor) => api(listMetricRows, { params: { name: metric }, query: { ...query, limit: pageSize, ...(cursor === null ? {} : { cursor }) } }),
    // Rows are facts: what changed is another row.
    one: async () => null,
  })
  lists.delete(key)
  lists.set(key, list)
  for (const oldest of lists.keys()) if (lists.size > most) lists.delete(oldest)
  return list
}
