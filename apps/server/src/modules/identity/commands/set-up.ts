import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openSession, type From } from '../sign-in/open-session.ts'
import { takeAttempt } from '../sign-in/rate-limit.ts'
import { alreadySetUp, createOrganization, type NewOrganization } from './create-organization.ts'
import { enter, type SignedIn } from './sign-in.ts'

/** The first organization from the browser, and its administrator signed in. */
export async function setUp(platform: Platform, wanted: NewOrganization, from: From): Promise<SignedIn> {
  // Asked before the costly password digest; of two at once the statement itself lets one win.
  const [there] = await platform.db.query<{ any_organization: boolean }>('select any_organization()', [], 'any-organization')
  if (there?.any_organization) throw alreadySetUp()
  await takeAttempt(platform, from.ipAddress, 'set-up')
  await createOrganization(platform.db, wanted, true)
  const session = await openSession(platform, { email: wanted.email, password: wanted.password, remember: true }, from)
  const entered = session && await enter(platform, session.token, from)
  if (!entered) throw new Refusal('conflict', 'The organization was created, but this address had a password already: sign in with that one.')
  return { orgId: entered.org_id, staffId: entered.staff_id, setCookie: session.setCookie }
}
