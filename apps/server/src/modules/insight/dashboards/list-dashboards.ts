// Dashboards of a reader: ready-made ones of their role first, then shared ones and their own.
import type { Dashboard } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { readCatalogue } from '../metrics/index.ts'
import { problemsOf } from './check-definition.ts'
import { presentOwn, presentReadyMade, type DashboardReader } from './present-dashboard.ts'
import { findChanged, findRow, listRows } from './queries.ts'
import { readyMade, readyMadeFor, readyMadeOf } from './ready-made.ts'

export async function listDashboards(tx: Tx, reader: DashboardReader): Promise<Dashboard[]> {
  const [rows, catalogue] = await Promise.all([listRows(tx, reader), readCatalogue(tx)])
  const changed = new Map(rows.flatMap((row) => (row.ready_made === null ? [] : [[row.ready_made, row] as const])))
  return [
    ...readyMadeFor(reader.role).map((name, i) => presentReadyMade(name, i, changed.get(name) ?? null, reader, problemsOf((changed.get(name) ?? readyMade[name]).definition, catalogue))),
    ...rows.filter((row) => row.ready_made === null).map((row) => presentOwn(row, reader, problemsOf(row.definition, catalogue))),
  ]
}

/** @throws Refusal `not-found`: there is none, or it is nothing of the reader's */
export async function getDashboard(tx: Tx, reader: DashboardReader, id: string): Promise<Dashboard> {
  const catalogue = await readCatalogue(tx)
  const name = readyMadeOf(id)
  if (name !== null) {
    const position = readyMadeFor(reader.role).indexOf(name)
    if (position < 0) throw notFound('dashboard')
    const changed = await findChanged(tx, name)
    return presentReadyMade(name, position, changed, reader, problemsOf((changed ?? readyMade[name]).definition, catalogue))
  }
  const row = isId(id) ? await findRow(tx, reader, id) : null
  if (row === null || row.ready_made !== null) throw notFound('dashboard')
  return presentOwn(row, reader, problemsOf(row.definition, catalogue))
}
