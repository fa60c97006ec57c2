// What a customer has said of being asked, and whether they are a minor.
import type { Static } from 'typebox'
import type { AskingWish, AskingWishPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { lockPersons } from '../planning/read-persons.ts'
import { dayMs } from '../planning/rules/decide-asking.ts'
import { readSettings } from '../settings/read-settings.ts'

type Wish = Static<typeof AskingWish>
interface Row { opted_out_at: Date | null; opted_out_by: string | null; minor: boolean; born_on: string | null; last_asked_at: Date | null }

/** @throws Refusal `not-found` */
export async function getAskingWish(tx: Tx, customerId: string): Promise<Wish> {
  const [row] = isId(customerId) ? await tx.query<Row>(
    `select w.opted_out_at, w.opted_out_by, coalesce(w.minor, false) as minor, w.born_on::text, (select max(i.sent_at) from survey_invitation i where i.org_id = c.org_id and i.customer_id = c.id and i.state = 'sent') as last_asked_at
     from customer c left join asking_wish w on w.org_id = c.org_id and w.customer_id = c.id where c.org_id = $1 and c.id = $2`, [tx.orgId, customerId], 'get-asking-wish') : []
  if (row === undefined) throw notFound('customer')
  const rested = row.last_asked_at === null ? null : new Date(row.last_asked_at.getTime() + (await readSettings(tx)).restDays * dayMs)
  return {
    customerId, optedOutAt: row.opted_out_at?.toISOString() ?? null, optedOutBy: row.opted_out_by, minor: row.minor, bornOn: row.born_on, lastAskedAt: row.last_asked_at?.toISOString() ?? null,
    nextAskingFrom: rested === null || rested.getTime() <= Date.now() ? null : rested.toISOString(),
  }
}

/** Once it is stored, nothing more leaves for this person. @throws Refusal */
export async function changeAskingWish(tx: Tx, actor: Actor, customerId: string, patch: Static<typeof AskingWishPatch>): Promise<Wish> {
  const before = await getAskingWish(tx, customerId)
  if (typeof patch.bornOn === 'string') refuseNoBirthday(patch.bornOn)
  await lockPersons(tx, [customerId])
  const by = actor.kind === 'session' ? 'staff' : 'api'
  const optedOut = patch.optedOut ?? before.optedOutAt !== null
  await tx.query(
    `insert into asking_wish (org_id, customer_id, opted_out_at, opted_out_by, minor, born_on) values ($1, $2, case when $3 then clock_timestamp() end, case when $3 then $4 end, $5, $6)
     on conflict (org_id, customer_id) do update set opted_out_at = case when $3 then coalesce(asking_wish.opted_out_at, clock_timestamp()) end, opted_out_by = case when $3 then coalesce(asking_wish.opted_out_by, $4) end,
       minor = excluded.minor, born_on = excluded.born_on, updated_at = clock_timestamp()`,
    [tx.orgId, customerId, optedOut, by, patch.minor ?? before.minor, patch.bornOn === undefined ? before.bornOn : patch.bornOn], 'change-asking-wish')
  await audit(tx, actor, 'customer.asking-changed', { kind: 'customer', id: customerId }, { fields: Object.keys(patch).sort(), ...(patch.optedOut === undefined ? {} : { optedOut: [before.optedOutAt !== null, patch.optedOut] }) })
  tx.publish({ name: 'feedback.askingWishChanged', ids: { customerId } })
  return getAskingWish(tx, customerId)
}

function refuseNoBirthday(day: string): void {
  const refuse = (sentence: string, field: string): never => { throw new Refusal('invalid-input', sentence, { bornOn: field }) }
  let date: Temporal.PlainDate
  try {
    date = Temporal.PlainDate.from(day, { overflow: 'reject' })
  } catch {
    return refuse('The day of birth is none: write it YYYY-MM-DD, with a day that exists.', 'is no date')
  }
  if (date.year < 1900 || Temporal.PlainDate.compare(date, Temporal.Now.plainDateISO('UTC').add({ days: 1 })) > 0) refuse('The day of birth lies in the future, or before 1900: check the year.', 'cannot be')
}
