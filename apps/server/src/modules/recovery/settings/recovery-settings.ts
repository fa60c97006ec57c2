// When a loop opens, whose it is, and until when what has to be done.
import type { RecoverySettings } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { audit, refuseUnknownPeople, refuseUnknownStructure, type Doer } from '../../identity/index.ts'
import { checkWhere } from '../opening/answer-fields.ts'

/** Of an organization that has said nothing: a person calls within a working day, and it is closed within five. */
export const usualSettings: RecoverySettings = {
  on: true, where: null, reachHours: 8, closeHours: 40, calendarId: null,
  owners: [{ to: 'location-manager' }, { to: 'team-manager' }, { to: 'owner' }, { to: 'role', role: 'manager' }], causeNeeded: true, remedyNeeded: true, ask: 'always', askAfterHours: 48, surveyId: null, comeBackDays: 90, makesTask: false,
}

export interface StoredSettings { settings: RecoverySettings; onSince: number; /** Null: never. */ savedAt: Date | null }

/** `onSince`: epoch milliseconds, −∞ when it was never off. */
export async function readRecoverySettings(tx: Tx, lock = false): Promise<StoredSettings> {
  const [row] = await tx.query<{ settings: Partial<RecoverySettings>; on_since: number; updated_at: Date }>(`select settings, extract(epoch from on_since)::float8 * 1000 as on_since, updated_at from recovery_setting where org_id = $1 ${lock ? 'for update' : ''}`, [tx.orgId], lock ? 'lock-recovery-settings' : 'recovery-settings')
  return { settings: { ...usualSettings, ...row?.settings }, onSince: row?.on_since ?? -Infinity, savedAt: row?.updated_at ?? null }
}

/** @throws Refusal `invalid-input` */
export async function changeRecoverySettings(tx: Tx, doer: Doer, wish: RecoverySettings): Promise<RecoverySettings> {
  const { settings: before } = await readRecoverySettings(tx, true)
  await refuseUnusable(tx, wish, before)
  const settings: RecoverySettings = { ...wish, where: wish.where === null ? null : checkWhere(wish.where) }
  // Switched on, it begins with what is said from now on.
  await tx.query(
    `insert into recovery_setting (org_id, settings) values ($1, $2)
     on conflict (org_id) do update set settings = excluded.settings, updated_at = now(), on_since = case when $3 then now() else recovery_setting.on_since end`,
    [tx.orgId, JSON.stringify(settings), !before.on && wish.on], 'change-recovery-settings')
  await audit(tx, doer, 'recoverySettings.changed', null, { from: before, to: settings })
  tx.publish({ name: 'recovery.settingsChanged', ids: {} })
  return settings
}

async function refuseUnusable(tx: Tx, wish: RecoverySettings, before: RecoverySettings): Promise<void> {
  if (wish.closeHours < wish.reachHours) throw new Refusal('invalid-input', 'A loop cannot be due before the customer has been spoken with: allow as many hours for closing as for the contact, or more.', { closeHours: 'is less than reachHours' })
  if (wish.calendarId !== null && wish.calendarId !== before.calendarId) {
    const found = isId(wish.calendarId) ? await tx.query('select 1 from calendar where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, wish.calendarId], 'calendar-of-recoveries') : []
    if (found.length === 0) throw new Refusal('invalid-input', 'There is no such calendar, or it has been retired: choose another one, or none for the usual one.', { calendarId: 'is not in use' })
  }
  if (wish.surveyId !== null && wish.surveyId !== before.surveyId) {
    const [survey] = isId(wish.surveyId) ? await tx.query<{ anonymous: boolean; version: number }>('select anonymous, version from survey where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, wish.surveyId], 'survey-of-recoveries') : []
    if (survey === undefined) throw new Refusal('invalid-input', 'There is no such survey, or it is put away: choose another one, or none for the ready-made question.', { surveyId: 'is not in use' })
    if (survey.anonymous) throw new Refusal('invalid-input', 'An anonymous survey cannot say whether this customer was won back: choose another one, or none for the ready-made question.', { surveyId: 'is anonymous' })
    if (survey.version === 0) throw new Refusal('invalid-input', 'This survey was never published: publish it first, or choose none for the ready-made question.', { surveyId: 'is not published' })
  }
  await refuseUnknownStructure(tx, 'team', wish.owners.flatMap((o) => (o.to === 'team-of' ? [o.teamId] : [])), 'owners')
  await refuseUnknownPeople(tx, wish.owners.flatMap((o) => (o.to === 'staff' ? [o.staffId] : [])), 'owners')
}
