import type { Locale } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

export interface MeChange { name?: string; locale?: Locale; theme?: 'light' | 'dark' | 'auto'; signatureHtml?: string }

export async function changeMe(db: Database, actor: Actor, change: MeChange): Promise<void> {
  if (change.name !== undefined && change.name.trim() === '') throw new Refusal('invalid-input', 'Give your name.', { name: 'is empty' })
  await db.write(actor.orgId, async (tx) => {
    await tx.query(
      `update staff set name = coalesce($3, name), locale = coalesce($4, locale), theme = coalesce($5, theme), signature_html = coalesce($6, signature_html)
       where org_id = $1 and id = $2`,
      [tx.orgId, actor.staffId, change.name?.trim() ?? null, change.locale ?? null, change.theme ?? null, change.signatureHtml ?? null])
    tx.publish({ name: 'identity.staffChanged', ids: { staffId: actor.staffId } })
  })
}
