import type { CustomField } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/http/page.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { readStatuses } from '../../statuses/queries.ts'
import { readReasons } from '../../reasons/queries.ts'

type Required = CustomField['required']

/**
 * Answers it without what says nothing. What was named before may be retired by now and stay named.
 * @throws Refusal when it names what does not exist or is retired.
 */
export async function checkRequired(tx: Tx, subject: CustomField['subject'], before: Required, wished: Required): Promise<Required> {
  const [statuses, queues, reasons] = [wished.statuses, wished.queues, wished.reasons].map((ids) => [...new Set(ids)]) as [string[], string[], string[]]
  if (subject !== 'ticket' && statuses.length + queues.length + reasons.length > 0) {
    throw new Refusal('invalid-input', `Only fields of tickets depend on status, queue or reason: a field of a ${subject} is needed always or never.`, { required: 'is for tickets alone' })
  }
  const fresh = <K extends 'statuses' | 'queues' | 'reasons'>(key: K, ids: readonly string[]) => ids.filter((id) => !before[key]?.includes(id))
  if (fresh('statuses', statuses).length > 0) refuseUnknown('statuses', 'status', fresh('statuses', statuses), (await readStatuses(tx)).filter((s) => !s.retired).map((s) => s.key))
  if (fresh('reasons', reasons).length > 0) refuseUnknown('reasons', 'reason', fresh('reasons', reasons), (await readReasons(tx)).filter((r) => !r.retired).map((r) => r.id))
  if (fresh('queues', queues).length > 0) refuseUnknown('queues', 'queue', fresh('queues', queues), await usableQueues(tx, fresh('queues', queues)))
  return { ...(wished.always === true ? { always: true } : {}), ...(statuses.length > 0 ? { statuses } : {}), ...(queues.length > 0 ? { queues } : {}), ...(reasons.length > 0 ? { reasons } : {}) }
}

function refuseUnknown(key: string, what: string, named: readonly string[], known: readonly string[]) {
  if (named.every((id) => known.includes(id))) return
  throw new Refusal('invalid-input', `The field is to be needed for a ${what} that does not exist or is retired: choose one in use.`, { [`required.${key}`]: `names an unknown ${what}` })
}

async function usableQueues(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from queue where org_id = $1 and id = any ($2) and retired_at is null', [tx.orgId, ids.filter(isId)], 'usable-queues')
  return rows.map((r) => r.id)
}
