// For tests alone: a report as it is stored, and the ledger of its sendings.
import type { NewReport, ReportDefinition } from '@kontuar/contracts'
import type { TestKontuar } from '../../../app/testing.ts'

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
