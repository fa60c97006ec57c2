// For tests alone: mailboxes without the detour over routes, mails, and an SMTP client that speaks byte by byte.
import { connect, type Socket } from 'node:net'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { emailKey } from '../customers/index.ts'

export async function buildMailbox(db: Database, orgId: number, address: string, columns: { aliases?: string[]; imap?: object; smtp?: object } = {}): Promise<string> {
  const id = newId()
  const aliases = columns.aliases ?? []
  await db.write(orgId, async (tx) => {
    await tx.query('insert into mailbox (org_id, id, name, address, aliases, imap, smtp) values ($1, $2, $3, $4, $5, $6, $7)',
      [orgId, id, 'Office', address, aliases, columns.imap ? JSON.stringify(columns.imap) : null, columns.smtp ? JSON.stringify(columns.smtp) : null])
    for (const a of [address, ...aliases]) await tx.query('insert into mailbox_address (org_id, address_key, mailbox_id) values ($1, $2, $3)', [orgId, emailKey(a), id])
  })
  return id
}

let made = 0

/** A small mail, different from all before. */
export function buildMail(headers: Record<string, string> = {}, body = 'Dzień dobry, proszę o termin.\r\n'): string {
  const all = { From: 'Anna Nowak <anna@example.com>', To: 'office@kontuar.test', Subject: `Mail ${++made}`, Date: 'Mon, 16 Nov 2026 10:00:00 +0100', 'Message-ID': `<${newId()}@example.com>`, 'Content-Type': 'text/plain; charset=utf-8', ...headers }
  return `${Object.entries(all).filter(([, v]) => v !== '').map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n${body}`
}

/** An SMTP client that does exactly what it is told, to the byte. */
export class SmtpClient {
  #socket: Socket
  #lines: string[] = []
  #text = ''
  #closed = false
  #wake: (() => void) | null = null

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    const wake = () => {
      this.#wake?.()
      this.#wake = null
    }
    this.#socket.on('data', (chunk) => {
      this.#text += chunk.toString()
      const lines = this.#text.split('\r\n')
      this.#text = lines.pop()!
      this.#lines.push(...lines)
      wake()
    })
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => {
      this.#closed = true
      wake()
    })
  }

  write(text: string | Buffer): boolean {
    return this.#socket.write(text)
  }

  /** The next whole answer, its lines joined by \n; '' when the server has closed the connection. */
  async answer(): Promise<string> {
    const answer: string[] = []
    for (;;) {
      const line = this.#lines.shift()
      if (line !== undefined) {
        answer.push(line)
        if (!/^\d{3}-/.test(line)) return answer.join('\n')
        continue
      }
      if (this.#closed) return answer.join('\n')
      await new Promise<void>((resolve) => { this.#wake = resolve })
    }
  }

  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`)
    return this.answer()
  }

  /** Greets and answers the features. */
  async hello(): Promise<string> {
    await this.answer()
    return this.say('EHLO client.example')
  }

  /** Sends one mail and answers what the server says to it, or to the first command it refuses. */
  async send(from: string, to: string | string[], mail: string | Buffer): Promise<string> {
    for (const command of [`MAIL FROM:<${from}>`, ...[to].flat().map((t) => `RCPT TO:<${t}>`), 'DATA']) {
      const said = await this.say(command)
      if (!/^[23]/.test(said)) return said
    }
    this.write(typeof mail === 'string' ? mail.replace(/^\./gm, '..') : mail)
    return this.say(`${mail.toString('latin1').endsWith('\r\n') ? '' : '\r\n'}.`)
  }

  upgradeSocket(): Socket {
    this.#socket.removeAllListeners('data')
    return this.#socket
  }

  end() {
    this.#socket.destroy()
  }
}
