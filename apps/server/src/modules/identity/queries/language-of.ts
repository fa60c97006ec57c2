// The language a person reads in: their own, else the organization's.
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

/** @param staffId null: nobody in particular */
export async function languageOf(tx: Tx, staffId: string | null): Promise<Locale> {
  const [row] = await tx.query<{ language: Locale }>('select coalesce(s.locale, o.locale) as language from org o left join staff s on s.org_id = o.id and s.id = $2 where o.id = $1', [tx.orgId, staffId], 'language-of')
  return row?.language ?? 'en'
}
