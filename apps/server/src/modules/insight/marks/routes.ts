// Marked days over HTTP.
import { createMarkedDay, deleteMarkedDay, listMarkedDays as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { listMarkedDays, markDay, unmarkDay } from './marked-days.ts'

export function markRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await listMarkedDays(tx, readDay(query.from, 'from'), readDay(query.to, 'to')), next: null })))
  implement(createMarkedDay, ({ actor, body }) => db.write(actor.orgId, (tx) => markDay(tx, actor, body)))
  implement(deleteMarkedDay, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await unmarkDay(tx, actor, params.id)
    return { ok: true }
  }))
}

function readDay(given: string | undefined, field: string): Date | null {
  if (given === undefined) return null
  const at = new Date(given)
  if (!/^\d{4}-\d\d-\d\d/.test(given) || Number.isNaN(at.getTime())) throw new Refusal('invalid-input', `${field} is neither a day nor an instant: write 2026-11-29 or 2026-11-29T10:00:00Z.`, { [field]: 'is no day' })
  return at
}
