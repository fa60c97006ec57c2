// My views and the shared ones, each with what in it does not hold any more.
import type { View } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/http/page.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { prepareConditions, problemsOf } from '../conditions.ts'
import { presentView } from './present-view.ts'
import { findView, listViews, type ViewRow } from './queries.ts'

export const presentViews = async (tx: Tx, rows: readonly ViewRow[], staffId: string): Promise<View[]> => {
  const { fields } = await prepareConditions(tx, rows.map((r) => r.definition.conditions), staffId)
  return rows.map((row) => presentView(row, problemsOf(row.definition.conditions, fields)))
}

export async function listMyViews(tx: Tx, staffId: string): Promise<View[]> {
  return presentViews(tx, await listViews(tx, staffId), staffId)
}

/** @throws Refusal `not-found` */
export async function getView(tx: Tx, id: string, staffId: string): Promise<View> {
  const row = isId(id) ? await findView(tx, id, staffId) : null
  if (row === null) throw notFound('view')
  return (await presentViews(tx, [row], staffId))[0]!
}
