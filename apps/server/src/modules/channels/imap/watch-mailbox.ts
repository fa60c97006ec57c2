// Watches one mailbox: connect, bring every folder up to date, wait for news (IDLE, RFC 2177), again. A lost
// connection is taken up again with growing pauses; what is wrong is shown with the mailbox.
import type { ImapFlow } from 'imapflow'
import type { Platform } from '../../../platform/platform.ts'
import { nameFault } from '../mailboxes/connection-test/name-fault.ts'
import { noteIntakeState } from '../mailboxes/commands/note-state.ts'
import type { ImapSettings } from '../mailboxes/mailbox-row.ts'
import { backOff } from './back-off.ts'
import { connectImap } from './connect-imap.ts'
import { fetchFolder, type Troublesome } from './fetch-folder.ts'

export interface WatchedMailbox {
  orgId: number
  mailboxId: string
  settings: ImapSettings
  /** Opens the password or token; throws a sentence when that cannot be done. */
  secret(): string
  /** From when on mail is wanted. */
  since: Date
}

export interface WatchTimes {
  /** Only the first folder is idled in; the others are looked at this often. */
  otherFoldersMs: number
  /** Where the server knows no IDLE. */
  pollMs: number
  /** Even while idling, since some servers forget to tell. */
  lookAgainMs: number
}

const usualTimes: WatchTimes = { otherFoldersMs: 30_000, pollMs: 15_000, lookAgainMs: 240_000 }

export interface Watcher {
  stop(): Promise<void>
}

export function watchMailbox(platform: Platform, mailbox: WatchedMailbox, times: WatchTimes = usualTimes): Watcher {
  const { db, log } = platform
  const { orgId, mailboxId, settings } = mailbox
  const troublesome: Troublesome = new Map()
  let client: ImapFlow | null = null
  let stopped = false
  let wake = () => {}

  const pause = (ms: number) => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
    if (stopped) wake()
  })
  const note = (state: 'connected' | 'failing', detail: string | null) => db.write(orgId, (tx) => noteIntakeState(tx, mailboxId, state, detail))

  async function serve(connected: () => void) {
    const open = (client = connectImap(settings, mailbox.secret(), { mostBytes: platform.config.maxMailBytes * 2 }))
    await open.connect()
    let noted = false
    // Listened for all the time: what arrives while the last is still being fetched must not wait for the next look.
    let news = false
    open.on('exists', () => {
      news = true
      wake()
    })
    while (!stopped) {
      news = false
      // The first folder last: it stays open for IDLE.
      for (const folder of settings.folders.toReversed()) {
        await fetchFolder(open, { place: { platform, orgId, mailboxId, folder }, since: mailbox.since, troublesome, isStopped: () => stopped })
        if (stopped) return
      }
      if (!noted) await note('connected', null)
      noted = true
      connected()
      if (!news) await waitForNews(open)
    }
  }

  async function waitForNews(open: ImapFlow) {
    const idles = open.capabilities.has('IDLE')
    const limit = !idles ? times.pollMs : settings.folders.length > 1 ? times.otherFoldersMs : times.lookAgainMs
    const waited = pause(limit)
    const tell = () => wake()
    open.on('close', tell)
    if (idles) open.idle().catch(tell)
    await waited
    open.off('close', tell)
    if (!stopped && !open.usable) throw Object.assign(new Error('The server closed the connection'), { code: 'ECONNRESET' })
  }

  async function run() {
    let failures = 0
    while (!stopped) {
      try {
        await serve(() => { failures = 0 })
      } catch (error) {
        if (stopped) break
        failures++
        const { fault, detail } = nameFault(error as Error, { protocol: 'IMAP', ...settings })
        log.warn({ mailbox: mailboxId, fault, failures, err: { name: (error as Error).name, code: (error as { code?: string }).code } }, 'imap: a mailbox could not be fetched, will try again')
        // One broken connection happens and is mended in a second; people hear of it when it lasts.
        if (failures > 1 || fault !== 'other') await note('failing', detail).catch(() => {})
        client?.close()
        await pause(backOff(failures, fault))
      }
    }
    client?.close()
  }

  const running = run()
  return {
    async stop() {
      stopped = true
      wake()
      // Waits for a running transaction at most; the connection is cut.
      client?.close()
      await running.catch(() => {})
    },
  }
}
