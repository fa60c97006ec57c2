import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readMailJob } from '../storing/store-mails.ts'
import { createReader } from './reader.ts'

/** Reads stored mail into the diary. Safe to run twice: what is read or parked is skipped. */
export function readMailJobOf(platform: Platform): Job<{ orgId: number; deliveryIds: string[] }> {
  const reader = createReader(platform)
  return { name: readMailJob, handle: ({ orgId, deliveryIds }) => reader.read(orgId, deliveryIds) }
}

const strandedAfter = '2 minutes'
const mostAtOnce = 1000

/** Every minute: mail that waits and that no job names (a job given up after its last attempt) gets a new job. */
export function sweepStrandedMail({ db, log }: Platform): Job<{ orgId: number }> {
  return {
    name: 'channels.sweepStrandedMail',
    async handle() {
      const rows = await db.query<{ org_id: number; id: string }>('select org_id, id from find_stranded_mail($1::interval, $2)', [strandedAfter, mostAtOnce])
      for (const [orgId, mails] of Map.groupBy(rows, (r) => r.org_id)) {
        await db.write(orgId, async (tx) => {
          for (let i = 0; i < mails.length; i += 50) tx.enqueue(readMailJob, { deliveryIds: mails.slice(i, i + 50).map((m) => m.id) })
        })
      }
      if (rows.length > 0) log.warn({ mails: rows.length }, 'mail that waited without a job was given a new one')
    },
  }
}
