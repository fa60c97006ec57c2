// The demonstration companies: three organizations with half a year of correspondence, calls, visits and feedback, loaded once. What
// happened is written as it would stand had the program been there; what the program makes of it (clocks, facts, sums) it makes itself.
// Answers leave to a mail server of the demonstration that delivers nothing.
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import '../app/ports.ts'
import { createOrganization } from '../modules/identity/index.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import type { Platform } from '../platform/platform.ts'
import { readDoers } from './action/doer.ts'
import { sendOneReport } from './action/tell-reports.ts'
import { salon } from './companies/salon.ts'
import { shop } from './companies/shop.ts'
import { telecom } from './companies/telecom.ts'
import { demoPassword, type DemoCompany } from './company.ts'
import { orderTheRest } from './past/settle-past.ts'
import { tellCompany } from './tell-company.ts'

const companies = [salon, shop, telecom]

/** Loads what is missing, and lets answers leave to nowhere. Answers lines to show: how to sign in. */
export async function loadDemo(platform: Platform, ownerUrl: string): Promise<string[]> {
  const { lines, loaded } = await loadDemoCompanies(platform, ownerUrl)
  const port = await startNowhere()
  for (const company of companies) await sendToNowhere(platform, company, port)
  for (const { orgId, adminId } of loaded) await sendOneReport(platform.db, orgId, (await readDoers(platform.db, orgId))(adminId))
  return lines
}

/**
 * Answers lines to show (how to sign in), and the companies that were not there yet.
 * @param ownerUrl the program itself may not write who was at work when, nor since when somebody has been in a team
 */
export async function loadDemoCompanies({ db, log }: Platform, ownerUrl: string): Promise<{ lines: string[]; loaded: Loaded[] }> {
  // Nobody is told entry by entry of what happened half a year ago.
  const past = openDatabase({ url: ownerUrl, role: null, subscribersOf: () => [], max: companies.length + 1, applicationName: 'kontuar-demo' })
  try {
    const loaded = (await Promise.all(companies.map(async (company) => {
      if (await findCompany(db, company) !== null) return []
      const built = await build(db, past, company)
      log.info({ orgId: built.orgId, company: company.name }, 'demonstration company loaded')
      return [built]
    }))).flat()
    for (const { orgId } of loaded) await orderTheRest(past, orgId)
    return { loaded, lines: linesToShow }
  } finally {
    await past.close()
  }
}

interface Loaded { orgId: number; adminId: string }
const linesToShow = ['Demonstration companies (password for all: kontuar-demo):', ...companies.map((c) => `  ${c.name.padEnd(24)} ${c.admin.email}`)]

const findCompany = async (db: Database, company: DemoCompany): Promise<number | null> =>
  (await db.query<{ org_id: number }>('select org_id from find_mailbox_address($1)', [[company.mailboxes[0]!.address]]))[0]?.org_id ?? null

/** The port is another at each start. */
async function sendToNowhere({ db }: Platform, company: DemoCompany, port: number) {
  const orgId = (await findCompany(db, company))!
  await db.write(orgId, (tx) => tx.query('update mailbox set smtp = $2 where org_id = $1', [orgId, JSON.stringify({ host: '127.0.0.1', port, security: 'none', user: '', auth: 'none' })]))
}

async function build(db: Database, past: Database, company: DemoCompany): Promise<Loaded> {
  const { orgId, staffId } = await createOrganization(db, { organizationName: company.name, locale: 'pl', timeZone: 'Europe/Warsaw', name: company.admin.name, email: company.admin.email, password: demoPassword }, false)
  await tellCompany(db, past, orgId, staffId, company)
  return { orgId, adminId: staffId }
}

/** Takes every mail and delivers none. */
async function startNowhere(): Promise<number> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], onData: (stream, _session, done) => { stream.on('end', () => done()); stream.resume() } })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  server.server.unref()
  return (server.server.address() as AddressInfo).port
}
