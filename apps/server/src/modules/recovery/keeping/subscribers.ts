// What keeps loops in line with what happens; each reads what stands now, so that doubled and late news do no harm.
import type { Event } from '../../../platform/events.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { takeSecondAnswers } from '../asking/take-second-answers.ts'
import { deriveComingBack } from '../coming-back/derive-coming-back.ts'
import { judgeAnswers } from '../opening/judge-answers.ts'
import { publishRecovery, type AboutRecovery } from '../publish-recovery.ts'
import { deriveReached } from '../reaching/derive-reached.ts'

const idsOf = (events: readonly Event[], name: string) => [...new Set(events.flatMap((e) => e.ids[name] ?? []))].sort()

/** A low score opens a loop; what is said to the second question ends one, or opens it again. */
export const openLoops = ({ db }: Platform): Subscriber => ({
  name: 'recovery.openLoops',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const answerIds = idsOf(events, 'answerId')
    await takeSecondAnswers(tx, answerIds)
    await judgeAnswers(tx, answerIds)
  }),
})

/** Something was said to a customer, recorded late, or called back. */
export const noteReached = ({ db }: Platform): Subscriber => ({
  name: 'recovery.noteReached',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const customerIds = await customersWithLoops(tx, idsOf(events, 'customerId'), idsOf(events, 'interactionId'))
    await deriveReached(tx, customerIds)
  }),
})

/** The second question was sent, called off or came back: the state of its loop, and what is counted of it, follow. */
export const noteAsked = ({ db }: Platform): Subscriber => ({
  name: 'recovery.noteAsked',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const loops = await tx.query<AboutRecovery>(
      `select distinct r.id, r.customer_id, r.ticket_id, r.answer_id from recovery_asking k join recovery r on r.org_id = k.org_id and r.id = k.recovery_id where k.org_id = $1 and k.invitation_id = any ($2) order by r.id`, [orgId, idsOf(events, 'invitationId')], 'recoveries-of-invitations')
    for (const loop of loops) publishRecovery(tx, 'recovery.recoveryChanged', loop)
  }),
})

/** A loop was closed, opened again or given another cause, or a task of the same cause came. */
export const noteComingBack = ({ db }: Platform): Subscriber => ({
  name: 'recovery.noteComingBack',
  handle: (orgId, events) => db.write(orgId, async (tx) => deriveComingBack(tx, await customersWithLoops(tx, idsOf(events, 'customerId'), []))),
})

/** An event of a message called back names its entry alone. */
const customersWithLoops = async (tx: Tx, customerIds: readonly string[], interactionIds: readonly string[]): Promise<string[]> => (await tx.query<{ id: string }>(
  `select distinct r.customer_id as id from recovery r where r.org_id = $1 and (r.customer_id = any ($2) or r.customer_id = any (array(select i.customer_id from interaction i where i.org_id = $1 and i.id = any ($3)))) order by 1`,
  [tx.orgId, customerIds, interactionIds], 'customers-with-recoveries')).map((r) => r.id)
