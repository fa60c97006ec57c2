// Which tablet speaks, and what it shows.
import type { Platform } from '../../../../platform/platform.ts'
import { hashToken } from '../../answering/index.ts'
import { usualKiosk, type KioskSettings } from './kiosk-row.ts'

export interface OpenedKiosk { orgId: number; id: string; name: string; surveyId: string; locationId: string | null; locationName: string | null; settings: KioskSettings; createdAt: Date; organization: string; locale: string }

/** Null: nobody has this address any more, whether it was retired, renewed or never there. */
export async function openKiosk({ db }: Platform, token: string): Promise<OpenedKiosk | null> {
  const hash = hashToken(token)
  const [place] = hash === null ? [] : await db.query<{ org_id: number; id: string }>('select org_id, id from find_kiosk($1)', [hash], 'find-kiosk')
  if (place === undefined) return null
  const [row] = await db.read(place.org_id, (tx) => tx.query<{ name: string; survey_id: string; location_id: string | null; location_name: string | null; settings: Partial<KioskSettings>; created_at: Date; organization: string; locale: string }>(
    `select k.name, k.survey_id, k.location_id, l.name as location_name, k.settings, k.created_at, o.name as organization, o.locale
     from kiosk k join org o on o.id = k.org_id left join location l on l.org_id = k.org_id and l.id = k.location_id where k.org_id = $1 and k.id = $2`, [tx.orgId, place.id], 'open-kiosk'))
  return row === undefined ? null : {
    orgId: place.org_id, id: place.id, name: row.name, surveyId: row.survey_id, locationId: row.location_id, locationName: row.location_name, settings: { ...usualKiosk, ...row.settings }, createdAt: row.created_at, organization: row.organization, locale: row.locale,
  }
}
