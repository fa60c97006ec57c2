// Sending as background work. A job only says "there is something to send": the ledger decides what.
//
// A mail server may hang for minutes, and the workers belong to everybody: at most three mails a mailbox and six a process
// are under way. A job that finds no place ends at once; whoever has a place goes on with what is due in that mailbox.
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import { openDotJournal, type DotJournal } from './dot-journal.ts'
import { lockMail, lockNextDue, orderSending } from './ledger.ts'
import { createTries, type Tries } from './try-mail.ts'

const placesOfMailbox = 3
const placesOfProcess = 6
/** A job does not go on for longer: a clean stop waits for running jobs. */
const longestRunMs = 3000

export const sendMail = (platform: Platform): Job<{ orgId: number; outgoingId: string; mailboxId: string }> => {
  let tries: Tries | undefined
  let journal: DotJournal | undefined
  const under = new Map<string, number>()
  const waiting = new Map<string, { orgId: number; mailboxId: string }>()
  const hasPlace = (mailboxId: string) => (under.get(mailboxId) ?? 0) < placesOfMailbox && [...under.values()].reduce((a, b) => a + b, 0) < placesOfProcess

  async function inPlace(mailboxId: string, work: () => Promise<void>) {
    under.set(mailboxId, (under.get(mailboxId) ?? 0) + 1)
    try {
      await work()
    } finally {
      const left = under.get(mailboxId)! - 1
      if (left > 0) under.set(mailboxId, left)
      else under.delete(mailboxId)
    }
  }

  return {
    name: 'channels.sendMail',
    async handle({ orgId, outgoingId, mailboxId }) {
      tries ??= createTries(platform, () => (journal ??= openDotJournal(platform.config.dataDir)))
      if (!hasPlace(mailboxId)) return void waiting.set(mailboxId, { orgId, mailboxId })
      const until = Date.now() + longestRunMs
      await inPlace(mailboxId, async () => {
        await tries!.try(orgId, (tx) => lockMail(tx, outgoingId))
      })
      // Only after the place is free again: a job that found none before this moment is in `waiting` now.
      for (let next = [...waiting.values()].find((w) => hasPlace(w.mailboxId)); next !== undefined; next = [...waiting.values()].find((w) => hasPlace(w.mailboxId))) {
        const { orgId: org, mailboxId: mailbox } = next
        if (Date.now() > until) return handOver(platform, org, mailbox)
        // Taken off first: a job that finds no place during this try puts it back.
        waiting.delete(mailbox)
        let more = false
        await inPlace(mailbox, async () => { more = await tries!.try(org, (tx) => lockNextDue(tx, mailbox)) })
        if (more) waiting.set(mailbox, next)
      }
    },
  }
}

const handOver = ({ db }: Platform, orgId: number, mailboxId: string) => db.write(orgId, async (tx) => {
  const next = await lockNextDue(tx, mailboxId)
  if (next !== null) orderSending(tx, next.id, mailboxId, null)
})

/** Finds what is due and has no job any more: the brake was released, a process died, a job was given up. */
export const sweepOutgoing = ({ db }: Platform): Job => ({
  name: 'channels.sweepOutgoing',
  async handle() {
    const overdue = await db.query<{ org_id: number; id: string }>('select org_id, id from list_overdue_outgoing($1)', [500], 'list-overdue-outgoing')
    for (const [orgId, mails] of Map.groupBy(overdue, (o) => o.org_id)) {
      await db.write(orgId, async (tx) => {
        const rows = await tx.query<{ id: string; mailbox_id: string }>('select id, mailbox_id from outgoing_mail where org_id = $1 and id = any ($2)', [orgId, mails.map((m) => m.id)])
        for (const row of rows) orderSending(tx, row.id, row.mailbox_id, null)
      })
    }
  },
})
