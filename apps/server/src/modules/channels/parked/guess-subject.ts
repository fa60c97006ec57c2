// A parked mail could not be read, so its subject is only guessed, from the first bytes and without trusting them.
import { decodeHeader } from './decode-header.ts'

/** '' when there is none to be seen; at most 200 characters. */
export function guessSubject(head: Buffer): string {
  const header = head.toString('latin1').split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n(?=[ \t])/g, '')
  const line = /^subject:[ \t]*(.{0,2000})/im.exec(header)
  return line ? [...decodeHeader(line[1]!)].slice(0, 200).join('').trim() : ''
}
