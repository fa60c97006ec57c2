// The demonstration companies: three organizations with a month of correspondence, loaded once. Every message takes the
// real road (raw mail → reader → diary), only its time is in the past. Answers leave to a mail server of the demonstration that delivers nothing.
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import '../app/ports.ts'
import { createOrganization } from '../modules/identity/index.ts'
import type { Platform } from '../platform/platform.ts'
import { salon } from './companies/salon.ts'
import { shop } from './companies/shop.ts'
import { telecom } from './companies/telecom.ts'
import { demoPassword, type DemoCompany } from './company.ts'
import { tellFeedback } from './tell-feedback.ts'
import { tellStories } from './tell-stories.ts'

const companies = [salon, shop, telecom]

/** Loads what is missing, and lets answers leave to nowhere. Answers lines to show: how to sign in. */
export async function loadDemo(platform: Platform): Promise<string[]> {
  const lines = await loadDemoCompanies(platform)
  const port = await startNowhere()
  for (const company of companies) await sendToNowhere(platform, company, port)
  return lines
}

/** Answers lines to show: how to sign in. */
export async function loadDemoCompanies({ db, log }: Platform): Promise<string[]> {
  for (const company of companies) {
    if (await findCompany(db, company) !== null) continue
    const orgId = await build(db, company)
    log.info({ orgId, tickets: company.tickets }, 'demonstration company loaded')
  }
  return ['Demonstration companies (password for all: kontuar-demo):', ...companies.map((c) => `  ${c.name.padEnd(24)} ${c.admin.email}`)]
}

const findCompany = async (db: Platform['db'], company: DemoCompany): Promise<number | null> =>
  (await db.query<{ org_id: number }>('select org_id from find_mailbox_address($1)', [[company.mailboxes[0]!.address]]))[0]?.org_id ?? null

/** The port is another at each start. */
async function sendToNowhere({ db }: Platform, company: DemoCompany, port: number) {
  const orgId = (await findCompany(db, company))!
  await db.write(orgId, (tx) => tx.query('update mailbox set smtp = $2 where org_id = $1', [orgId, JSON.stringify({ host: '127.0.0.1', port, security: 'none', user: '', auth: 'none' })]))
}

async function build(db: Platform['db'], company: DemoCompany): Promise<number> {
  const { orgId, staffId } = await createOrganization(db, { organizationName: company.name, locale: 'pl', timeZone: 'Europe/Warsaw', name: company.admin.name, email: company.admin.email, password: demoPassword }, false)
  await tellStories(db, orgId, staffId, company)
  await tellFeedback(db, orgId, staffId, company)
  return orgId
}

/** Takes every mail and delivers none. */
async function startNowhere(): Promise<number> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], onData: (stream, _session, done) => { stream.on('end', () => done()); stream.resume() } })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  server.server.unref()
  return (server.server.address() as AddressInfo).port
}
