// Mail addresses as people type and paste them.
import type { MailAddress } from '@kontuar/contracts'

// Only what every mail server would refuse is refused here; the rest is the server's to judge.
const plausible = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$|^[^\s@<>,;"]+@localhost$/u

export const isAddress = (text: string): boolean => plausible.test(text)
export const sameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
export const addressText = ({ name, address }: MailAddress): string => (name === '' || name === address ? address : `${name} <${address}>`)

function splitList(typed: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let quoted = false
  for (const char of typed) {
    if (char === '"') quoted = !quoted
    if (!quoted && /[,;\n\r\t]/.test(char)) {
      pieces.push(piece)
      piece = ''
    } else piece += char
  }
  return [...pieces, piece].map((each) => each.trim()).filter(Boolean)
}

function readOne(piece: string): MailAddress | null {
  const angled = /^(.*)<([^<>]*)>$/su.exec(piece)
  const address = (angled ? angled[2]! : piece.replace(/^mailto:/i, '')).trim()
  if (!isAddress(address)) return null
  return { name: (angled?.[1] ?? '').trim().replace(/^"(.*)"$/su, '$1').replaceAll('\\"', '"'), address }
}

/** Reads „Jan Kowalski <jan@example.com>; anna@example.com”, and what could not be read. */
export function readAddresses(typed: string): { found: MailAddress[]; rest: string } {
  const found: MailAddress[] = []
  const rest: string[] = []
  for (const piece of splitList(typed)) {
    const one = readOne(piece)
    if (one) found.push(one)
    // Several addresses with only spaces between them.
    else if (piece.split(/\s+/).every(isAddress)) found.push(...piece.split(/\s+/).map((address) => ({ name: '', address })))
    else rest.push(piece)
  }
  return { found: withoutDoubles(found), rest: rest.join(', ') }
}

export function withoutDoubles(addresses: readonly MailAddress[]): MailAddress[] {
  return addresses.filter(({ address }, index) => addresses.findIndex((each) => sameAddress(each.address, address)) === index)
}
