// Sending reports over HTTP, and the ledger of it.
import { downloadReportFile, getReportRun, listReportReach, listReportRuns, listReportSendings, resumeReportRun, retryReportSending, sendReport, stopReportRun } from '@kontuar/contracts'
import { fileKey } from '../../../platform/files/store.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { languageOf } from '../../identity/index.ts'
import { resumeRun, retrySending, sendNow, stopRun } from './change-run.ts'
import { getRun, getSending, listRuns, listSendings, presentSending } from './ledger.ts'
import { listReach } from './list-reach.ts'
import { sendFile } from './send-file.ts'

export function sendingRoutes(implement: Implement, platform: Platform): void {
  const { db, config, files } = platform
  implement(sendReport, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => getRun(tx, actor, await sendNow(tx, actor, params.id, body, config.reportPace))))
  implement(listReportRuns, ({ actor, query }) => db.read(actor.orgId, (tx) => listRuns(tx, actor, query)))
  implement(getReportRun, ({ actor, params }) => db.read(actor.orgId, (tx) => getRun(tx, actor, params.id)))
  implement(stopReportRun, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await stopRun(tx, actor, params.id)
    return getRun(tx, actor, params.id)
  }))
  implement(resumeReportRun, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await resumeRun(tx, actor, params.id, config.reportPace)
    return getRun(tx, actor, params.id)
  }))
  implement(listReportSendings, ({ actor, query }) => db.read(actor.orgId, (tx) => listSendings(tx, actor, query)))
  implement(retryReportSending, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await retrySending(platform, tx, actor, params.id)
    return presentSending(await getSending(tx, actor, params.id), await languageOf(tx, actor.staffId))
  }))
  implement(downloadReportFile, async ({ actor, params, reply }) => {
    const sending = await db.read(actor.orgId, (tx) => getSending(tx, actor, params.id))
    const file = sending.files.find((f) => f.format === params.format)
    if (file === undefined) throw notFound('file of this sending')
    return sendFile(reply, file.name, params.format, await files.get(fileKey(actor.orgId, file.sha256)))
  })
  implement(listReportReach, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await listReach(platform, tx, actor, query), next: null })))
}
