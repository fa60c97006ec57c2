// The organization and its people, for those who may.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import { toPage } from '../../../platform/http/page.ts'
import type { Platform } from '../../../platform/platform.ts'
import { version } from '../../../platform/version.ts'
import { changeOrganization } from '../commands/change-organization.ts'
import { changeStaff } from '../commands/change-staff.ts'
import { invite, withdrawInvitation } from '../commands/invite.ts'
import type { IdentityPorts } from '../ports.ts'
import { presentAuditEntry, presentInvitation, presentOrganization, presentStaff } from '../present.ts'
import { getOrganizationRow } from '../queries/me.ts'
import { listAuditRows, listOpenInvitations, listStaffRows } from '../queries/staff.ts'
import { findAliveServices } from '../queries/status.ts'

const done = { ok: true } as const
const usualLimit = 50

export function organizationRoutes(implement: Implement, platform: Platform, ports: IdentityPorts) {
  const { db } = platform

  implement(contract.getOrganization, async ({ actor }) => presentOrganization(await db.read(actor.orgId, getOrganizationRow)))
  implement(contract.changeOrganization, async ({ actor, body }) => presentOrganization(await changeOrganization(db, actor, body)))
  implement(contract.listStaff, async ({ actor, query }) => {
    const limit = query.limit ?? usualLimit
    return toPage(await db.read(actor.orgId, (tx) => listStaffRows(tx, limit, query.cursor)), limit, presentStaff, (row) => [row.id])
  })
  implement(contract.changeStaff, async ({ actor, params, body }) => presentStaff(await changeStaff(db, actor.orgId, actor, params.id, body)))
  implement(contract.listInvitations, async ({ actor }) => ({ items: (await db.read(actor.orgId, listOpenInvitations)).map(presentInvitation), next: null }))
  implement(contract.createInvitation, async ({ actor, body }) => {
    const { row, link } = await invite(platform, actor, body)
    return { ...presentInvitation(row), link }
  })
  implement(contract.deleteInvitation, async ({ actor, params }) => {
    await withdrawInvitation(platform, actor, params.id)
    return done
  })
  implement(contract.listAudit, async ({ actor, query }) => {
    const limit = query.limit ?? usualLimit
    return toPage(await db.read(actor.orgId, (tx) => listAuditRows(tx, limit, query.cursor, query.action)), limit, presentAuditEntry, (row) => [row.id])
  })
  implement(contract.getStatus, async ({ actor }) => {
    const [alive, mail] = await Promise.all([findAliveServices(db), db.read(actor.orgId, ports.mailIntake)])
    return {
      worker: alive.has('worker') ? 'ok' as const : 'down' as const,
      mail: alive.has('mail') ? 'ok' as const : mail.mailboxes > 0 ? 'down' as const : 'off' as const,
      waitingMails: mail.waiting, version,
      ...(alive.has('mail') && platform.config.smtpPort > 0 ? { smtpIntake: { host: new URL(platform.publicUrl()).hostname, port: platform.config.smtpPort } } : {}),
    }
  })
}
