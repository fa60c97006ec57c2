// The address of a push comes from a browser, that is from anybody: we post to it only over https and never into a private
// network, whatever its name resolves to (server-side request forgery).
import { lookup } from 'node:dns'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Special-purpose addresses (IANA registries, RFC 6890): a push service stands in none of them. */
const reserved = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
] as const) reserved.ipv4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8],
] as const) reserved.ipv6.addSubnet(net, bits, 'ipv6')

export const isReserved = (address: string): boolean => {
  const family = isIP(address)
  if (family === 0) return true
  // One list each: a list takes an IPv4 address for the IPv6 address it maps to, and these are all forbidden.
  return family === 6 ? reserved.ipv6.check(address, 'ipv6') : reserved.ipv4.check(address, 'ipv4')
}

export class ForbiddenEndpoint extends Error {}

/** @throws ForbiddenEndpoint with a sentence. What a name resolves to is looked at when it is used. */
export function readEndpoint(text: string, allowPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) throw new ForbiddenEndpoint('The address of the push service cannot be read: subscribe this browser anew.')
  if (url.username !== '' || url.password !== '') throw new ForbiddenEndpoint('The address of the push service must not carry a password.')
  if (allowPrivate && url.protocol === 'http:') return url
  if (url.protocol !== 'https:') throw new ForbiddenEndpoint('The address of the push service must begin with https://.')
  if (allowPrivate) return url
  if (url.port !== '') throw new ForbiddenEndpoint('The address of the push service must not name a port.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if ((isIP(host) !== 0 && isReserved(host)) || !/[.:]/.test(host) || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host)) throw new ForbiddenEndpoint('The address of the push service lies in a private network: only public push services are used.')
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

/** Answers nothing for a name that leads into a private network, even if only one of its addresses does. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    if (addresses.length === 0 || addresses.some((a) => isReserved(a.address))) return done(new ForbiddenEndpoint('The push service has an address in a private network.'), [])
    if (options.all) done(null, addresses)
    else done(null, addresses[0]!.address, addresses[0]!.family)
  })
}
