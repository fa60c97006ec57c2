// One message over an open connection. The answer says what is known of it: taken, refused, or neither.
import { setTimeout as pause } from 'node:timers/promises'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { GateClosed, GatedMessage, type Gate } from './gated-message.ts'

export interface Envelope { from: string; to: readonly string[] }

export interface RefusedRecipient { address: string; permanent: boolean; reason: string }

export type SendOutcome =
  /** The server has taken it for all recipients but the refused ones. */
  | { kind: 'taken'; answer: string; refused: RefusedRecipient[] }
  /** The server has said no: nothing was taken. `recipients` when each of them was refused by itself. */
  | { kind: 'refused'; permanent: boolean; reason: string; recipients: RefusedRecipient[] }
  /** It did not come to the final dot: nothing was taken. */
  | { kind: 'unreachable'; reason: string; code: string }
  /** The final dot left and no answer came (RFC 1047): it may or may not have been taken. */
  | { kind: 'unanswered'; reason: string }
  /** The gate stayed closed. */
  | { kind: 'withheld' }

export interface SmtpFault extends Error { code?: string; responseCode?: number; response?: string; rejectedErrors?: SmtpFault[]; recipient?: string }

export async function sendMessage(connection: SMTPConnection, envelope: Envelope, bytes: Buffer, gate: Gate): Promise<SendOutcome> {
  const message = new GatedMessage(bytes, {
    mayEnd: async () => {
      await allHandedOver(connection)
      return gate.mayEnd()
    },
    ends: gate.ends,
  })
  return new Promise((resolve) => {
    // Also told through the callback; without a listener Node would end the process.
    connection.once('error', () => {})
    connection.send({ from: envelope.from, to: [...envelope.to], size: bytes.length }, message, (error, info) => {
      if (!error) return resolve({ kind: 'taken', answer: oneSentence(info?.response ?? ''), refused: (info?.rejectedErrors ?? []).map(toRefused) })
      message.destroy()
      resolve(describeFault(error as SmtpFault, message.ended))
    })
  })
}

function describeFault(error: SmtpFault, dotMayHaveLeft: boolean): SendOutcome {
  if (error instanceof GateClosed) return { kind: 'withheld' }
  const code = error.responseCode ?? 0
  const recipients = (error.rejectedErrors ?? []).map(toRefused)
  // 421 is the connection's end, not a word about the mail.
  if (code >= 400 && code !== 421) return { kind: 'refused', permanent: isPermanent(error), reason: sentenceOf(error), recipients }
  if (dotMayHaveLeft && code !== 421) return { kind: 'unanswered', reason: sentenceOf(error) }
  return unreachable(error)
}

/** Whatever happened before the first mail (greeting, STARTTLS, sign-in) is the server's or the mailbox's matter, not the mail's. */
export const unreachable = (error: SmtpFault): SendOutcome & { kind: 'unreachable' } => ({ kind: 'unreachable', reason: sentenceOf(error), code: error.code ?? 'other' })

const toRefused = (error: SmtpFault): RefusedRecipient => ({ address: error.recipient ?? '', permanent: isPermanent(error), reason: sentenceOf(error) })
/** 503 says that the session is out of step, 552 often that a mailbox is full (RFC 5321 4.5.3.1.10 calls it 452). */
const isPermanent = ({ responseCode }: SmtpFault) => responseCode !== undefined && responseCode >= 500 && responseCode !== 503

const sentenceOf = (error: SmtpFault): string => oneSentence(error.response ?? error.message)
const oneSentence = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 500)

interface Inside { _socket?: { writableLength: number; destroyed: boolean }; _currentDataStream?: { readableLength: number; writableLength: number } | false }
/** Waits until what was written so far has left our buffers. If nodemailer changes inside, only the time between commit and dot grows. */
async function allHandedOver(connection: SMTPConnection) {
  const { _socket: socket } = connection as unknown as Inside
  const waiting = () => {
    const { _currentDataStream: data } = connection as unknown as Inside
    return (socket?.writableLength ?? 0) + (data ? data.readableLength + data.writableLength : 0)
  }
  while (socket && !socket.destroyed && waiting() > 0) await pause(2)
}
