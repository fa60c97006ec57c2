// A kiosk as it is read, and as others see it.
import type { Kiosk } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { decodeCursor, toPage } from '../../../../platform/http/page.ts'
import { notFound } from '../../../../platform/http/refusal.ts'

export interface KioskSettings {
  idleSeconds: number
  /** By language: what stands over the first question. */
  attract: Record<string, string>
  /** Surveys it showed before: a tablet without network may still hold answers to them. */
  earlier: string[]
}
export const usualKiosk: KioskSettings = { idleSeconds: 30, attract: {}, earlier: [] }

interface KioskRow {
  id: string; name: string; survey_id: string; survey_name: string; location_id: string | null; location_name: string | null; settings: Partial<KioskSettings>; last_seen_at: Date | null; waiting: number; answers: number; retired: boolean; created_at: Date
}

const columns = `k.id, k.name, k.survey_id, s.name as survey_name, k.location_id, l.name as location_name, k.settings, k.last_seen_at, k.waiting, k.retired_at is not null as retired, k.created_at,
  (select count(*) from answer a where a.org_id = k.org_id and a.kiosk_id = k.id and a.invalid_at is null)::int as answers`
const joins = `join survey s on s.org_id = k.org_id and s.id = k.survey_id left join location l on l.org_id = k.org_id and l.id = k.location_id`

const present = (row: KioskRow, url: string | null): Kiosk => {
  const { idleSeconds, attract } = { ...usualKiosk, ...row.settings }
  return {
    id: row.id, name: row.name, surveyId: row.survey_id, surveyName: row.survey_name, locationId: row.location_id, locationName: row.location_name, idleSeconds, attract, lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    waiting: row.waiting, answers: row.answers, retired: row.retired, createdAt: row.created_at.toISOString(), url,
  }
}

/** @param url told once, by whoever made it @throws Refusal `not-found` */
export async function getKiosk(tx: Tx, id: string, url: string | null = null): Promise<Kiosk> {
  const [row] = isId(id) ? await tx.query<KioskRow>(`select ${columns} from kiosk k ${joins} where k.org_id = $1 and k.id = $2`, [tx.orgId, id], 'get-kiosk') : []
  if (row === undefined) throw notFound('kiosk')
  return present(row, url)
}

/** Newest first, retired ones among them: they may still hold answers. */
export async function listKiosks(tx: Tx, query: { limit?: number; cursor?: string }): Promise<{ items: Kiosk[]; next: string | null }> {
  const limit = query.limit ?? 50
  const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, 1)
  const rows = await tx.query<KioskRow>(
    `select ${columns} from (select * from kiosk x where x.org_id = $1 and ($2::uuid is null or x.id < $2) order by x.id desc limit $3) k ${joins} order by k.id desc`, [tx.orgId, before, limit + 1], 'list-kiosks')
  return toPage(rows, limit, (row) => present(row, null), (row) => [row.id])
}
