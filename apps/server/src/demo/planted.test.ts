// Guards that what went wrong in the demonstration is warned of whatever day it is installed on: a chain of shops that fell by chance alone
// at weekends, or a telecom whose exchange is heard of too late, shows an empty list.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../app/testing.ts'
import { createOrganization } from '../modules/identity/index.ts'
import { lookForWarnings } from '../modules/insight/warnings/look/look-for-warnings.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import { shop } from './companies/shop.ts'
import { telecom } from './companies/telecom.ts'
import { demoPassword } from './company.ts'
import { orderTheRest } from './past/settle-past.ts'
import { tellCompany } from './tell-company.ts'

let kontuar: TestKontuar
let past: Database
beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  past = openDatabase({ url: kontuar.ownerUrl, role: null, subscribersOf: () => [], max: 2 })
})
afterAll(async () => {
  await past.close()
  await kontuar.stop()
})

/** The last one, at five in the afternoon; Monday is 1. */
function lastOf(weekday: number): number {
  const today = Temporal.Now.zonedDateTimeISO('Europe/Warsaw')
  return today.subtract({ days: (today.dayOfWeek - weekday + 6) % 7 + 1 }).with({ hour: 17, minute: 0 }).epochMilliseconds
}

test.each([
  { company: telecom, weekday: 3, wanted: ['complaints-rise', 'sources-disagree'] },
  { company: shop, weekday: 6, wanted: ['nps-falls Wrocław', 'reason-rises'] },
])('$company.name, installed on day $weekday of the week', async ({ company, weekday, wanted }) => {
  const { db } = kontuar.platform
  const now = lastOf(weekday)
  const { orgId, staffId } = await createOrganization(db, { organizationName: company.name, locale: 'pl', timeZone: 'Europe/Warsaw', name: company.admin.name, email: company.admin.email, password: demoPassword }, false)
  await tellCompany(db, past, orgId, staffId, company, now)
  await orderTheRest(past, orgId)
  await lookForWarnings(db, orgId, new Date(now))
  const raised = await past.read(orgId, (tx) => tx.query<{ said: string }>(`select concat_ws(' ', w.kind, l.name) as said from warning w left join location l on l.org_id = w.org_id and l.id = w.location_id where w.org_id = $1`, [orgId]))
  expect(raised.map(({ said }) => said)).toEqual(expect.arrayContaining(wanted))
}, 120_000)
