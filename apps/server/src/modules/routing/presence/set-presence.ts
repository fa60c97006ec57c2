import type { PresenceState } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

/** A sign of life, and perhaps a change: only that is told. The absence begins anew with each change of state. */
export async function setPresence(tx: Tx, staffId: string, state: PresenceState): Promise<void> {
  const [before] = await tx.query<{ state: PresenceState }>('select state from staff_presence where org_id = $1 and staff_id = $2 for update', [tx.orgId, staffId], 'lock-presence')
  await tx.query(
    `insert into staff_presence (org_id, staff_id, state, seen_at) values ($1, $2, $3, now())
     on conflict (org_id, staff_id) do update set seen_at = now(), state = excluded.state,
       since = case when staff_presence.state = excluded.state then staff_presence.since else now() end,
       gave_back_at = case when staff_presence.state = excluded.state then staff_presence.gave_back_at end`, [tx.orgId, staffId, state], 'set-presence')
  if ((before?.state ?? 'off') !== state) tx.publish({ name: 'routing.presenceChanged', ids: { staffId } })
}

/** Who has been silent for too long is away from the moment on at which they began to count so. */
export async function noteSilence(tx: Tx): Promise<void> {
  const silent = await tx.query<{ staff_id: string }>(
    `update staff_presence p set since = present_since(p), state = 'away', gave_back_at = null where p.org_id = $1 and present_state(p) <> p.state returning p.staff_id`, [tx.orgId], 'note-silence')
  for (const { staff_id: staffId } of silent) tx.publish({ name: 'routing.presenceChanged', ids: { staffId } })
}
