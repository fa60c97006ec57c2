// How a person is told what: read with the defaults filled in, saved as they set it.
import type { Static } from 'typebox'
import { notificationKinds, type NotificationKind, type NotificationSettings, type NotificationSettingsBody } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { notificationPorts } from '../ports.ts'
import { coversTheWeek } from '../rules/quiet.ts'
import { allRoads, type StoredSettings } from '../rules/roads.ts'

export async function getSettings(tx: Tx, staffId: string, publicKey: string): Promise<NotificationSettings> {
  const [[stored], browsers, canSend] = await Promise.all([
    tx.query<{ settings: StoredSettings }>('select settings from notification_setting where org_id = $1 and staff_id = $2', [tx.orgId, staffId], 'notification-settings'),
    tx.query<{ id: string; userAgent: string; createdAt: Date; failedAt: Date | null }>(
      'select id, user_agent as "userAgent", created_at as "createdAt", failed_at as "failedAt" from push_subscription where org_id = $1 and staff_id = $2 order by created_at, id', [tx.orgId, staffId], 'browsers-to-show'),
    notificationPorts().canSendMail(tx),
  ])
  const settings = stored?.settings ?? null
  return {
    kinds: allRoads(settings), quiet: settings?.quiet ?? null, digest: settings?.digest ?? null, mail: { canSend },
    push: { publicKey, browsers: browsers.map((b) => ({ ...b, createdAt: b.createdAt.toISOString(), failedAt: b.failedAt?.toISOString() ?? null })) },
  }
}

/** @throws Refusal `invalid-input` */
export async function setSettings(tx: Tx, staffId: string, body: Static<typeof NotificationSettingsBody>): Promise<void> {
  const unknown = Object.keys(body.kinds ?? {}).filter((kind) => !notificationKinds.includes(kind as NotificationKind))
  if (unknown.length > 0) throw new Refusal('invalid-input', `There is no notification of the kind "${unknown[0]}": choose from ${notificationKinds.join(', ')}.`, { kinds: 'names an unknown kind' })
  if (body.quiet && coversTheWeek(body.quiet)) throw new Refusal('invalid-input', 'Quiet hours may not cover the whole week: switch push off instead.', { quiet: 'covers the whole week' })
  if (body.digest && body.digest.days.length === 0) throw new Refusal('invalid-input', 'A digest needs a day on which it comes: choose one, or switch the digest off.', { digest: 'names no day' })
  const days = <T extends { days: number[] }>(part: T | null): T | null => (part === null ? null : { ...part, days: [...new Set(part.days)].sort() })
  const wish: StoredSettings = { ...(body.quiet === undefined ? {} : { quiet: days(body.quiet) }), ...(body.digest === undefined ? {} : { digest: days(body.digest) }) }
  await tx.query(
    `insert into notification_setting (org_id, staff_id, settings) values ($1, $2, $3::jsonb || jsonb_build_object('kinds', $4::jsonb))
     on conflict (org_id, staff_id) do update set updated_at = now(),
       settings = notification_setting.settings || $3::jsonb || jsonb_build_object('kinds', coalesce(notification_setting.settings->'kinds', '{}') || $4::jsonb)`,
    [tx.orgId, staffId, JSON.stringify(wish), JSON.stringify(body.kinds ?? {})], 'set-notification-settings')
  tx.publish({ name: 'notifications.settingsChanged', ids: { staffId } })
}
