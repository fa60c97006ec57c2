// A link as it is read, and as others see it.
import type { SurveyLink, WebsiteSettings } from '@kontuar/contracts'
import type { Texts } from '@kontuar/survey'
import { textIn } from '@kontuar/survey'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { completeSettings } from './rules/website-settings.ts'
import { snippetOf } from './rules/snippet.ts'

export type LinkRoad = SurveyLink['road']

export interface LinkRow {
  id: string; survey_id: string; survey_name: string; road: LinkRoad; name: string; code: string; location_id: string | null; location_name: string | null; place: string
  settings: Partial<WebsiteSettings>; active: boolean; retired: boolean; answers: number; created_at: Date
  /** Of the newest published version, else of the draft. */
  title: Texts | null; default_language: string | null
}

export const linkColumns = `k.id, k.survey_id, s.name as survey_name, k.road, k.name, k.code, k.location_id, l.name as location_name, k.place, k.settings, k.active, k.retired_at is not null as retired, k.created_at,
  coalesce(v.definition, s.draft)->'title' as title, coalesce(v.definition, s.draft)->>'defaultLanguage' as default_language,
  (select count(*) from answer a where a.org_id = k.org_id and a.link_id = k.id and a.invalid_at is null)::int as answers`
export const linkJoins = `join survey s on s.org_id = k.org_id and s.id = k.survey_id left join survey_version v on v.org_id = s.org_id and v.survey_id = s.id and v.version = s.version left join location l on l.org_id = k.org_id and l.id = k.location_id`

/** What stands in a browser, and in the QR code. */
export const addressOf = (publicUrl: string, code: string): string => `${publicUrl}/f/${code}`

export function presentLink(row: LinkRow, publicUrl: string): SurveyLink {
  const url = addressOf(publicUrl, row.code)
  const onWebsite = row.road === 'website' || row.road === 'embedded'
  return {
    id: row.id, surveyId: row.survey_id, road: row.road, name: row.name, code: row.code, url, snippet: snippetOf(row.road, publicUrl, row.code, titleOf(row)),
    locationId: row.location_id, locationName: row.location_name, place: row.place, settings: onWebsite ? completeSettings(row.settings) : null, active: row.active && !row.retired, answers: row.answers, createdAt: row.created_at.toISOString(),
  }
}

const titleOf = (row: LinkRow): string => textIn(row.title, row.default_language ?? 'pl', row.default_language ?? 'pl') || row.survey_name

/** Retired ones too: paper outlives decisions. @throws Refusal `not-found` */
export async function getLinkRow(tx: Tx, id: string): Promise<LinkRow> {
  const [row] = isId(id) ? await tx.query<LinkRow>(`select ${linkColumns} from survey_link k ${linkJoins} where k.org_id = $1 and k.id = $2`, [tx.orgId, id], 'get-survey-link') : []
  if (row === undefined) throw notFound('link')
  return row
}

/** In the order of the ids. */
export async function getLinkRows(tx: Tx, ids: readonly string[]): Promise<LinkRow[]> {
  return tx.query<LinkRow>(`select ${linkColumns} from unnest($2::uuid[]) with ordinality o (id, position) join survey_link k on k.org_id = $1 and k.id = o.id ${linkJoins} order by o.position`, [tx.orgId, ids], 'get-survey-links')
}
