// What identity needs to know from higher tiers; wired in app/modules.ts.
import type { Tx } from '../../platform/db/database.ts'

export interface IdentityPorts {
  /** Active mailboxes, and mails taken but not yet read. */
  mailIntake(tx: Tx): Promise<{ mailboxes: number; waiting: number }>
}
