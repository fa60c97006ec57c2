// The name under which an e-mail address signs in.
//
// better-auth checks addresses with a narrow pattern: no local host names (admin@localhost), no non-Latin top-level
// domains (…@почта.рф is …xn--p1ai, and the pattern wants letters). Such an address signs in under a stand-in
// the pattern takes; one address always gives the same stand-in. People see their real address (table staff).
import { domainToASCII } from 'node:url'

const taken = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/

/** An address as compared and stored in staff: lower case. */
export const staffAddress = (address: string): string => address.trim().normalize('NFC').toLowerCase()

export function signInAddress(address: string): string {
  const plain = staffAddress(address)
  const at = plain.lastIndexOf('@')
  const domain = domainToASCII(plain.slice(at + 1)) || plain.slice(at + 1)
  const written = `${plain.slice(0, at)}@${domain}`
  if (at > 0 && taken.test(written) && !written.endsWith('.stand-in.invalid')) return written
  return `x${Buffer.from(written).toString('hex')}@address.stand-in.invalid`
}
