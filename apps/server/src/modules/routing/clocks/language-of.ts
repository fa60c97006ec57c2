import type { HolidayLanguage } from '@kontuar/calendar'
import type { Tx } from '../../../platform/db/database.ts'

/** In which language holidays are named to the person who asks: theirs, else the organization's. */
export async function languageOf(tx: Tx, staffId: string): Promise<HolidayLanguage> {
  const [row] = await tx.query<{ language: string }>('select coalesce(s.locale, o.locale) as language from org o left join staff s on s.org_id = o.id and s.id = $2 where o.id = $1', [tx.orgId, staffId], 'language-of-asker')
  return row?.language === 'pl' || row?.language === 'ru' ? row.language : 'en'
}
