// From number to action: what a demonstration company did about what it heard.
import type { Database } from '../../platform/db/database.ts'
import { chanceOf } from '../chance.ts'
import type { DemoCompany } from '../company.ts'
import type { Mailbox } from '../past/ground.ts'
import { acquaint } from '../past/settle-past.ts'
import { readDoers } from './doer.ts'
import { tellAlerts } from './tell-alerts.ts'
import { tellLoops } from './tell-loops.ts'
import { tellReports } from './tell-reports.ts'

/** @param db that may write into the past, and tells no subscriber */
export async function tellAction(db: Database, orgId: number, { name, desk }: DemoCompany, { adminId, mailbox, now }: { adminId: string; mailbox: Mailbox; now: number }): Promise<void> {
  const doerOf = await readDoers(db, orgId)
  const chance = chanceOf(name.length * 32_452_843)
  // Who cannot send asks nobody a second time.
  await sendBy(db, orgId, JSON.stringify({ host: '127.0.0.1', port: 9, security: 'none', user: '', auth: 'none' }))
  await tellLoops(db, orgId, { doerOf, adminId, mailbox, chance, now })
  await tellAlerts(db, orgId, { doerOf, adminId, chance, now })
  await tellReports(db, orgId, { admin: doerOf(adminId), locations: desk.locations.length, now })
  await sendBy(db, orgId, null)
  await acquaint(db, orgId, ['recovery', 'alert', 'alert_delivery', 'report_sending'])
}

const sendBy = (db: Database, orgId: number, smtp: string | null) => db.write(orgId, (tx) => tx.query('update mailbox set smtp = $2 where org_id = $1', [tx.orgId, smtp], 'demo-sends-by'))
