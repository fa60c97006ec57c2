// Background work of facts.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { orderDerivation } from './keep/ask-for.ts'
import { deriveFacts as derive } from './keep/derive-facts.ts'
import { orderRecount, type Recount } from './recount/order-recount.ts'
import { recountChunk } from './recount/recount.ts'

export const deriveFacts = ({ db, log }: Platform): Job => ({
  name: 'insight.deriveFacts',
  handle: ({ orgId }) => derive(db, orgId, log),
})

/** Each minute: windows of repeats that have ended, promises to unhappy customers that are missed, and what was put off or left lying. */
export const closeWindows = ({ db }: Platform): Job => ({
  name: 'insight.closeWindows',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_with_due_numbers() org_id', [], 'orgs-with-due-numbers')) {
      await db.write(orgId, async (tx) => {
        await tx.query(
          `with tickets as (delete from fact_due where org_id = $1 and due_at <= now() returning ticket_id), loops as (delete from recovery_due where org_id = $1 and due_at <= now() returning recovery_id)
           insert into fact_to_derive (org_id, kind, subject_id) select $1, 'ticket', ticket_id from tickets union all select $1, 'recovery', recovery_id from loops`, [orgId], 'close-windows')
      })
    }
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_with_facts_to_derive() org_id', [], 'orgs-with-facts-to-derive')) await db.write(orgId, async (tx) => orderDerivation(tx))
  },
})

/** Each hour: those still at work have been so for another one. */
export const noteWork = ({ db }: Platform): Job => ({
  name: 'insight.noteWork',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_at_work() org_id', [], 'orgs-at-work')) {
      await db.write(orgId, async (tx) => {
        await tx.query(`insert into fact_to_derive (org_id, kind, subject_id) select org_id, 'at-work', id from presence_stay where org_id = $1 and until is null and state = 'available'`, [orgId], 'ask-for-open-stays')
        orderDerivation(tx)
      })
    }
  },
})

/** One chunk, then the job of the next, in one transaction: it may be killed anywhere. */
export const recount = ({ db }: Platform): Job<{ orgId: number } & Recount> => ({
  name: 'insight.recount',
  handle: ({ orgId, ...what }) => db.write(orgId, (tx) => recountChunk(tx, what)),
})

/** After an upgrade: organizations whose diary is older than their facts, once each. */
export const furnishFacts = ({ db }: Platform): Job => ({
  name: 'insight.furnish',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_owing_facts() org_id', [], 'orgs-owing-facts')) {
      await db.write(orgId, async (tx) => {
        orderRecount(tx, { walk: 'all' })
        await tx.query('delete from fact_owed where org_id = $1', [orgId], 'facts-are-ordered')
      })
    }
  },
})
