// By which road and at which address a person is asked: the first road of the touchpoint that has a usable address and something to
// send by. Within a road the address they used in this matter, then those they have proved to be theirs, then the one known longest.
import type { Reach } from './decide-asking.ts'

export interface KnownAddress {
  kind: 'email' | 'phone'
  /** As written, of a phone in E.164. */
  address: string
  /** They wrote from it in this matter. */
  used: boolean
  verified: boolean
  /** Nobody reads there: noreply@ and the like. */
  robot: boolean
  /** A message of ours came back from it, and they have not written from it since. */
  bounced: boolean
}
/** What there is to send by. */
export interface Senders { email: boolean; sms: boolean }

const kindOf = { email: 'email', sms: 'phone' } as const

/** @param addresses oldest first */
export function chooseRoad(roads: readonly ('email' | 'sms' | 'link' | 'agent')[], addresses: readonly KnownAddress[], senders: Senders): Reach {
  // The nearest miss is the reason worth telling: an address that would do but for the sender, then a returned one, then a robot's.
  let unsent = false
  let bounced: string | null = null
  let robot = false
  for (const road of roads) {
    if (road === 'link' || road === 'agent') return { road, address: null }
    const ofRoad = addresses.filter((a) => a.kind === kindOf[road]).toSorted((a, b) => Number(b.used) - Number(a.used) || Number(b.verified) - Number(a.verified))
    const usable = ofRoad.find((a) => !a.robot && !a.bounced)
    if (usable !== undefined && senders[road]) return { road, address: usable.address }
    if (usable !== undefined) unsent = true
    else if (ofRoad.some((a) => a.bounced && !a.robot)) bounced = road
    else if (ofRoad.length > 0) robot = true
  }
  if (unsent) return { none: 'cannot-send', detail: { roads: [...roads] } }
  if (bounced !== null) return { none: 'bounced-before', detail: { road: bounced } }
  return robot ? { none: 'automatic' } : { none: 'no-address', detail: { roads: [...roads] } }
}
