// For tests alone: a report as it is stored, the ledger of its sendings, and an office whose people in three zones get reports by a mail server.
import { simpleParser } from 'mailparser'
import type { NewReport, ReportDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { buildSendingMailbox, openSink } from '../../channels/sending/testing.ts'
import { buildStaff, type TestStaff } from '../../identity/testing.ts'
import { planDueReports } from './plan-due.ts'

export const plainDefinition = (more: Partial<ReportDefinition> = {}): ReportDefinition => ({
  title: 'Tydzień w\u00a0sklepie', period: 'last-week', compare: 'before', personal: 'nobody',
  blocks: [{ id: 'hello', kind: 'text', text: 'Zażółć **gęślą** jaźń' }, { id: 'n', kind: 'tile', tile: { id: 't', kind: 'number', metrics: ['contacts-in'], width: 1, height: 1 } }], ...more,
})

let made = 0
/** Scheduled long ago, so that whatever day a test takes for today is meant. */
export async function buildReport(kontuar: TestKontuar, body: Partial<NewReport> = {}, token?: string): Promise<string> {
  const answer = await kontuar.ask('POST', '/reports', { name: `Raport ${++made}`, definition: plainDefinition(), recipients: [{ to: 'role', role: 'administrator' }], formats: ['mail'], ...body }, token)
  if (answer.status !== 201) throw new Error(answer.text)
  const orgId = kontuar.orgA.orgId
  await kontuar.platform.db.write(orgId, (tx) => tx.query(`update report set scheduled_since = '2020-01-01' where org_id = $1 and id = $2`, [orgId, answer.body.id]))
  return answer.body.id as string
}

export interface LedgerRow { id: string; run_id: string; name: string; staff_id: string | null; address: string; scope: { key: string; name: string; ids: string[] } | null; state: string; detail: string | null; send_after: Date; message_key: string; attempts: number; files: { format: string }[] }
export const readLedger = (kontuar: TestKontuar, reportId: string, orgId = kontuar.orgA.orgId): Promise<LedgerRow[]> =>
  kontuar.platform.db.read(orgId, (tx) => tx.query<LedgerRow>('select id, run_id, name, staff_id, address, scope, state, detail, send_after, message_key, attempts, files from report_sending where org_id = $1 and report_id = $2 order by send_after, id', [orgId, reportId]))

/** What a hold or a wait is for is over: as if its time had passed. */
export const letTimePass = (kontuar: TestKontuar, orgId = kontuar.orgA.orgId): Promise<unknown> =>
  kontuar.platform.db.write(orgId, async (tx) => {
    await tx.query(`update report_sending set held_until = now() - interval '1 second' where org_id = $1 and held_until is not null`, [orgId])
    await tx.query(`update report_sending set send_after = now() - interval '1 second' where org_id = $1 and state = 'planned'`, [orgId])
    for (const { id } of await tx.query<{ id: string }>(`select id from report_run where org_id = $1 and state in ('running', 'stopping')`, [orgId])) tx.enqueue('reports.send', { deliveryId: id, lane: 0 }, { key: `reports.send:${id}:0` })
  })

/** Ewa is at home in the organization's zone and language, Yuri and Sam in their own. */
export async function startReportOffice() {
  const kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example', KONTUAR_REPORT_PACE: '100' })
  const sink = await openSink()
  const { orgId: org, staff } = kontuar.orgA
  const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
  const mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port))
  const hire = async (name: string, zone: string | null, language: string | null): Promise<TestStaff> => {
    const person = await buildStaff(kontuar.platform.db, org, 'manager', `${name}@reports.test`)
    await write((tx) => tx.query('update staff set name = $3, time_zone = $4, locale = $5 where org_id = $1 and id = $2', [org, person.staffId, name, zone, language]))
    return person
  }
  const people = { ewa: await hire('ewa', null, null), yuri: await hire('yuri', 'Asia/Vladivostok', 'ru'), sam: await hire('sam', 'America/New_York', 'en') }
  return {
    kontuar, sink, org, mailboxId, people, write,
    to: (...names: (keyof typeof people)[]) => names.map((name) => ({ to: 'staff' as const, staffId: people[name].staffId })),
    /** The minute of the clock that plans what is due. */
    strike: (at: string) => planDueReports(kontuar.platform, new Date(at)),
    send: (report: string, body: object = {}) => kontuar.ask('POST', `/reports/${report}/send`, body),
    states: async (report: string) => (await readLedger(kontuar, report)).map((s) => s.state),
    mails: () => Promise.all(sink.taken.map((m) => simpleParser(Buffer.from(m.raw, 'latin1')))),
    /** What the administrator was told of it, in order. */
    told: (report: string) => write((tx) => tx.query<{ detail: { code: string } }>(`select detail from notification where org_id = $1 and kind = 'report' and staff_id = $2 and detail->>'reportId' = $3 order by at`, [org, staff.administrator.staffId, report])),
    /** What earlier tests composed strikes no more, and the mail server is empty and takes everything. */
    async clear() {
      await write((tx) => tx.query('update report set active = false where org_id = $1', [org]))
      sink.taken = []
      sink.onMessage = () => null
      sink.onRecipient = () => null
    },
    async stop() {
      await sink.close()
      await kontuar.stop()
    },
  }
}
