// What identity needs to know from higher tiers; wired in app/modules.ts.
import type { Tx } from '../../platform/db/database.ts'

export interface IdentityPorts {
  /** Active mailboxes, and mails taken but not yet read. */
  mailIntake(tx: Tx): Promise<{ mailboxes: number; waiting: number }>
  /** What still sends new tickets to the location, in words: `the mailbox "…"`, `the rule "…"`. */
  usersOfLocation(tx: Tx, locationId: string): Promise<string[]>
  /** The queues in use that the team serves; `seen` by whoever asks. */
  queuesOfTeam(tx: Tx, teamId: string): Promise<{ name: string; seen: boolean }[]>
}
