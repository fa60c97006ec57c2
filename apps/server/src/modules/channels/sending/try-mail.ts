// One try at one mail: claim it, hand it over, write down what became of it.
import type { Tx } from '../../../platform/db/database.ts'
import { fileKey } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/id.ts'
import { ConnectionPool, connectTo, sendMessage, unreachable, type SendOutcome, type SmtpFault, type SmtpServer } from '../../../platform/mail/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DotJournal } from './dot-journal.ts'
import { claimMail, commitToSend, deliveryChanged, orderSending, settleMail, type LedgerRow } from './ledger.ts'
import { noteSendingState } from './mailbox-state.ts'
import { serverOf } from './mailbox-server.ts'
import { decideNextStep } from './rules/decide-after-death.ts'
import { settleTry } from './rules/settle-try.ts'

export interface Tries {
  /** False when there was nothing to do. */
  try(orgId: number, lock: (tx: Tx) => Promise<LedgerRow | null>): Promise<boolean>
}

export function createTries({ db, files, crypto, log, publicUrl }: Platform, journal: () => DotJournal): Tries {
  const running = new Set<string>()
  const pool = new ConnectionPool()

  async function take(orgId: number, lock: (tx: Tx) => Promise<LedgerRow | null>, claim: string): Promise<LedgerRow | null> {
    return db.write(orgId, async (tx) => {
      const mail = await lock(tx)
      if (mail === null) return null
      const before = mail.state === 'pending' ? { claimant: 'none' as const, dot: 'unknown' as const } : journal().ask(mail.claimed_by, mail.claim, running)
      const step = decideNextStep({ ...mail, ...before, claimedSecondsAgo: mail.claimed_seconds_ago })
      if (step === 'uncertain') {
        await tx.query(`update outgoing_mail set state = 'uncertain', detail = $3, updated_at = clock_timestamp() where org_id = $1 and id = $2`,
          [orgId, mail.id, 'The program was stopped while the mail server was taking the message: it may have been sent. Send it again only if the customer has not received it.'])
        tx.publish(deliveryChanged(mail.interaction_id, mail.ticket_id, 'uncertain'))
      }
      if (step !== 'send') return null
      await claimMail(tx, mail.id, claim, journal().name)
      return { ...mail, attempts: mail.attempts + 1 }
    })
  }

  async function exchange(orgId: number, mail: LedgerRow, claim: string): Promise<SendOutcome> {
    let server: SmtpServer | null
    try {
      server = mail.mailbox.active ? serverOf(crypto, mail.mailbox) : null
    } catch (error) {
      return { kind: 'unreachable', code: 'EAUTH', reason: (error as Error).message }
    }
    if (server === null) return { kind: 'unreachable', code: 'ECONFIG', reason: 'The mailbox has no way to send any more: set up its sending server.' }
    const bytes = mail.raw ?? (await files.get(fileKey(orgId, mail.sha256!)))
    const envelope = { from: mail.envelope_from, to: mail.remaining ?? mail.recipients }
    const gate = { mayEnd: () => db.write(orgId, (tx) => commitToSend(tx, mail.id, claim)), ends: () => journal().note(claim) }
    const open = () => connectTo(server, new URL(publicUrl()).hostname)
    const key = JSON.stringify([orgId, server])
    for (let fresh = false; ; fresh = true) {
      const lease = await pool.take(key, open, fresh).catch((error: SmtpFault) => unreachable(error))
      if ('kind' in lease) return lease
      const outcome = await sendMessage(lease.connection, envelope, bytes, gate)
      lease.giveBack(outcome.kind === 'taken')
      // The server closed a connection that lay idle: says nothing about the mail.
      if (outcome.kind === 'unreachable' && lease.reused && outcome.code === 'ECONNECTION') continue
      return outcome
    }
  }

  async function settle(orgId: number, mail: LedgerRow, claim: string, outcome: SendOutcome) {
    if (outcome.kind === 'withheld') return
    const settled = settleTry(outcome, mail.remaining ?? mail.recipients, mail.attempts, mail.waiting_seconds)
    await db.write(orgId, async (tx) => {
      if (!(await settleMail(tx, mail, claim, settled, outcome.kind))) return
      await noteSendingState(tx, mail.mailbox.id, outcome)
      if (settled.retryInSeconds !== null) orderSending(tx, mail.id, mail.mailbox.id, new Date(Date.now() + settled.retryInSeconds * 1000))
    })
  }

  return {
    async try(orgId, lock) {
      const claim = newId()
      running.add(claim)
      try {
        const mail = await take(orgId, lock, claim)
        if (mail === null) return false
        const outcome = await exchange(orgId, mail, claim)
        await settle(orgId, mail, claim, outcome).catch(async (error: unknown) => {
          // The server's word is lost with this process; the database may be back in a moment.
          log.warn({ err: error, outgoing: mail.id }, 'the end of a try could not be written, once more')
          await new Promise((resolve) => { setTimeout(resolve, 1000) })
          await settle(orgId, mail, claim, outcome)
        })
        return true
      } finally {
        running.delete(claim)
      }
    },
  }
}
