// Password in, session out, by better-auth. Unknown and known accounts get the same answer at about the same
// work (better-auth hashes the password either way), so nobody learns who has an account.
import { APIError } from 'better-auth/api'
import type { Platform } from '../../../platform/platform.ts'
import { signInAddress } from '../rules/sign-in-address.ts'
import { authOf } from './auth.ts'
import { cookieName, readSessionCookie } from './session-cookie.ts'

export interface From { ipAddress: string; userAgent: string }
export interface OpenedSession { token: string; userId: string; setCookie: string }

/** null: address or password is wrong. */
export async function openSession(platform: Platform, credentials: { email: string; password: string; remember: boolean }, from: From): Promise<OpenedSession | null> {
  const answer = await authOf(platform).api.signInEmail({
    body: { email: signInAddress(credentials.email), password: credentials.password, rememberMe: credentials.remember },
    headers: new Headers({ 'x-kontuar-address': from.ipAddress, 'user-agent': headerText(from.userAgent) }),
    returnHeaders: true,
  }).catch((error: unknown) => {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  })
  const setCookie = answer?.headers.getSetCookie().find((cookie) => cookie.startsWith(`${cookieName}=`))
  if (!answer || setCookie === undefined) return null
  const token = readSessionCookie(setCookie.split(';')[0], platform.crypto.keyFor('auth'))
  if (token === null) throw new Error('The session cookie is not signed as expected: was better-auth updated?')
  return { token, userId: answer.response.user.id, setCookie }
}

export async function closeSession(platform: Platform, token: string): Promise<void> {
  const { internalAdapter } = await authOf(platform).$context
  await internalAdapter.deleteSession(token)
}

/** Headers take Latin-1 only and no line breaks. */
const headerText = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300)
