// The transport of outgoing mail. It knows no mailbox and no ticket: a server, an envelope, bytes.
export { ConnectionPool } from './connection-pool.ts'
export { connectTo, type SmtpServer } from './smtp-server.ts'
export { sendMessage, unreachable, type Envelope, type RefusedRecipient, type SendOutcome, type SmtpFault } from './send-message.ts'
