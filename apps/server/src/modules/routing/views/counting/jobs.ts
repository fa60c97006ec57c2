import type { Job } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { fillView as fill } from './fill-view.ts'

export const fillView = ({ db }: Platform): Job<{ orgId: number; viewId: string }> => ({
  name: 'routing.fillView',
  async handle({ orgId, viewId }) {
    await fill(db, orgId, viewId)
  },
})

/** Counts every kept view anew, mends what is wrong and says so: counters that drift must not do it in silence. */
export const checkViewCounts = ({ db, log }: Platform): Job<never> => ({
  name: 'routing.checkViewCounts',
  async handle() {
    for (const { org_id: orgId, view_id: viewId } of await db.query<{ org_id: number; view_id: string }>('select * from list_kept_views()')) {
      const found = await fill(db, orgId, viewId)
      if (found !== null && (found.mended > 0 || found.counted !== found.countedBefore)) log.warn({ orgId, viewId, ...found }, 'the counter of a view was wrong and has been mended')
    }
  },
})
