// The secrets in public addresses. A token names one invitation or kiosk and is kept as a digest only; a code names an open link,
// which hangs on a wall anyway.
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 128 random bits: whoever tries a billion a second for a century has seen a 10^-19th of them. */
const tokenBytes = 16
const tokenPattern = /^[A-Za-z0-9_-]{22}$/

/** A token (22 characters, base64url) and its SHA-256, which is all that is kept. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(tokenBytes).toString('base64url')
  return { token, hash: digest(token) }
}

/** Null for what cannot be a token, so that nobody asks the database for it. */
export const hashToken = (token: string): Buffer | null => (tokenPattern.test(token) ? digest(token) : null)

// Without 0, 1, i, l, o, u: somebody types it from a poster, and it shall spell nothing.
const letters = '23456789abcdefghjkmnpqrstvwxyz'
const codeLength = 12
const codePattern = new RegExp(`^[${letters}]{${codeLength}}$`)

/** 59 bits. */
export const newCode = (): string => Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]!).join('')
export const isCode = (code: string): boolean => codePattern.test(code)

/** The key of a submission as it is kept: whoever reads the database cannot go on with somebody's answer. */
export const digestKey = (purpose: 'page' | 'kiosk' | 'program' | 'invitation' | 'import', key: string): string => createHash('sha256').update(`${purpose}\n${key}`).digest('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
