// Mails that came back, as their entries keep them: read by whoever keeps a ledger of what was sent.
import type { Tx } from '../../../platform/db/database.ts'
import type { Bounce } from '../types.ts'

export interface BounceEntry { id: string; at: Date; bounce: Bounce }

/** Of these entries, in the order they came; those that are no bounce are left out. */
export async function readBounces(tx: Tx, interactionIds: readonly (string | undefined)[]): Promise<BounceEntry[]> {
  return tx.query<BounceEntry>('select i.id, i.at, i.bounce from interaction i where i.org_id = $1 and i.id = any ($2) and i.bounce is not null order by i.id', [tx.orgId, interactionIds], 'bounces')
}

/** For a ledger: to whom, and what the mail server said. */
export const bounceDetail = ({ recipient, status, reason }: Bounce): string => [recipient, [status, reason].filter(Boolean).join(' ')].filter(Boolean).join(': ').slice(0, 2000)
