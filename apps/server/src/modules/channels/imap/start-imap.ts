// Which mailboxes this process watches. Several processes may run the mail service: an advisory lock for each
// mailbox, held on one connection, decides who watches it. The lock only saves work. Two who watch the same
// mailbox for a moment store each mail once all the same.
import type pg from 'pg'
import type { Platform } from '../../../platform/platform.ts'
import { mailboxChannel } from '../mailboxes/commands/tell-change.ts'
import { loadMailboxes, type LoadedMailbox } from './load-mailboxes.ts'
import { watchMailbox, type WatchTimes, type Watcher } from './watch-mailbox.ts'

const lookAgainMs = 30_000

export interface ImapService {
  stop(): Promise<void>
}

export async function startImap(platform: Platform, times?: WatchTimes): Promise<ImapService> {
  const { db, log } = platform
  const watched = new Map<string, { version: string; watcher: Watcher }>()
  let session: pg.PoolClient | null = null
  let stopped = false
  let looking: Promise<void> | null = null
  let askedAgain = false

  /** The connection that listens and holds the locks. Without it nothing is known of other processes, so all is let go. */
  async function join(): Promise<pg.PoolClient> {
    if (session !== null) return session
    await Promise.all([...watched.keys()].map(leave))
    const fresh = await db.connect()
    const lost = () => {
      if (session !== fresh) return
      session = null
      fresh.release(true)
      void look()
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', () => void look())
    try {
      await fresh.query(`listen ${mailboxChannel}`)
    } catch (error) {
      fresh.release(true)
      throw error
    }
    return (session = fresh)
  }

  async function lookOnce() {
    const connection = await join()
    const mailboxes = new Map((await loadMailboxes(platform)).map((m) => [m.mailboxId, m]))
    for (const [id, { version }] of watched) if (mailboxes.get(id)?.version !== version) await leave(id)
    for (const mailbox of mailboxes.values()) if (!watched.has(mailbox.mailboxId) && !stopped) await take(connection, mailbox)
  }

  async function take(connection: pg.PoolClient, mailbox: LoadedMailbox) {
    const { rows } = await connection.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtextextended('imap:' || $1, 0)) as mine`, [mailbox.mailboxId])
    if (rows[0]!.mine && session === connection) watched.set(mailbox.mailboxId, { version: mailbox.version, watcher: watchMailbox(platform, mailbox, times) })
  }

  async function leave(id: string) {
    const left = watched.get(id)
    watched.delete(id)
    await left?.watcher.stop()
    await session?.query(`select pg_advisory_unlock(hashtextextended('imap:' || $1, 0))`, [id]).catch(() => {})
  }

  function look(): Promise<void> {
    if (stopped) return Promise.resolve()
    askedAgain = looking !== null
    return (looking ??= lookOnce()
      .catch((err: unknown) => log.warn({ err }, 'imap: could not look which mailboxes are to be watched, will try again'))
      .finally(() => {
        looking = null
        if (askedAgain) void look()
      }))
  }

  const timer = setInterval(() => void look(), lookAgainMs)
  timer.unref()
  void look()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await Promise.all([...watched.keys()].map(leave))
      const last = session
      session = null
      last?.release(true)
    },
  }
}
