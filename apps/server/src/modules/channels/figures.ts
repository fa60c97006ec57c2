// What /metrics tells of intake.
import { Gauge, Histogram } from 'prom-client'
import { counter, registry } from '../../platform/http/metrics.ts'
import type { Database } from '../../platform/db/database.ts'

export const receivedMails = counter('mails_received_total', 'Mails stored, by the road they came.', ['source'])
export const readMails = counter('mails_read_total', 'Deliveries read into the diary.')
export const parkedMails = counter('mails_parked_total', 'Deliveries parked because they could not be read.')
export const readingSeconds = new Histogram({
  name: 'kontuar_mail_reading_seconds', help: 'Time to parse one mail, seconds.', buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30], registers: [registry],
})

let waiting: Gauge | null = null
/** Asked at each scrape, over all organizations. */
export function watchWaiting(db: Database): void {
  waiting ??= new Gauge({ name: 'kontuar_mails_waiting', help: 'Mails stored and not yet read.', registers: [registry], async collect() {
    const [row] = await db.query<{ waiting: number }>('select count_waiting_mail() as waiting').catch(() => [])
    if (row) this.set(row.waiting)
  } })
}
