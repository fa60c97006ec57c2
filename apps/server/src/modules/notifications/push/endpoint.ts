// The address of a push comes from a browser, that is from anybody: we post to it only over https and never into a private
// network, whatever its name resolves to (server-side request forgery).
import { lookup } from 'node:dns'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import type { LookupFunction } from 'node:net'
import { ForbiddenAddress, isPrivateHost, isReserved, publicLookup } from '../../../platform/network/public-network.ts'

export { ForbiddenAddress as ForbiddenEndpoint, isReserved, publicLookup }

/** @throws ForbiddenEndpoint with a sentence. What a name resolves to is looked at when it is used. */
export function readEndpoint(text: string, allowPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) throw new ForbiddenAddress('The address of the push service cannot be read: subscribe this browser anew.')
  if (url.username !== '' || url.password !== '') throw new ForbiddenAddress('The address of the push service must not carry a password.')
  if (allowPrivate && url.protocol === 'http:') return url
  if (url.protocol !== 'https:') throw new ForbiddenAddress('The address of the push service must begin with https://.')
  if (allowPrivate) return url
  if (url.port !== '') throw new ForbiddenAddress('The address of the push service must not name a port.')
  if (isPrivateHost(url.hostname)) throw new ForbiddenAddress('The address of the push service lies in a private network: only public push services are used.')
  return url
}

export interface Posted { status: number; retryAfter: string | null }

const limitMs = 10_000

/** Follows no redirection and reads nothing of the answer but its head. @throws ForbiddenEndpoint, or the error of the network */
export function postTo(endpoint: string, headers: Record<string, string>, body: Buffer, allowPrivate: boolean): Promise<Posted> {
  const url = readEndpoint(endpoint, allowPrivate)
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'http:' ? http : https)(url, {
      // The address that was looked at is the one that is used: a name cannot change its mind in between.
      method: 'POST', headers: { ...headers, 'content-length': body.length }, lookup: allowPrivate ? lookup as LookupFunction : publicLookup, signal: AbortSignal.timeout(limitMs),
    }, (answer) => {
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null })
      answer.on('error', () => {})
      answer.destroy()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
