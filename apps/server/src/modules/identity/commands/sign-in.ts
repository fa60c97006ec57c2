import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { newId } from '../../../platform/id.ts'
import { signInAddress } from '../rules/sign-in-address.ts'
import { closeSession, openSession, type From } from '../sign-in/open-session.ts'
import { giveBackAttempt, takeAttempt } from '../sign-in/rate-limit.ts'
import { audit } from './audit.ts'

export interface SignedIn { orgId: number; staffId: string; setCookie: string }
interface Entered { org_id: number; staff_id: string; name: string }

/** @throws Refusal wrong-credentials, too-many-requests, not-allowed (switched off everywhere) */
export async function signIn(platform: Platform, credentials: { email: string; password: string; remember?: boolean }, from: From): Promise<SignedIn> {
  const { db, crypto } = platform
  const account = signInAddress(credentials.email)
  const attempt = await takeAttempt(platform, from.ipAddress, account)
  const session = await openSession(platform, { ...credentials, remember: credentials.remember ?? true }, from)
  if (session === null) {
    await db.query('select note_failed_sign_in($1, $2, $3, $4)', [account, newId(), crypto.sign(account, 'audit'), from.ipAddress], 'note-failed-sign-in')
    throw new Refusal('wrong-credentials', 'The address or the password is wrong: check both, or ask an administrator for a new invitation.')
  }
  const entered = await enter(platform, session.token, from)
  if (entered === null) {
    await closeSession(platform, session.token)
    throw new Refusal('not-allowed', 'Your access was switched off: ask an administrator to switch it on again.')
  }
  await giveBackAttempt(platform, attempt)
  return { orgId: entered.org_id, staffId: entered.staff_id, setCookie: session.setCookie }
}

/** Into the organization the session carries; null when there is none the person may enter. */
export async function enter(platform: Platform, token: string, from: From): Promise<Entered | null> {
  const [entered] = await platform.db.query<Entered>('select org_id, staff_id, name from find_session($1)', [token])
  if (!entered) return null
  await platform.db.write(entered.org_id, async (tx) => {
    await Promise.all([
      tx.query('update staff set last_seen_at = now() where org_id = $1 and id = $2', [tx.orgId, entered.staff_id]),
      audit(tx, { staffId: entered.staff_id, name: entered.name, ipAddress: from.ipAddress }, 'session.opened', { kind: 'staff', id: entered.staff_id }),
    ])
  })
  return entered
}
