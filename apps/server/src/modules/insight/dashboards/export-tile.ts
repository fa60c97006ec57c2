// A tile as a file, with the figures the screen shows.
import type { QueryOf, exportTile as exportRoute } from '@kontuar/contracts'
import { daysOfPeriod, dayIn, type Conditions, type Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { describeMetrics, parseWhere, readMetrics } from '../metrics/index.ts'
import { getDashboard } from './list-dashboards.ts'
import type { DashboardReader } from './present-dashboard.ts'
import { joinConditions, tileQueries } from './tiles/tile-queries.ts'
import { tileTable } from './tiles/tile-table.ts'
import { tableWords } from './tiles/words.ts'
import { tableAsCsv, tableAsXlsx } from './tiles/write-table.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @throws Refusal: no such dashboard or tile, a tile without figures, a period or filter that is wrong */
export async function exportTile(tx: Tx, actor: Actor, reader: DashboardReader, id: string, tileId: string, query: QueryOf<typeof exportRoute>): Promise<{ content: Buffer | string; type: string; name: string }> {
  const dashboard = await getDashboard(tx, reader, id)
  const tile = dashboard.definition.tiles.find((t) => t.id === tileId)
  if (tile === undefined) throw notFound('tile')
  if (tile.metrics.length === 0) throw new Refusal('cannot-do', 'This tile shows no figures: there is nothing to export.')
  const language: Locale = query.language ?? reader.language
  const timeZone = await timeZoneOf(tx)
  const usual = daysOfPeriod(dashboard.definition.period, dayIn(new Date(), timeZone))
  const asked = parseWhere(query.where)
  const where: Conditions | null = joinConditions(dashboard.definition.where ?? null, asked)
  const queries = tileQueries(tile, { period: { from: query.from ?? usual.from, to: query.to ?? usual.to }, compare: 'none', where: dashboard.definition.mine ? joinConditions(where, ownOnly(actor.staffId)) : where })
  const results = await readMetrics(tx, actor, queries)
  const problem = results.find((r) => 'problem' in r)
  if (problem !== undefined) throw new Refusal('invalid-input', problem.problem.detail)
  const infos = await describeMetrics(tx, tile.metrics, language)
  const table = tileTable(tile, results.map((r) => ('problem' in r ? null : r)), infos, tableWords[language])
  const name = tile.title || infos[0]!.label
  const file = `${tile.metrics[0]!}-${queries[0]!.from.slice(0, 10)}`
  return (query.as ?? 'csv') === 'csv'
    ? { content: tableAsCsv(table, language === 'en' ? ',' : ';'), type: 'text/csv; charset=utf-8', name: `${file}.csv` }
    : { content: await tableAsXlsx(table, name, timeZone), type: xlsxType, name: `${file}.xlsx` }
}

/** What the reader did. */
export const ownOnly = (staffId: string): Conditions => ({ combinator: 'and', rules: [{ field: 'staff', operator: '=', value: staffId }] })
