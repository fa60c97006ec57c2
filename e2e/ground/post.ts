// The mail world around Kontuar: a real mail server that takes what it sends, and customers whose programs write
// and answer as mail programs do (RFC 5322 3.6.4: In-Reply-To names the letter answered, References its whole thread).
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'

export interface TakenMail { from: string; to: string[]; raw: string; mail: ParsedMail }

export interface PostOffice {
  port: number
  /** Everything taken, oldest first. */
  taken: TakenMail[]
  /** The first mail to this address, taken already or still to come within 25 s; each is given once. */
  next(to: string, by?: 'person' | 'robot'): Promise<TakenMail>
  stop(): Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const taken: TakenMail[] = []
  const given = new Set<TakenMail>()
  let wake: () => void = () => {}
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces)
        simpleParser(raw).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope
          taken.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw: raw.toString('latin1'), mail })
          done()
          wake()
        }, done)
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    async next(to, by = 'person') {
      const late = AbortSignal.timeout(25_000)
      for (;;) {
        const found = taken.find((each) => each.to.includes(to) && !given.has(each) && writtenBy(each) === by)
        if (found) {
          given.add(found)
          return found
        }
        await new Promise<void>((resolve, reject) => {
          wake = resolve
          late.addEventListener('abort', () => reject(new Error(`no mail to ${to} was taken in 25 s; taken so far: ${taken.map((each) => `${each.to.join()} "${each.mail.subject}"`).join('; ') || 'none'}`)), { once: true })
        })
      }
    },
    stop: () => new Promise((resolve) => { server.close(() => resolve()) }),
  }
}

/** RFC 3834 section 5: what a machine has written says so. */
export const writtenBy = ({ mail }: TakenMail): 'person' | 'robot' => (String(mail.headers.get('auto-submitted') ?? 'no').startsWith('auto-') ? 'robot' : 'person')

export interface Letter {
  from: string
  to: string
  subject: string
  text?: string
  html?: string
  inReplyTo?: string
  references?: string[]
  attachments?: { filename: string; content: string | Buffer; contentType?: string; cid?: string }[]
  headers?: Record<string, string>
}

/** Hands a letter to the SMTP server at this port. Answers its Message-ID with <>. */
export async function post(smtpPort: number, letter: Letter): Promise<string> {
  const messageId = `<${randomUUID()}@poczta.example>`
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ ...letter, messageId })
  } finally {
    transport.close()
  }
  return messageId
}

/** What the customer's mail program makes of "answer". */
export function replyTo({ mail, to }: TakenMail, text: string): Letter {
  const references = [mail.references ?? []].flat()
  const sender = mail.replyTo?.value[0]?.address ?? mail.from!.value[0]!.address!
  const quoted = (mail.text ?? '').split('\n').map((line) => `> ${line}`).join('\n')
  return {
    from: to[0]!, to: sender, subject: /^re:/i.test(mail.subject ?? '') ? mail.subject! : `Re: ${mail.subject}`,
    inReplyTo: mail.messageId!, references: [...references, mail.messageId!],
    text: `${text}\n\nOn ${mail.date?.toUTCString()}, ${mail.from!.text} wrote:\n${quoted}\n`,
  }
}
