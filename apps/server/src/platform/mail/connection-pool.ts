// Connections kept for the next mail: a handshake with TLS and sign-in costs more than the mail.
import type SMTPConnection from 'nodemailer/lib/smtp-connection'

const idleMs = 5000
/** Servers close a connection after some mails, not all with a polite 421. */
const mostMessages = 50

interface Idle { connection: SMTPConnection; used: number; timer: NodeJS.Timeout }

export interface Lease {
  connection: SMTPConnection
  /** It was idle before: if it breaks before the message began, a fresh one deserves a try. */
  reused: boolean
  /** Keep it only when the last exchange ended well. */
  giveBack(keep: boolean): void
}

export class ConnectionPool {
  #idle = new Map<string, Idle[]>()

  async take(key: string, open: () => Promise<SMTPConnection>, fresh = false): Promise<Lease> {
    const idle = fresh ? undefined : this.#idle.get(key)?.pop()
    if (idle) clearTimeout(idle.timer)
    const connection = idle?.connection ?? (await open())
    connection.removeAllListeners('error')
    connection.removeAllListeners('end')
    // An error after the answer has nobody to tell, and must not end the process.
    connection.on('error', () => {})
    const used = (idle?.used ?? 0) + 1
    return { connection, reused: idle !== undefined, giveBack: (keep) => this.#giveBack(key, connection, used, keep) }
  }

  #giveBack(key: string, connection: SMTPConnection, used: number, keep: boolean) {
    if (!keep || used >= mostMessages || connection.destroyed) return close(connection)
    const list = this.#idle.get(key) ?? []
    const entry: Idle = { connection, used, timer: setTimeout(() => this.#drop(key, entry), idleMs).unref() }
    list.push(entry)
    this.#idle.set(key, list)
    connection.once('end', () => this.#drop(key, entry))
    connection.once('error', () => this.#drop(key, entry))
  }

  #drop(key: string, entry: Idle) {
    clearTimeout(entry.timer)
    const list = (this.#idle.get(key) ?? []).filter((e) => e !== entry)
    if (list.length === 0) this.#idle.delete(key)
    else this.#idle.set(key, list)
    close(entry.connection)
  }

  closeIdle() {
    for (const [key, list] of this.#idle) for (const entry of list) this.#drop(key, entry)
  }
}

function close(connection: SMTPConnection) {
  if (connection.destroyed) return
  connection.quit()
}
