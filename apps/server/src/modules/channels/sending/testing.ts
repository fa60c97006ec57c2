// For tests alone: a real SMTP server that keeps what it takes and can be told to misbehave.
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'

export interface TakenMail { from: string; to: string[]; raw: string }

export interface Sink {
  port: number
  taken: TakenMail[]
  /** Answers at RCPT; default: everybody is welcome. */
  onRecipient: (address: string) => { code: number; text: string } | null
  /** Answers after the final dot; default: taken. A promise may hold the answer back. */
  onMessage: (mail: TakenMail) => Promise<{ code: number; text: string } | null> | { code: number; text: string } | null
  connections: number
  /** Cuts every connection. */
  drop(): void
  close(): Promise<void>
}

export async function openSink(options: Partial<SMTPServerOptions> = {}): Promise<Sink> {
  const refusal = ({ code, text }: { code: number; text: string }) => Object.assign(new Error(text), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 50, disableReverseLookup: true,
    onConnect(_session, done) {
      sink.connections++
      done()
    },
    onRcptTo({ address }, _session, done) {
      const answer = sink.onRecipient(address)
      done(answer ? refusal(answer) : null)
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const mail = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((r) => r.address), raw: Buffer.concat(pieces).toString('latin1') }
        void Promise.resolve(sink.onMessage(mail)).then((answer) => {
          if (answer === null) sink.taken.push(mail)
          done(answer ? refusal(answer) : null)
        })
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  const sink: Sink = { port: 0, taken: [], onRecipient: () => null, onMessage: () => null, connections: 0,
    drop: () => { for (const socket of sockets) socket.destroy() },
    close: () => new Promise((resolve) => { server.close(() => resolve()) }) }
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  sink.port = (server.server.address() as AddressInfo).port
  return sink
}

/** A mailbox that sends through the sink. */
export async function buildSendingMailbox(tx: Tx, port: number, given: { address?: string; signatureHtml?: string; replyTagging?: boolean; confirmation?: object; name?: string } = {}): Promise<string> {
  const id = newId()
  await tx.query(
    `insert into mailbox (org_id, id, name, address, smtp, signature_html, reply_tagging, confirmation) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.orgId, id, given.name ?? 'Salon Róża', given.address ?? `biuro-${id.slice(-6)}@salon.example`, JSON.stringify({ host: '127.0.0.1', port, security: 'none', user: '', auth: 'none' }),
      given.signatureHtml ?? '', given.replyTagging ?? false, JSON.stringify(given.confirmation ?? { enabled: false, texts: {} })])
  return id
}
