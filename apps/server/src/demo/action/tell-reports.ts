// Reports that go out by themselves: what went to whom in the last weeks, and one more of today, made when the program runs.
import type { NewReport, ReportRecipient } from '@kontuar/contracts'
import { changeReport, planDueReport, readyReportId, sendReportNow } from '../../modules/reports/index.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { timeZone } from '../days.ts'

const dayMs = 86_400_000
const weeks = 3
/** Sendings a second: as fast as they come. */
const pace = 5
/** Sums of half a year come first. */
const sumsTake = '2 minutes'

interface Sent { name: Parameters<typeof readyReportId>[1]; wish: Pick<NewReport, 'schedule'> & { recipients: ReportRecipient[]; comment?: string } }
export interface ReportGround { admin: Actor; locations: number; now: number }

const reportsOf = ({ admin, locations }: ReportGround): Sent[] => [
  { name: 'after-sales-weekly', wish: { schedule: { every: 'week', day: 1, at: '08:00' }, recipients: [{ to: 'location-manager' }], comment: locations > 1 ? 'Prosimy zacząć od **ostatnich komentarzy**: to słowa klientów, nie statystyka.' : '' } },
  { name: 'overdue-daily', wish: { schedule: { every: 'day', days: [1, 2, 3, 4, 5], at: '07:30' }, recipients: [{ to: 'team-manager' }] } },
  ...(locations > 1 ? [{ name: 'stores-monthly', wish: { schedule: { every: 'month', day: 1, at: '09:00' }, recipients: [{ to: 'role', role: 'administrator' }, { to: 'address', name: 'Zarząd', email: `zarzad@${admin.name === 'Robert Nurt' ? 'wislatel' : 'turnia'}.example`, language: 'pl' }] } } satisfies Sent] : []),
]

/** @param db that may write into the past, and tells no subscriber */
export async function tellReports(db: Database, orgId: number, ground: ReportGround): Promise<void> {
  for (const { name, wish } of reportsOf(ground)) {
    const id = readyReportId(orgId, name)
    await db.write(orgId, async (tx) => {
      // Mails and links leave no files behind; those of the past could not be made of the figures of then.
      await changeReport(tx, ground.admin, id, { ...wish, formats: ['mail', 'link'], active: true })
      await tx.query('update report set scheduled_since = $3 where org_id = $1 and id = $2', [tx.orgId, id, new Date(ground.now - (weeks * 7 + 1) * dayMs)], 'demo-report-since')
    })
    for (const at of strikes(wish.schedule!, ground.now)) {
      await db.write(orgId, async (tx) => {
        await planDueReport(tx, id, pace, new Date(at))
        await leftThen(tx, id)
      })
    }
    await db.write(orgId, (tx) => changeReport(tx, ground.admin, id, { formats: ['mail', 'pdf', 'xlsx', 'link'] }))
  }
}

/** The minutes at which the clock found it due. */
function strikes(schedule: NonNullable<NewReport['schedule']>, now: number): number[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  return Array.from({ length: weeks * 7 }, (_, i) => today.subtract({ days: weeks * 7 - 1 - i })).flatMap((date) => {
    const due = schedule.every === 'day' ? schedule.days.includes(date.dayOfWeek) : schedule.every === 'week' ? date.dayOfWeek === schedule.day : date.day === schedule.day
    const at = date.toZonedDateTime({ timeZone, plainTime: schedule.at }).epochMilliseconds + 30_000
    return due && at < now ? [at] : []
  })
}

/** Each left within seconds, before the worker of today could send it once more. */
async function leftThen(tx: Tx, reportId: string): Promise<void> {
  await tx.query(`update report_sending set state = 'sent', attempts = 1, sent_at = send_after + interval '4 seconds', created_at = due_at, updated_at = send_after + interval '4 seconds' where org_id = $1 and report_id = $2 and state = 'planned'`, [tx.orgId, reportId], 'demo-sent')
  await tx.query(`update report_run r set state = 'done', ended_at = (select max(s.sent_at) from report_sending s where s.org_id = r.org_id and s.run_id = r.id) where r.org_id = $1 and r.report_id = $2 and r.state = 'running'`, [tx.orgId, reportId], 'demo-runs-done')
}

/** Once more of today, by one click: with its files, made by the program as it runs. Needs a mailbox that sends. */
export async function sendOneReport(db: Database, orgId: number, admin: Actor): Promise<void> {
  await db.write(orgId, async (tx) => {
    const runId = await sendReportNow(tx, admin, readyReportId(orgId, 'after-sales-weekly'), { to: 'all' }, pace)
    await tx.query(`update report_sending set send_after = send_after + interval '${sumsTake}', due_at = due_at + interval '${sumsTake}' where org_id = $1 and run_id = $2`, [tx.orgId, runId], 'demo-report-later')
  })
}
