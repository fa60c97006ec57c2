// Addresses that somebody else may choose (a push service, a gateway) are asked for only in the public network, whatever their names
// resolve to: our own servers would answer us, not them (server-side request forgery).
import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Special-purpose addresses (IANA registries, RFC 6890): a server of the public network stands in none of them. */
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

const bareHost = (host: string) => host.replace(/^\[|\]$/g, '')

/** A number of the public network; of a name nobody knows before it is asked. @param host as `URL.hostname` has it */
export const isPublicNumber = (host: string): boolean => isIP(bareHost(host)) !== 0 && !isReserved(bareHost(host))

/** By its name or number alone; what a name resolves to is looked at when it is used. @param host as `URL.hostname` has it */
export function isPrivateHost(host: string): boolean {
  const bare = bareHost(host)
  return (isIP(bare) !== 0 && isReserved(bare)) || !/[.:]/.test(bare) || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(bare)
}

export class ForbiddenAddress extends Error {}

const lookupWhere = (allowed: (addresses: readonly string[]) => boolean, says: string): LookupFunction => (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    if (addresses.length === 0 || !allowed(addresses.map(({ address }) => address))) return done(new ForbiddenAddress(says), [])
    if (options.all) done(null, addresses)
    else done(null, addresses[0]!.address, addresses[0]!.family)
  })
}

/** Answers nothing for a name that leads into a private network, even if only one of its addresses does. */
export const publicLookup = lookupWhere((addresses) => !addresses.some(isReserved), 'The name leads to an address in a private network.')
/** Answers nothing for a name that leads out of the private network, even if only one of its addresses does: for what is sent without TLS. */
export const privateLookup = lookupWhere((addresses) => addresses.every(isReserved), 'The name leads to an address outside your own network: use https:// for it.')
