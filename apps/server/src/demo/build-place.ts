// The people and mailboxes of a demonstration company, and its desk.
import { createStaff } from '../modules/identity/index.ts'
import type { Database } from '../platform/db/database.ts'
import { newId } from '../platform/id.ts'
import { buildDesk, type BuiltDesk } from './build-desk.ts'
import { demoPassword, type DemoCompany } from './company.ts'
import type { Keeper, Mailbox } from './past/ground.ts'

export interface Place { mailboxes: readonly Mailbox[]; staff: ReadonlyMap<string, Keeper>; desk: BuiltDesk }

export async function buildPlace(db: Database, orgId: number, adminId: string, company: DemoCompany): Promise<Place> {
  const staff = new Map<string, Keeper>([[company.admin.email, { id: adminId, name: company.admin.name }]])
  // Every one of them may sign in, to try the desk with their eyes.
  const made = await Promise.all(company.staff.map((person) => createStaff(db, orgId, { ...person, password: demoPassword })))
  company.staff.forEach((person, i) => staff.set(person.email, { id: made[i]!.staffId, name: person.name }))
  const mailboxes = company.mailboxes.map((m): Mailbox => ({ id: newId(), ...m }))
  return db.write(orgId, async (tx) => {
    for (const m of mailboxes) {
      // Without confirmations: months of old mail would be confirmed today.
      await tx.query(`insert into mailbox (org_id, id, name, address, confirmation) values ($1, $2, $3, $4, '{"enabled": false, "texts": {}}')`, [tx.orgId, m.id, m.name, m.address])
      await tx.query('insert into mailbox_address (org_id, address_key, mailbox_id) values ($1, $2, $3)', [tx.orgId, m.address, m.id])
    }
    return { mailboxes, staff, desk: await buildDesk(tx, company, mailboxes.map((m) => m.id), new Map([...staff].map(([email, { id }]) => [email, id]))) }
  })
}
