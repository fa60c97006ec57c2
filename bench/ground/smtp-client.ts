// The smallest SMTP client that can push: one mail after another over one connection, no pipelining, so that
// each waits for its own "250".
import { connect, type Socket } from 'node:net'

export interface SmtpSender {
  /** Resolves with the server's answer to the final dot; rejects when the connection breaks or the mail is refused. */
  send(from: string, to: string, mail: string): Promise<string>
  close(): void
}

export async function openSmtp(port: number): Promise<SmtpSender> {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  let buffer = ''
  let waiting: { resolve(reply: string): void; reject(error: Error): void } | null = null
  let broken: Error | null = null
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1')
    for (;;) {
      const end = buffer.indexOf('\r\n')
      if (end < 0) return
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      if (line[3] === '-') continue
      waiting?.resolve(line)
      waiting = null
    }
  })
  const fail = (error: Error) => { broken = error; waiting?.reject(error); waiting = null }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))
  const reply = () => new Promise<string>((resolve, reject) => { if (broken) reject(broken); else waiting = { resolve, reject } })
  const expect = async (code: string, line: string) => {
    const answer = reply()
    socket.write(line)
    const got = await answer
    if (!got.startsWith(code)) throw new Error(`the server answered "${got}"`)
    return got
  }
  await reply()
  await expect('250', 'EHLO bench.example\r\n')
  return {
    async send(from, to, mail) {
      await expect('250', `MAIL FROM:<${from}>\r\n`)
      await expect('250', `RCPT TO:<${to}>\r\n`)
      await expect('354', 'DATA\r\n')
      return expect('250', `${mail.replace(/^\./gm, '..')}\r\n.\r\n`)
    },
    close: () => { socket.destroy() },
  }
}

const filler = 'Dzień dobry, piszę w sprawie zamówienia, które miało przyjść w zeszłym tygodniu. Proszę o informację, co się z nim dzieje. '

/** A mail of about 4 KB from one of `customers` people. */
export function makeMail(n: number | string, customer: number): string {
  return [
    `From: "Klient ${customer}" <klient${customer}@poczta.example>`, `To: <biuro@bench.example>`, `Subject: Sprawa ${n}`, `Message-ID: <bench-${n}@poczta.example>`, `Date: Mon, 02 Mar 2026 10:00:00 +0100`,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', `Numer ${n}`, ...Array.from({ length: 28 }, () => filler),
  ].join('\r\n')
}
