// Sending as background work. A job only says "there is something to send": the ledger decides what.
//
// A mail server may hang for minutes, and the workers belong to everybody: at most three mails a mailbox and six a process
// are under way. A job that finds no place ends at once; whoever has a place goes on with what is due in that mailbox.
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import { openDotJournal, type DotJournal } from './dot-journal.ts'
import { listNextDue, lockMail, lockNextDue, orderSending } from './ledger.ts'
import { createTries, type Tries } from './try-mail.ts'

export const placesOfMailbox = 3
const placesOfProcess = 6
/** A job does not go on for longer: a clean stop waits for running jobs. */
const longestRunMs = 3000

interface Waiting { orgId: number; mailboxId: string; ids: Set<string> }

export const sendMail = (platform: Platform): Job<{ orgId: number; outgoingId: string; mailboxId: string; goOn?: boolean }> => {
  let tries: Tries | undefined
  let journal: DotJournal | undefined
  const under = new Map<string, number>()
  const waiting = new Map<string, Waiting>()
  /** Several jobs are given back at once; one of them is enough to order the rest. */
  const orderedAgainAt = new Map<number, number>()
  const hasPlace = (mailboxId: string) => (under.get(mailboxId) ?? 0) < placesOfMailbox && [...under.values()].reduce((a, b) => a + b, 0) < placesOfProcess
  const wait = (orgId: number, mailboxId: string, ids: Iterable<string>) => {
    const there = waiting.get(mailboxId)
    if (there === undefined) waiting.set(mailboxId, { orgId, mailboxId, ids: new Set(ids) })
    else for (const id of ids) there.ids.add(id)
  }

  async function inPlace<T>(mailboxId: string, work: () => Promise<T>): Promise<T> {
    under.set(mailboxId, (under.get(mailboxId) ?? 0) + 1)
    try {
      return await work()
    } finally {
      const left = under.get(mailboxId)! - 1
      if (left > 0) under.set(mailboxId, left)
      else under.delete(mailboxId)
    }
  }

  return {
    name: 'channels.sendMail',
    async handle({ orgId, outgoingId, mailboxId, goOn = false }, { attempt }) {
      // Given back by a process that died, and it had gone on to mails whose own jobs ended long ago.
      if (attempt > 1 && !(Date.now() - (orderedAgainAt.get(orgId) ?? 0) < 2000)) {
        orderedAgainAt.set(orgId, Date.now())
        await orderAgain(platform, orgId)
      }
      const { try: attemptOne } = (tries ??= createTries(platform, () => (journal ??= openDotJournal(platform.config.dataDir))))
      if (!hasPlace(mailboxId)) return wait(orgId, mailboxId, [outgoingId])
      if (goOn) wait(orgId, mailboxId, [])
      const until = Date.now() + longestRunMs
      await inPlace(mailboxId, () => attemptOne(orgId, (tx) => lockMail(tx, outgoingId)))
      // Only after the place is free again: a job that found none before this moment is in `waiting` now.
      const next = () => [...waiting.values()].find((w) => hasPlace(w.mailboxId))
      for (let w = next(); w !== undefined; w = next()) {
        waiting.delete(w.mailboxId)
        if (Date.now() > until) return handOver(platform, w)
        // Put back behind the other mailboxes, each has its turn; it stays in for whoever else has a place in the same one.
        waiting.set(w.mailboxId, w)
        const more = await inPlace(w.mailboxId, () => attemptOne(w.orgId, (tx) => lockNextDue(tx, w.mailboxId)))
        // What is due is gone: left are mails that somebody who may be dead was at.
        const [held] = more ? [] : w.ids
        if (held !== undefined) {
          w.ids.delete(held)
          await inPlace(w.mailboxId, () => attemptOne(w.orgId, (tx) => lockMail(tx, held)))
        }
        // A job that found no place during this try has put itself into `ids`.
        if (!more && w.ids.size === 0 && waiting.get(w.mailboxId) === w) waiting.delete(w.mailboxId)
      }
    },
  }
}

const handOver = ({ db }: Platform, { orgId, mailboxId, ids }: Waiting) => db.write(orgId, async (tx) => {
  // As many as there are places: each goes on with what is due, until nothing is.
  for (const id of await listNextDue(tx, mailboxId, placesOfMailbox)) orderSending(tx, id, mailboxId, null, { goOn: true })
  const held = await tx.query<{ id: string }>(`select id from outgoing_mail where org_id = $1 and id = any ($2) and state in ('sending', 'committing')`, [orgId, [...ids]], 'held-of-waiting')
  for (const { id } of held) orderSending(tx, id, mailboxId, null)
})

/** Orders again what is due or somebody is at; whoever lives is left alone by the ledger. */
const orderAgain = ({ db }: Platform, orgId: number) => db.write(orgId, async (tx) => {
  const rows = await tx.query<{ id: string; mailbox_id: string }>(`select id, mailbox_id from outgoing_mail where org_id = $1 and state in ('pending', 'sending', 'committing')
       and coalesce(next_attempt_at, send_after) <= clock_timestamp() order by send_after limit 1000`, [orgId], 'list-outgoing-to-order-again')
  for (const row of rows) orderSending(tx, row.id, row.mailbox_id, null)
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
