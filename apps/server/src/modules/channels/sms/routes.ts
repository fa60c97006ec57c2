import { deleteSmsGateway, getSmsGateway, putSmsGateway, testSmsGateway, type SmsOverview } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { removeGateway, saveGateway } from './commands/save-gateway.ts'
import { findGateway, presentGateway } from './gateway-row.ts'
import { testGateway } from './test-gateway.ts'

export function smsRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  implement(getSmsGateway, ({ actor }) => db.read(actor.orgId, overview))
  implement(putSmsGateway, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    await saveGateway(tx, platform, actor, body)
    return overview(tx)
  }))
  implement(deleteSmsGateway, ({ actor }) => db.write(actor.orgId, async (tx) => {
    await removeGateway(tx, actor)
    return { ok: true as const }
  }))
  implement(testSmsGateway, ({ actor, body }) => testGateway(platform, actor.orgId, body.to))
}

async function overview(tx: Tx): Promise<SmsOverview> {
  const [gateway, [counts]] = await Promise.all([findGateway(tx), tx.query<Omit<SmsOverview, 'gateway'>>(
    `select (select count(*)::int from outgoing_sms where org_id = $1 and state = 'pending') as waiting, (select count(*)::int from outgoing_sms where org_id = $1 and state = 'uncertain') as uncertain,
       (select count(*)::int from outgoing_sms where org_id = $1 and state = 'sent' and claimed_at > now() - interval '1 day') as "sentToday"`, [tx.orgId], 'count-sms')])
  return { gateway: gateway === null ? null : presentGateway(gateway), ...counts! }
}
