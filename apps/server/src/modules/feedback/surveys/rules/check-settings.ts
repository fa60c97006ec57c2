// Name, schedule, quota and mailbox of a survey.
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { isId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'

export interface SurveySettings { name: string; anonymous: boolean; startsAt: Date | null; endsAt: Date | null; quota: number | null; mailboxId: string | null }
export interface SettingsWish { name?: string; anonymous?: boolean; startsAt?: string | null; endsAt?: string | null; quota?: number | null; mailboxId?: string | null }

/** What was wished over what there was. @throws Refusal `invalid-input` */
export async function checkSettings(tx: Tx, before: SurveySettings, wish: SettingsWish): Promise<SurveySettings> {
  const after: SurveySettings = {
    name: wish.name === undefined ? before.name : storable(wish.name).trim(),
    anonymous: wish.anonymous ?? before.anonymous,
    startsAt: wish.startsAt === undefined ? before.startsAt : instantOf('startsAt', wish.startsAt),
    endsAt: wish.endsAt === undefined ? before.endsAt : instantOf('endsAt', wish.endsAt),
    quota: wish.quota === undefined ? before.quota : wish.quota,
    mailboxId: wish.mailboxId === undefined ? before.mailboxId : wish.mailboxId?.toLowerCase() ?? null,
  }
  if (after.name === '') throw new Refusal('invalid-input', 'A survey needs a name of at least one letter.', { name: 'is empty' })
  if (after.startsAt !== null && after.endsAt !== null && after.startsAt >= after.endsAt) throw new Refusal('invalid-input', 'The survey would end before it begins: choose a later end.', { endsAt: 'is not after the beginning' })
  if (after.mailboxId !== before.mailboxId) await refuseUnknownMailbox(tx, after.mailboxId)
  return after
}

/** The format lets leap seconds and the year 0 pass; the calendar of a survey needs neither. */
function instantOf(field: 'startsAt' | 'endsAt', given: string | null): Date | null {
  if (given === null) return null
  const instant = new Date(given)
  const year = instant.getUTCFullYear()
  if (!(year >= 2000 && year < 2200)) throw new Refusal('invalid-input', 'A survey begins and ends between the years 2000 and 2199: choose another time.', { [field]: 'is out of range' })
  return instant
}

async function refuseUnknownMailbox(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return
  const known = isId(id) ? await tx.query('select 1 from mailbox where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'mailbox-of-survey') : []
  if (known.length === 0) throw new Refusal('invalid-input', 'There is no such mailbox: choose one from the list.', { mailboxId: 'names an unknown mailbox' })
}
