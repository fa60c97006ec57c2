// The unattended first run: organization and administrator from the environment. Does nothing once there is one.
import type { Platform } from '../../../platform/platform.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { createOrganization } from './create-organization.ts'

export async function setUpUnattended({ config, db, log }: Platform): Promise<void> {
  const wanted = config.unattended
  if (wanted === null) return
  const [there] = await db.query<{ any_organization: boolean }>('select any_organization()')
  if (there?.any_organization) return
  try {
    const { orgId } = await createOrganization(db, {
      organizationName: wanted.organization, locale: 'pl', timeZone: 'Europe/Warsaw',
      name: wanted.adminEmail.split('@')[0]!, email: wanted.adminEmail, password: wanted.adminPassword,
    }, true)
    log.info({ orgId }, 'the organization was created from the environment')
  } catch (error) {
    // Another process, started at the same moment, was first.
    if (!(error instanceof Refusal && error.code === 'already-set-up')) throw error
  }
}
