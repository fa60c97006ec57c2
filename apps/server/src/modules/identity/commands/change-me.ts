import type { Static } from 'typebox'
import type { MePatch } from '@kontuar/contracts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { organizationOf } from '../queries/organization-of.ts'
import { phoneKey } from '../rules/phone-key.ts'
import { isTimeZone } from '../rules/time-zone.ts'

/** @throws Refusal `invalid-input` */
export async function changeMe(db: Database, actor: Actor, change: Static<typeof MePatch>): Promise<void> {
  if (change.name !== undefined && change.name.trim() === '') throw new Refusal('invalid-input', 'Give your name.', { name: 'is empty' })
  const { timeZone } = change
  if (timeZone && !isTimeZone(timeZone)) throw new Refusal('invalid-input', 'This time zone is not known: write it like Europe/Warsaw, or leave it out for that of the organization.', { timeZone: 'is not known' })
  await db.write(actor.orgId, async (tx) => {
    const phone = change.phone === undefined ? null : await readPhone(tx, change.phone)
    await tx.query(
      `update staff set name = coalesce($3, name), locale = coalesce($4, locale), theme = coalesce($5, theme), signature_html = coalesce($6, signature_html),
         time_zone = case when $7 then $8 else time_zone end, phone = case when $9 then $10 else phone end
       where org_id = $1 and id = $2`,
      [tx.orgId, actor.staffId, change.name?.trim() ?? null, change.locale ?? null, change.theme ?? null, change.signatureHtml ?? null, timeZone !== undefined, timeZone || null, change.phone !== undefined, phone], 'change-me')
    tx.publish({ name: 'identity.staffChanged', ids: { staffId: actor.staffId } })
  })
}

/** E.164; a number without its country is dialled where the organization is. */
async function readPhone(tx: Tx, given: string | null): Promise<string | null> {
  if (given === null || given.trim() === '') return null
  const phone = phoneKey(given.trim(), (await organizationOf(tx)).locale)
  if (phone === null) throw new Refusal('invalid-input', 'That is no phone number: write it with its country, as +48 600 700 800, or leave it empty.', { phone: 'is no phone number' })
  return phone
}
