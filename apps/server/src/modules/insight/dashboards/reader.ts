// Who reads: with the language names are told in.
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { languageOf } from '../../identity/index.ts'
import type { DashboardMaker } from './commands/save-dashboard.ts'

export async function readerOf(tx: Tx, actor: Actor): Promise<DashboardMaker> {
  return { ...actor, language: await languageOf(tx, actor.staffId) }
}
