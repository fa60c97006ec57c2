// One POST to an address that somebody typed: to the public network alone unless the operator says otherwise, following no redirection,
// with an end to the waiting and to what is read of the answer.
import { lookup } from 'node:dns'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { publicLookup } from './public-network.ts'

export type Posted =
  | { kind: 'answered'; status: number; retryAfterSeconds: number | null; body: string }
  /** It was never asked: no connection. */
  | { kind: 'unreachable'; detail: string }
  /** It was asked and nobody knows what became of it. */
  | { kind: 'unanswered'; detail: string }

const usualLimitMs = 15_000
/** More of an answer is not read. */
const mostOfAnswer = 64 * 1024

/** @param url checked by the caller: its protocol, and that its name is none of one's own network */
export async function postOutside(url: URL, { headers, body, allowPrivate, limitMs = usualLimitMs }: { headers: Record<string, string>; body: Buffer; allowPrivate: boolean; limitMs?: number }): Promise<Posted> {
  let asked = false
  try {
    return await new Promise<Posted>((resolve, reject) => {
      const sent = (url.protocol === 'http:' ? http : https)(url, {
        // A connection of its own: on one that lay idle nobody could say whether the request arrived.
        agent: false, method: 'POST', headers: { ...headers, 'content-length': String(body.length), 'user-agent': 'Kontuar' }, lookup: allowPrivate ? lookup as LookupFunction : publicLookup, signal: AbortSignal.timeout(limitMs),
      }, (response) => {
        const pieces: Buffer[] = []
        let size = 0
        const done = () => resolve({ kind: 'answered', status: response.statusCode ?? 0, retryAfterSeconds: secondsOf(response.headers['retry-after']), body: Buffer.concat(pieces).toString('utf8') })
        response.on('data', (piece: Buffer) => {
          pieces.push(piece.subarray(0, mostOfAnswer - size))
          size += piece.length
          if (size < mostOfAnswer) return
          done()
          response.destroy()
        })
        response.on('end', done)
        response.on('error', reject)
      })
      // Only once the connection stands does anything of the request leave.
      sent.on('socket', (socket: Socket) => socket.once(url.protocol === 'http:' ? 'connect' : 'secureConnect', () => { asked = true }))
      sent.on('error', reject)
      sent.end(body)
    })
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException
    const detail = name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' ? `There was no answer within ${limitMs / 1000} seconds.` : [code, message].filter(Boolean).join(': ')
    return { kind: asked ? 'unanswered' : 'unreachable', detail: detail.slice(0, 300) }
  }
}

/** Retry-After in seconds, or as a date (RFC 9110 10.2.3). */
function secondsOf(value: string | undefined): number | null {
  if (value === undefined) return null
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.min(3600, Math.max(0, Math.ceil(seconds))) : null
}
