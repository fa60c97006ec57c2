// The SMTP door (RFC 5321). It says "250" to a mail only after its bytes are committed, "451" (come again) to
// whatever goes wrong on our side, and "550" only to an address that the database says is not ours: a wrong
// "5xx" loses a customer's mail for good.
import { join } from 'node:path'
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Platform } from '../../../platform/platform.ts'
import { createCommitQueue } from '../storing/commit-queue.ts'
import { TooLarge, receiveBytes } from '../storing/receive-bytes.ts'
import type { NewDelivery } from '../storing/store-mails.ts'
import { receivedMails } from '../figures.ts'
import { createFindRecipient, type Recipient } from './find-recipient.ts'
import { hostOf, loadCertificate } from './load-certificate.ts'

const mostClients = 300
const mostClientsPerAddress = 100
const mostRecipients = 100
/** RFC 5321 4.5.3.2.7 wants five minutes; the limit of clients holds even when all of them are idle. */
const idleMs = 300_000

export interface SmtpDoor {
  port: number
  stop(): Promise<void>
}

const reply = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

export async function startSmtp(platform: Platform): Promise<SmtpDoor> {
  const { config, db, files, log } = platform
  const findRecipient = createFindRecipient(db)
  const queue = createCommitQueue(db)
  const recipients = new WeakMap<SMTPServerAddress, Recipient>()
  const folder = join(config.dataDir, 'incoming')
  const clients = new Map<string, number>()
  const counted = new Set<string>()

  const server = new SMTPServer({
    ...(await loadCertificate(config)),
    name: hostOf(config.publicUrl), banner: 'Kontuar', size: config.maxMailBytes, rejectOversized: true,
    disabledCommands: ['AUTH', 'WIZ', 'SHELL', 'KILL'], authOptional: true, hideENHANCEDSTATUSCODES: false, disableReverseLookup: true,
    // A sender with an odd address is still a customer.
    lenientAddressParsing: true,
    logger: false, maxClients: mostClients, maxRecipients: mostRecipients, socketTimeout: idleMs, closeTimeout: 4000, maxCommandLength: 8192,

    onConnect(session, callback) {
      const open = (clients.get(session.remoteAddress) ?? 0) + 1
      if (open > mostClientsPerAddress) return callback(reply(421, 'Too many connections from your address, try again in a moment'))
      clients.set(session.remoteAddress, open)
      counted.add(session.id)
      callback()
    },
    onClose(session) {
      if (!counted.delete(session.id)) return
      const open = (clients.get(session.remoteAddress) ?? 1) - 1
      if (open > 0) clients.set(session.remoteAddress, open)
      else clients.delete(session.remoteAddress)
    },
    onRcptTo(address, _session, callback) {
      findRecipient(address.address).then((recipient) => {
        if (recipient === null) return callback(reply(550, 'No mailbox takes mail for this address'))
        recipients.set(address, recipient)
        callback()
      }, (err: unknown) => {
        log.warn({ err }, 'smtp: could not ask whose address it is')
        callback(reply(451, 'Temporary trouble on our side, try again later'))
      })
    },
    onData(stream, session, callback) {
      takeMail(stream, session).then((id) => callback(null, `Ok: queued as ${id}`), (err: unknown) => {
        stream.resume()
        if (err instanceof TooLarge) return refuseTooLarge(stream, session)
        if ((err as { code?: string }).code !== 'ECONNECTION') log.warn({ err }, 'smtp: a mail could not be stored, its sender will try again')
        callback(reply(451, 'Temporary trouble on our side, try again later'))
      })

      // A sender that does not stop sending is cut off; others hear the refusal after the final dot.
      function refuseTooLarge(rest: SMTPServerDataStream, sender: SMTPServerSession) {
        rest.on('data', () => {
          if (rest.byteLength < 2 * config.maxMailBytes) return
          const connection = [...server.connections].find((c) => c.session === sender)
          connection?.send(552, `Error: message exceeds fixed maximum message size ${config.maxMailBytes}`, 'MESSAGE_TOO_BIG')
          connection?.close()
        })
        callback(reply(552, `message exceeds fixed maximum message size ${config.maxMailBytes}`))
      }
    },
  })

  async function takeMail(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const receivedAt = new Date()
    const { mailFrom, rcptTo } = session.envelope
    const envelopeFrom = mailFrom === false ? null : mailFrom.address
    const received = await receiveBytes(stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>, { folder, receivedAt, mostBytes: config.maxMailBytes })
    try {
      // Two of our mailboxes: two deliveries of one content. Two organizations: a content for each.
      const byOrg = new Map<number, Map<string, string>>()
      for (const address of rcptTo) {
        const { orgId, mailboxId } = recipients.get(address)!
        const mailboxes = byOrg.get(orgId) ?? new Map<string, string>()
        byOrg.set(orgId, mailboxes)
        if (!mailboxes.has(mailboxId)) mailboxes.set(mailboxId, address.address)
      }
      const stored = await Promise.all([...byOrg].map(async ([orgId, mailboxes]) => {
        const bytes = await received.settle(files, orgId)
        return queue.add(orgId, [...mailboxes].map(([mailboxId, envelopeTo]): NewDelivery => ({ mailboxId, source: 'smtp', envelopeFrom, envelopeTo, receivedAt, bytes })))
      }))
      const deliveries = stored.flat()
      receivedMails.inc({ source: 'smtp' }, deliveries.filter((d) => d.isNew).length)
      return deliveries[0]!.id
    } finally {
      await received.discard()
    }
  }

  server.on('error', (err: Error) => log.debug({ err }, 'smtp: a connection failed'))
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(explain(error, config.smtpPort))
    server.server.once('error', refuse)
    server.listen(config.smtpPort, config.host, () => {
      server.server.off('error', refuse)
      resolve()
    })
  })
  return {
    port: (server.server.address() as { port: number }).port,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await queue.idle()
    },
  }
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} for mail is in use: stop what uses it, or set SMTP_PORT to another one.`, { cause: error })
  if (error.code === 'EACCES') return new Error(`Port ${port} for mail may not be opened by this user: set SMTP_PORT to one above 1023, and let the mail server or the firewall forward to it.`, { cause: error })
  return error
}
