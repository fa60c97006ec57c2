// Who reads: with the language names are told in.
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { DashboardMaker } from './commands/save-dashboard.ts'

export async function readerOf(tx: Tx, actor: Actor): Promise<DashboardMaker> {
  const [row] = await tx.query<{ language: Locale }>('select coalesce(s.locale, o.locale) as language from org o left join staff s on s.org_id = o.id and s.id = $2 where o.id = $1', [tx.orgId, actor.staffId], 'language-of-reader')
  return { ...actor, language: row?.language ?? 'en' }
}
